using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Offices;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Finds what someone said, in his own words where the sources have them: sentences that quote or report speech and are about what was asked,
/// best first; of a sentence with a quotation the quotation is the statement, else the whole of it.
/// </summary>
internal static partial class QuoteComposer
{
    const int MostQuotes = 4, Nearby = 3;
    const double OnTopic = 0.6;
    const double TitleShare = 0.5;
    const double QuotationWorth = 0.15;

    // What full coverage by the very sentence is worth as a confidence.
    const double CoverageWorth = 0.9;
    const int LongestSpeaker = 6, LongestHead = 30, ShortestWriter = 2, LongestWriter = 16;

    // What the passage says of the topic around somebody's own words; and how much of it must be there for them to be on it.
    const double AroundShare = 0.5, SaidOfIt = 0.3;

    /// <summary>Who is asked for his words, where the question opens with a name (顾平川怎么评价…); null where it does not.</summary>
    public static string? Speaker(Question question)
    {
        if (Everybody().IsMatch(question.Key) || Asked().Match(question.Key) is not { Success: true } asked || question.Terms.FirstOrDefault(term => term.End <= asked.Index) is not { IsDistinctive: true, Start: <= 1 } term)
            return null;
        return !char.IsAsciiLetterOrDigit(term.Key[0]) && term.Key.Length <= LongestSpeaker && question.Key.AsSpan(term.End) is not ['的', ..] ? term.Key : null;
    }

    /// <summary>Whose post is asked for (运动少年K对一口岭有什么意见), where the question opens with what stands on a page before a colon, as who writes there is named; null where it does not.</summary>
    public static string? Writer(Question question, IReadOnlyList<PooledSentence> pool)
    {
        if (Everybody().IsMatch(question.Key) || Asked().Match(question.Key) is not { Success: true, Index: >= ShortestWriter and <= LongestWriter } asked)
            return null;
        var name = question.Key[..asked.Index];
        return pool.Any(sentence => OpensAs(sentence.Key, name)) ? name : null;
    }

    static bool OpensAs(string key, string name) => key.TrimStart('@', ' ') is var post && post.Length > name.Length + 1 && post.StartsWith(name, StringComparison.Ordinal) && post[name.Length] is ':' or '：';

    /// <summary>Whether a question asks for what people write below a page.</summary>
    public static bool AsksPosts(Question question) => Readers().IsMatch(question.Key);

    /// <summary>What people write below a page of a thing that the question names (网友怎么评价…): the lines that open with who writes and name it, or answer to one that does.</summary>
    public static (List<Statement> Statements, double Confidence) Posts(Question question, IReadOnlyList<PooledSentence> pool)
    {
        var names = question.Terms.Where(term => term.Key.Length > 1 && !Readers().IsMatch(term.Key) && !Opinion().IsMatch(term.Key)).Select(term => term.Key).ToList();
        var posts = pool.Where(sentence => Post().IsMatch(sentence.Key) && names.Count > 0 && names.TrueForAll(name => sentence.Key.Contains(name, StringComparison.Ordinal))).Take(MostQuotes).ToList();
        return (posts.ConvertAll(post => post.ToStatement()), posts.Count > 1 ? CoverageWorth : posts.Count > 0 ? OnTopic : 0);
    }

    /// <summary>Whether somebody's word on somebody else is asked for (甲怎么评价乙), and no sentence, with its title, names both.</summary>
    public static bool IsSilentOn(Question question, IReadOnlyList<PooledSentence> pool)
    {
        if (OnWhom().Match(question.Key) is not { Success: true } asked || !OfficeTitles.IsName(asked.Groups["who"].Value) || !OfficeTitles.IsName(asked.Groups["whom"].Value))
            return false;
        var (who, whom) = (asked.Groups["who"].Value, asked.Groups["whom"].Value);
        return !pool.Any(sentence => sentence.Key.Contains(who, StringComparison.Ordinal)
            && (sentence.Key.Contains(whom, StringComparison.Ordinal) || sentence.Passage.TitleKey.Contains(whom, StringComparison.Ordinal)));
    }

