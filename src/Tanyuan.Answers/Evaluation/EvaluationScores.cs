namespace Tanyuan.Answers.Evaluation;

/// <summary>How the answers to some questions did. Shares are 0 to 1, and null where nothing was counted.</summary>
/// <param name="Questions">Questions asked.</param>
/// <param name="Answerable">Those that the sources answer.</param>
/// <param name="Answered">Answerable questions that were answered.</param>
/// <param name="Right">Answerable questions whose answer matches a gold answer exactly or holds it.</param>
/// <param name="AbstainedRightly">Unanswerable questions that were left unanswered.</param>
/// <param name="FalseAnswers">Unanswerable questions that were answered.</param>
/// <param name="RiskArea">The area under the risk–coverage curve; lower is better.</param>
/// <param name="MedianMilliseconds">The median time of an answer.</param>
/// <param name="SlowMilliseconds">The 95th percentile of the time of an answer.</param>
/// <param name="Metrics">All figures that are means, with their intervals.</param>
public sealed record EvaluationScores(
    int Questions, int Answerable, int Answered, int Right, int AbstainedRightly, int FalseAnswers, double? RiskArea,
    double MedianMilliseconds, double SlowMilliseconds, IReadOnlyList<MetricScore> Metrics)
{
    /// <summary>The share of answerable questions whose answer equals a gold answer after normalisation.</summary>
    public double? ExactMatch => Value("exactMatch");

    /// <summary>The mean F1 over answerable questions (CMRC 2018); an abstention counts 0.</summary>
    public double? F1 => Value("f1");

    /// <summary>The share of answerable questions whose sentence holds a gold answer.</summary>
    public double? SentenceHolds => Value("sentenceHolds");

    /// <summary>
    /// The share of answerable questions whose first citation stands in its document as quoted, in a sentence that holds a gold answer, in the right document where that is known.
    /// </summary>
    public double? CitedRight => Value("citedRight");

    /// <summary>The share of questions with a known document that rank it first.</summary>
    public double? RecallAt1 => Value("recallAt1");

    /// <summary>The share that rank it among the first ten.</summary>
    public double? RecallAt10 => Value("recallAt10");

    /// <summary>The mean of a metric, or null where nothing was counted.</summary>
    public double? Value(string metric) => Metrics.FirstOrDefault(score => score.Name == metric)?.Value;

    /// <summary>Sums rows up.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="seed">The seed of the intervals.</param>
    public static EvaluationScores Of(IReadOnlyList<EvaluationRow> rows, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var answerable = rows.Where(row => row.Question.Answerable).ToList();
        var times = rows.Select(row => row.Elapsed.TotalMilliseconds).Order().ToList();
        var metrics = new List<MetricScore>();
        foreach (var metric in Metric.All)
        {
            var values = rows.Select(metric.Of).OfType<double>().ToArray();
            if (values.Length == 0 || (metric.Name is "tokens" or "cost" && values.Max() == 0))
                continue;
            var (low, high) = Bootstrap.Interval(values, seed);
            metrics.Add(new MetricScore(metric.Name, metric.HigherIsBetter, values.Length, values.Average(), low, high));
        }

        return new EvaluationScores(
            rows.Count, answerable.Count, answerable.Count(row => !row.Abstained), answerable.Count(row => row.Right),
            rows.Count(row => !row.Question.Answerable && row.Abstained), rows.Count(row => !row.Question.Answerable && !row.Abstained),
            RiskCoverage.Of(rows).Area, Percentile(times, 0.5), Percentile(times, 0.95), metrics);
    }

    static double Percentile(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
}
