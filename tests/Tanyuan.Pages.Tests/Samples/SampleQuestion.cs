using System.Text.Json;
using System.Text.Json.Serialization;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.Samples;

/// <summary>One line of <c>samples/questions.jsonl</c>.</summary>
/// <param name="PassageId">The page, or the record's id, that holds the answer; null where no page does.</param>
internal sealed record SampleQuestion(
    string Id,
    string Question,
    [property: JsonPropertyName("passage_id")] string? PassageId,
    IReadOnlyList<string> Answers,
    bool Answerable)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IEnumerable<SampleQuestion> All() => File.ReadLines(Repository.File("samples", "questions.jsonl"))
        .Select(line => JsonSerializer.Deserialize<SampleQuestion>(line, Json)!);
}
