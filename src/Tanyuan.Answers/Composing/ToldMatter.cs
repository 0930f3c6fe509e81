using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// How fully a sentence tells of what a question is about, in the question's words or in those that pages have for them (<see cref="PlainWords"/>): by itself, by the sentence before it, or by the
/// title that it stands under. What asks (原因, 哪些) and what is asked for are no part of it.
/// </summary>
internal sealed class ToldMatter
{
    // What the passage around a sentence says, the sentence need not be about.
    const float SaidAround = 0.5f;
    const float OtherWord = 0.9f;

    // A name counts as said from here on: 澄海 of 澄海智能.
    const float Named = 0.5f;

    // Words that ask for a reason or a way, or count and point; a page does not tell of them.
    static readonly HashSet<string> Asks = new(
        ["原因", "缘故", "理由", "导致", "引起", "造成", "引发", "办法", "方法", "方式", "哪些", "究竟", "到底", "主要", "具体", "一步步", "面临", "存在", "以前", "后来", "当时", "现在", "目前", "如今", "当前", "眼下", "最新", "原来", "原先", "事情", "那次", "这次", "那晚", "那天", "这轮", "本轮", "年", "月", "日", "号", "里", "说", "会", "影响", "建设", "发展", "历程", "这件", "事", "这事", "结果",
            "reason", "reasons", "cause", "caused"],
        StringComparer.Ordinal);

    readonly List<QuestionTerm> terms;
    readonly List<QuestionTerm> events;
    readonly List<QuestionTerm> aims;
    readonly double total;

    /// <summary>The matter of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="apart">The noun asked for.</param>
    public ToldMatter(Question question, string apart = "")
    {
        var all = TopicMatter.Of(question, apart).Terms.Where(term => !Asks.Contains(term.Key) && !IsCount(term.Key)).ToList();

        // A single character that nothing stands for (进, 线) tells little by itself.
        terms = all.Exists(term => term.Key.Length > 1) ? [.. all.Where(term => term.Key.Length > 1 || char.IsAsciiDigit(term.Key[0]) || PlainWords.Of(term.Key).Count > 0)] : all;
        total = terms.Sum(term => term.Weight);

        // What is asked why it is so stands behind the question word (为什么推迟开幕), else right before it (停电是什么引起的).
        var behind = all.Where(term => term.Start >= question.Gap.End).ToList();
        aims = behind.Count > 0 ? behind : terms;
        events = behind.Count == 0 ? [.. terms.TakeLast(1)] : behind.Exists(term => !term.IsDistinctive) ? [.. behind.Where(term => !term.IsDistinctive)] : behind;
    }

    /// <summary>Whether anything is left to tell of.</summary>
    public bool IsEmpty => terms.Count == 0;

    /// <summary>How much of what happens a folded text tells, 0 to 1.</summary>
    public double Happens(ReadOnlySpan<char> text) => Share(events, text);

    /// <summary>How much a folded text tells of what is to be reached (怎么补办身份证: all that stands behind the question word), 0 to 1.</summary>
    public double Aims(ReadOnlySpan<char> text) => Share(aims, text);

    static double Share(List<QuestionTerm> some, ReadOnlySpan<char> text)
    {
        double told = 0, all = 0;
        foreach (var term in some)
        {
            told += term.Weight * Strength(term, text);
            all += term.Weight;
        }

        return all > 0 ? told / all : 1;
    }

    /// <summary>Whether a passage or its title says every noun of the matter, at least in part.</summary>
    public bool IsSaidIn(EvidencePassage passage) => terms.TrueForAll(term =>
        !(term.IsDistinctive || Phrases.IsNoun(term.Key)) || IsOfTime(term, passage) || Math.Max(Strength(term, passage.Key), Strength(term, passage.TitleKey)) >= Named);

