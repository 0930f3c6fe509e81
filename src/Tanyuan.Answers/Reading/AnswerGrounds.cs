using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// How an answer stands in what it is taken from: whether its page is about what the question asks about, whether its sentence speaks of it, how much of
/// the question stands around the answer, and whether it says more than the question does. A sentence that lacks the answer often repeats most of the
/// question all the same; it gives itself away here. One instance serves a question.
/// </summary>
internal sealed class AnswerGrounds
{
    /// <summary>How many features <see cref="Write"/> writes.</summary>
    public const int Count = 17;

    // A single character (花, 根) is weighed as little as it tells by itself; as what is asked about it tells as much as a word.
    const double LeastWeight = 0.6;

    const int MostTimes = 5;

    readonly QuestionMatcher _matcher;
    readonly Question _question;
    readonly int _longestTitle;
    readonly Dictionary<(int Passage, int Sentence), double> _local = [];
    readonly double _bestLocal;

    /// <summary>Looks at the evidence of a question and its sentences.</summary>
    public AnswerGrounds(QuestionMatcher matcher, IReadOnlyList<EvidencePassage> passages, IEnumerable<EvidenceSentence> sentences)
    {
        (_matcher, _question) = (matcher, matcher.Question);
        _longestTitle = passages.Select(passage => TitleAsked(_question, passage.TitleKey)).DefaultIfEmpty().Max();
        List<EvidenceSentence> ordered = [.. sentences.OrderBy(sentence => sentence.PassageRank).ThenBy(sentence => sentence.Index)];
        var local = SentenceFeatures.LocalCoverage(_question, ordered);
        for (var i = 0; i < local.Length; i++)
            _local[(ordered[i].PassageRank, ordered[i].Index)] = local[i];
        _bestLocal = local.DefaultIfEmpty().Max();
    }

    /// <summary>Writes the features of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="title">How its page's title covers the question.</param>
    /// <param name="whole">How its passage does.</param>
    /// <param name="termsMissed">The weight of what its sentence misses of the question and another sentence says.</param>
    /// <param name="f">Takes the features.</param>
    public void Write(RankedSpan answer, Coverage title, Coverage whole, double termsMissed, ref FeatureWriter f)
    {
        var sentence = answer.Sentence.Sentence;
        var cover = sentence.Coverage;
        var asked = TitleAsked(_question, sentence.Passage.TitleKey);
        f.Add(asked > 0);
        f.Add(asked - _longestTitle);
        f.Add(title.Words);
        f.Add(Opening(_question, answer.Sentence, title));
        f.Add(BeyondTitle(_question, cover, title));
        f.Add(_bestLocal > 0 ? _local[(sentence.PassageRank, sentence.Index)] / _bestLocal : 0);
        f.Add(whole.Pairs > 0 ? cover.Pairs / whole.Pairs : 0);
        f.Add(termsMissed);
        f.Add(SaidBefore(sentence, title));

        var (left, right) = _question.TermsBesideGap();
        f.Add(left < 0 ? -1 : cover.Terms[left]);
        f.Add(right < 0 ? -1 : cover.Terms[right]);

        Around(answer, ref f);
        f.Add(_question.Key.Contains(answer.Key, StringComparison.Ordinal));
        f.Add(Math.Min(MostTimes, sentence.Passage.Key.AsSpan().Count(answer.Key)));
    }

    /// <summary>How long a title is that the question names, without what follows it in brackets; 0 where it does not.</summary>
    public static int TitleAsked(Question question, string titleKey)
    {
        var title = titleKey.AsSpan().Trim("《》 ");
        var end = title.IndexOfAny("_(（");
        if (end > 0)
            title = title[..end].TrimEnd();
        return title.Length > 0 && question.Key.AsSpan().Contains(title, StringComparison.Ordinal) ? title.Length : 0;
    }

    /// <summary>The longest term that the title does not say and a clause of the sentence opens with: what that clause is about.</summary>
    public static int Opening(Question question, AnnotatedSentence sentence, Coverage title)
    {
        var longest = 0;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i].Key;
            if (title.Terms[i] == 1 || term.Length <= longest)
                continue;
            foreach (var clause in sentence.Clauses)
            {
                var key = sentence.Key.AsSpan(clause.Start, clause.Length).TrimStart("“「『《 ");
                if (key.StartsWith(term, StringComparison.Ordinal) || (key.Length > 1 && key[1..].StartsWith(term, StringComparison.Ordinal)))
                    longest = term.Length;
            }
        }

        return longest;
    }

    /// <summary>The share that a sentence holds of what the question says beyond the title; 1 where it says nothing more.</summary>
    public static double BeyondTitle(Question question, Coverage cover, Coverage title)
    {
        double held = 0, total = 0;
        for (var i = 0; i < question.Terms.Count; i++)
        {
            if (title.Terms[i] == 1)
                continue;
            var weight = Math.Max(LeastWeight, question.Terms[i].Weight);
            total += weight;
            held += weight * cover.Terms[i];
        }

        return total > 0 ? held / total : 1;
    }

    // What the sentence before says of the question that neither the sentence nor the title does.
    double SaidBefore(EvidenceSentence sentence, Coverage title)
    {
        if (sentence.Index == 0)
            return 0;
        var before = _matcher.Cover(sentence.Passage.Sentences[sentence.Index - 1].Of(sentence.Passage.Key));
        return _matcher.Union(sentence.Coverage.Terms, title.Terms, before.Terms) - _matcher.Union(sentence.Coverage.Terms, title.Terms);
    }

    // How much of what the sentence repeats of the question the answer itself does, its clauses do, and the clause before them.
    void Around(RankedSpan answer, ref FeatureWriter f)
    {
        var marks = _matcher.Mark(answer.Sentence.Key);
        var (tokens, clauses) = (answer.Sentence.Tokens, answer.Sentence.Clauses);
        var (first, last) = (tokens[answer.Candidate.First].Clause, tokens[answer.Candidate.Last].Clause);
        double all = 0, own = 0, inside = 0, before = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            all += marks[i];
            own += i >= clauses[first].Start && i < clauses[last].End ? marks[i] : 0;
            inside += i >= answer.Candidate.Start && i < answer.Candidate.End ? marks[i] : 0;
            before += first > 0 && i >= clauses[first - 1].Start && i < clauses[first - 1].End ? marks[i] : 0;
        }

        f.Add(all > 0 ? inside / all : 0);
        f.Add(all > 0 ? own / all : 0);
        f.Add(first > 0 ? before : -1);
        f.Add(own - inside);
    }
}
