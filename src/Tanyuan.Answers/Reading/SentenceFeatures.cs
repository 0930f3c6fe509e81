using System.Buffers;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>What the sentence ranker sees of a sentence: its coverage of the question, alone and with its surroundings, and against the others.</summary>
internal static class SentenceFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = 48;

    /// <summary>Words that announce a reason.</summary>
    public static readonly SearchValues<string> ReasonCues = SearchValues.Create(
        ["因为", "由于", "因此", "导致", "为了", "所以", "原因", "缘故", "使得", "起因", "出于", "以致", "因而", "从而", "because", "due to", "since", "in order to"], StringComparison.Ordinal);

    static readonly SearchValues<string> MannerCues = SearchValues.Create(
        ["通过", "透过", "利用", "采用", "方式", "方法", "借由", "藉由", "经由", "依靠", "手段", "using", "through", " by "], StringComparison.Ordinal);

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789一二三四五六七八九十百千万亿两零〇");

    /// <summary>Writes the features of every sentence, <see cref="Count"/> apart.</summary>
    public static float[] Compute(QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages, IReadOnlyList<EvidenceSentence> sentences)
    {
        var question = matcher.Question;
        var values = new float[sentences.Count * Count];
        var top = passages.Count > 0 ? passages[0].Score : 0;
        var second = passages.Count > 1 ? passages[1].Score : 0;
        var titles = new Coverage[passages.Count];
        var wholes = new Coverage[passages.Count];
        for (var i = 0; i < passages.Count; i++)
        {
            titles[i] = matcher.Cover(passages[i].TitleKey);
            wholes[i] = matcher.Cover(passages[i].Key);
        }

        var local = LocalCoverage(question, sentences);
        var bestLocal = local.DefaultIfEmpty().Max();
        var (leftTerm, rightTerm) = question.TermsBesideGap();
        var bestWords = sentences.Count == 0 ? 0 : sentences.Max(sentence => sentence.Coverage.Words);
        var bestPairs = sentences.Count == 0 ? 0 : sentences.Max(sentence => sentence.Coverage.Pairs);
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            var cover = sentence.Coverage;
            var previous = sentence.Index > 0 ? sentences[i - 1].Coverage.Terms : null;
            var beforePrevious = sentence.Index > 1 ? sentences[i - 2].Coverage.Terms : null;
            var next = sentence.Index + 1 < sentence.Passage.Sentences.Count ? sentences[i + 1].Coverage.Terms : null;
            var title = titles[sentence.PassageRank];
            var whole = wholes[sentence.PassageRank];
            var key = sentence.Key;
            var f = new FeatureWriter(values.AsSpan(i * Count, Count));
            f.Add((int)question.Kind);
            f.Add((int)question.Type);
            f.Add(question.Terms.Count);
            f.Add(question.TotalWeight);
            f.Add(cover.Words);
            f.Add(cover.Pairs);
            f.Add(cover.Characters);
            f.Add(cover.Longest);
            f.Add(cover.Longest / (double)Math.Max(1, question.Key.Length));
            f.Add(matcher.Union(cover.Terms, title.Terms));
            f.Add(matcher.Union(cover.Terms, previous));
            f.Add(matcher.Union(cover.Terms, previous, beforePrevious, title.Terms));
            f.Add(matcher.Union(cover.Terms, next, title.Terms));
            f.Add(matcher.Union(whole.Terms, title.Terms));
            f.Add(whole.Pairs);
            f.Add(title.Pairs);
            f.Add(title.Words);
            f.Add(top > 0 ? sentence.Passage.Score / top : 0);
            f.Add(sentence.PassageRank);
            f.Add(top > 0 ? second / top : 0);
            f.Add(top / Math.Max(0.5, question.TotalWeight));
            f.Add(Math.Log(1 + key.Length));
            f.Add(sentence.Index);
            f.Add(sentence.Passage.Sentences.Count);
            f.Add(Missing(question, cover.Terms, title.Terms));
            f.Add(Missing(question, cover.Terms, null));
            f.Add(Missing(question, whole.Terms, title.Terms));
            f.Add(bestWords > 0 ? cover.Words / bestWords : 0);
            f.Add(bestPairs > 0 ? cover.Pairs / bestPairs : 0);
            f.Add(sentences.Count(other => other.Coverage.Pairs > cover.Pairs));
            f.Add(whole.Pairs > 0 ? cover.Pairs / whole.Pairs : 0);
            f.Add(previous is null ? 0 : matcher.Union(previous));
            f.Add(next is null ? 0 : matcher.Union(next));
            f.Add(key.ContainsAny(ReasonCues) ? 1 : 0);
            f.Add(key.ContainsAny(MannerCues) ? 1 : 0);
            f.Add(UnitMatches(question, key));
            f.Add(QuantityMatches(question, sentence, cover));
            f.Add(question.Focus.Length > 0 && key.Contains(question.Focus, StringComparison.Ordinal) ? 1 : 0);
            f.Add(key.IndexOf('《') >= 0 ? 1 : key.ContainsAny('「', '“', '『') ? 2 : 0);
            f.Add(key.ContainsAny('·', '•', '‧') ? 1 : 0);
            f.Add(local[i]);
            f.Add(bestLocal > 0 ? local[i] / bestLocal : 0);
            f.Add(NewCoverage(question, cover.Terms, title.Terms));
            f.Add(NewCoverage(question, whole.Terms, title.Terms));
            f.Add(leftTerm < 0 ? -1 : cover.Terms[leftTerm]);
            f.Add(rightTerm < 0 ? -1 : cover.Terms[rightTerm]);
            f.Add(title.Terms.Length > 0 ? title.Terms.Max() : 0);
            f.Add(Compactness(matcher.Mark(key)));
            f.Finish();
        }

        return values;
    }

    /// <summary>
    /// How much of a question each sentence of a passage holds that few of its others do: the passage's topic is in every one. Sentences of one passage stand
    /// together.
    /// </summary>
    public static double[] LocalCoverage(Question question, IReadOnlyList<EvidenceSentence> sentences)
    {
        var local = new double[sentences.Count];
        for (var start = 0; start < sentences.Count;)
        {
            var end = start;
            while (end < sentences.Count && sentences[end].PassageRank == sentences[start].PassageRank)
                end++;
            var total = 0.0;
            for (var term = 0; term < question.Terms.Count; term++)
            {
                var holders = 0.0;
                for (var i = start; i < end; i++)
                    holders += sentences[i].Coverage.Terms[term];
                var weight = question.Terms[term].Weight / Math.Max(1, holders);
                total += weight;
                for (var i = start; i < end; i++)
                    local[i] += weight * sentences[i].Coverage.Terms[term];
            }

            for (var i = start; i < end && total > 0; i++)
                local[i] /= total;
            start = end;
        }

        return local;
    }

    // The share of what the title does not hold that the stretch holds.
    static double NewCoverage(Question question, float[] terms, float[] title)
    {
        double held = 0, total = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            var weight = question.Terms[i].Weight * (1 - title[i]);
            total += weight;
            held += weight * terms[i];
        }

        return total > 0 ? held / total : 1;
    }

    // How densely the question's matter stands between its first and last place in the sentence.
    static double Compactness(float[] marks)
    {
        var (first, last, marked) = (-1, -1, 0);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] <= 0)
                continue;
            if (first < 0)
                first = i;
            last = i;
            marked++;
        }

        return marked == 0 ? 0 : marked / (double)(last - first + 1);
    }

    // The weight of the heaviest term that is nowhere in the stretches.
    static double Missing(Question question, float[] first, float[]? second)
    {
        var heaviest = 0.0;
        for (var i = 0; i < question.Terms.Count; i++)
            heaviest = Math.Max(heaviest, (1 - Math.Max(first[i], second?[i] ?? 0)) * question.Terms[i].Weight);
        return heaviest;
    }

    static double UnitMatches(Question question, ReadOnlySpan<char> key)
    {
        if (question.Unit.Length == 0)
            return -1;
        for (var at = key.IndexOf(question.Unit, StringComparison.Ordinal); at >= 0;)
        {
            if (at > 0 && (Digits.Contains(key[at - 1]) || key[at - 1] is '多' or '余' or '个' or ' '))
                return 1;
            var next = key[(at + 1)..].IndexOf(question.Unit, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return 0;
    }

    static double QuantityMatches(Question question, EvidenceSentence sentence, Coverage cover)
    {
        if (question.Type is < AnswerType.Number or > AnswerType.Duration)
            return -1;
        if (cover.Words + cover.Pairs < 0.1 || !sentence.Key.ContainsAny(Digits))
            return 0;
        var count = 0;
        foreach (var quantity in QuantityRecognizer.Find(sentence.Span.Of(sentence.Passage.Text)))
            count += TypedTokens.Fits(question.Type, quantity.Kind) ? 1 : 0;
        return count;
    }
}
