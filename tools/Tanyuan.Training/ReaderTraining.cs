using System.Diagnostics;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
using Tanyuan.Library;

namespace Tanyuan.Training;

/// <summary>
/// Trains the reader's three parts on top of each other, each on scores that the part below gave to questions it was not trained on
/// (three folds by article). The figures it prints are of the fold models: each question is judged by models trained on the other two
/// thirds. The model written out is trained on all of them.
/// </summary>
internal sealed class ReaderTraining(Corpus corpus, TextWriter log)
{
    static readonly BoostingOptions SentenceTrees = new(220, 6, 0.1, 3, 0.5, 0.4);
    static readonly BoostingOptions SpanTrees = new(600, 6, 0.12, 2, 0.5, 0.35);
    static readonly BoostingOptions ConfidenceTrees = new(90, 4, 0.08, 20, 0.7);

    // The share of questions that are learnt from once more with their passages' titles taken away: many pages have none, or one that does
    // not name their subject.
    const double Untitled = 0.2;

    readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <summary>Trains, prints the held-back figures, and writes the model to <paramref name="output"/> and the reliability diagram to <paramref name="plot"/> unless they are null.</summary>
    public async Task RunAsync(string? output, string? plot)
    {
        await using var whole = await corpus.WholeAsync();
        var examples = await ExamplesAsync(whole, corpus.Questions);
        var random = new Random(23);
        var learnt = new List<Example>(examples);
        learnt.AddRange(await ExamplesAsync(whole, corpus.Questions.Where(_ => random.NextDouble() < Untitled), titled: false));
        Say($"{examples.Count} questions; document first {Share(examples, example => example.Passages.Count > 0 && example.Passages[0].PublicId == example.Label.DocumentId):P1}, gold sentence in evidence {Share(examples, example => example.HasGold):P1}");

        var sentences = Folds(fold => FitSentences(learnt.Where(example => example.Fold != fold)));
        Parallel.ForEach(learnt, example => example.Score(sentences[example.Fold]));
        foreach (var top in new[] { 1, 3, Reader.SentencesRead })
            Say($"gold sentence in the first {top}: {Share(examples, example => example.Ranked.Take(top).Any(sentence => example.Label.IsIn(sentence.Key.ToString()))):P1}");

        var learntSpans = SpansOf(learnt);
        var spans = learntSpans[..examples.Count];
        Say($"best F1 of any candidate: {spans.Average(span => span.Ceiling):F3}");
        var patterns = Enumerable.Range(0, Corpus.Folds).Select(fold => FitPatterns(learntSpans.Where(span => span.Example.Fold != fold))).ToArray();
        Parallel.ForEach(learntSpans, span => span.ScorePatterns(patterns[span.Example.Fold]));
        var spanModels = Folds(fold => FitSpans(learntSpans.Where(span => span.Example.Fold != fold)));
        Parallel.ForEach(learntSpans, span => span.Score(spanModels[span.Example.Fold]));
        ReaderFigures.Print(Say, spans);

        var judged = new List<SpanExample>(learntSpans);
        foreach (var (library, unanswerable) in new[] { await corpus.WithoutAThirdAsync(new Random(3)), await corpus.WithSentencesCutAsync(new Random(5)) })
        {
            await using (library)
            {
                var more = await ExamplesAsync(library, corpus.Questions.Where(question => unanswerable.Contains(question.Id)), answerable: false);
                Parallel.ForEach(more, example => example.Score(sentences[example.Fold]));
                var moreSpans = SpansOf(more);
                Parallel.ForEach(moreSpans, span => span.ScorePatterns(patterns[span.Example.Fold]));
                Parallel.ForEach(moreSpans, span => span.Score(spanModels[span.Example.Fold]));
                judged.AddRange(moreSpans);
                Say($"{more.Count} questions that a changed library does not answer");
            }
        }

        var rows = judged.Where(span => span.Ranked.Count > 0).Select(ConfidenceRow.Of).ToList();
        var confidenceModels = Folds(fold => FitConfidence(rows.Where(row => row.Fold != fold)));
        var threshold = ConfidenceFigures.Print(Say, rows, row => confidenceModels[row.Fold].Score(row.Values), plot);
        if (output is null)
            return;
        var model = new ReaderModel
        {
            Sentences = FitSentences(learnt),
            Patterns = FitPatterns(learntSpans),
            Spans = FitSpans(learntSpans),
            Confidence = FitConfidence(rows),
            Threshold = threshold,
        };
        ModelFile.Write(output, model, corpus.Questions.Count);
        Say($"written to {output}");
    }

    async Task<List<Example>> ExamplesAsync(TanyuanLibrary library, IEnumerable<LabelledQuestion> questions, bool answerable = true, bool titled = true)
    {
        var list = questions.ToList();
        var examples = new Example[list.Count];
        await Parallel.ForAsync(0, list.Count, async (i, _) => examples[i] = await Example.MakeAsync(library, list[i], corpus.FoldOf(list[i]), answerable, titled));
        return [.. examples];
    }

    static List<SpanExample> SpansOf(List<Example> examples)
    {
        var spans = new SpanExample[examples.Count];
        Parallel.For(0, spans.Length, i => spans[i] = new SpanExample(examples[i]));
        return [.. spans];
    }

    TreeEnsemble[] Folds(Func<int, TreeEnsemble> fit)
    {
        var models = Enumerable.Range(0, Corpus.Folds).Select(fit).ToArray();
        Say("fold models trained");
        return models;
    }

    static TreeEnsemble FitSentences(IEnumerable<Example> examples)
    {
        var rows = new TrainingRows(SentenceFeatures.Count);
        foreach (var example in examples)
            example.AddTo(rows);
        return new Boosting(SentenceTrees, 7).FitRanking(rows);
    }

    static SlotWeights FitPatterns(IEnumerable<SpanExample> spans) => PatternFitting.Fit([.. spans.Select(span => span.PatternRows())], 19);

    static TreeEnsemble FitSpans(IEnumerable<SpanExample> spans)
    {
        var rows = new TrainingRows(SpanFeatures.Count);
        foreach (var span in spans)
            span.AddTo(rows);
        return new Boosting(SpanTrees, 13).FitRanking(rows);
    }

    static TreeEnsemble FitConfidence(IEnumerable<ConfidenceRow> judged)
    {
        var rows = new TrainingRows(ConfidenceFeatures.Count);
        foreach (var row in judged)
        {
            rows.Add(row.Values, row.Right ? 1 : 0);
            rows.Close();
        }

        return new Boosting(ConfidenceTrees, 17).FitProbability(rows);
    }

    static double Share(List<Example> examples, Func<Example, bool> holds) => examples.Average(example => holds(example) ? 1.0 : 0);

    void Say(string line) => log.WriteLine($"[{_clock.Elapsed.TotalSeconds,6:F0} s] {line}");
}
