using Tanyuan.Answers.Evaluation;

namespace Tanyuan.Training;

/// <summary>Prints what abstention costs and saves at several thresholds, and picks the default.</summary>
internal static class ConfidenceFigures
{
    /// <summary>The share of answerable questions that the default threshold keeps answered.</summary>
    const double KeptAnswered = 0.89;

    /// <summary>Prints the figures, draws the reliability diagram to <paramref name="plot"/> unless that is null, and returns the default threshold.</summary>
    public static double Print(Action<string> say, IReadOnlyList<ConfidenceRow> rows, Func<ConfidenceRow, float> score, string? plot)
    {
        var judged = rows.Select(row => (Row: row, Probability: 1 / (1 + Math.Exp(-score(row))))).ToList();
        var answerable = judged.Where(item => item.Row.Answerable).Select(item => item.Probability).Order().ToList();
        foreach (var answered in new[] { 0.95, 0.9, KeptAnswered, 0.85, 0.8 })
        {
            var threshold = answerable[(int)(answerable.Count * (1 - answered))];
            say($"answered {answered:P0} at {threshold:F3}: false answers {False(judged, threshold, removed: true):P1} with the passage gone, {False(judged, threshold, removed: false):P1} with the sentence cut;"
                + $" sentence right when answered {judged.Where(item => item.Row.Answerable && item.Probability >= threshold).Average(item => item.Row.Right ? 1.0 : 0):P1}");
        }

        var calibration = Calibration.Of([.. judged.Select(item => (item.Probability, item.Row.Right))]);
        foreach (var bin in calibration.Bins)
            say($"  confidence {bin.Confidence:F2}: right {bin.Right:F2} of {bin.Count}");
        say($"  expected calibration error {calibration.Error:F3}");
        if (plot is not null)
            File.WriteAllText(plot, ReliabilityPlot.Of("Built-in reader, held-back questions", calibration));
        return Math.Round(answerable[(int)(answerable.Count * (1 - KeptAnswered))], 3);
    }

    static double False(List<(ConfidenceRow Row, double Probability)> judged, double threshold, bool removed)
    {
        var unanswerable = judged.Where(item => !item.Row.Answerable && item.Row.Removed == removed).ToList();
        return unanswerable.Count == 0 ? 0 : unanswerable.Average(item => item.Probability >= threshold ? 1.0 : 0);
    }
}
