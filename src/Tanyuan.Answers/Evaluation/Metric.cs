namespace Tanyuan.Answers.Evaluation;

/// <summary>A figure that is the mean of something over rows.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="HigherIsBetter">Which way is better.</param>
/// <param name="Of">Its value for a row, or null for a row that it does not count.</param>
internal sealed record Metric(string Name, bool HigherIsBetter, Func<EvaluationRow, double?> Of)
{
    /// <summary>All metrics in the order of reports. Of an abstention on an answerable question, every figure of quality is 0.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("exactMatch", true, row => Answerable(row, row.ExactMatch ? 1 : 0)),
        new("f1", true, row => Answerable(row, row.F1)),
        new("f1Bag", true, row => Answerable(row, row.BagF1)),
        new("right", true, row => Answerable(row, row.Right ? 1 : 0)),
        new("sentenceHolds", true, row => row.IsSourced ? Answerable(row, row.SentenceHolds ? 1 : 0) : null),
        new("citedRight", true, row => row.IsSourced ? Answerable(row, row.CitedRight ? 1 : 0) : null),
        new("citationPrecision", true, row => row.Question.Answerable ? row.CitationPrecision : null),
        new("citationRecall", true, row => row.Question.Answerable ? row.CitationRecall : null),
        new("coverage", true, row => Answerable(row, row.Abstained ? 0 : 1)),
        new("abstainedRightly", true, row => row.Question.Answerable ? null : row.Abstained ? 1 : 0),
        new("recallAt1", true, row => Ranked(row, 1)),
        new("recallAt5", true, row => Ranked(row, 5)),
        new("recallAt10", true, row => Ranked(row, 10)),
        new("recallAt50", true, row => Ranked(row, 50)),
        new("mrr", true, row => row.Rank is { } rank ? (rank == 0 ? 0 : 1.0 / rank) : null),
        new("meanMs", false, row => row.Elapsed.TotalMilliseconds),
        new("tokens", false, row => row.Tokens),
        new("cost", false, row => row.Cost),
    ];

    static double? Answerable(EvaluationRow row, double value) => row.Question.Answerable ? value : null;

    static double? Ranked(EvaluationRow row, int within) => row.Rank is { } rank ? (rank >= 1 && rank <= within ? 1 : 0) : null;
}
