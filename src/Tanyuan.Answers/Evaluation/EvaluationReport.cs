using System.Text.Json;

namespace Tanyuan.Answers.Evaluation;

/// <summary>An evaluation of one system's answers on a set of questions.</summary>
/// <param name="System">What answered: <c>tanyuan</c>, or a model's name.</param>
/// <param name="Rows">How each answer did, in the order of the set.</param>
/// <param name="Seed">The seed of the intervals.</param>
/// <param name="Threshold">The confidence below which the answers were abstentions; null for the reader's default.</param>
public sealed record EvaluationReport(string System, IReadOnlyList<EvaluationRow> Rows, ulong Seed, double? Threshold)
{
    /// <summary>The version of the JSON form.</summary>
    public const int Version = 1;

    /// <summary>The scores of all questions.</summary>
    public EvaluationScores All { get; } = EvaluationScores.Of(Rows, Seed);

    /// <summary>The scores of each kind of question, most frequent first.</summary>
    public IReadOnlyList<(string Kind, EvaluationScores Scores)> Kinds { get; } =
        [.. Rows.GroupBy(row => row.Kind, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, EvaluationScores.Of([.. group], Seed)))];

    /// <summary>The risk–coverage curve.</summary>
    public IReadOnlyList<(double Coverage, double Risk)> RiskCurve { get; } = RiskCoverage.Of(Rows).Curve;

    /// <summary>Whether its confidence means what it says.</summary>
    public Calibration Calibration { get; } = Calibration.Of(Rows);

    /// <summary>Writes the report as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members of the report's JSON object.</summary>
    public void WriteMembers(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumber("version", Version);
        writer.WriteString("system", System);
        writer.WriteNumber("seed", Seed);
        WriteNumber(writer, "threshold", Threshold);
        writer.WritePropertyName("all");
        Write(writer, All);
        writer.WriteStartObject("kinds");
        foreach (var (kind, scores) in Kinds)
        {
            writer.WritePropertyName(kind);
            Write(writer, scores);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("riskCoverage");
        foreach (var (coverage, risk) in RiskCurve)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Math.Round(coverage, 4));
            writer.WriteNumberValue(Math.Round(risk, 4));
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        WriteCalibration(writer);
    }

    void WriteCalibration(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("calibration");
        WriteNumber(writer, "error", Calibration.Error);
        WriteNumber(writer, "brier", Calibration.Brier);
        writer.WriteStartArray("bins");
        foreach (var bin in Calibration.Bins)
        {
            writer.WriteStartObject();
            WriteNumber(writer, "from", bin.From);
            WriteNumber(writer, "to", bin.To);
            writer.WriteNumber("count", bin.Count);
            WriteNumber(writer, "confidence", bin.Confidence);
            WriteNumber(writer, "right", bin.Right);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, EvaluationScores scores)
    {
        writer.WriteStartObject();
        writer.WriteNumber("questions", scores.Questions);
        writer.WriteNumber("answerable", scores.Answerable);
        writer.WriteNumber("answered", scores.Answered);
        writer.WriteNumber("right", scores.Right);
        writer.WriteNumber("abstainedRightly", scores.AbstainedRightly);
        writer.WriteNumber("falseAnswers", scores.FalseAnswers);
        WriteNumber(writer, "aurc", scores.RiskArea);
        WriteNumber(writer, "medianMs", scores.MedianMilliseconds);
        WriteNumber(writer, "p95Ms", scores.SlowMilliseconds);
        writer.WriteStartObject("metrics");
        foreach (var metric in scores.Metrics)
        {
            writer.WriteStartObject(metric.Name);
            WriteNumber(writer, "value", metric.Value);
            WriteNumber(writer, "low", metric.Low);
            WriteNumber(writer, "high", metric.High);
            writer.WriteNumber("count", metric.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, Math.Round(number, 6));
        else
            writer.WriteNull(name);
    }
}
