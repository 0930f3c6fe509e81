using System.Diagnostics;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Library;

namespace Tanyuan.Training;

/// <summary>
/// Trains the reader's parts on top of each other, each on scores that the part below gave to questions it was not trained on
/// (three folds by article). The figures it prints are of the fold models: each question is judged by models trained on the other two
/// thirds. The model written out is trained on all of them.
/// </summary>
internal sealed class ReaderTraining(Corpus corpus, TextWriter log)
{
    static readonly BoostingOptions SentenceTrees = new(220, 6, 0.1, 3, 0.5, 0.4);
    static readonly BoostingOptions CorrectingTrees = new(200, 6, 0.12, 3, 0.5, 0.35);
    static readonly BoostingOptions PlainTrees = new(300, 6, 0.12, 2, 0.5, 0.35);

    // The share of questions that are learnt from once more with their passages' titles taken away: many pages have none, or one that does
    // not name their subject.
    const double Untitled = 0.2;

    // The share that is asked of made pages, too.
    const double OfPages = 0.5;

    // How much more often than it is asked here a question is met whose passage is missing: nothing that a library holds answers it.
    const double Gone = 1.5;

    // How much more a false answer costs than another mistake.
    const double False = 2;

    // How much less from one with a decoy: nobody writes as many of them as are made here.
    const double Decoyed = 0.5;

    List<Example> _examples = [];
    List<Example> _untitled = [];
    List<Example> _pages = [];
    TreeEnsemble[] _sentences = [];

    readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Writes the examples that the network learns from.</summary>
    public async Task ExportAsync(string path)
    {
        await RankSentencesAsync();
        await using var writer = new StreamWriter(path);
        NetworkExport.Write(writer, SpansOf(_examples), "plain");
        NetworkExport.Write(writer, SpansOf(_untitled), "untitled");
        NetworkExport.Write(writer, SpansOf(_pages), "pages");
        // Not decoys: nothing that a network is told of a character tells them from right sentences.
        NetworkExport.Write(writer, SpansOf(await UnansweredAsync(decoyed: false)), "unanswerable");
        var clozes = await ExamplesAsync(corpus.Clozes(new Random(37)));
        Parallel.ForEach(clozes, example => example.Score(_sentences[example.Fold]));
        foreach (var some in clozes.Chunk(500))
            NetworkExport.Write(writer, SpansOf([.. some]), "cloze");
        Say($"written to {path}");
    }

    /// <summary>Trains, prints the held-back figures, and writes the model to <paramref name="output"/> and the reliability diagram to <paramref name="plot"/> unless they are null.</summary>
    public async Task RunAsync(string networkFolder, string? output, string? plot)
    {
        await RankSentencesAsync();
        var spans = SpansOf(_examples);
        var learntSpans = new List<SpanExample>([.. spans, .. SpansOf(_untitled)]);
        Say($"best F1 of any candidate: {spans.Average(span => span.Ceiling):F3}");
        var patterns = Enumerable.Range(0, Corpus.Folds).Select(fold => FitPatterns(learntSpans.Where(span => span.Example.Fold != fold))).ToArray();
        var pages = SpansOf(_pages);
        var unanswered = SpansOf(await UnansweredAsync(decoyed: true));
        var decoys = SpansOf(await ScoredAsync(corpus.WithDecoys(replaced: false, new Random(41))));
        var networks = Enumerable.Range(0, Corpus.Folds).Select(fold => Network(Path.Combine(networkFolder, $"fold-{fold}.bin"))).ToArray();
        learntSpans.AddRange(decoys);
        Parallel.ForEach(learntSpans, span => span.Prepare(patterns[span.Example.Fold], networks[span.Example.Fold]));
        ReaderFigures.PrintNetwork(Say, spans);
        var trees = Folds(fold => FitSpans(learntSpans.Where(span => span.Example.Fold != fold)));
        Parallel.ForEach(learntSpans, span => span.Score(trees[span.Example.Fold]));
        ReaderFigures.Print(Say, spans);
        ReaderFigures.PrintDecoyed(Say, decoys);
        Parallel.ForEach(unanswered.Concat(pages), span =>
        {
            span.Prepare(patterns[span.Example.Fold], networks[span.Example.Fold]);
            span.Score(trees[span.Example.Fold]);
        });
        var rows = ConfidenceRows([.. learntSpans, .. pages, .. unanswered]);
        var confidence = Folds(fold => FitConfidence(rows.Where(row => row.Fold != fold)));
        var threshold = ConfidenceFigures.Print(Say, rows, row => confidence[row.Fold].Score(row.Values), plot);
        if (output is null)
            return;
        var model = new ReaderModel
        {
            Sentences = FitSentences([.. _examples, .. _untitled, .. _pages]),
            Patterns = FitPatterns(learntSpans),
            Spans = FitSpans(learntSpans),
            Confidence = FitConfidence(rows),
            Threshold = threshold,
        };
        ModelFile.Write(output, model, corpus.Questions.Count);
        Say($"written to {output}");
    }

