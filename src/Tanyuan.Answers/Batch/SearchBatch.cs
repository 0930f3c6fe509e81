using System.Text.Json;
using Tanyuan.Library;

namespace Tanyuan.Answers.Batch;

/// <summary>Searches for JSON Lines of queries: rows <c>{"qid","ranked":[…]}</c> with the public ids of up to 50 documents, best first, in order; a line that is no query is answered with an error, and the rest goes on.</summary>
public static class SearchBatch
{
    /// <summary>How many documents a row lists at most.</summary>
    public const int Limit = 50;

    /// <summary>Searches for all queries of <paramref name="input"/>.</summary>
    public static async Task<BatchReport> RunAsync(TanyuanLibrary library, TextReader input, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(output);
        var (rows, errors) = (0, 0);
        await using var writer = new Utf8JsonWriter(output, AnswerJson.Options);
        await foreach (var query in BatchQuestion.ReadAsync(input, cancellationToken))
        {
            rows++;
            if (query.Error is { } error)
            {
                errors++;
                await BatchRow.WriteErrorAsync(writer, output, query.Id, error, cancellationToken);
                continue;
            }

            var result = await library.SearchAsync(query.Question, new SearchOptions { Limit = Limit }, cancellationToken);
            writer.WriteStartObject();
            writer.WriteString("qid", query.Id);
            writer.WriteStartArray("ranked");
            foreach (var hit in result.Hits)
                writer.WriteStringValue(hit.Document.ExternalId ?? hit.Document.Id);
            writer.WriteEndArray();
            writer.WriteEndObject();
            await BatchRow.EndAsync(writer, output, cancellationToken);
        }

        return new BatchReport(rows, errors);
    }
}
