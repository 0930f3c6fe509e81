#pragma warning disable
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading;
namespace Tanyuan.Training;
internal sealed class Example {
    public required LabelledQuestion Label; public required int Fold; public required Question Question; public required QuestionMatcher Matcher;
    public required List<EvidencePassage> Passages; public required List<EvidenceSentence> Sentences; public required float[] SentenceValues; public required double[] SentenceGains;
    public List<EvidenceSentence> Ranked = new();
    public static Example Build(LabelledQuestion label, int fold, Question q, Func<Question, List<EvidencePassage>> retrieve) {
        var p = retrieve(q); var m = new QuestionMatcher(q); var s = Reader.Sentences(m, p);
        var gains = s.Select(x => (label.PassageId == x.Passage.PublicId && label.IsIn(x.Key.ToString())) ? 1.0 : 0).ToArray();
        if (gains.All(g => g == 0) && label.Gold.Count > 0) for (var i = 0; i < s.Count; i++) if (label.PassageId == s[i].Passage.PublicId && s[i].Key.Length >= 8 && label.Gold.Any(g => g.Contains(s[i].Key.ToString().TrimEnd('。', '!', '?', ' ')))) gains[i] = 1;
        return new Example { Label = label, Fold = fold, Question = q, Matcher = m, Passages = p, Sentences = s, SentenceValues = SentenceFeatures.Compute(m, p, s), SentenceGains = gains };
    }
    public void Score(TreeEnsemble model) { for (var i = 0; i < Sentences.Count; i++) Sentences[i].Score = model.Score(SentenceValues.AsSpan(i * SentenceFeatures.Count, SentenceFeatures.Count)); Ranked = Reader.Rank(Sentences); }
}
internal sealed class SpanRows {
    public List<(AnnotatedSentence S, Candidate C)> Items = new(); public List<double> Gains = new(); float[] values = new float[SpanFeatures.Count * 64]; public Example Example = null!;
    public string? Best, BestSentence; public List<RankedSpan> Ranked = new();
    public static SpanRows Build(Example e) {
        var r = new SpanRows { Example = e };
        Reader.Candidates(e.Matcher, e.Ranked, (s, c, f) => { var n = r.Items.Count; if ((n + 1) * f.Length > r.values.Length) Array.Resize(ref r.values, r.values.Length * 2); f.CopyTo(r.values.AsSpan(n * f.Length)); r.Items.Add((s, c)); r.Gains.Add(e.Label.PassageId == s.Sentence.Passage.PublicId ? e.Label.F1(s.Key[c.Start..c.End]) : 0); });
        return r; }
    public void AddTo(TrainingRows rows, Random random) {
        if (Gains.Count == 0 || Gains.Max() < .5) return; var top = Gains.Max();
        for (var i = 0; i < Items.Count; i++) { var g = Gains[i]; var keep = g >= .4 || random.NextDouble() < 150.0 / Items.Count; if (!keep) continue; rows.Add(values.AsSpan(i * SpanFeatures.Count, SpanFeatures.Count), g < .4 ? 0 : Math.Pow(g / top, 4)); }
        rows.Close(); }
    public void Score(TreeEnsemble m) {
        Ranked = Items.Select((x, i) => new RankedSpan(x.S, x.C, m.Score(values.AsSpan(i * SpanFeatures.Count, SpanFeatures.Count)))).OrderByDescending(x => x.Score).ToList();
        if (Ranked.Count > 0) { Best = Ranked[0].Key; BestSentence = Ranked[0].Sentence.Key; } }
}
