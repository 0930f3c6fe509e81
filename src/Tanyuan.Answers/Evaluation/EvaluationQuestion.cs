using System.Text.Json;
using Tanyuan.Text;

namespace Tanyuan.Answers.Evaluation;

/// <summary>A question of an evaluation set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Question">Its text.</param>
/// <param name="Answers">The gold answers, other forms included; empty when the sources do not say.</param>
/// <param name="DocumentId">The public id of the document that answers it (<c>passage_id</c>), where known.</param>
/// <param name="Answerable">Whether the sources answer it.</param>
/// <param name="Kind">Its kind as the set has it (<c>kind</c>), else null.</param>
public sealed record EvaluationQuestion(string Id, string Question, IReadOnlyList<string> Answers, string? DocumentId, bool Answerable, string? Kind)
{
    /// <summary>
    /// Reads a set of JSON Lines <c>{"id","question","passage_id"?,"answers":["…"|{"text","alt"?}],"answerable"?,"kind"?}</c>, or one in the form of SQuAD, DRCD and CMRC 2018. A question
    /// whose answers are an empty list is one that the sources do not answer.
    /// </summary>
    /// <exception cref="TanyuanException"><c>evaluation-set-invalid</c>: it is neither.</exception>
    public static IEnumerable<EvaluationQuestion> Read(TextReader set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var text = set.ReadToEnd().TrimStart('\uFEFF');
        try
        {
            if (ReadingSet.TryRead(text) is { } whole)
                return whole;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new TanyuanException(
                "evaluation-set-invalid", $"The set is JSON, but neither JSON Lines nor in the form of SQuAD or CMRC 2018: {error.Message}", error);
        }

        return text.Split('\n').Select((line, place) => (Line: line, Number: place + 1)).Where(entry => !string.IsNullOrWhiteSpace(entry.Line)).Select(entry => Parse(entry.Line, entry.Number));
    }

    static EvaluationQuestion Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var answers = new List<string>();
            if (root.TryGetProperty("answers", out var given))
            {
                foreach (var answer in given.EnumerateArray())
                    AddForms(answer, answers);
            }

            return new EvaluationQuestion(
                Text(root, "id") ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Text(root, "question") ?? throw Invalid(number, null), answers, Text(root, "passage_id"),
                root.TryGetProperty("answerable", out var answerable) ? answerable.GetBoolean() : given.ValueKind != JsonValueKind.Array || answers.Count > 0, Text(root, "kind"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw Invalid(number, error);
        }
    }

    static void AddForms(JsonElement answer, List<string> answers)
    {
        if (answer.ValueKind == JsonValueKind.String)
        {
            answers.Add(answer.GetString()!);
            return;
        }

        answers.Add(answer.GetProperty("text").GetString()!);
        if (Text(answer, "alt") is { } other)
            answers.Add(other);
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    static TanyuanException Invalid(int number, Exception? cause) =>
        new("evaluation-set-invalid", $"Line {number} is not a question {{\"id\", \"question\", \"answers\": […]}}.", cause);
}
