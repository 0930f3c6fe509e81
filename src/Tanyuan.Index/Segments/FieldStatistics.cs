namespace Tanyuan.Index.Segments;

/// <summary>What BM25 needs to know of a field; deleted documents are still counted until their segment is merged.</summary>
/// <param name="DocumentCount">How many documents have at least one token in it.</param>
/// <param name="TotalLength">How many tokens they have together, not rounded.</param>
readonly record struct FieldStatistics(long DocumentCount, long TotalLength)
{
    internal double AverageLength => DocumentCount == 0 ? 1 : (double)TotalLength / DocumentCount;

    public static FieldStatistics operator +(FieldStatistics left, FieldStatistics right) =>
        new(left.DocumentCount + right.DocumentCount, left.TotalLength + right.TotalLength);
}
