using System.Text;
using System.Text.Json;
using Tanyuan.Library;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

/// <summary>A library in memory of pages that we wrote, and questions to them: a folder beside the tests that holds Pages and questions.jsonl.</summary>
public abstract class WrittenPages : IAsyncLifetime
{
    readonly string folder;
    TanyuanLibrary library = null!;

    protected WrittenPages(params string[] folder) => this.folder = Path.Combine([AppContext.BaseDirectory, .. folder]);

    public async ValueTask InitializeAsync()
    {
        library = await TanyuanLibrary.OpenInMemoryAsync();
        await library.AddAsync(PageSource.Enumerate(Path.Combine(folder, "Pages")));
    }

    public async ValueTask DisposeAsync()
    {
        await library.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether an answer is a known one.</summary>
    protected virtual bool IsSaid(Answer answer, string known) => answer.Statements.Count > 0 && answer.Statements[0].Text == known;

    /// <summary>How many of the questions are answered right and how many that the pages don't answer are declined, of how many.</summary>
    protected async Task<(int Right, int Answerable, int Declined, int Unanswerable)> CountAsync()
    {
        var (right, answerable, declined, unanswerable) = (0, 0, 0, 0);
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, "questions.jsonl"), TestContext.Current.CancellationToken))
        {
            using var row = JsonDocument.Parse(line);
            var answers = row.RootElement.GetProperty("answers").EnumerateArray().Select(answer => answer.GetString()!).ToList();
            var answer = await AskAsync(row.RootElement.GetProperty("question").GetString()!);
            answerable += answers.Count > 0 ? 1 : 0;
            right += answers.Exists(known => IsSaid(answer, known)) ? 1 : 0;
            unanswerable += answers.Count == 0 ? 1 : 0;
            declined += answers.Count == 0 && answer.Abstained ? 1 : 0;
        }

        return (right, answerable, declined, unanswerable);
    }

    /// <summary>How many questions of a file of them are answered wholly (with all that the file says an answer tells, and nothing first that it must not) and how many that the pages don't answer are declined, of how many; and which are not whole.</summary>
    protected async Task<(int Whole, int Answerable, int Declined, int Unanswerable, List<string> Missed)> CountWholeAsync()
    {
        var (whole, answerable, declined, unanswerable, missed) = (0, 0, 0, 0, new List<string>());
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(folder, "questions.jsonl"), TestContext.Current.CancellationToken))
        {
            using var row = JsonDocument.Parse(line);
            var told = row.RootElement.GetProperty("told").EnumerateArray().Select(ways => ways.EnumerateArray().Select(way => Letters(way.GetString()!)).ToList()).ToList();
            var answer = await AskAsync(row.RootElement.GetProperty("question").GetString()!, row.RootElement.TryGetProperty("after", out var after) ? after.GetString() : null);
            if (told.Count == 0)
            {
                unanswerable++;
                declined += answer.Abstained ? 1 : 0;
                continue;
            }

            answerable++;
            var said = Letters(string.Concat(answer.Statements.Select(statement => $"{statement.Text} {statement.Sentence} ")));
            var first = Letters(answer.Abstained ? "" : answer.Statements[0].Text);
            var isOther = row.RootElement.TryGetProperty("not", out var others) && others.EnumerateArray().Any(other => first.Contains(Letters(other.GetString()!), StringComparison.Ordinal));
            if (!isOther && told.TrueForAll(ways => ways.Exists(way => said.Contains(way, StringComparison.Ordinal))))
                whole++;
            else
                missed.Add(answer.Question);
        }

        return (whole, answerable, declined, unanswerable, missed);
    }

    protected Task<Answer> AskAsync(string question, string? after = null) => library.AskAsync(question, new AskOptions { Earlier = after }, TestContext.Current.CancellationToken);

    /// <summary>Asks what the pages answer.</summary>
    protected async Task<string> AnswerAsync(string question)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:0.00}.");
        return answer.Statements[0].Text;
    }

    /// <summary>Asks what they don't.</summary>
    protected async Task DeclinesAsync(string question)
    {
        var answer = await AskAsync(question);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }

    static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
