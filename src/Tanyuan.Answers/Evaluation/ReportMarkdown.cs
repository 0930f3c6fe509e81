using System.Globalization;
using System.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>Writes reports as Markdown: the figures of each system side by side with their intervals, then each kind of question.</summary>
public static class ReportMarkdown
{
    /// <summary>The Markdown of reports on the same set.</summary>
    public static string Of(IReadOnlyList<EvaluationReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var text = new StringBuilder("# Evaluation\n\n");
        var first = reports[0];
        text.Append(CultureInfo.InvariantCulture, $"{first.All.Questions} questions, {first.All.Answerable} of them answerable. Intervals: 95 %, bootstrap, seed {first.Seed}.\n\n");
        Row(text, ["figure", .. reports.Select(report => report.System)]);
        Row(text, ["---", .. reports.Select(_ => "---")]);
        foreach (var name in Metric.All.Select(metric => metric.Name).Where(name => reports.Any(report => report.All.Value(name) is not null)))
            Row(text, [name, .. reports.Select(report => Cell(report.All, name))]);
        Row(text, ["median ms", .. reports.Select(report => Number(report.All.MedianMilliseconds, "0.0"))]);
        Row(text, ["p95 ms", .. reports.Select(report => Number(report.All.SlowMilliseconds, "0.0"))]);
        Row(text, ["false answers", .. reports.Select(report => $"{report.All.FalseAnswers} of {report.All.FalseAnswers + report.All.AbstainedRightly}")]);
        Row(text, ["area under risk–coverage", .. reports.Select(report => report.All.RiskArea is { } area ? Number(area, "0.0000") : "–")]);
        Row(text, ["expected calibration error", .. reports.Select(report => report.Calibration.Error is { } error ? Number(error, "0.0000") : "–")]);
        foreach (var report in reports.Where(report => report.Kinds.Count > 1))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {report.System}, by kind\n\n");
            Row(text, ["kind", "questions", "answered", "right", "exact", "F1", "cited right", "recall@1", "median ms"]);
            Row(text, ["---", "---", "---", "---", "---", "---", "---", "---", "---"]);
            foreach (var (kind, scores) in report.Kinds)
            {
                Row(text,
                [
                    kind, $"{scores.Questions}", $"{scores.Answered}", $"{scores.Right}", Share(scores.ExactMatch), Share(scores.F1), Share(scores.CitedRight), Share(scores.RecallAt1),
                    Number(scores.MedianMilliseconds, "0.0"),
                ]);
            }
        }

        return text.ToString();
    }

    static string Cell(EvaluationScores scores, string name)
    {
        if (scores.Metrics.FirstOrDefault(metric => metric.Name == name) is not { } metric)
            return "–";
        return name is "meanMs" or "tokens" ? $"{Number(metric.Value, "0.0")} ({Number(metric.Low, "0.0")}–{Number(metric.High, "0.0")})"
            : name is "cost" ? Number(metric.Value, "0.000000")
            : $"{Share(metric.Value)} ({Share(metric.Low)}–{Share(metric.High)})";
    }

    static string Share(double? value) => value is { } share ? Number(share, "0.0000") : "–";

    static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
