using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Tanyuan.Text;

namespace Tanyuan.Answers.Batch;

/// <summary>A question of a batch: a line <c>{"id","question"}</c>. Where the id is missing it is the line number.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">Its text; <c>"query"</c> is read where there is no <c>"question"</c>.</param>
public sealed record BatchQuestion(string Id, string Question)
{
    /// <summary>Why the line is no question (<c>batch-line-invalid</c>), or null where it is one.</summary>
    public TanyuanException? Error { get; private init; }

    /// <summary>Reads the questions of a JSON Lines text as they come; empty lines are passed over.</summary>
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
        var id = number.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var json = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                id = root.TryGetProperty("id", out var given) ? given.ToString() : id;
                if ((root.TryGetProperty("question", out var question) || root.TryGetProperty("query", out question)) && question.ValueKind == JsonValueKind.String)
                    return new BatchQuestion(id, question.GetString()!);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Half a character is no text either.
            return Invalid(id, number, error);
        }

        return Invalid(id, number, null);
    }

    static BatchQuestion Invalid(string id, int number, Exception? cause) => new(id, "")
    {
        Error = new TanyuanException("batch-line-invalid", $"Line {number} is not a JSON object with a \"question\". Write one {{\"id\": …, \"question\": …}} a line.", cause),
    };
}
