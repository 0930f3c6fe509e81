namespace Tanyuan.Answers.Evaluation;

/// <summary>Some answers of about one confidence.</summary>
/// <param name="From">The least confidence of the bin.</param>
/// <param name="To">The confidence that the bin ends before; the last bin holds it.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Right">The share of them that is right.</param>
public readonly record struct CalibrationBin(double From, double To, int Count, double Confidence, double Right);

/// <summary>
/// Whether confidence means what it says: of the answers given at confidence c, a share c should be right. Counted over what was answered, in ten
/// bins of equal width; the expected calibration error is the mean distance between a bin's confidence and its share right, by answers (Naeini,
/// Cooper and Hauskrecht 2015; Guo et al. 2017). Right means that the cited sentence holds a gold answer; for a model without sources,
/// that the answer does. To see all confidences, evaluate with a threshold of 0.
/// </summary>
/// <param name="Bins">The bins that hold an answer, by growing confidence.</param>
/// <param name="Error">The expected calibration error, 0 to 1; null where nothing was answered.</param>
/// <param name="Brier">The mean squared distance between confidence and being right (Brier 1950); null where nothing was answered.</param>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, double? Error, double? Brier)
{
    const int BinCount = 10;

    /// <summary>The calibration of some answers.</summary>
    public static Calibration Of(IReadOnlyList<EvaluationRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Of([.. rows.Where(row => !row.Abstained).Select(row => (row.Confidence, IsRight(row)))]);
    }

    /// <summary>The calibration of some answers given.</summary>
    internal static Calibration Of(IReadOnlyList<(double Confidence, bool Right)> answers)
    {
        if (answers.Count == 0)
            return new Calibration([], null, null);
        var bins = answers.GroupBy(answer => Math.Clamp((int)(answer.Confidence * BinCount), 0, BinCount - 1)).OrderBy(group => group.Key)
            .Select(group => new CalibrationBin(
                (double)group.Key / BinCount, (group.Key + 1.0) / BinCount, group.Count(), group.Average(answer => answer.Confidence), group.Average(answer => Value(answer.Right))))
            .ToList();
        return new Calibration(
            bins,
            bins.Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Right)) / answers.Count,
            answers.Average(answer => Math.Pow(answer.Confidence - Value(answer.Right), 2)));
    }

    static double Value(bool right) => right ? 1 : 0;

    static bool IsRight(EvaluationRow row) => row.Question.Answerable && (row.SentenceHolds || row.Right);
}
