namespace Tanyuan.Answers.Reading;

/// <summary>
/// Re-ranks the best spans by their expected overlap with the right one, under the ranker's own probabilities: minimum Bayes risk decoding
/// (Kumar, Byrne 2004). A span that many likely spans share most of wins over one that is only just the likeliest itself.
/// </summary>
internal static class ExpectedOverlap
{
    const int Considered = 30;

    /// <summary>The spans with the first few put in the order of their expected overlap.</summary>
    public static List<RankedSpan> Rerank(IReadOnlyList<RankedSpan> spans)
    {
        var count = Math.Min(Considered, spans.Count);
        var gains = new double[count];
        for (var i = 0; i < count; i++)
        {
            var weight = Math.Exp(spans[i].Score - spans[0].Score);
            for (var j = 0; j < count; j++)
                gains[j] += weight * Overlap(spans[i], spans[j]);
        }

        var head = Enumerable.Range(0, count).OrderByDescending(i => gains[i]).Select(i => spans[i]);
        return [.. head, .. spans.Skip(count)];
    }

    // The F1 of two spans by characters; spans of different sentences overlap only where they are the same words.
    static double Overlap(RankedSpan left, RankedSpan right)
    {
        if (!ReferenceEquals(left.Sentence, right.Sentence))
            return left.Candidate.Length == right.Candidate.Length && left.Key == right.Key ? 1 : 0;
        var shared = Math.Min(left.Candidate.End, right.Candidate.End) - Math.Max(left.Candidate.Start, right.Candidate.Start);
        return shared <= 0 ? 0 : 2.0 * shared / (left.Candidate.Length + right.Candidate.Length);
    }
}
