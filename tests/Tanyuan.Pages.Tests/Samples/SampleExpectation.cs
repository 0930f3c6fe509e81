using System.Text.Json;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.Samples;

/// <summary>What a page under <c>samples/pages</c> must become: one file of <c>samples/expected</c>. What is left out is not checked.</summary>
internal sealed record SampleExpectation(string Page)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Charset { get; init; }

    public IReadOnlyList<ExpectedDocument>? Documents { get; init; }

    /// <summary>Strings that the main text of no document may hold.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Strings that some document must hold, as main or side text.</summary>
    public IReadOnlyList<string> Somewhere { get; init; } = [];

    public IReadOnlyList<ExpectedQuarantine> Quarantine { get; init; } = [];

    public static string Folder { get; } = Repository.File("samples", "expected");

    public static SampleExpectation Of(string page) => Read(Path.Combine(Folder, Path.GetFileNameWithoutExtension(page) + ".json"));

    public static IEnumerable<SampleExpectation> All() => Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read);

    static SampleExpectation Read(string path) => JsonSerializer.Deserialize<SampleExpectation>(File.ReadAllText(path), Json)
        ?? throw new InvalidOperationException($"{path} holds no expectation.");
}
