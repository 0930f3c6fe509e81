using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>What the calibration sees of an answer: the rankers' scores and margins, and how much of the question the evidence holds at all.</summary>
internal static class ConfidenceFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = 34;

    /// <summary>The features of the best span.</summary>
    public static float[] Compute(
        QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages, IReadOnlyList<EvidenceSentence> ranked, IReadOnlyList<RankedSpan> spans)
    {
        var question = matcher.Question;
        var best = spans[0];
        var sentence = best.Sentence.Sentence;
        var passage = sentence.Passage;
        var cover = sentence.Coverage;
        var title = matcher.Cover(passage.TitleKey);
        var whole = matcher.Cover(passage.Key);
        var all = new float[question.Terms.Count];
        foreach (var other in passages)
        {
            foreach (var terms in new[] { matcher.Cover(other.Key).Terms, matcher.Cover(other.TitleKey).Terms })
            {
                for (var i = 0; i < all.Length; i++)
                    all[i] = Math.Max(all[i], terms[i]);
            }
        }

        double sum = 0, same = 0;
        foreach (var span in spans)
        {
            var share = Math.Exp(span.Score - best.Score);
            sum += share;
            same += ReferenceEquals(span.Sentence, best.Sentence) ? share : 0;
        }

        var elsewhere = spans.FirstOrDefault(span => !ReferenceEquals(span.Sentence, best.Sentence));
        var values = new float[Count];
        var f = new FeatureWriter(values);
        f.Add((int)question.Kind);
        f.Add((int)question.Type);
        f.Add(question.Terms.Count);
        f.Add(question.TotalWeight);
        f.Add(best.Score);
        f.Add(1 / sum);
        f.Add(same / sum);
        f.Add(elsewhere is null ? 10 : best.Score - elsewhere.Score);
        f.Add(sentence.Score);
        f.Add(ranked[0].Score - sentence.Score);
        f.Add(ranked.Count > 1 ? ranked[0].Score - ranked[1].Score : 10);
        f.Add(cover.Words);
        f.Add(cover.Pairs);
        f.Add(cover.Characters);
        f.Add(cover.Longest);
        f.Add(matcher.Union(cover.Terms, title.Terms));
        f.Add(matcher.Union(whole.Terms, title.Terms));
        f.Add(whole.Pairs);
        f.Add(matcher.Union(all));
        f.Add(Missing(question, cover.Terms, title.Terms, distinctive: false));
        f.Add(Missing(question, whole.Terms, title.Terms, distinctive: false));
        f.Add(Missing(question, whole.Terms, title.Terms, distinctive: true));
        f.Add(Missing(question, all, null, distinctive: true));
        f.Add(Missing(question, all, null, distinctive: false));
        f.Add(passages[0].Score / Math.Max(0.5, question.TotalWeight));
        f.Add(passage.Score / passages[0].Score);
        f.Add(passages.Count > 1 ? passages[1].Score / passages[0].Score : 0);
        f.Add(sentence.PassageRank);
        f.Add(best.Candidate.Length);
        f.Add((int)best.Candidate.Form);
        f.Add(best.Sentence.Key.Length);
        f.Add(TypeFound(question, best));
        f.Add(question.Terms.Count(term => term.IsDistinctive));
        f.Add(passage.IsSide);
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
