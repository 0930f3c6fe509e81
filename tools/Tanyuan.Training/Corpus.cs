using System.Text.Json;
using Tanyuan.Answers.Evaluation;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Training;

/// <summary>
/// The passages and questions that the reader is trained on, and the libraries made of them: one whole; one in which a seeded third of the
/// passages is missing; one in which each passage has lost the sentences that answer one of its questions; and small ones of made pages,
/// whole and changed in the same ways. Changed libraries give questions whose sources do not say.
/// </summary>
internal sealed class Corpus
{
    readonly List<CorpusPassage> _passages = [];
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
            corpus._passages.Add(new CorpusPassage(id, title, root.GetProperty("text").GetString()!));
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
    public int FoldOf(LabelledQuestion question) => _folds[question.PassageId];

    /// <summary>A library of all passages, asked everything, and a share once more without the passages' titles.</summary>
    public AskedLibrary Whole(double untitled, Random random) => new(
        _passages,
        [.. Questions.Select(question => (question, Asked.Passages)), .. Questions.Where(_ => random.NextDouble() < untitled).Select(question => (question, Asked.UntitledPassages))]);

    /// <summary>A library of all passages, asked what is made of them.</summary>
    public AskedLibrary Clozes(Random random) => new(
        _passages, [.. _passages.SelectMany(passage => Cloze.Of(passage, random)).Select(question => (new LabelledQuestion(question), Asked.Passages))]);

    /// <summary>A library without a seeded third of the passages, asked what it cannot answer.</summary>
    public AskedLibrary WithoutAThird(Random random)
    {
        var gone = AThird(random);
        return new(
            _passages.Where(passage => !gone.Contains(passage.Id)),
            [.. Questions.Where(question => gone.Contains(question.PassageId)).Select(question => (question, Asked.PassagesWithoutIts))]);
    }

    /// <summary>A library in which each passage has lost the answer to one of its questions, asked those questions.</summary>
    public AskedLibrary WithSentencesCut(Random random)
    {
        var chosen = OneOfEach(random);
        return new(_passages.Select(passage => Cut(passage, chosen)), [.. chosen.Values.Select(question => (question, Asked.CutPassages))]);
    }

    /// <summary>Small libraries of made pages, which together are asked a share of the questions.</summary>
    public IEnumerable<AskedLibrary> OfMadePages(double share, Random random)
    {
        foreach (var pages in MadePage.Libraries(_passages, random))
            yield return new(pages.Select(page => page.Document()), [.. OfPages(pages).Where(_ => random.NextDouble() < share).Select(question => (question, Asked.Pages))]);
    }

    /// <summary>
    /// The same of pages that lack a seeded third of the passages, and of the others the answer to one question each; asked what they cannot
    /// answer, of the missing passages a share.
    /// </summary>
    public IEnumerable<AskedLibrary> OfChangedPages(double share, Random random)
    {
        var gone = AThird(random);
        var chosen = OneOfEach(random);
        foreach (var pages in MadePage.Libraries(_passages, random))
        {
            var asked = new List<(LabelledQuestion, Asked)>();
            foreach (var question in OfPages(pages))
            {
                if (gone.Contains(question.PassageId) && random.NextDouble() < share)
                    asked.Add((question, Asked.PagesWithoutIts));
                else if (!gone.Contains(question.PassageId) && chosen[question.PassageId].Id == question.Id)
                    asked.Add((question, Asked.CutPages));
            }

            yield return new(pages.Select(page => page.Document(passage => gone.Contains(passage.Id) ? null : Cut(passage, chosen))), asked);
        }
    }

    /// <summary>Libraries of passages and of made pages with decoys, asked what the decoys pretend to answer.</summary>
    /// <param name="replaced">Whether the decoys stand in the place of the sentences that answer, or else beside them.</param>
    /// <param name="random">Chooses.</param>
    public IEnumerable<AskedLibrary> WithDecoys(bool replaced, Random random)
    {
        var decoys = Decoys(replaced, random);
        yield return new(
            _passages.Select(passage => decoys.TryGetValue(passage.Id, out var decoy) ? decoy.Passage : passage),
            [.. decoys.Values.Select(decoy => (decoy.Question, replaced ? Asked.DecoyedPassages : Asked.PassagesWithDecoy))]);
        decoys = Decoys(replaced, random);
        foreach (var pages in MadePage.Libraries(_passages, random))
        {
            var changed = pages.Select(page => page with { Passages = [.. page.Passages.Select(passage => decoys.TryGetValue(passage.Id, out var decoy) ? decoy.Passage : passage)] }).ToList();
            yield return new(
                changed.Select(page => page.Document()),
                [.. OfPages(changed).Where(question => decoys.TryGetValue(question.PassageId, out var decoy) && decoy.Question.Id == question.Id)
                    .Select(question => (question, replaced ? Asked.DecoyedPages : Asked.PagesWithDecoy))]);
        }
    }

    // Of each passage that allows it one question with a decoy for it.
    Dictionary<string, (LabelledQuestion Question, CorpusPassage Passage)> Decoys(bool replaced, Random random)
    {
        var passages = _passages.ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        var answers = Questions.Where(question => question.Gold[0].Length <= 12).GroupBy(question => QuestionAnalyzer.Analyze(question.Text).Type)
            .ToDictionary(group => group.Key, group => group.Select(question => question.Gold[0]).ToList());
        var decoys = new Dictionary<string, (LabelledQuestion, CorpusPassage)>(StringComparer.Ordinal);
        var shuffled = Questions.ToArray();
        random.Shuffle(shuffled);
        foreach (var question in shuffled)
        {
            if (!decoys.ContainsKey(question.PassageId) && answers.TryGetValue(QuestionAnalyzer.Analyze(question.Text).Type, out var alike)
                && Decoy.In(passages[question.PassageId], question, alike, replaced, random) is { } decoy)
                decoys.Add(question.PassageId, (question, decoy));
        }

        return decoys;
    }

    IEnumerable<LabelledQuestion> OfPages(IReadOnlyList<MadePage> pages)
    {
        var homes = pages.SelectMany(page => page.Passages.Select(passage => (Page: page.Id, Passage: passage))).ToDictionary(home => home.Passage.Id, StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            if (homes.TryGetValue(question.PassageId, out var home))
                yield return question.On(home.Page, home.Passage.Text);
        }
    }

    HashSet<string> AThird(Random random) => _passages.Where(_ => random.Next(3) == 0).Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);

    Dictionary<string, LabelledQuestion> OneOfEach(Random random) => Questions.GroupBy(question => question.PassageId, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ElementAt(random.Next(group.Count())), StringComparer.Ordinal);

    static CorpusPassage Cut(CorpusPassage passage, Dictionary<string, LabelledQuestion> chosen)
    {
        if (!chosen.TryGetValue(passage.Id, out var question))
            return passage;
        var kept = SentenceSplitter.Split(passage.Text).Select(span => span.Of(passage.Text))
            .Where(sentence => TextFolder.Fold(sentence) is var key && !question.IsIn(key) && !question.IsPart(key));
        return passage with { Text = string.Concat(kept) };
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
