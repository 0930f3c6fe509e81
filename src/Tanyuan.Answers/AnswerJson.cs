using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tanyuan.Answers;

/// <summary>Writes answers as JSON with CJK text as it is. Offsets count UTF-16 units of the document's text.</summary>
public static class AnswerJson
{
    /// <summary>How the JSON is written: compact, and only what JSON itself demands is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of an answer.</summary>
    public static string ToString(Answer answer)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, answer);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>
    /// Writes an answer with all its statements:
    /// <c>{"question","confidence","abstained","stage","ms","form","isSo"?,"disagrees"?,"constraints"?:[{"kind","text","value","met"}],"passagesRead","statements":[{"text","sentence","date"?,"sources","citations":[…]}],"ranked":[…]}</c>,
    /// where it took steps <c>"steps":[{"question","confidence","text",…}]</c>, and where a language model was asked <c>"tokens":{"input","output","estimated"}</c>, <c>"rejected":[{"text","reason","detail"}]</c>, <c>"writerFailure"</c>.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        writer.WriteStartObject();
        writer.WriteString("question", answer.Question);
        WriteOutcome(writer, answer);
        writer.WriteString("form", JsonNamingPolicy.CamelCase.ConvertName(answer.Form.ToString()));
        if (answer.IsSo is { } isSo)
            writer.WriteBoolean("isSo", isSo);
        if (answer.Disagrees)
            writer.WriteBoolean("disagrees", true);
        WriteConstraints(writer, answer);
        writer.WriteNumber("passagesRead", answer.PassagesRead);
        writer.WriteStartArray("statements");
        foreach (var statement in answer.Statements)
        {
            writer.WriteStartObject();
            WriteStatement(writer, statement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteSteps(writer, answer);
        WriteWriting(writer, answer);
        WriteRanked(writer, answer.Ranked);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes an answer as a batch row:
    /// <c>{"qid","ranked":[…],"answer","sentence","citation":{"document","start","length","text"},"confidence","abstained","stage","ms"}</c>.
    /// </summary>
    public static void WriteBatchRow(Utf8JsonWriter writer, string questionId, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        writer.WriteStartObject();
        writer.WriteString("qid", questionId);
        WriteRanked(writer, answer.Ranked);
        var statement = answer.Abstained ? null : answer.InOne;
        writer.WriteString("answer", statement?.Text);
        writer.WriteString("sentence", statement?.Sentence);
        writer.WritePropertyName("citation");
        if (statement is null)
            writer.WriteNullValue();
        else
            WriteCitation(writer, statement.Citations[0]);
        WriteOutcome(writer, answer);
        writer.WriteEndObject();
    }

    static void WriteOutcome(Utf8JsonWriter writer, Answer answer)
    {
        writer.WriteNumber("confidence", Math.Round(answer.Confidence, 4));
        writer.WriteBoolean("abstained", answer.Abstained);
        writer.WriteString("stage", answer.Stage == AnswerStage.Writer ? "writer" : "reader");
        writer.WriteNumber("ms", Math.Round(answer.Elapsed.TotalMilliseconds, 2));
    }

    static void WriteStatement(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteString("text", statement.Text);
        writer.WriteString("sentence", statement.Sentence);
        if (statement.Date is { } date)
            writer.WriteString("date", date);
        writer.WriteNumber("sources", statement.IndependentSources);
        writer.WriteStartArray("citations");
        foreach (var citation in statement.Citations)
            WriteCitation(writer, citation);
        writer.WriteEndArray();
    }

    static void WriteConstraints(Utf8JsonWriter writer, Answer answer)
    {
        if (answer.Constraints.Count == 0)
            return;
        writer.WriteStartArray("constraints");
        foreach (var constraint in answer.Constraints)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(constraint.Kind.ToString()));
            writer.WriteString("text", constraint.Text);
            writer.WriteString("value", constraint.Value);
            writer.WriteBoolean("met", constraint.IsMet);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteSteps(Utf8JsonWriter writer, Answer answer)
    {
        if (answer.Steps.Count == 0)
            return;
        writer.WriteStartArray("steps");
        foreach (var step in answer.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("question", step.Question);
            writer.WriteNumber("confidence", Math.Round(step.Confidence, 4));
            WriteStatement(writer, step.Statement);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteWriting(Utf8JsonWriter writer, Answer answer)
    {
        if (answer.Usage is { } usage)
        {
            writer.WriteStartObject("tokens");
            writer.WriteNumber("input", usage.Input);
            writer.WriteNumber("output", usage.Output);
            writer.WriteBoolean("estimated", usage.IsEstimate);
            writer.WriteEndObject();
        }

        if (answer.WriterFailure is { } failure)
            writer.WriteString("writerFailure", failure);
        if (answer.Rejected.Count == 0)
            return;
        writer.WriteStartArray("rejected");
        foreach (var rejected in answer.Rejected)
        {
            writer.WriteStartObject();
            writer.WriteString("text", rejected.Text);
            writer.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(rejected.Reason.ToString()));
            writer.WriteString("detail", rejected.Detail);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    static void WriteRanked(Utf8JsonWriter writer, IReadOnlyList<string> ranked)
    {
        writer.WriteStartArray("ranked");
        foreach (var document in ranked)
            writer.WriteStringValue(document);
        writer.WriteEndArray();
    }

    static void WriteCitation(Utf8JsonWriter writer, Citation citation)
    {
        writer.WriteStartObject();
        writer.WriteString("document", citation.DocumentId);
        writer.WriteString("title", citation.DocumentTitle);
        writer.WriteNumber("start", citation.Start);
        writer.WriteNumber("length", citation.Length);
        writer.WriteString("text", citation.Quote);
        writer.WriteNumber("sentenceStart", citation.SentenceStart);
        if (citation.Field is { } field)
            writer.WriteString("field", JsonNamingPolicy.CamelCase.ConvertName(field.ToString()));
        if (citation.Published is { } published)
            writer.WriteString("published", published);
        if (citation.Copies > 1)
            writer.WriteNumber("copies", citation.Copies);
        if (citation.IsSide)
            writer.WriteBoolean("side", true);
        writer.WriteEndObject();
    }
}
