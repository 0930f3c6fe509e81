namespace Tanyuan.Index.Segments;

/// <summary>What the dictionary knows of a term in a segment; deleted documents are still counted.</summary>
/// <param name="DocumentFrequency">In how many documents it occurs, at least 1.</param>
/// <param name="TotalFrequency">How often it occurs in all of them.</param>
/// <param name="PostingsStart">Where its postings begin.</param>
/// <param name="PostingsLength">How many bytes they take, positions included where the term has no blocks.</param>
/// <param name="PositionsStart">Where the positions of its blocks begin.</param>
/// <param name="PositionsLength">How many bytes they take; 0 in a field that keeps none, and for a term without blocks.</param>
/// <param name="Document">The document of a term in a single one, else −1.</param>
/// <param name="Position">The position of a term that occurs once, in a field that keeps positions, else −1.</param>
readonly record struct TermEntry(
    int DocumentFrequency, long TotalFrequency, long PostingsStart, long PostingsLength, long PositionsStart, long PositionsLength,
    int Document, int Position)
{
    /// <summary>Whether it is in so many documents that they are cut into blocks.</summary>
    internal bool HasBlocks => DocumentFrequency > Postings.PostingsWriter.Block;

    /// <summary>Whether the dictionary alone does not say all.</summary>
    /// <param name="positions">Whether its field keeps positions.</param>
    internal bool HasPostings(bool positions) => DocumentFrequency > 1 || (positions && TotalFrequency > 1);

    internal long PostingsEnd => PostingsStart + PostingsLength;

    internal long PositionsEnd => PositionsStart + PositionsLength;
}
