using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Counts how often somebody won something (拿过几次冠军) where pages tell each time by itself: the events that a clause tells of him, one for each year. Every event counted is cited. One that tells the number itself, or
/// a page that says that there were others, is left to the reader.
/// </summary>
internal static partial class CountComposer
{
    const double Worth = 0.8;

    // That pages tell of one time does not say that there was no other.
    const int Fewest = 2;

    /// <summary>How often it was, citing each time, with how likely that is the number asked for; null where pages tell of one at most.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, Func<IReadOnlyList<PooledSentence>> sentences)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return null;
        var (who, prize) = (asked.Groups["who"].Value, Rank().Match(asked.Groups["what"].Value).Value);
        if (prize.Length == 0)
            return null;
        var matter = Event().Replace(asked.Groups["what"].Value[..^prize.Length], "").Trim('的');
        var times = new SortedDictionary<string, PooledSentence>(StringComparer.Ordinal);
        foreach (var sentence in sentences())
        {
            if (!IsOf(sentence, matter) || !Clauses(sentence.Key).Any(clause => Wins(clause, who, prize)))
                continue;
            if (Number().IsMatch(sentence.Key))
                return null;
            var year = Year().Match(sentence.Key) is { Success: true } told ? told.Value : Year().Match(sentence.Passage.TitleKey) is { Success: true } titled ? titled.Value : sentence.Passage.Published is { Length: >= 4 } published ? published[..4] : "";
            if (year.Length > 0)
                times.TryAdd(year, sentence);
        }

        if (times.Count < Fewest)
            return null;
        var citations = times.Values.Select(sentence => sentence.ToStatement()).ToList();
        var unit = asked.Groups["unit"].Value;
        return (new Statement($"{times.Count.ToString(CultureInfo.InvariantCulture)}{unit}", citations[0].Sentence, [.. citations.SelectMany(one => one.Citations)]) { IndependentSources = 1 }, Worth);
    }

    // Of another contest, or of the women's title where the men's is asked for, it tells nothing.
    static bool IsOf(PooledSentence sentence, string matter)
    {
        var said = CharacterPairs.Of(matter);
        return said.Count == 0 || said.IsSubsetOf(CharacterPairs.Of($"{sentence.Passage.TitleKey}\n{sentence.Passage.Key}"));
    }

    // 冠军为卓一凡, 卓一凡夺得冠军, 卓一凡卫冕男子组冠军; 去年冠军骆晴因伤退赛 tells of another time.
    static bool Wins(string clause, string who, string prize)
    {
        var at = clause.IndexOf(who, StringComparison.Ordinal);
        var won = clause.IndexOf(prize, StringComparison.Ordinal);
        if (at < 0 || won < 0 || Other().IsMatch(clause))
            return false;
        return won < at
            ? Named().IsMatch(clause[(won + prize.Length)..at])
            : !clause[(at + who.Length)..won].Contains('为', StringComparison.Ordinal) && Winning().IsMatch(clause[(at + who.Length)..won]);
    }

    static string[] Clauses(string key) => key.Split([',', '，', ';', '；', '。', '!', '！', '\n', '、']);

    [GeneratedRegex("^(?:请问)?(?<who>[\\p{IsCJKUnifiedIdeographs}·]{2,5}?)(?:一共|总共|共|至今|到目前为止)?(?:拿过|得过|获得过|夺得过|夺过|拿到过|赢过|赢得过|获过|当过|拿了|得了|获得了?|夺得了?|赢了)(?:几|多少)(?<unit>次|个|届|回)(?<what>[^?？,，]{2,20})[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("(?:冠军|亚军|季军|金牌|银牌|铜牌|第一名|第二名|第三名|一等奖|二等奖|三等奖|特等奖|金奖|银奖|铜奖|状元)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    [GeneratedRegex("(?:比赛|大赛)?的?$", RegexOptions.CultureInvariant)]
    private static partial Regex Event();

    [GeneratedRegex("(?:第?[一二两三四五六七八九十0-9]+(?:度|次|届|连冠|冠王)|[二两三四五六七八九]夺|[二三四五六七八九]连)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("^(?:得主|获得者)?(?:为|是|由|归|:|：|被)(?:[^,，。]{0,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex("夺|获|得|拿|赢|摘|卫冕|蝉联|问鼎|折桂|首夺|首次", RegexOptions.CultureInvariant)]
    private static partial Regex Winning();

    [GeneratedRegex("去年|上届|前年|往届|未能|没有|无缘|不敌|错失|曾|前冠军", RegexOptions.CultureInvariant)]
    private static partial Regex Other();
}
