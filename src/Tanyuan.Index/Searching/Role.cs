namespace Tanyuan.Index.Searching;

/// <summary>What a clause is there for.</summary>
enum Role
{
    /// <summary>Every document found has it.</summary>
    Required,

    /// <summary>Every document found has at least one of these.</summary>
    Finding,

    /// <summary>Adds to the score where it matches.</summary>
    Adding,

    /// <summary>No document found has it.</summary>
    Prohibited,
}
