namespace Tanyuan.Library.Searching;

/// <summary>What a clause of a user's query asks of a document.</summary>
internal enum Demand
{
    /// <summary>It counts for the document.</summary>
    Wanted,

    /// <summary>The document must match it.</summary>
    Required,

    /// <summary>The document must not match it.</summary>
    Excluded,
}

/// <summary>One clause of a user's query: a run of text without white space, or a quoted phrase.</summary>
internal readonly record struct QueryClause(string Text, Demand Demand, bool IsPhrase, bool InTitle)
{
    /// <summary>Whether the text is the beginning of what is looked for.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>How far the words of a phrase may stand from where they would in a row; 0 for in a row.</summary>
    public int Slop { get; init; }
}
