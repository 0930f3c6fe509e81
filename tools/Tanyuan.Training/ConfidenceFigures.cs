using Tanyuan.Answers.Evaluation;

namespace Tanyuan.Training;

/// <summary>Prints what abstention costs and saves at several thresholds, of passages and of made pages, and picks the default.</summary>
internal static class ConfidenceFigures
{
    /// <summary>The share of questions whose passage is missing that the default threshold lets through at most, of passages and of pages alike.</summary>
    const double FalseAnswers = 0.085;

    /// <summary>Prints the figures, draws the reliability diagram to <paramref name="plot"/> unless that is null, and returns the default threshold.</summary>
    public static double Print(Action<string> say, IReadOnlyList<ConfidenceRow> rows, Func<ConfidenceRow, double> logOdds, string? plot)
    {
        var judged = rows.Select(row => new Judged(row, 1 / (1 + Math.Exp(-logOdds(row))))).ToList();
        var chosen = Math.Round(Math.Max(Lowest(judged, Asked.PassagesWithoutIts), Lowest(judged, Asked.PagesWithoutIts)), 3);
        say($"threshold {chosen}");
        Print(say, judged, chosen, "passages", Asked.Passages, Asked.PassagesWithoutIts, Asked.CutPassages);
        Print(say, judged, chosen, "pages", Asked.Pages, Asked.PagesWithoutIts, Asked.CutPages);

        var calibration = Calibration.Of([.. judged.Select(item => (item.Probability, item.Row.Right))]);
        foreach (var bin in calibration.Bins)
            say($"  confidence {bin.Confidence:F2}: right {bin.Right:F2} of {bin.Count}");
        if (plot is not null)
            File.WriteAllText(plot, ReliabilityPlot.Of("Built-in reader, held-back questions", calibration));
        return chosen;
    }

    static double Lowest(List<Judged> judged, Asked gone)
    {
        var probabilities = judged.Where(item => item.Row.Asked == gone).Select(item => item.Probability).OrderDescending().ToList();
        return probabilities[(int)(probabilities.Count * FalseAnswers)];
    }

    static void Print(Action<string> say, List<Judged> judged, double chosen, string name, Asked whole, Asked gone, Asked cut)
    {
        var answerable = judged.Where(item => item.Row.Asked == whole).Select(item => item.Probability).Order().ToList();
        foreach (var answered in new[] { 0.95, 0.9, answerable.Count(probability => probability >= chosen) / (double)answerable.Count, 0.8 })
        {
            var threshold = answerable[Math.Min(answerable.Count - 1, (int)Math.Round(answerable.Count * (1 - answered)))];
            say($"{name}: answered {answered:P1} at {threshold:F3}: false answers {Answered(judged, threshold, gone):P1} with the passage gone, {Answered(judged, threshold, cut):P1} with the sentence cut;"
                + $" sentence right when answered {judged.Where(item => item.Row.Asked == whole && item.Probability >= threshold).Average(item => item.Row.Right ? 1.0 : 0):P1}");
        }

        var calibration = Calibration.Of([.. judged.Where(item => item.Row.Asked == whole || item.Row.Asked == gone || item.Row.Asked == cut).Select(item => (item.Probability, item.Row.Right))]);
        say($"{name}: expected calibration error {calibration.Error:F3}");
    }

    static double Answered(List<Judged> judged, double threshold, Asked asked) =>
        judged.Where(item => item.Row.Asked == asked).Average(item => item.Probability >= threshold ? 1.0 : 0);

    readonly record struct Judged(ConfidenceRow Row, double Probability);
}
