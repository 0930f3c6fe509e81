using System.Text.Json;
using Tanyuan.Library;

namespace Tanyuan.Answers.Batch;

/// <summary>
/// Answers JSON Lines of questions with JSON Lines, row for row and in order, each row written out as soon as it is known. The row shape
/// is that of <see cref="AnswerJson.WriteBatchRow"/>; it is stable.
/// </summary>
public static class AskBatch
{
    /// <summary>Answers all questions of <paramref name="input"/>. Returns how many there were.</summary>
    public static async Task<int> RunAsync(
        TanyuanLibrary library, TextReader input, Stream output, AskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(output);
        var count = 0;
        await using var writer = new Utf8JsonWriter(output, AnswerJson.Options);
        await foreach (var question in BatchQuestion.ReadAsync(input, cancellationToken))
        {
            var answer = await library.AskAsync(question.Question, options, cancellationToken);
            AnswerJson.WriteBatchRow(writer, question.Id, answer);
            await BatchRow.EndAsync(writer, output, cancellationToken);
            count++;
        }

        return count;
    }
}
