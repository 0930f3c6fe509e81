namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// The risk–coverage curve (El-Yaniv and Wiener 2010): were only the surest share of the questions answered, how many of those answers would
/// be wrong. An answer to an unanswerable question is wrong. The area under it (AURC) is one figure for how well confidence tells right from
/// wrong at every threshold, over what was answered.
/// </summary>
internal static class RiskCoverage
{
    const int MostPoints = 100;

    /// <summary>The curve as (coverage, risk), by growing coverage, thinned out to at most 100 points; and the area under all of it.</summary>
    public static (IReadOnlyList<(double Coverage, double Risk)> Curve, double? Area) Of(IReadOnlyList<EvaluationRow> rows)
    {
        var answered = rows.Where(row => !row.Abstained).OrderByDescending(row => row.Confidence).ToList();
        if (answered.Count == 0)
            return ([], null);
        var curve = new List<(double, double)>();
        var (wrong, area) = (0, 0.0);
        var step = Math.Max(1, answered.Count / MostPoints);
        for (var i = 0; i < answered.Count; i++)
        {
            wrong += answered[i].Question.Answerable && answered[i].Right ? 0 : 1;
            var risk = (double)wrong / (i + 1);
            area += risk / answered.Count;
            if ((i + 1) % step == 0 || i == answered.Count - 1)
                curve.Add(((double)(i + 1) / rows.Count, risk));
        }

        return (curve, area);
    }
}
