namespace Tanyuan.Index.Segments;

/// <summary>What the dictionary says of a term only by how it differs from the one before.</summary>
struct TermBefore
{
    /// <summary>Nothing, which the first term of a block comes after.</summary>
    internal static readonly TermBefore None = new() { PostingsEnd = -1 };

    /// <summary>How many units the term before has.</summary>
    internal int Length;

    /// <summary>The last of them.</summary>
    internal char LastUnit;

    /// <summary>Where its postings end; −1 where that is not known yet.</summary>
    internal long PostingsEnd;

    /// <summary>Where its positions end.</summary>
    internal long PositionsEnd;
}
