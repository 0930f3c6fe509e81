using System.Text.Json;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;
using Tanyuan.Text;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Training;

/// <summary>
/// The passages and questions that the reader is trained on, and the libraries made of them: one whole; one in which a seeded third of the
/// passages is missing; one in which each passage has lost the sentences that answer one of its questions. The last two give questions
/// whose sources do not say.
/// </summary>
internal sealed class Corpus
{
    readonly List<(string Id, string Title, string Text)> _passages = [];
    readonly Dictionary<string, int> _folds = new(StringComparer.Ordinal);

    /// <summary>How many folds the questions fall into.</summary>
    public const int Folds = 3;

    /// <summary>The questions.</summary>
    public List<LabelledQuestion> Questions { get; } = [];

    /// <summary>Reads the corpus from a folder.</summary>
    public static Corpus Load(string folder)
    {
        var corpus = new Corpus();
        foreach (var line in File.ReadLines(Path.Combine(folder, "passages-open.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var (id, title) = (root.GetProperty("id").GetString()!, root.GetProperty("title").GetString()!);
            corpus._passages.Add((id, title, root.GetProperty("text").GetString()!));
            corpus._folds[id] = FoldOf(TextFolder.Fold(title));
        }

        foreach (var name in new[] { "queries-cmrc-trial.jsonl", "queries-drcd-dev.jsonl" })
        {
            using var lines = new StreamReader(Path.Combine(folder, name));
            corpus.Questions.AddRange(EvaluationQuestion.Read(lines).Select(question => new LabelledQuestion(question)));
        }

        return corpus;
    }

    /// <summary>The fold of a question. All passages of one article fall into one fold, so that none is learnt from its neighbour.</summary>
    public int FoldOf(LabelledQuestion question) => _folds[question.DocumentId];

    /// <summary>A library of all passages.</summary>
    public Task<TanyuanLibrary> WholeAsync() => FillAsync(_passages);

    /// <summary>A library without a seeded third of the passages, and the questions that it cannot answer.</summary>
    public async Task<(TanyuanLibrary Library, HashSet<string> Unanswerable)> WithoutAThirdAsync(Random random)
    {
        var gone = _passages.Where(_ => random.Next(3) == 0).Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        var unanswerable = Questions.Where(question => gone.Contains(question.DocumentId)).Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return (await FillAsync(_passages.Where(passage => !gone.Contains(passage.Id))), unanswerable);
    }

    /// <summary>A library in which each passage has lost the answer to one of its questions, and those questions.</summary>
    public async Task<(TanyuanLibrary Library, HashSet<string> Unanswerable)> WithSentencesCutAsync(Random random)
    {
        var chosen = Questions.GroupBy(question => question.DocumentId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ElementAt(random.Next(group.Count())), StringComparer.Ordinal);
        var cut = _passages.Select(passage => chosen.TryGetValue(passage.Id, out var question) ? passage with { Text = Cut(passage.Text, question) } : passage);
        return (await FillAsync(cut), chosen.Values.Select(question => question.Id).ToHashSet(StringComparer.Ordinal));
    }

    static string Cut(string text, LabelledQuestion question)
    {
        var kept = SentenceSplitter.Split(text).Select(span => span.Of(text))
            .Where(sentence => TextFolder.Fold(sentence) is var key && !question.IsIn(key) && !question.IsPart(key));
        return string.Concat(kept);
    }

    static async Task<TanyuanLibrary> FillAsync(IEnumerable<(string Id, string Title, string Text)> passages)
    {
        var library = await TanyuanLibrary.OpenInMemoryAsync();
        var items = passages.Select(passage => new SourceItem(
            new Page(passage.Id, System.Text.Encoding.UTF8.GetBytes(passage.Text), PageFormat.Article) { ExternalId = passage.Id, Title = passage.Title }, null));
        await library.AddAsync(items);
        return library;
    }

    // FNV-1a, since string hashes differ from run to run.
    static int FoldOf(string title)
    {
        var hash = 2166136261u;
        foreach (var unit in title)
            hash = unchecked((hash ^ unit) * 16777619);
        return (int)((hash >> 8) % Folds);
    }
}
