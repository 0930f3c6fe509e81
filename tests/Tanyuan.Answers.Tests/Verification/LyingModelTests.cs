using Tanyuan.Answers.Tests.Writing;
using Tanyuan.Answers.Writing;
using Tanyuan.Library;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Answers.Tests.Verification;

/// <summary>
/// A model server that lies in ten ways, over HTTP and the whole way through the house. What it is caught at and what true sentences cost
/// are the promises of the verifier.
/// </summary>
public class LyingModelTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Of_the_lies_of_a_model_19_in_20_are_caught_in_each_way_and_49_in_50_true_sentences_pass()
    {
        await using var library = await OpenAsync();
        var verdicts = await AskAsync(library, Catalogue.Read());
        foreach (var (written, shown, reason) in verdicts.Where(verdict => verdict.Written.IsLie == verdict.Shown))
            output.WriteLine($"{(shown ? "passed" : $"refused ({reason})")}: {written.Kind}: {written.Text}");
        foreach (var kind in verdicts.GroupBy(verdict => verdict.Written.Kind))
            output.WriteLine($"{kind.Key}: {kind.Count(verdict => !verdict.Shown)} of {kind.Count()} refused");

        var lies = verdicts.Where(verdict => verdict.Written.IsLie).ToList();
        var truths = verdicts.Where(verdict => !verdict.Written.IsLie).ToList();
        Assert.InRange(lies.Count, 200, int.MaxValue);
        Assert.Equal(10, lies.Select(verdict => verdict.Written.Kind).Distinct().Count());
        Assert.InRange((double)lies.Count(verdict => !verdict.Shown) / lies.Count, 0.95, 1);
        Assert.InRange((double)truths.Count(verdict => !verdict.Shown) / truths.Count, 0, 0.02);
        Assert.All(lies.GroupBy(verdict => verdict.Written.Kind), kind => Assert.InRange((double)kind.Count(verdict => !verdict.Shown) / kind.Count(), 0.9, 1));
    }

    [Fact]
    public async Task The_sentences_of_the_pages_themselves_pass()
    {
        await using var library = await OpenAsync();
        var own = new List<Written>();
        await foreach (var summary in library.ListAsync(cancellationToken: TestContext.Current.CancellationToken))
        {
            var text = (await library.FindAsync(summary.Id, TestContext.Current.CancellationToken))!.Document.Text;
            if (!summary.Id.StartsWith("injected", StringComparison.Ordinal) && summary.ExternalId?.StartsWith("injected", StringComparison.Ordinal) != true)
                own.AddRange(SentenceSplitter.Split(text).Where(span => span.Length > 12).Select(span => new Written($"总结：{summary.Title}", span.Of(text), span.Of(text), "true")));
        }

        var verdicts = await AskAsync(library, own);
        foreach (var (written, _, reason) in verdicts.Where(verdict => !verdict.Shown))
            output.WriteLine($"refused ({reason}): {written.Text}");
        output.WriteLine($"{verdicts.Count} sentences");
        Assert.InRange(verdicts.Count, 150, int.MaxValue);
        Assert.InRange((double)verdicts.Count(verdict => !verdict.Shown) / verdicts.Count, 0, 0.02);
    }

    /// <summary>Has a model say the sentences, each to its question, and tells which were shown and why the others were not.</summary>
    internal static async Task<List<(Written Written, bool Shown, string Reason)>> AskAsync(TanyuanLibrary library, IEnumerable<Written> sentences)
    {
        var verdicts = new List<(Written, bool, string)>();
        await using var server = new ScriptedModelServer(_ => "");
        using var client = ModelEndpoint.At(server.Url, "liar").CreateClient();
        var ask = new AskOptions { Writer = new WriterOptions(client) { Always = true, EvidenceTokens = 5000 } };
        foreach (var group in sentences.GroupBy(written => written.Question))
        {
            var said = group.ToList();
            server.Script = message =>
            {
                // Where the evidence does not hold the passage, nothing can be said of the verifier.
                said.RemoveAll(written => Citation(message, written) == "[0]");
                return string.Join('\n', said.Select(written => written.Text + Citation(message, written)));
            };
            var outcomes = new List<(string Text, bool Shown, string Reason)>();
            await foreach (var update in library.AskStreamingAsync(group.Key, ask, TestContext.Current.CancellationToken))
            {
                if (update is AnswerUpdate.Written told)
                    outcomes.Add((told.Statement.Text, true, ""));
                else if (update is AnswerUpdate.Refused refused)
                    outcomes.Add((refused.Sentence.Text, false, $"{refused.Sentence.Reason} {refused.Sentence.Detail}"));
                else if (update is AnswerUpdate.Finished finished)
                    Assert.Null(finished.Answer.WriterFailure);
            }

            Assert.Equal(said.Select(written => Squash(written.Text)), outcomes.Select(outcome => Squash(outcome.Text)));
            verdicts.AddRange(said.Zip(outcomes, (written, outcome) => (written, outcome.Shown, outcome.Reason)));
        }

        return verdicts;
    }

    static string Squash(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));

    static string Citation(string message, Written written)
    {
        var number = ShownEvidence.NumberOf(message, written.At);
        if (written.Cites == Cites.Wrong)
            number = ShownEvidence.Of(message).LastOrDefault(passage => !ShownEvidence.Holds(passage.Value, written.At)).Key;
        if (written.Cites == Cites.OutOfRange)
            number = 99;
        return $"[{number}]";
    }

    static async Task<TanyuanLibrary> OpenAsync()
    {
        var library = await SampleLibrary.OpenAsync(SampleLibrary.All.Concat(Catalogue.InjectedPages));
        await library.AddAsync(PageSource.Enumerate(Repository.File("samples", "pages")), cancellationToken: TestContext.Current.CancellationToken);
        return library;
    }
}
