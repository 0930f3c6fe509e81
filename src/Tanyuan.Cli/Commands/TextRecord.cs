using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tanyuan.Cli.Commands;

/// <summary>
/// A line of the <c>--batch</c> modes of text filters: <c>{"id","text"}</c> in, the same id with what became of the text out. A bad
/// record is answered with an error.
/// </summary>
internal static class TextRecord
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers one line.</summary>
    /// <param name="line">The record.</param>
    /// <param name="write">Writes the fields of the answer for the record's text.</param>
    public static string Answer(string line, Action<Utf8JsonWriter, string> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            try
            {
                using var record = JsonDocument.Parse(line);
                if (record.RootElement.TryGetProperty("id", out var id))
                {
                    json.WritePropertyName("id");
                    id.WriteTo(json);
                }

                write(json, TextOf(record.RootElement.GetProperty("text")));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                json.WriteStartObject("error");
                json.WriteString("code", "batch-line-invalid");
                json.WriteString("message", "The line is not a JSON object with a \"text\".");
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The text of a JSON string, halves of surrogate pairs included, which the reader itself refuses.</summary>
    static string TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw new InvalidOperationException();
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return System.Text.RegularExpressions.Regex.Unescape(value.GetRawText()[1..^1].Replace("\\/", "/", StringComparison.Ordinal));
        }
    }
}
