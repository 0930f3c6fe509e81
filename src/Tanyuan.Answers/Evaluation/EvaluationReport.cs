using System.Text.Json;

namespace Tanyuan.Answers.Evaluation;

/// <summary>An evaluation of a library's answers on a set of questions.</summary>
/// <param name="All">The scores of all questions.</param>
/// <param name="Kinds">The scores of each kind of question, most frequent first.</param>
/// <param name="Threshold">The confidence below which the answers were abstentions; null for the reader's default.</param>
public sealed record EvaluationReport(EvaluationScores All, IReadOnlyList<(string Kind, EvaluationScores Scores)> Kinds, double? Threshold)
{
    /// <summary>Writes the report as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
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
        writer.WriteEndObject();
    }

    static void Write(Utf8JsonWriter writer, EvaluationScores scores)
    {
        writer.WriteStartObject();
        writer.WriteNumber("questions", scores.Questions);
        writer.WriteNumber("answerable", scores.Answerable);
        writer.WriteNumber("answered", scores.Answered);
        writer.WriteNumber("right", scores.Right);
        WriteNumber(writer, "exactMatch", scores.ExactMatch);
        WriteNumber(writer, "f1", scores.F1);
        WriteNumber(writer, "sentenceHolds", scores.SentenceHolds);
        WriteNumber(writer, "citedRight", scores.CitedRight);
        writer.WriteNumber("abstainedRightly", scores.AbstainedRightly);
        writer.WriteNumber("falseAnswers", scores.FalseAnswers);
        WriteNumber(writer, "recallAt1", scores.RecallAt1);
        WriteNumber(writer, "recallAt10", scores.RecallAt10);
        WriteNumber(writer, "medianMs", scores.MedianMilliseconds);
        WriteNumber(writer, "p95Ms", scores.SlowMilliseconds);
        writer.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, Math.Round(number, 4));
        else
            writer.WriteNull(name);
    }
}
