using System.Text.Json;

namespace Tanyuan.Answers.Batch;

/// <summary>The end of a row of JSON Lines.</summary>
internal static class BatchRow
{
    /// <summary>Flushes the row and its line feed, so that a reader downstream sees it at once.</summary>
    public static async Task EndAsync(Utf8JsonWriter writer, Stream output, CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await output.FlushAsync(cancellationToken);
        writer.Reset();
    }
}