    // Makes the examples and ranks their sentences by models that have not learnt from them.
    async Task RankSentencesAsync()
    {
        var whole = await ExamplesAsync(corpus.Whole(Untitled, new Random(23)));
        _examples = [.. whole.Where(example => example.Asked == Asked.Passages)];
        _untitled = [.. whole.Where(example => example.Asked == Asked.UntitledPassages)];
        _pages = await ExamplesAsync(corpus.OfMadePages(OfPages, new Random(29)));
        foreach (var (name, examples) in new[] { ("passages", _examples), ("pages", _pages) })
            Say($"{examples.Count} questions of {name}; document first {Share(examples, example => example.Passages.Count > 0 && example.Passages[0].PublicId == example.Label.DocumentId):P1}, gold sentence in evidence {Share(examples, example => example.HasGold):P1}");
        List<Example> learnt = [.. _examples, .. _untitled, .. _pages];
        _sentences = Folds(fold => FitSentences(learnt.Where(example => example.Fold != fold)));
        Parallel.ForEach(learnt, example => example.Score(_sentences[example.Fold]));
        foreach (var top in new[] { 1, 3, CandidateSet.SentencesRead })
        {
            foreach (var (name, examples) in new[] { ("passages", _examples), ("pages", _pages) })
                Say($"gold sentence of {name} in the first {top}: {Share(examples, example => example.Ranked.Take(top).Any(sentence => example.Label.IsIn(sentence.Key.ToString()))):P1}");
        }
    }

    // Questions whose passage is missing, questions whose answer is cut out of it, and perhaps those in whose answer's place a decoy stands.
    async Task<List<Example>> UnansweredAsync(bool decoyed)
    {
        var examples = await ScoredAsync([corpus.WithoutAThird(new Random(3)), corpus.WithSentencesCut(new Random(5)), .. corpus.OfChangedPages(OfPages, new Random(31))]);
        if (decoyed)
            examples.AddRange(await ScoredAsync(corpus.WithDecoys(replaced: true, new Random(43))));
        Say($"{examples.Count} questions that a changed library does not answer");
        return examples;
    }

    async Task<List<Example>> ScoredAsync(IEnumerable<AskedLibrary> libraries)
    {
        var examples = await ExamplesAsync(libraries);
        Parallel.ForEach(examples, example => example.Score(_sentences[example.Fold]));
        return examples;
    }

    async Task<List<Example>> ExamplesAsync(IEnumerable<AskedLibrary> libraries)
    {
        var examples = new List<Example>();
        foreach (var library in libraries)
            examples.AddRange(await ExamplesAsync(library));
        return examples;
    }

    async Task<Example[]> ExamplesAsync(AskedLibrary asked)
    {
        await using var library = await asked.OpenAsync();
        var examples = new Example[asked.Questions.Count];
        await Parallel.ForAsync(0, examples.Length, async (i, _) =>
        {
            var (question, of) = asked.Questions[i];
            examples[i] = await Example.MakeAsync(library, question, corpus.FoldOf(question), of);
        });
        return examples;
    }

    static List<SpanExample> SpansOf(List<Example> examples)
    {
        var spans = new SpanExample[examples.Count];
        Parallel.For(0, spans.Length, i => spans[i] = new SpanExample(examples[i]));
        return [.. spans];
    }

    T[] Folds<T>(Func<int, T> fit)
    {
        var models = Enumerable.Range(0, Corpus.Folds).Select(fit).ToArray();
        Say("fold models trained");
        return models;
    }

    static NetworkReader Network(string path)
    {
        using var file = File.OpenRead(path);
        return new NetworkReader(NetworkModel.Read(file));
    }

    static TreeEnsemble FitSentences(IEnumerable<Example> examples)
    {
        var rows = new TrainingRows(SentenceFeatures.Count);
        foreach (var example in examples)
            example.AddTo(rows);
        return new Boosting(SentenceTrees, 7).FitRanking(rows);
    }

    static SlotWeights FitPatterns(IEnumerable<SpanExample> spans) => PatternFitting.Fit([.. spans.Select(span => span.PatternRows())], 19);

    static SpanTrees FitSpans(IEnumerable<SpanExample> spans)
    {
        var list = spans.ToList();
        return new SpanTrees(
            new Boosting(CorrectingTrees, 13).FitRanking(Rows(list, SpanFeatures.Count), SpanFeatures.NetworkShare),
            new Boosting(PlainTrees, 13).FitRanking(Rows(list, SpanFeatures.PlainCount)));
    }

    static TrainingRows Rows(IEnumerable<SpanExample> spans, int features)
    {
        var rows = new TrainingRows(features);
        foreach (var span in spans)
            span.AddTo(rows);
        return rows;
    }

    static BoundedLogistic FitConfidence(IEnumerable<ConfidenceRow> rows) => LogisticFitting.Fit([.. rows.Select(row => new LogisticFitting.Row(row.Values, row.Right, Cost(row.Asked), Frequency(row.Asked)))]);

    static double Frequency(Asked asked) => asked switch
    {
        Asked.PassagesWithoutIts or Asked.PagesWithoutIts => Gone,
        Asked.PassagesWithDecoy or Asked.DecoyedPassages or Asked.PagesWithDecoy or Asked.DecoyedPages => Decoyed,
        _ => 1,
    };

    static double Cost(Asked asked) => asked is Asked.PassagesWithoutIts or Asked.PagesWithoutIts or Asked.CutPassages or Asked.CutPages ? False : Frequency(asked);

    static List<ConfidenceRow> ConfidenceRows(IEnumerable<SpanExample> spans) => [.. spans.Where(span => span.Ranked.Count > 0).Select(ConfidenceRow.Of)];

    static double Share(List<Example> examples, Func<Example, bool> holds) => examples.Average(example => holds(example) ? 1.0 : 0);

    void Say(string line) => log.WriteLine($"[{_clock.Elapsed.TotalSeconds,6:F0} s] {line}");
}
