using System.Runtime.InteropServices;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// The built-in reader: a pure function of a question and its evidence. It ranks all sentences by how well they cover the question, cuts
/// candidate spans from the best few, ranks those, and judges how likely the best one is right. All three judgements are trained
/// (<c>tools/Tanyuan.Training</c>); nothing here knows a particular text.
/// </summary>
internal sealed class Reader(ReaderModel model)
{
    /// <summary>How many sentences spans are cut from.</summary>
    public const int SentencesRead = 5;

    /// <summary>How far down the ranking sentences with an answer of the right type are looked for.</summary>
    const int SentencesSearched = 20;

    /// <summary>The reader with the model that ships with the program.</summary>
    public static Reader Default { get; } = new(ReaderModel.Default);

    /// <summary>The confidence below which this reader abstains by default.</summary>
    public double Threshold => model.Threshold;

    /// <summary>Reads the evidence of a question.</summary>
    public Reading Read(Question question, IReadOnlyList<EvidencePassage> passages)
    {
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
        var spans = Spans(matcher, ranked);
        if (spans.Count == 0)
            return Reading.Empty;
        var confidence = ConfidenceFeatures.Compute(matcher, passages, ranked, spans);
        return new Reading(ranked, spans, Probability(model.Confidence.Score(confidence)));
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
                var span = passage.Sentences[i];
                sentences.Add(new EvidenceSentence(passage, rank, i, matcher.Cover(passage.Key.AsSpan(span.Start, span.Length))));
            }
        }

        return sentences;
    }

    /// <summary>The sentences by score, best first; ties keep the order of the evidence.</summary>
    public static List<EvidenceSentence> Rank(IEnumerable<EvidenceSentence> sentences) => [.. sentences.OrderByDescending(sentence => sentence.Score)];

    /// <summary>The spans by score, best first, but for the pick by expected overlap, which stands before all.</summary>
    public static List<RankedSpan> Rank(Question question, IEnumerable<RankedSpan> spans) =>
        ExpectedOverlap.PickFirst(question, [.. spans.OrderByDescending(span => span.Score)]);

    /// <summary>
    /// Calls <paramref name="take"/> with each candidate span of the best sentences that may hold an answer, its features and its patterns.
    /// </summary>
    public static void Candidates(QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> ranked, SlotWeights? patterns, CandidateTaker take)
    {
        Span<float> values = stackalloc float[SpanFeatures.Count];
        Span<int> slots = stackalloc int[SpanPatterns.Count];
        var constraint = TypeConstraint.Of(matcher.Question);
        var read = Readable(ranked, constraint);
        var sentences = SentenceAnnotator.Annotate(read);
        var missed = TermsMissed.By(matcher, read);
        for (var i = 0; i < sentences.Count; i++)
        {
            var features = new SpanFeatures(matcher, sentences[i], ranked[0].Score - read[i].Score, i, missed[i]);
            foreach (var candidate in CandidateFinder.Find(sentences[i], constraint?.AsksForYear == true))
            {
                if (constraint?.Admits(sentences[i], candidate) == false)
                    continue;
                SpanPatterns.Compute(matcher.Question, sentences[i], candidate, slots);
                features.Compute(candidate, patterns?.Score(slots) ?? 0, values);
                take(sentences[i], candidate, values, slots);
            }
        }
    }

    /// <summary>Takes a candidate span with its features and patterns.</summary>
    public delegate void CandidateTaker(AnnotatedSentence sentence, Candidate candidate, ReadOnlySpan<float> features, ReadOnlySpan<int> patterns);

    static List<EvidenceSentence> Readable(IReadOnlyList<EvidenceSentence> ranked, TypeConstraint? constraint)
    {
        var read = new List<EvidenceSentence>(SentencesRead);
        for (var i = 0; i < ranked.Count && i < SentencesSearched && read.Count < SentencesRead; i++)
        {
            if (constraint is null || constraint.MayHold(ranked[i]))
                read.Add(ranked[i]);
        }

        return read;
    }

    List<RankedSpan> Spans(QuestionMatcher matcher, List<EvidenceSentence> ranked)
    {
        var candidates = new List<(AnnotatedSentence Sentence, Candidate Candidate)>();
        var rows = new List<float>();
        Candidates(matcher, ranked, model.Patterns, (sentence, candidate, features, _) =>
        {
            candidates.Add((sentence, candidate));
            rows.AddRange(features);
        });
        var scores = new float[candidates.Count];
        model.Spans.Score(CollectionsMarshal.AsSpan(rows), scores);
        return Rank(matcher.Question, candidates.Zip(scores, (found, score) => new RankedSpan(found.Sentence, found.Candidate, score)));
    }

    static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