    /// <summary>The statements, with how likely the best is what was asked for; none where nobody is quoted on the topic.</summary>
    /// <param name="topic">What the words are about.</param>
    /// <param name="pool">The sentences.</param>
    /// <param name="speaker">Whose words are wanted, folded; null for anybody's.</param>
    public static (List<Statement> Statements, double Confidence) Compose(TopicMatter topic, IReadOnlyList<PooledSentence> pool, string? speaker = null)
    {
        var found = new List<(PooledSentence Sentence, Match Quotation, double Score)>();
        var opines = Opinion().IsMatch(topic.Text);
        foreach (var sentence in pool)
        {
            var quotation = Quotation().Match(sentence.Text);
            var speaks = Speech().IsMatch(sentence.Key);
            if (speaker is not null ? !Speaks(sentence, speaker) : !speaks && !quotation.Success)
                continue;
            var about = topic.Terms.Count == 0 ? 1 : topic.Covered(sentence.Key);
            var around = topic.Terms.Count == 0 ? 1 : topic.Covered(sentence.Passage.TitleKey);
            var score = Math.Max(about, TitleShare * (around + about));

            // Of an interview all is his words on what its questions were about before, and an opinion is on what its page is about; an answer to somebody is not.
            if (speaker is not null && (sentence.Key.StartsWith(speaker + ':', StringComparison.Ordinal) || opines) && topic.IsNamedIn(sentence.Passage))
                score = Math.Max(score, AroundShare * topic.Covered(sentence.Passage));
            found.Add((sentence, quotation, score + (quotation.Success && speaks ? QuotationWorth : 0)));
        }

        var best = found.Select(quote => quote.Score).DefaultIfEmpty().Max();
        if (speaker is not null && best < SaidOfIt)
            return ([], 0);
        var chosen = new List<(PooledSentence Sentence, Match Quotation, double Score)>();
        foreach (var quote in found.Where(quote => quote.Score >= OnTopic * best).OrderByDescending(quote => quote.Score).ThenBy(quote => quote.Sentence.Rank).ThenBy(quote => quote.Sentence.Start))
        {
            if (chosen.Count < MostQuotes && !chosen.Exists(other => other.Sentence.Repeats(quote.Sentence)))
                chosen.Add(quote);
        }

        // Where all sides are asked for, who speaks right after one on the matter speaks on it, too.
        if (speaker is null && chosen.Count > 0 && Everybody().IsMatch(topic.Text))
        {
            var first = chosen[0].Sentence;
            foreach (var quote in found.Where(quote => ReferenceEquals(quote.Sentence.Passage, first.Passage) && Math.Abs(quote.Sentence.Index - first.Index) <= Nearby).OrderBy(quote => quote.Sentence.Start))
            {
                if (chosen.Count < MostQuotes && Speech().IsMatch(quote.Sentence.Key) && !chosen.Exists(other => other.Sentence.Repeats(quote.Sentence)))
                    chosen.Add(quote);
            }
        }

        var confidence = chosen.Count == 0 ? 0 : CoverageWorth * (speaker is null ? topic.Covered(chosen[0].Sentence.Key) : Math.Min(1, chosen[0].Score));
        return (chosen.ConvertAll(quote => Statement(quote.Sentence, quote.Quotation)), confidence);
    }

