using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Finds where a page gives the reason of what is asked about in so many words (因…受到批评, 主要原因是：…, 之所以…), or answers its own 为什么: a sentence with a word of cause that
/// tells of the question's matter, together with those that go on counting reasons. Says nothing where no sentence does.
/// </summary>
internal static partial class ReasonComposer
{
    const int MostSentences = 4;
    const double Told = 0.6;
    const double ToldHappens = 0.6;
    const double Worth = 0.9;

    /// <summary>The statements in source order, with how likely they give the reason asked for.</summary>
    public static (List<Statement> Statements, double Confidence) Compose(Question question, IReadOnlyList<PooledSentence> pool)
    {
        var matter = new ToldMatter(question);
        if (matter.IsEmpty)
            return ([], 0);
        var denies = Denial().IsMatch(question.Key);
        var (best, most, share) = (-1, 0.0, 0.0);
        for (var i = 0; i < pool.Count; i++)
        {
            var told = matter.Of(pool[i]);
            if (!told.NamesAll || told.All < Told || !(AnswersWhy(pool[i]) || GivesReason(pool[i], matter)))
                continue;
            if (denies && !Denial().IsMatch(pool[i].Key))
                continue;
            if (told.All + matter.Happens(pool[i].Key) is var score && score > most)
                (best, most, share) = (i, score, told.All);
        }

        if (best < 0)
            return ([], 0);
        var chosen = new List<PooledSentence> { pool[best] };
        var answers = AnswersWhy(pool[best]);
        for (var i = best + 1; i < pool.Count && chosen.Count < MostSentences && ReferenceEquals(pool[i].Passage, pool[best].Passage); i++)
        {
            if (!(answers ? AnswersWhy(pool[i]) : GoesOn().IsMatch(pool[i].Key)))
                break;
            chosen.Add(pool[i]);
        }

        return (chosen.ConvertAll(sentence => sentence.ToStatement()), Worth * share);
    }

    /// <summary>Whether the first of some statements has any word of cause, or another that tells of what is asked about.</summary>
    public static bool TellsCause(Question question, List<Statement> statements)
    {
        var matter = new ToldMatter(question);
        return statements.Select(statement => TextFolder.Fold(statement.Sentence)).Where((key, i) => AnyCause().IsMatch(key) && (i == 0 || matter.Happens(key) >= ToldHappens)).Any();
    }

    // What is asked about must be the effect: behind 造成 and 导致, else anywhere in the statement with the word of cause, where all its names are said, too, unless the title says them.
    static bool GivesReason(PooledSentence sentence, ToldMatter matter)
    {
        if (Rumour().IsMatch(sentence.Key))
            return false;
        foreach (Match cause in Cause().Matches(sentence.Key))
        {
            var (from, to) = (cause.Index, cause.Index + cause.Length);
            while (from > 0 && !IsStop(sentence.Key[from - 1]))
                from--;
            while (to < sentence.Key.Length && !IsStop(sentence.Key[to]))
                to++;
            var before = "";
            if (cause.Groups["heads"].Success && Opening().IsMatch(sentence.Key.AsSpan(from, cause.Index - from)))
                before = sentence.Passage.TitleKey + '\n' + (sentence.Index > 0 ? sentence.Passage.Sentences[sentence.Index - 1].Of(sentence.Passage.Key) : "");
            var effect = cause.Groups["brings"].Success ? sentence.Key[(cause.Index + cause.Length)..to] : before + sentence.Key[from..to];
            var subject = $"{before}\n{sentence.Key[from..to]}";
            if (matter.Happens(effect) >= ToldHappens && matter.IsOf(subject, sentence))
                return true;
        }

        return false;
    }

    static bool IsStop(char unit) => unit is '。' or '；' or ';' or '!' or '！' or '\n';

    // 问：为什么这么久？ on the page, and this sentence right behind it.
    static bool AnswersWhy(PooledSentence sentence)
    {
        var (passage, start) = (sentence.Passage, Reading.AskedBefore.Start(sentence.Passage, sentence.Index));
        return start < passage.Sentences[sentence.Index].Start && WhyAsked().IsMatch(passage.Key[start..passage.Sentences[sentence.Index].Start]);
    }

    [GeneratedRegex("(?<heads>(?:主要|直接|根本|真正|最大)?(?:的)?(?:原因|缘由|缘故|理由|起因|主因)|得益于|归功于|归因于|之所以)|(?<brings>导致|造成|引起|引发|致使|促使)|因(?!此前|而得名|素|子)|由于|随着|源于|为由|所致|是为了|以便|以免|出于|拖累|受.{1,30}(?:影响|拖累|冲击|推动)|[，,](?:称|指|认为)|\\bbecause\\b|\\bdue to\\b|\\bblamed?\\b|\\bciting\\b|\\breasons?\\b|\\bcaused by\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Cause();

    [GeneratedRegex("^(?:其次|再次|再者|此外|另外|另一方面|最后|第[二三四五]|[二三四五]是|间接原因|深层原因|次要原因|同时|首先|第一|一是|一方面)", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex("因|由于|随着|原因|缘|理由|导致|造成|引起|引发|使|令|让|为了|以便|以免|以求|所致|出于|为由|避免|防止|影响|受|故|鉴于|基于|得益|靠|之所以|所以|从而|目的|旨在|希望|想|怕|担心|需|[，,](?:称|指|认为)|[:：]|\\b(?:because|due|since|so that|in order|to|for|as|blamed?|citing|reasons?|cause[sd]?|after|so)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex AnyCause();

    // 事故起因为…, or the same after who tells it: 供电公司通报，事故起因为….
    [GeneratedRegex("^(?:[^，,]*(?:通报|介绍|说|称|表示|认为|指出|解释|认定)[，,:：])?[^，,]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("网传|谣言|谣传|不实|否认|辟谣", RegexOptions.CultureInvariant)]
    private static partial Regex Rumour();

    [GeneratedRegex("没|不(?!良|同|少|断|仅|过|久|足)|未(?!来)|无法", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex("为什么|为何|为啥|何以|怎么会|原因|\\bwhy\\b", RegexOptions.CultureInvariant)]
    private static partial Regex WhyAsked();
}