    /// <summary>Whether a statement is told of what the question names: none of its names stands only elsewhere in the sentence, where another is told of, and most are said in the statement or the title.</summary>
    /// <param name="statement">The statement, folded.</param>
    /// <param name="sentence">The sentence.</param>
    public bool IsOf(ReadOnlySpan<char> statement, PooledSentence sentence)
    {
        double all = 0, said = 0;
        foreach (var term in terms)
        {
            if (!term.IsDistinctive || char.IsAsciiDigit(term.Key[0]))
                continue;
            all += term.Weight;
            if (Math.Max(Strength(term, statement), Strength(term, sentence.Passage.TitleKey)) >= Named)
                said += term.Weight;
            else if (Strength(term, sentence.Key) >= Named)
                return false;
        }

        return said >= all / 2;
    }

    /// <summary>How much of the matter some sentences tell together, 0 to 1; only those that name all that the question names, with their titles, count.</summary>
    public double Together(IReadOnlyList<PooledSentence> sentences)
    {
        var most = new float[terms.Count];
        foreach (var sentence in sentences)
        {
            var from = AskedFrom(sentence);
            var own = sentence.Passage.Key.AsSpan(from, sentence.Passage.Sentences[sentence.Index].End - from);
            var near = new float[terms.Count];
            var named = true;
            for (var i = 0; i < near.Length && named; i++)
            {
                near[i] = Math.Max(Math.Max(Strength(terms[i], own), Strength(terms[i], sentence.Passage.TitleKey)), IsOfTime(terms[i], sentence.Passage) ? 1 : 0);
                named = !terms[i].IsDistinctive || char.IsAsciiDigit(terms[i].Key[0]) || near[i] >= Named;
            }

            for (var i = 0; named && i < near.Length; i++)
                most[i] = Math.Max(most[i], near[i]);
        }

        // What year it is of, the question's constraint sees to.
        var told = terms.Select((term, i) => (term.Weight, Told: most[i], IsNumber: char.IsAsciiDigit(term.Key[0]))).Where(term => !term.IsNumber).ToList();
        return told.Count > 0 ? told.Sum(term => term.Weight * term.Told) / told.Sum(term => term.Weight) : total > 0 ? 1 : 0;
    }

    static bool IsOfTime(QuestionTerm term, EvidencePassage passage) => char.IsAsciiDigit(term.Key[0]) && passage.Published is { } published && published.Contains(term.Key, StringComparison.Ordinal);

    /// <summary>How a sentence tells of the matter.</summary>
    public ToldShare Of(PooledSentence sentence)
    {
        var from = AskedFrom(sentence);
        return Of(sentence.Passage.Key.AsSpan(from, sentence.Passage.Sentences[sentence.Index].End - from), sentence.Passage);
    }

    /// <summary>How a stretch of a passage tells of the matter.</summary>
    /// <param name="own">The stretch, folded.</param>
    /// <param name="passage">Its passage.</param>
    public ToldShare Of(ReadOnlySpan<char> own, EvidencePassage passage)
    {
        var all = 0.0;
        var named = true;
        foreach (var term in terms)
        {
            var near = Math.Max(Strength(term, passage.TitleKey), Strength(term, own));
            if (IsOfTime(term, passage))
                near = 1;
            var around = Strength(term, passage.Key);
            all += term.Weight * Math.Max(near, SaidAround * around);
            if (term.IsDistinctive && Math.Max(near, around) < Named)
                named = false;
        }

        return new ToldShare(total > 0 ? all / total : 0, named);
    }

    // 几个, 几家: what is counted is told with another number.
    static bool IsCount(string term) => term.Length == 2 && term[0] is '几' or '哪';

    // A sentence is read with the one before it, and with the question that it answers on its page.
    static int AskedFrom(PooledSentence sentence)
    {
        var sentences = sentence.Passage.Sentences;
        var before = sentence.Index > 0 ? sentences[sentence.Index - 1].Start : sentences[sentence.Index].Start;
        return Math.Min(before, Reading.AskedBefore.Start(sentence.Passage, sentence.Index));
    }

    /// <summary>How well a folded text says a term, or what pages write for it, 0 to 1.</summary>
    public static float Strength(QuestionTerm term, ReadOnlySpan<char> text)
    {
        var strength = QuestionMatcher.Strength(term, text);
        foreach (var other in PlainWords.Of(term.Key))
        {
            if (strength < OtherWord && QuestionMatcher.Find(text, other, 0) >= 0)
                strength = OtherWord;
        }

        return strength;
    }
}
