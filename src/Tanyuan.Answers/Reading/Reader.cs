using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Labels;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading.Borders;
using Tanyuan.Answers.Reading.English;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// The built-in reader: a pure function of a question and its evidence. It ranks all sentences by how well they cover the question, cuts
/// candidate spans from the best few, has them judged (<see cref="SpanOpinions"/>), and estimates how likely the best one is right. All judgements are
/// trained (<c>tools/Tanyuan.Training</c>); nothing here knows a particular text.
/// </summary>
internal sealed class Reader(ReaderModel model, NetworkReader network)
{
    /// <summary>The reader with the model that ships with the program.</summary>
    public static Reader Default { get; } = new(ReaderModel.Default, new NetworkReader(NetworkModel.Default));

    // How often a relation told in so many words of the thing asked about is the right answer, at least (docs/decisions/063).
    internal const double ToldConfidence = 0.7;

    /// <summary>The confidence below which this reader abstains by default.</summary>
    public double Threshold => model.Threshold;

    /// <summary>Reads the evidence of a question.</summary>
    public Reading Read(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        if (!EnglishReader.Reads(question) || passages.All(passage => Phrases.HasHan(passage.Key)))
            return Judge(question, passages);
        var matcher = new QuestionMatcher(question);
        var english = EnglishReader.Read(matcher, Sentences(matcher, [.. passages.Where(passage => !Phrases.HasHan(passage.Key))]));
        var chinese = Judge(question, [.. passages.Where(passage => Phrases.HasHan(passage.Key))]);
        return chinese.Confidence > english.Confidence ? chinese : english;
    }

    Reading Judge(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        question = InTheirWords(question, passages);
        var matcher = new QuestionMatcher(question);
        var sentences = Sentences(matcher, passages);
        if (sentences.Count == 0 || question.Terms.Count == 0)
            return Reading.Empty;
        var features = SentenceFeatures.Compute(matcher, passages, sentences);
        var scores = new float[sentences.Count];
        model.Sentences.Score(features, scores);
        for (var i = 0; i < sentences.Count; i++)
            sentences[i].Score = scores[i];
        var ranked = Rank(sentences);
        var labelled = LabelFits.Best(matcher, ranked);
        var set = CandidateSet.Cut(matcher, ranked, labelled?.Sentence);
        if (set.Candidates.Count == 0)
            return labelled is { } only ? new Reading(ranked, [set.Span(only.Sentence, only.Answer, 0)], ToldConfidence) : Reading.Empty;
        var read = network.Read(matcher, set);
        var rows = set.Features(set.Patterns(), model.Patterns, read.Shares);
        var opinions = SpanOpinions.Of(set, model.Spans, rows, read.Shares);
        var spans = Rank(question, set, opinions);
        var told = set.Relations?.Best(spans);
        if (told is not null)
            spans = [told, .. spans.Where(span => !ReferenceEquals(span, told))];
        var confidence = Probability(model.Confidence.Score(new ConfidenceFeatures(matcher, passages, ranked).Of(set, spans, opinions, read.Alignment)));
        if (told is null && Said(matcher, set, spans, labelled, confidence) is { } said)
            (told, spans) = (said, [said, .. spans.Where(span => !ReferenceEquals(span, said))]);
        if (spans[0].Index != RankedSpan.NoCandidate)
            spans[0] = AnswerBorders.Of(question, NearestFigure.Of(matcher, spans[0]));
        return new Reading(ranked, spans, told is null ? confidence : Math.Max(confidence, ToldConfidence));
    }

    // What stands behind the label asked for, unless something surer is read and the label is only a likely one; or what follows the very question on the page.
    static RankedSpan? Said(QuestionMatcher matcher, CandidateSet set, List<RankedSpan> spans, (EvidenceSentence Sentence, TextSpan Answer, int Fit)? labelled, double confidence)
    {
        if (labelled is { } label && (label.Fit == LabelFits.ByName || confidence < ToldConfidence))
            return set.Span(label.Sentence, label.Answer, spans[0].Score);
        var answers = set.Sentences.Where(sentence => AskedBefore.IsAnswerTo(matcher, sentence.Sentence)).ToList();
        return spans.FirstOrDefault(span => answers.Contains(span.Sentence, ReferenceEqualityComparer.Instance));
    }

    /// <summary>All sentences of the passages with their coverage, in the order of the evidence.</summary>
    public static List<EvidenceSentence> Sentences(QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages)
    {
        var sentences = new List<EvidenceSentence>();
        for (var rank = 0; rank < passages.Count; rank++)
        {
            var passage = passages[rank];
            for (var i = 0; i < passage.Sentences.Count; i++)
            {
                var start = AskedBefore.Start(passage, i);
                sentences.Add(new EvidenceSentence(passage, rank, i, matcher.Cover(passage.Key.AsSpan(start, passage.Sentences[i].End - start))));
            }
        }

        return sentences;
    }

    /// <summary>The sentences by score, best first; ties keep the order of the evidence.</summary>
    public static List<EvidenceSentence> Rank(IEnumerable<EvidenceSentence> sentences) => [.. sentences.OrderByDescending(sentence => sentence.Score)];

    /// <summary>The candidates by score, best first, but for the pick by expected overlap, which stands before all.</summary>
    public static List<RankedSpan> Rank(Question question, CandidateSet set, SpanOpinions opinions)
    {
        var spans = Enumerable.Range(0, set.Candidates.Count).Select(i => new RankedSpan(set.SentenceAt(i), set.Candidates[i], opinions.Score(i)) { Index = i });
        return ExpectedOverlap.PickFirst(question, [.. spans.OrderByDescending(span => span.Score)], set, opinions);
    }

    // Where passages never say CTO but 首席技术官, that is what they are asked for: the judges compare words, and have read few in two languages.
    static Question InTheirWords(Question question, IReadOnlyList<EvidencePassage> passages)
    {
        foreach (var term in question.Terms)
        {
            if (Glossary.Of(term.Key) is { Count: > 0 } names && !IsSaid(term.Key) && names.FirstOrDefault(IsSaid) is { } theirs)
                return QuestionAnalyzer.Analyze(string.Concat(question.Text.AsSpan(0, term.Start), theirs, question.Text.AsSpan(term.End)));
        }

        return question;

        bool IsSaid(string name) => passages.Any(passage => passage.Key.Contains(name, StringComparison.Ordinal) || passage.TitleKey.Contains(name, StringComparison.Ordinal));
    }

    static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
