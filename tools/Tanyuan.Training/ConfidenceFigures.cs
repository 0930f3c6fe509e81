namespace Tanyuan.Training;

/// <summary>Prints what abstention costs and saves at several thresholds, and picks the default.</summary>
internal static class ConfidenceFigures
{
    /// <summary>The share of answerable questions that the default threshold keeps answered.</summary>
    const double KeptAnswered = 0.89;

    /// <summary>Prints the figures and returns the default threshold.</summary>
    public static double Print(Action<string> say, IReadOnlyList<ConfidenceRow> rows, Func<ConfidenceRow, float> score)
    {
        var judged = rows.Select(row => (Row: row, Probability: 1 / (1 + Math.Exp(-score(row))))).ToList();
        var answerable = judged.Where(item => item.Row.Answerable).Select(item => item.Probability).Order().ToList();
        foreach (var answered in new[] { 0.95, 0.9, KeptAnswered, 0.85, 0.8 })
        {
            var threshold = answerable[(int)(answerable.Count * (1 - answered))];
            say($"answered {answered:P0} at {threshold:F3}: false answers {False(judged, threshold, removed: true):P1} with the passage gone, {False(judged, threshold, removed: false):P1} with the sentence cut;"
                + $" sentence right when answered {judged.Where(item => item.Row.Answerable && item.Probability >= threshold).Average(item => item.Row.Right ? 1.0 : 0):P1}");
        }

        for (var bin = 0; bin < 10; bin++)
        {
            var inside = judged.Where(item => (int)Math.Min(9, item.Probability * 10) == bin).ToList();
            if (inside.Count > 0)
                say($"  confidence {inside.Average(item => item.Probability):F2}: right {inside.Average(item => item.Row.Right ? 1.0 : 0):F2} of {inside.Count}");
        }

        return Math.Round(answerable[(int)(answerable.Count * (1 - KeptAnswered))], 3);
    }

    static double False(List<(ConfidenceRow Row, double Probability)> judged, double threshold, bool removed)
    {
        var unanswerable = judged.Where(item => !item.Row.Answerable && item.Row.Removed == removed).ToList();
        return unanswerable.Count == 0 ? 0 : unanswerable.Average(item => item.Probability >= threshold ? 1.0 : 0);
    }
}
