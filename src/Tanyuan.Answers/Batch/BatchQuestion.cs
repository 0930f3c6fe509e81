using System.Runtime.CompilerServices;
using System.Text.Json;
using Tanyuan.Text;

namespace Tanyuan.Answers.Batch;

/// <summary>A question of a batch: a line <c>{"id","question"}</c>. Where the id is missing it is the line number.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">Its text; <c>"query"</c> is read where there is no <c>"question"</c>.</param>
public sealed record BatchQuestion(string Id, string Question)
{
    /// <summary>Reads the questions of a JSON Lines text as they come; empty lines are passed over.</summary>
    /// <exception cref="TanyuanException"><c>batch-line-invalid</c>: a line is not such an object.</exception>
    public static async IAsyncEnumerable<BatchQuestion> ReadAsync(
        TextReader lines, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lines);
        for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, number);
        }
    }

    static BatchQuestion Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object
                && (root.TryGetProperty("question", out var question) || root.TryGetProperty("query", out question)) && question.ValueKind == JsonValueKind.String)
            {
                var id = root.TryGetProperty("id", out var given) ? given.ToString() : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return new BatchQuestion(id, question.GetString()!);
            }
        }
        catch (JsonException error)
        {
            throw Invalid(number, error);
        }

        throw Invalid(number, null);
    }

    static TanyuanException Invalid(int number, Exception? cause) =>
        new("batch-line-invalid", $"Line {number} is not a JSON object with a \"question\". Write one {{\"id\": …, \"question\": …}} a line.", cause);
}
