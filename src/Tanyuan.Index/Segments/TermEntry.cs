namespace Tanyuan.Index.Segments;

/// <summary>What the dictionary knows of a term in a segment; deleted documents are still counted.</summary>
/// <param name="DocumentFrequency">In how many documents it occurs, at least 1.</param>
/// <param name="TotalFrequency">How often it occurs in all of them.</param>
/// <param name="PostingsStart">The bit that its postings begin with; a whole byte where the term has blocks.</param>
/// <param name="PostingsLength">How many bits they take, positions included where the term has no blocks.</param>
/// <param name="PositionsStart">The byte that the positions of its blocks begin with.</param>
/// <param name="PositionsLength">How many bytes they take; 0 in a field that keeps none, and for a term without blocks.</param>
/// <param name="Place">The place of a term in a single document (<see cref="DocumentPlaces"/>), else 0.</param>
readonly record struct TermEntry(
    int DocumentFrequency, long TotalFrequency, long PostingsStart, long PostingsLength, long PositionsStart, long PositionsLength, ulong Place)
{
    /// <summary>Whether it is in so many documents that they are cut into blocks.</summary>
    internal bool HasBlocks => DocumentFrequency > Postings.PostingsWriter.Block;

    /// <summary>Whether the dictionary alone does not say all.</summary>
    /// <param name="positions">Whether its field keeps positions.</param>
    internal bool HasPostings(bool positions) => DocumentFrequency > 1 || (positions && TotalFrequency > 1);

    internal long PostingsEnd => PostingsStart + PostingsLength;

    internal long PositionsEnd => PositionsStart + PositionsLength;
}
