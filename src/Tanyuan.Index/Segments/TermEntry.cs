namespace Tanyuan.Index.Segments;

/// <summary>What the dictionary knows of a term in a segment; deleted documents are still counted.</summary>
/// <param name="DocumentFrequency">In how many documents it occurs, at least 1.</param>
/// <param name="TotalFrequency">How often it occurs in all of them.</param>
/// <param name="PostingsStart">Where its postings begin.</param>
/// <param name="PostingsLength">How many bytes they take; 0 for a term in a single document.</param>
/// <param name="PositionsStart">Where its positions begin.</param>
/// <param name="PositionsLength">How many bytes they take; 0 in a field that keeps none, and for a term that occurs once.</param>
/// <param name="Document">The document of a term in a single one, else −1.</param>
/// <param name="Position">The position of a term that occurs once, in a field that keeps positions, else −1.</param>
readonly record struct TermEntry(
    int DocumentFrequency, long TotalFrequency, long PostingsStart, long PostingsLength, long PositionsStart, long PositionsLength,
    int Document, int Position)
{
    internal long PostingsEnd => PostingsStart + PostingsLength;

    internal long PositionsEnd => PositionsStart + PositionsLength;
}
