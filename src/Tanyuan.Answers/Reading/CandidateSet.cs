using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Ranking;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Answers.Relations;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading;

/// <summary>The sentences of a question's evidence that spans are cut from, and the candidate spans, sentence by sentence.</summary>
internal sealed class CandidateSet
{
    /// <summary>How many sentences spans are cut from.</summary>
    public const int SentencesRead = 6;

    /// <summary>How far down the ranking sentences with an answer of the right type are looked for.</summary>
    const int SentencesSearched = 20;

    readonly QuestionMatcher _matcher;
    readonly List<EvidenceSentence> _read;
    readonly double _bestScore;
    readonly List<Candidate> _candidates = [];
    readonly List<int> _sentenceOf = [];

    CandidateSet(QuestionMatcher matcher, List<EvidenceSentence> read, double bestScore)
    {
        (_matcher, _read, _bestScore) = (matcher, read, bestScore);
        Sentences = SentenceAnnotator.Annotate(read);
        Restrictions = new RestrictionFits(matcher.Question);
        Standings = Restrictions.Of(read);
        Missed = TermsMissed.By(matcher, read);
    }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<AnnotatedSentence> Sentences { get; }

    /// <summary>What the question holds its answer to.</summary>
    public RestrictionFits Restrictions { get; }

    /// <summary>How each sentence stands to that.</summary>
    public IReadOnlyList<RestrictionFits.Standing> Standings { get; }

    /// <summary>What each sentence misses of the question and another says, by weight.</summary>
    public IReadOnlyList<double> Missed { get; }

    /// <summary>Whether the networks can read the question: they have read Chinese only.</summary>
    public bool IsReadable => Phrases.HasHan(_matcher.Question.Key);

    /// <summary>The candidates, those of one sentence after those of the one before.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>The sentence of each candidate.</summary>
    public IReadOnlyList<int> SentenceOf => _sentenceOf;

    /// <summary>The relation that the question asks to fill, or null.</summary>
    public RelationFits? Relations { get; private init; }

    /// <summary>Cuts the candidates of the best sentences that may hold an answer, and of the first that tells the relation asked for.</summary>
    /// <param name="matcher">The question.</param>
    /// <param name="ranked">The sentences, best first.</param>
    /// <param name="labelled">A sentence to read as well, or null.</param>
    public static CandidateSet Cut(QuestionMatcher matcher, IReadOnlyList<EvidenceSentence> ranked, EvidenceSentence? labelled = null)
    {
        var constraint = TypeConstraint.Of(matcher.Question);
        var relations = RelationFits.Of(matcher);
        var read = new List<EvidenceSentence>(SentencesRead);
        for (var i = 0; i < ranked.Count && i < SentencesSearched && read.Count < SentencesRead; i++)
        {
            if (!ranked[i].Asks && (constraint is null || constraint.MayHold(ranked[i])))
                read.Add(ranked[i]);
        }

        if (relations is not null && !read.Exists(relations.IsToldBy) && ranked.Take(SentencesSearched).FirstOrDefault(relations.IsToldBy) is { } telling)
            read.Add(telling);
        if (labelled is not null && !read.Contains(labelled))
            read.Add(labelled);

        var set = new CandidateSet(matcher, read, ranked.Count > 0 ? ranked[0].Score : 0) { Relations = relations };
        for (var i = 0; i < set.Sentences.Count; i++)
        {
            foreach (var candidate in CandidateFinder.Find(set.Sentences[i]))
            {
                if (constraint?.Admits(set.Sentences[i], candidate) == false || relations?.IsOfAnother(set.Sentences[i], candidate) == true)
                    continue;
                set._candidates.Add(candidate);
                set._sentenceOf.Add(i);
            }
        }

        return set;
    }

    /// <summary>The sentence that a candidate is cut from.</summary>
    public AnnotatedSentence SentenceAt(int candidate) => Sentences[_sentenceOf[candidate]];

    /// <summary>A stretch of one of the sentences, which need not be a candidate.</summary>
    public RankedSpan Span(EvidenceSentence sentence, TextSpan stretch, double score)
    {
        var annotated = Sentences.First(one => ReferenceEquals(one.Sentence, sentence));
        var first = annotated.Tokens.TakeWhile(token => token.End <= stretch.Start).Count();
        var last = Math.Max(first, annotated.Tokens.TakeWhile(token => token.Start < stretch.End).Count() - 1);
        return new RankedSpan(annotated, new Candidate(stretch.Start, stretch.End, first, last, SpanForm.Clauses), score) { Index = RankedSpan.NoCandidate };
    }

    /// <summary>How far the ranking puts a sentence behind the best one.</summary>
    public double BehindBest(int sentence) => _bestScore - _read[sentence].Score;

    /// <summary>Writes the slots of every candidate's patterns, <see cref="SpanPatterns.Count"/> apart.</summary>
    public int[] Patterns()
    {
        var slots = new int[_candidates.Count * SpanPatterns.Count];
        for (var i = 0; i < _candidates.Count; i++)
            SpanPatterns.Compute(_matcher.Question, SentenceAt(i), _candidates[i], slots.AsSpan(i * SpanPatterns.Count, SpanPatterns.Count));
        return slots;
    }

    /// <summary>Writes the features of every candidate, <see cref="SpanFeatures.Count"/> apart.</summary>
    /// <param name="slots">What <see cref="Patterns"/> gave.</param>
    /// <param name="patterns">Scores the patterns.</param>
    /// <param name="shares">What the network believes of the candidates.</param>
    public float[] Features(int[] slots, SlotWeights patterns, SpanShares shares)
    {
        var values = new float[_candidates.Count * SpanFeatures.Count];
        for (var i = 0; i < _candidates.Count;)
        {
            var sentence = _sentenceOf[i];
            var features = new SpanFeatures(_matcher, Sentences[sentence], BehindBest(sentence), sentence, Missed[sentence], Restrictions, Standings[sentence]);
            for (; i < _candidates.Count && _sentenceOf[i] == sentence; i++)
                features.Compute(_candidates[i], patterns.Score(slots.AsSpan(i * SpanPatterns.Count, SpanPatterns.Count)), shares, i, values.AsSpan(i * SpanFeatures.Count, SpanFeatures.Count));
        }

        return values;
    }
}
