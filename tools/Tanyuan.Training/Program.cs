#pragma warning disable
using System.Diagnostics;
using System.Text.Json;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
using Tanyuan.Training;

var data = args[0];
var outPath = args[1];
var limit = args.Length > 2 ? int.Parse(args[2]) : int.MaxValue;
var clock = Stopwatch.StartNew();
void Say(string s) => Console.WriteLine($"[{clock.Elapsed.TotalSeconds,6:F1}s] {s}");
var index = ScratchIndex.Load(File.ReadLines(Path.Combine(data, "passages-open.jsonl")));
Say("indexed");
var title = index.Docs.ToDictionary(d => d.Id, d => Tanyuan.Text.Folding.TextFolder.Fold(d.Title));
var sets = new Dictionary<string, List<LabelledQuestion>> { ["cmrc"] = LabelledQuestion.Load(Path.Combine(data, "queries-cmrc-trial.jsonl")), ["drcd"] = LabelledQuestion.Load(Path.Combine(data, "queries-drcd-dev.jsonl")) };
var questions = sets["cmrc"].Concat(sets["drcd"]).ToList();
if (limit < int.MaxValue) { var r = new Random(1); questions = questions.OrderBy(_ => r.Next()).Take(limit).ToList(); }
const int Folds = 3;
int FoldOf(LabelledQuestion q) { uint h = 2166136261; foreach (var c in title[q.PassageId!]) h = (h ^ c) * 16777619; return (int)((h >> 8) % Folds); }

var examples = new Example[questions.Count];
Parallel.For(0, questions.Count, i => examples[i] = Example.Build(questions[i], FoldOf(questions[i]), QuestionAnalyzer.Analyze(questions[i].Text), q => index.Retrieve(q, 10)));
Say($"examples; recall@1 {examples.Average(e => e.Passages.Count > 0 && e.Passages[0].PublicId == e.Label.PassageId ? 1.0 : 0):F4} @10 {examples.Average(e => e.Passages.Any(p => p.PublicId == e.Label.PassageId) ? 1.0 : 0):F4}; gold sentence present {examples.Average(e => e.SentenceGains.Any(g => g > 0) ? 1.0 : 0):F4}");

var sentenceOptions = new BoostingOptions(150, 6, 0.1);
var spanOptions = new BoostingOptions(int.Parse(Environment.GetEnvironmentVariable("TREES") ?? "250"), 6, 0.1);
TreeEnsemble FitSentences(IEnumerable<Example> from) { var rows = new TrainingRows(SentenceFeatures.Count); foreach (var e in from) { if (!e.SentenceGains.Any(g => g > 0)) continue; for (var i = 0; i < e.Sentences.Count; i++) rows.Add(e.SentenceValues.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count), e.SentenceGains[i]); rows.Close(); } return new Boosting(sentenceOptions, 7).FitRanking(rows); }
var sentenceModels = Enumerable.Range(0, Folds).Select(k => FitSentences(examples.Where(e => e.Fold != k))).ToArray();
Say("sentence models");
foreach (var e in examples) e.Score(sentenceModels[e.Fold]);
foreach (var k in new[] { 1, 2, 3, 5, 8 }) Say($"gold sentence in top {k}: {examples.Average(e => e.Ranked.Take(k).Any(s => e.Label.IsIn(s.Key.ToString())) ? 1.0 : 0):F4}");

var spanSets = new SpanRows[questions.Count];
Parallel.For(0, questions.Count, i => spanSets[i] = SpanRows.Build(examples[i]));
Say($"spans: candidates a question {spanSets.Average(s => s.Gains.Count):F0}; best possible F1 {spanSets.Average(s => s.Gains.DefaultIfEmpty(0).Max()):F4}");
TreeEnsemble FitSpans(Func<int, bool> use) { var rows = new TrainingRows(SpanFeatures.Count); var random = new Random(11); for (var i = 0; i < spanSets.Length; i++) if (use(i)) spanSets[i].AddTo(rows, random); Say($"  span rows {rows.Count} groups {rows.Groups}"); return new Boosting(spanOptions, 13).FitRanking(rows); }
var spanModels = Enumerable.Range(0, Folds).Select(k => FitSpans(i => examples[i].Fold != k)).ToArray();
Say("span models");
Parallel.For(0, questions.Count, i => spanSets[i].Score(spanModels[examples[i].Fold]));
void Report(string name, Func<int, bool> use) {
    var ids = Enumerable.Range(0, questions.Count).Where(use).ToList(); if (ids.Count == 0) return;
    Say($"{name}: n {ids.Count} EM {ids.Average(i => spanSets[i].Best is { } b && examples[i].Label.Exact(b) ? 1.0 : 0):F4} F1 {ids.Average(i => spanSets[i].Best is { } b ? examples[i].Label.F1(b) : 0):F4} sentence {ids.Average(i => spanSets[i].BestSentence is { } b && examples[i].Label.IsIn(b) ? 1.0 : 0):F4}"); }
Report("cmrc", i => questions[i].Id.StartsWith("cmrc")); Report("drcd", i => questions[i].Id.StartsWith("drcd"));
foreach (var t in Enum.GetValues<AnswerType>()) Report("type " + t, i => examples[i].Question.Type == t);
foreach (var t in Enum.GetValues<QuestionKind>()) Report("kind " + t, i => examples[i].Question.Kind == t);
using (var w = new StreamWriter("/tmp/errs.txt")) for (var i = 0; i < questions.Count; i++) if (spanSets[i].Best is not { } b || examples[i].Label.F1(b) < .7) w.WriteLine($"{questions[i].Id}\t{examples[i].Question.Kind}/{examples[i].Question.Type}/{examples[i].Question.Focus}/{examples[i].Question.Unit}\t{questions[i].Text}\tGOLD {string.Join("|", questions[i].Gold)}\tGOT {spanSets[i].Best}\tSENT {(spanSets[i].BestSentence is { } bs && questions[i].IsIn(bs) ? "ok" : "WRONG")} {spanSets[i].BestSentence}");
