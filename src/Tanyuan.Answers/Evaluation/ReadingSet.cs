using System.Text.Json;

namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Reads question sets for reading comprehension, which hold their passages: SQuAD's form (Rajpurkar et al. 2018), which DRCD and CMRC 2018 share,
/// <c>{"data":[{"paragraphs":[{"id"?,"context","qas":[{"id","question","answers":[{"text"}],"is_impossible"?}]}]}]}</c>, and the one of the CMRC 2018 trial,
/// <c>[{"context_id","context_text","qas":[{"query_id","query_text","answers":["…"]}]}]</c>.
/// </summary>
internal static class ReadingSet
{
    /// <summary>The questions of a set in one of these forms; null where the text is none.</summary>
    /// <exception cref="JsonException">It is in one of them, but not sound.</exception>
    public static List<EvaluationQuestion>? TryRead(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || start[0] is not ('{' or '[') || (start[0] == '{' && IsLine(start)))
            return null;
        using var json = JsonDocument.Parse(text.AsMemory(text.Length - start.Length));
        var root = json.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
            return [.. root.EnumerateArray().SelectMany(Passage)];
        return root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array
            ? [.. data.EnumerateArray().SelectMany(article => article.GetProperty("paragraphs").EnumerateArray()).SelectMany(Passage)]
            : null;
    }

    // Whether the first line is an object by itself, and no whole set.
    static bool IsLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        try
        {
            using var json = JsonDocument.Parse((end < 0 ? text : text[..end]).ToString());
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("data", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    static IEnumerable<EvaluationQuestion> Passage(JsonElement passage)
    {
        var id = Text(passage, "id") ?? Text(passage, "context_id");
        foreach (var asked in passage.GetProperty("qas").EnumerateArray())
        {
            var answers = asked.TryGetProperty("answers", out var given)
                ? given.EnumerateArray().Select(answer => answer.ValueKind == JsonValueKind.String ? answer.GetString()! : answer.GetProperty("text").GetString()!).Distinct().ToList()
                : [];
            var impossible = asked.TryGetProperty("is_impossible", out var told) && told.ValueKind == JsonValueKind.True;
            yield return new EvaluationQuestion(
                Text(asked, "id") ?? Text(asked, "query_id") ?? "", Text(asked, "question") ?? Text(asked, "query_text") ?? throw new JsonException("A question has no text."),
                impossible ? [] : answers, id, !impossible && answers.Count > 0, null);
        }
    }

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;
}
