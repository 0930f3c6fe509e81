using System.Text.Json;
using Tanyuan.Library;

namespace Tanyuan.Answers.Batch;

/// <summary>
/// Answers JSON Lines of questions with JSON Lines, row for row and in order, each row written out as soon as it is known. The row shape
/// is that of <see cref="AnswerJson.WriteBatchRow"/>; it is stable. A line that is no question is answered with an error, and the rest goes on.
/// </summary>
public static class AskBatch
{
    /// <summary>Answers all questions of <paramref name="input"/>.</summary>
    public static async Task<BatchReport> RunAsync(
        TanyuanLibrary library, TextReader input, Stream output, AskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(output);
        var (rows, errors) = (0, 0);
        await using var writer = new Utf8JsonWriter(output, AnswerJson.Options);
        await foreach (var question in BatchQuestion.ReadAsync(input, cancellationToken))
        {
            rows++;
            if (question.Error is { } error)
            {
                errors++;
                await BatchRow.WriteErrorAsync(writer, output, question.Id, error, cancellationToken);
                continue;
            }

            var answer = await library.AskAsync(question.Question, options, cancellationToken);
            AnswerJson.WriteBatchRow(writer, question.Id, answer);
            await BatchRow.EndAsync(writer, output, cancellationToken);
        }

        return new BatchReport(rows, errors);
    }
}
