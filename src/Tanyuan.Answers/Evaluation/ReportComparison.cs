using System.Globalization;
using System.Text.Json;
using Tanyuan.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>Compares reports and holds them to floors, for a gate that a build passes through.</summary>
public static class ReportComparison
{
    /// <summary>The figures that both reports have. Times are left out: they tell of the machine.</summary>
    /// <exception cref="TanyuanException"><c>evaluation-report-invalid</c>: the old report is not one.</exception>
    public static List<FigureChange> Compare(EvaluationReport report, Stream old)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            using var json = JsonDocument.Parse(old);
            var metrics = json.RootElement.GetProperty("all").GetProperty("metrics");
            return [.. report.All.Metrics.Where(metric => metric.Name != "meanMs" && metrics.TryGetProperty(metric.Name, out _))
                .Select(metric => new FigureChange(metric.Name, metrics.GetProperty(metric.Name).GetProperty("value").GetDouble(), metric.Value, metric.HigherIsBetter))];
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new TanyuanException("evaluation-report-invalid", "The old report is no JSON that `tanyuan eval --out` wrote. Make it again with the version you compare with.", error);
        }
    }

    /// <summary>The figures of a report that stand below a floor: <c>NAME=VALUE</c> each. For times and costs a floor is a ceiling.</summary>
    /// <exception cref="TanyuanException"><c>evaluation-floor-invalid</c>: a floor is not written so, or names no figure of the report.</exception>
    public static List<(string Name, double Floor, double Value)> Below(EvaluationReport report, IEnumerable<string> floors)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(floors);
        var below = new List<(string, double, double)>();
        foreach (var floor in floors)
        {
            var at = floor.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !double.TryParse(floor.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
                throw new TanyuanException("evaluation-floor-invalid", $"{floor} is no floor. Write one such as f1=0.6.");
            var metric = report.All.Metrics.FirstOrDefault(metric => metric.Name == floor[..at])
                ?? throw new TanyuanException("evaluation-floor-invalid", $"There is no figure {floor[..at]} in this report. There are: {string.Join(", ", report.All.Metrics.Select(metric => metric.Name))}.");
            if (metric.HigherIsBetter ? metric.Value < limit : metric.Value > limit)
                below.Add((metric.Name, limit, metric.Value));
        }

        return below;
    }
}