    // 顾平川说, 顾平川：…, or what he goes on with behind the opening of his quotation.
    static bool Speaks(PooledSentence sentence, string speaker)
    {
        if (OpensAs(sentence.Key, speaker))
            return true;
        for (var at = sentence.Key.IndexOf(speaker, StringComparison.Ordinal); at >= 0; at = sentence.Key.IndexOf(speaker, at + 1, StringComparison.Ordinal))
        {
            if (Says().IsMatch(sentence.Key[(at + speaker.Length)..]))
                return true;
        }

        if (sentence.Index == 0)
            return false;
        if (Heads(sentence, speaker))
            return true;
        var sentences = sentence.Passage.Sentences;
        var before = sentences[sentence.Index - 1].Of(sentence.Passage.Key);
        if (before.Contains(speaker, StringComparison.Ordinal) && HeSays().IsMatch(sentence.Key))
            return true;
        return before.StartsWith(speaker + ':', StringComparison.Ordinal) && !sentence.Passage.Text.AsSpan(sentences[sentence.Index - 1].End, sentences[sentence.Index].Start - sentences[sentence.Index - 1].End).Contains('\n');
    }

    // A post stands under a line that names who wrote it and ends in a colon (3楼 阿明：), up to the next such line.
    static bool Heads(PooledSentence sentence, string speaker)
    {
        for (var i = sentence.Index - 1; i >= 0; i--)
        {
            var line = sentence.Passage.Sentences[i].Of(sentence.Passage.Key).TrimEnd();
            if (line is [.., ':' or '：'] && line.Length <= LongestHead)
                return line.Contains(speaker, StringComparison.Ordinal);
        }

        return false;
    }

    static Statement Statement(PooledSentence sentence, Match quotation)
    {
        var whole = sentence.ToStatement();
        if (!quotation.Success)
            return whole;
        var said = quotation.Groups["said"];
        return whole with { Text = said.Value, Citations = [whole.Citations[0] with { Start = sentence.Start + said.Index, Length = said.Length, Quote = said.Value }] };
    }

    [GeneratedRegex("[“「『](?<said>[^”」』]{5,300})[”」』]|\"(?<said>[^\"]{5,300})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex("^(?:请问)?(?<who>[\\p{IsCJKUnifiedIdeographs}·]{2,4}?)(?:是)?(?:怎么|如何|怎样|怎么样|怎麼)(?:评价|看待|形容|评论|看|描述|批评)(?<whom>[\\p{IsCJKUnifiedIdeographs}·]{2,4}?)(?:的)?[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnWhom();

    [GeneratedRegex("怎么|如何|怎样|说|表示|有何|有什么|对|什么|担心|批评", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("^[:：]|^[^。；;！!“「『]{0,24}?(?:说|表示|认为|指出|坦言|强调|回应|透露|解释|谈到|提到|称|介绍|感慨|回忆|直言|写道|支持|反对|批评|赞成|担心|担忧|提醒|预计|呼吁|建议|评价|看法|看来|不以为然|道歉|憂心|忧心)|^[^。；;！!“「『]{0,12}[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Says();

    [GeneratedRegex("网友|用户|读者|车主|消费者|大家|买家|楼主们|评论区", RegexOptions.CultureInvariant)]
    private static partial Regex Readers();

    [GeneratedRegex("^(?:@[^:：，,。]{1,20}|[0-9]+楼[^:：，,。]{1,20})[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Post();

    [GeneratedRegex("怎么看|如何看|怎样看|评价|看法|态度|观点|意见", RegexOptions.CultureInvariant)]
    private static partial Regex Opinion();

    [GeneratedRegex("^[“「『].{4,}[”」』][他她](?:说|表示|称)|^[他她](?:对[^，,]{1,10})?(?:说|表示|称|坦言)", RegexOptions.CultureInvariant)]
    private static partial Regex HeSays();

    [GeneratedRegex("^[\\p{L}·]{2,12}[:：]|说|表示|认为|指出|坦言|强调|回应|透露|解释|谈到|提到|称|介绍|感慨|回忆|直言|写道|\\b(?:said|says|told|added|explained|according to|wrote|noted)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Speech();

    [GeneratedRegex("各方|各家|各自|各有|各是|双方|大家|网友|外界|专家们|人们|哪些说法|几种说法", RegexOptions.CultureInvariant)]
    private static partial Regex Everybody();
}
