using System.Text.Json;
using Tanyuan.Text;

namespace Tanyuan.Answers.Batch;

/// <summary>Rows of JSON Lines: how one ends, and one that stands for a line that could not be read.</summary>
internal static class BatchRow
{
    /// <summary>Writes the row <c>{"qid","error":{"code","message"}}</c> of a line that could not be read.</summary>
    public static async Task WriteErrorAsync(Utf8JsonWriter writer, Stream output, string id, TanyuanException error, CancellationToken cancellationToken)
    {
        writer.WriteStartObject();
        writer.WriteString("qid", id);
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
        await EndAsync(writer, output, cancellationToken);
    }

    /// <summary>Flushes the row and its line feed, so that a reader downstream sees it at once.</summary>
    public static async Task EndAsync(Utf8JsonWriter writer, Stream output, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
        writer.Reset();
    }
}
