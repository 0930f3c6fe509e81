using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading.Network;
using Tanyuan.Answers.Restrictions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Reading;

/// <summary>What the calibration sees of an answer: the rankers' scores and margins, and how much of the question the evidence holds at all.</summary>
internal sealed class ConfidenceFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = 42 + RestrictionFits.Count + RestrictionFits.WorstCount + QuestionAlignment.Count + AnswerGrounds.Count;

    readonly QuestionMatcher _matcher;
    readonly IReadOnlyList<EvidencePassage> _passages;
    readonly IReadOnlyList<EvidenceSentence> _ranked;
    readonly AnswerGrounds _grounds;

    // How well any passage covers each of the question's terms.
    readonly float[] _all;

    /// <summary>Looks at the evidence of a question and its ranked sentences.</summary>
    public ConfidenceFeatures(QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages, IReadOnlyList<EvidenceSentence> ranked)
    {
        (_matcher, _passages, _ranked) = (matcher, passages, ranked);
        _grounds = new AnswerGrounds(matcher, passages, ranked);
        _all = new float[matcher.Question.Terms.Count];
        foreach (var passage in passages)
        {
            foreach (var terms in new[] { matcher.Cover(passage.Key).Terms, matcher.Cover(passage.TitleKey).Terms })
            {
                for (var i = 0; i < _all.Length; i++)
                    _all[i] = Math.Max(_all[i], terms[i]);
            }
        }
    }

    /// <summary>The features of the best span.</summary>
    public float[] Of(CandidateSet set, IReadOnlyList<RankedSpan> spans, SpanOpinions opinions, QuestionAlignment alignment)
    {
        var question = _matcher.Question;
        var best = spans[0];
        var sentence = best.Sentence.Sentence;
        var passage = sentence.Passage;
        var cover = sentence.Coverage;
        var title = _matcher.Cover(passage.TitleKey);
        var whole = _matcher.Cover(passage.Key);

        double sum = 0, same = 0;
        foreach (var other in spans)
        {
            var share = Math.Exp(other.Score - best.Score);
            sum += share;
            same += ReferenceEquals(other.Sentence, best.Sentence) ? share : 0;
        }

        var elsewhere = spans.FirstOrDefault(other => !ReferenceEquals(other.Sentence, best.Sentence));
        var values = new float[Count];
        var f = new FeatureWriter(values);
        f.Add(question.Terms.Count);
        f.Add(question.TotalWeight);
        f.Add(best.Score);
        f.Add(1 / sum);
        f.Add(same / sum);
        f.Add(elsewhere is null ? 10 : best.Score - elsewhere.Score);
        f.Add(sentence.Score);
        f.Add(_ranked[0].Score - sentence.Score);
        f.Add(_ranked.Count > 1 ? _ranked[0].Score - _ranked[1].Score : 10);
        f.Add(cover.Words);
        f.Add(cover.Pairs);
        f.Add(cover.Characters);
        f.Add(cover.Longest);
        f.Add(_matcher.Union(cover.Terms, title.Terms));
        f.Add(_matcher.Union(whole.Terms, title.Terms));
        f.Add(whole.Pairs);
        f.Add(_matcher.Union(_all));
        f.Add(Missing(question, cover.Terms, title.Terms, distinctive: false));
        f.Add(Missing(question, whole.Terms, title.Terms, distinctive: false));
        f.Add(Missing(question, whole.Terms, title.Terms, distinctive: true));
        f.Add(Missing(question, _all, null, distinctive: true));
        f.Add(Missing(question, _all, null, distinctive: false));
        f.Add(_passages[0].Score / Math.Max(0.5, question.TotalWeight));
        f.Add(passage.Score / _passages[0].Score);
        f.Add(_passages.Count > 1 ? _passages[1].Score / _passages[0].Score : 0);
        f.Add(sentence.PassageRank);
        f.Add(best.Candidate.Length);
        f.Add(best.Sentence.Key.Length);
        f.Add(TypeFound(question, best));
        f.Add(question.Terms.Count(term => term.IsDistinctive));
        f.Add(passage.IsSide);

        // What the networks would believe of a question that they cannot read is unknown, not little; how words stand around an answer was learnt in Chinese, too.
        var readable = set.IsReadable;
        f.Add(readable ? opinions.Networks.Unsaid : double.NaN);
        foreach (var shares in new[] { opinions.Networks, opinions.Corrected, opinions.Plain })
        {
            var known = readable || shares != opinions.Networks;
            f.Add(known ? shares.Span(best.Index) : double.NaN);
            f.Add(known ? shares.Sentence(best.Index) : double.NaN);
            f.Add(known ? shares.Best - shares.Span(best.Index) : double.NaN);
        }

        f.Add(Math.Max(opinions.Corrected.Best, opinions.Plain.Best));
        var (standing, span) = (set.Standings[set.SentenceOf[best.Index]], new TextSpan(best.Candidate.Start, best.Candidate.Length));
        set.Restrictions.Write(standing, span, ref f);
        set.Restrictions.WriteWorst(standing, span, ref f);
        if (readable)
        {
            alignment.Write(question, set.SentenceOf[best.Index], ref f);
            _grounds.Write(best, title, whole, set.Missed[set.SentenceOf[best.Index]], ref f);
        }

        for (var i = 0; !readable && i < QuestionAlignment.Count + AnswerGrounds.Count; i++)
            f.Add(double.NaN);
        f.Finish();
        return values;
    }

    static double Missing(Question question, float[] first, float[]? second, bool distinctive)
    {
        var heaviest = 0.0;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            if (!distinctive || term.IsDistinctive)
                heaviest = Math.Max(heaviest, (1 - Math.Max(first[i], second?[i] ?? 0)) * term.Weight);
        }

        return heaviest;
    }

    static double TypeFound(Question question, RankedSpan best)
    {
        if (question.Type is < AnswerType.Number or > AnswerType.Duration)
            return -1;
        foreach (var quantity in best.Sentence.Quantities)
        {
            if (quantity.Start >= best.Candidate.Start && quantity.End <= best.Candidate.End && TypedTokens.Fits(question.Type, quantity.Kind))
                return 1;
        }

        return 0;
    }
}
