using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Relations;

/// <summary>
/// Finds the relations that a folded sentence tells: patterns of the two languages with the place of what fills the relation (f) and of what it is told of
/// (s, or o where the sentence has to name it). Which of several names in such a place is meant is left to the reader.
/// </summary>
internal static partial class RelationFinder
{
    const string Opening = "(?<=^|[,，;；。:：])";
    const string FoundingVerbs = "创立|创办|创建|创设|成立|建立|设立|开办|开设";
    const string Founds = "(?:" + FoundingVerbs + ")";
    const string Founder = "(?:创始人|创办人|创立者|创建者|创办者|奠基人|发起人)";
    const string Office = "(?:首席[^,，。]{1,3}官|总裁|董事长|总经理|主席|ceo|cto|院长|校长|社长|馆长|总编|主编|总监|合伙人)";
    const string Buys = "(?:收购|并购|买下)";
    const string School = "[^,，;；。:：、()（）于在]{1,20}(?:大学|学院|学校|中学|师范|书院|美院|专科)";
    const string Founded = "(?:co-)?(?:founded|established|started|set up|launched)";
    const string Bought = "(?:acquired|bought|purchased|taken over|took over)";

    static readonly SearchValues<char> Borders = SearchValues.Create(",，;；。:：()（）");

    static readonly (RelationKind Kind, Regex Pattern)[] Patterns =
    [
        (RelationKind.Founder, FoundedBy()), (RelationKind.Founder, FounderNamed()), (RelationKind.Founder, Founding()), (RelationKind.Founder, IsFounder()),
        (RelationKind.Founder, EnglishFoundedBy()), (RelationKind.Founder, EnglishFounding()), (RelationKind.Founder, EnglishFounderNamed()), (RelationKind.Founder, EnglishIsFounder()),
        (RelationKind.FoundingDate, FoundedIn()), (RelationKind.FoundingDate, DateOfFounding()), (RelationKind.FoundingDate, EnglishFoundedIn()),
        (RelationKind.Base, BasedIn()), (RelationKind.Base, EnglishBasedIn()),
        (RelationKind.Buyer, Buying()), (RelationKind.Buyer, BoughtBy()), (RelationKind.Buyer, EnglishBuying()), (RelationKind.Buyer, EnglishBoughtBy()),
        (RelationKind.Buyer, Subsidiary()), (RelationKind.Buyer, EnglishOwning()), (RelationKind.Buyer, EnglishOwnedBy()),
        (RelationKind.School, Entering()), (RelationKind.School, StudyingAt()), (RelationKind.School, SchoolNamed()), (RelationKind.School, EnglishStudying()),
        (RelationKind.Spouse, Wedding()), (RelationKind.Spouse, SpouseNamed()),
    ];

    /// <summary>The relations of a sentence.</summary>
    public static List<ToldRelation> Find(string key)
    {
        var found = new List<ToldRelation>();
        foreach (var (kind, pattern) in Patterns)
        {
            foreach (Match match in pattern.Matches(key))
            {
                var filler = Trimmed(key, Of(match.Groups["f"]));
                var named = match.Groups["o"] is { Success: true } after ? Of(after) : Named(key, match);
                var subject = Trimmed(key, named.Length > 0 ? named : match.Groups["s"] is { Success: true } told ? Of(told) : Before(key, match.Index));
                if (filler.Length == 0)
                    continue;
                found.Add(new ToldRelation(kind, filler, subject, named.Length > 0));
                if (kind == RelationKind.Buyer)
                    found.Add(new ToldRelation(RelationKind.Bought, subject, filler, false));
                if (kind == RelationKind.Spouse && match.Groups["s"] is { Success: true, Length: > 1 })
                    found.Add(new ToldRelation(kind, subject, filler, false));
            }
        }

        return found;
    }

    // What a sentence speaks of stands before what it tells of it: in the same clause, else in those before.
    static TextSpan Before(string key, int at)
    {
        var start = key.AsSpan(0, at).TrimEnd(" ,，的是").LastIndexOfAny("。;；") + 1;
        return new TextSpan(start, at - start);
    }

    /// <summary>Who a sentence says did something: what stands between 由 or 被 and the verb, in one clause.</summary>
    public static List<ToldRelation> Agents(string key, string deed)
    {
        var found = new List<ToldRelation>();
        for (var at = key.IndexOf(deed, StringComparison.Ordinal); at >= 0; at = key.IndexOf(deed, at + 1, StringComparison.Ordinal))
        {
            var clause = key.AsSpan(0, at).LastIndexOfAny(Borders) + 1;
            var mark = key.AsSpan(clause, at - clause).LastIndexOfAny("由被") + clause;
            if (mark >= clause && at - mark > 2)
                found.Add(new ToldRelation(RelationKind.Agent, Trimmed(key, new TextSpan(mark + 1, at - mark - 1)), Before(key, mark), false));
        }

        return found;
    }

