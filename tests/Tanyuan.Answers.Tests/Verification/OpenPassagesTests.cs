using System.Text.Json;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Answers.Tests.Verification;

/// <summary>
/// The lies of a model about passages that nobody prepared for it: a measure at scale, run when asked for (<c>--explicit only</c>), since it takes
/// minutes. It prints what it lets through.
/// </summary>
public class OpenPassagesTests(ITestOutputHelper output)
{
    const int EveryNth = 12;

    [Fact(Explicit = true)]
    public async Task Lies_about_open_passages_are_caught_and_what_is_true_passes()
    {
        var passages = File.ReadLines(Repository.SharedOrSkip("data", "passages-open.jsonl")).Where((_, place) => place % EveryNth == 0)
            .Select(line => JsonDocument.Parse(line).RootElement).Select((row, i) => (Id: $"p{i}", Title: row.GetProperty("title").GetString()!, Text: row.GetProperty("text").GetString()!))
            .Where(passage => passage.Title.Length >= 3).DistinctBy(passage => passage.Title).ToList();
        await using var library = await SampleLibrary.OpenAsync(passages);
        var verdicts = await LyingModelTests.AskAsync(library, new OpenLies([.. passages.Select(passage => (passage.Title, passage.Text))]).All());
        foreach (var (written, shown, reason) in verdicts.Where(verdict => verdict.Written.IsLie == verdict.Shown))
            output.WriteLine($"{(shown ? "passed" : $"refused ({reason})")}: {written.Kind}: {written.Text}");
        foreach (var kind in verdicts.GroupBy(verdict => verdict.Written.Kind))
            output.WriteLine($"{kind.Key}: {kind.Count(verdict => !verdict.Shown)} of {kind.Count()} refused");
        Assert.Equal(11, verdicts.Select(verdict => verdict.Written.Kind).Distinct().Count());
        Assert.All(verdicts.Where(verdict => verdict.Written.IsLie).GroupBy(verdict => verdict.Written.Kind), kind => Assert.InRange((double)kind.Count(verdict => !verdict.Shown) / kind.Count(), 0.95, 1));
        Assert.InRange((double)verdicts.Count(verdict => !verdict.Written.IsLie && !verdict.Shown) / verdicts.Count(verdict => !verdict.Written.IsLie), 0, 0.02);
    }
}