    // 由沈青禾创立的蓝禾农业, 1959年设立冷湖市: what is founded may be named behind the verb that ends the pattern; 独立书店 names nothing.
    static TextSpan Named(string key, Match match)
    {
        var end = match.Index + match.Length;
        if (match.Groups["s"].Success || end == key.Length || !EndsInFounding(match.ValueSpan) || key[end] is '于' or '在' or '时' or '以' or '后' or '前' or '至')
            return default;
        var behind = key.AsSpan(end);
        var border = behind.IndexOfAny(Borders);
        var length = border < 0 ? behind.Length : border;
        return TopicNames.IsSpecific(behind[..length]) ? new TextSpan(end, length) : default;
    }

    static bool EndsInFounding(ReadOnlySpan<char> match) => match.Length > 2 && Verbs.Contains(match[^2..].ToString());

    static readonly HashSet<string> Verbs = new(FoundingVerbs.Split('|'), StringComparer.Ordinal);

    static TextSpan Of(Group group) => new(group.Index, group.Length);

    static TextSpan Trimmed(string key, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsRim(key[start]))
            start++;
        while (end > start && IsRim(key[end - 1]))
            end--;
        return new TextSpan(start, end - start);
    }

    static bool IsRim(char unit) => char.IsWhiteSpace(unit) || unit is ',' or '，' or '的' or '了' or '是' or '“' or '”' or '"' or '「' or '」';

    [GeneratedRegex("由(?<f>[^,，;；。:：()（）由]{2,30}?)(?:(?:于|在|自|共同|一起|联合|一手|携手|等|所|[12][0-9]{3}年)[^,，;；。由]{0,24}?)?" + Founds, RegexOptions.CultureInvariant)]
    private static partial Regex FoundedBy();

    [GeneratedRegex("(?:联合|共同)?" + Founder + "(?:之一)?(?:(?:兼任?|、|和|及)?" + Office + ")*(?:是|为|有|叫|:|：|、|即|系)? ?(?<f>[^,，;；。、:：()（）的]{2,16})", RegexOptions.CultureInvariant)]
    private static partial Regex FounderNamed();

    [GeneratedRegex(Opening + "(?<f>[^,，;；。:：]{2,60}?)(?:(?:于|在|自)[^,，;；。]{1,16}?)?(?:一手|共同|联合|一起|携手)?" + Founds + "(?:了|起)?(?<o>[^,，;；。:：]{2,30})", RegexOptions.CultureInvariant)]
    private static partial Regex Founding();

    [GeneratedRegex(Opening + "(?<f>[^,，;；。:：]{2,40}?)(?:是|为|系|作为)(?<o>[^,，;；。:：]{2,24}?)的?(?:联合|共同)?" + Founder, RegexOptions.CultureInvariant)]
    private static partial Regex IsFounder();

    [GeneratedRegex(Founded + "(?: in (?:[a-z]+ )?[0-9]{4})?(?: in [a-z ]{2,30}?)? by (?<f>[^,;.()]{2,80}?)(?= in (?:[a-z]+ )?[0-9]{4}| (?:who|which|said|is|has|had|and (?:has|is|was|employs))\\b|[,.;()]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFoundedBy();

    [GeneratedRegex("(?<f>[^,;.]{2,60}?) " + Founded + " (?!in |by |on |at |as )(?<o>[^,;.]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFounding();

    [GeneratedRegex("\\b(?:co-)?founders?(?: and [a-z]+(?: [a-z]+)?)?(?: is| was| are| were)? (?!of |and |in )(?<f>[a-z][^,;.()]{2,50})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFounderNamed();

    [GeneratedRegex("(?<f>[^,;.()]{2,50}?)(?:,| is| was) (?:the |a )?(?:co-)?founder (?:and [a-z ]{2,24} )?of (?<o>[^,;.]{2,50})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishIsFounder();

    [GeneratedRegex(Founds + "(?:于|在|的?(?:时间|日期|年份)[为是]) ?(?<f>[^,，;；。]{2,20})", RegexOptions.CultureInvariant)]
    private static partial Regex FoundedIn();

    [GeneratedRegex("(?<f>(?:公元前?)?[0-9]{2,4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)[^,，;；。0-9]{0,30}?" + Founds, RegexOptions.CultureInvariant)]
    private static partial Regex DateOfFounding();

    [GeneratedRegex("\\b" + Founded + "(?: by [^;.]{2,60}?)?(?: in [a-z ]{2,20}?)?,? (?:in|on) (?<f>(?:[0-9]{1,2} )?(?:[a-z]+ )?(?:[0-9]{1,2}, )?[0-9]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFoundedIn();

    [GeneratedRegex("总部[^,，;；。的]{0,12}?(?:位于|设于|设在|设立[在于]|坐落[在于]|落户于?|迁至|迁到|搬到|搬至|在|地址?[为是]|所在地[为是])(?<f>[^,，;；。、:：()（）]{2,24})", RegexOptions.CultureInvariant)]
    private static partial Regex BasedIn();

    [GeneratedRegex("\\b(?:headquartered|based|headquarters?(?: is| are| was| were)?(?: located)?) (?:in|at) (?<f>[^.;()]{2,50}?)(?=,? (?:and|with|which|where|has|had|is|was|employs|that|said)\\b|[.;()]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBasedIn();

    [GeneratedRegex(Opening + "(?<f>[^,，;；。:：被]{2,60}?)(?:[,，]?(?:已|将|拟)?以[^,，;；。]{2,20}?)?(?:全资|正式|成功)?" + Buys + "了?(?!案|价|要约|后|前|时|协议|完成|方|计划|的|、|金额|意向)(?<s>[^,，;；。:：]{2,30})", RegexOptions.CultureInvariant)]
    private static partial Regex Buying();

    [GeneratedRegex("(?<=^|[;；。:：])(?<s>[^;；。:：]{2,80}?)[,，]?(?:已|便|后来|最终|正式|又|再)?被(?<f>[^,，;；。:：]{2,24}?)(?:以[^,，;；。]{2,20}?)?(?:全资|正式|成功)?" + Buys, RegexOptions.CultureInvariant)]
    private static partial Regex BoughtBy();

    [GeneratedRegex("(?<s>[^,，;；。:：]{0,24}?)(?:(?:与|和|跟|同)(?<f>[^,，;；。:：与和的]{2,14}?)(?:正式|登记)?(?:结婚|成婚|完婚|结为夫妻|结为连理|喜结连理)|(?:嫁给|嫁予|下嫁|迎娶|娶)了?(?<f>[^,，;；。:：的]{2,14}?)(?:为妻)?(?=[,，;；。]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Wedding();

    [GeneratedRegex("(?<!前|任)(?:妻子|丈夫|老公|老婆|配偶)(?:是|为|叫|:|：)?(?<f>[^,，;；。:：()（）的是为]{2,12})", RegexOptions.CultureInvariant)]
    private static partial Regex SpouseNamed();

    [GeneratedRegex("(?<f>[^;.]{2,160}?) (?:(?:has|had|have) )?(?<!was |were |been |is )" + Bought + " (?!by |in )(?<s>[^,;.]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBuying();

    [GeneratedRegex("(?<s>[^;.]{2,80}?) (?:was|were|been|is|,) ?" + Bought + "(?: in (?:[a-z]+ )?[0-9]{4})?(?: for [^;.]{2,30}?)? by (?<f>[^,;.]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBoughtBy();

    [GeneratedRegex("(?<s>[^,，;；。:：]{2,24}?)(?:将|已|便|现|正式|后来|就此)?(?:成为|是|为|系)(?<f>[^,，;；。:：的]{2,20}?)的?(?:全资|控股|下属|旗下的?)*(?:子公司|附属公司|旗下公司|旗下企业)", RegexOptions.CultureInvariant)]
    private static partial Regex Subsidiary();

    [GeneratedRegex("(?<f>[^,;.]{2,60}?) owns (?<s>[^,;.]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishOwning();

    [GeneratedRegex("(?<s>[^,;.]{2,60}?),? (?:which |that )?(?:is|was|became|are|has been) (?:(?:wholly |majority |now |part )?owned by|a (?:wholly owned )?(?:subsidiary|unit) of) (?<f>[^,;.]{2,60})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishOwnedBy();

    [GeneratedRegex("(?:毕业于|毕业自|考(?:上|入|进|取)了?|就读于?|入读|升入|求学于|保送至?)(?<f>" + School + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Entering();

    [GeneratedRegex("(?:在|从|自|于)(?<f>" + School + ")[^,，;；。:：]{0,8}?(?:毕业|读书|念书|学习|求学|就读|攻读|上学|获|取得)", RegexOptions.CultureInvariant)]
    private static partial Regex StudyingAt();

    [GeneratedRegex("(?:学历|毕业院校|毕业学校|母校|教育背景)(?:是|为|:|：|\\t)? ?(?<f>" + School + ")", RegexOptions.CultureInvariant)]
    private static partial Regex SchoolNamed();

    [GeneratedRegex("\\b(?:graduated from|(?:studied|trained|educated|read [a-z]+)(?: [a-z ]{2,30}?)? at|attended|(?:degree|doctorate|phd) (?:[a-z ]{2,30} )?(?:from|at)) (?:the )?(?<f>[^,;.()]{3,60}?)(?= in [a-z]| and |[,;.()]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishStudying();
}
