using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// An English question put in Chinese, for pages in Chinese: «Who founded Chengwan?» as 谁创立了Chengwan？. Only questions of common forms, for common things of something (revenue, staff, headquarters); names
/// stay as they are, but for those that the <see cref="Glossary"/> knows.
/// </summary>
internal static partial class ChineseWording
{
    static readonly (Regex Pattern, string Wording)[] Forms =
    [
        (Founded(), "谁创立了{0}？"), (FoundedWhen(), "{0}是什么时候成立的？"), (Based(), "{0}的总部在哪里？"), (Bought(), "谁收购了{0}？"), (Buys(), "{0}收购了哪家公司？"), (Employs(), "{0}有多少员工？"),
    ];

    static readonly Dictionary<string, (string Noun, string Asking)> Nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["founder"] = ("创始人", "是谁"),
        ["founders"] = ("创始人", "是谁"),
        ["ceo"] = ("首席执行官", "是谁"),
        ["chief executive"] = ("首席执行官", "是谁"),
        ["cto"] = ("首席技术官", "是谁"),
        ["chairman"] = ("董事长", "是谁"),
        ["president"] = ("总裁", "是谁"),
        ["author"] = ("作者", "是谁"),
        ["director"] = ("导演", "是谁"),
        ["designer"] = ("设计师", "是谁"),
        ["mayor"] = ("市长", "是谁"),
        ["revenue"] = ("营业收入", "是多少"),
        ["profit"] = ("利润", "是多少"),
        ["net profit"] = ("净利润", "是多少"),
        ["price"] = ("价格", "是多少"),
        ["cost"] = ("造价", "是多少"),
        ["market value"] = ("市值", "是多少"),
        ["population"] = ("人口", "是多少"),
        ["area"] = ("面积", "是多少"),
        ["length"] = ("长度", "是多少"),
        ["height"] = ("高度", "是多少"),
        ["output"] = ("产量", "是多少"),
        ["capacity"] = ("产能", "是多少"),
        ["total investment"] = ("总投资", "是多少"),
        ["investment"] = ("投资", "是多少"),
        ["score"] = ("得分", "是多少"),
        ["average score"] = ("平均分", "是多少"),
        ["capital"] = ("首都", "是哪里"),
        ["headquarters"] = ("总部", "在哪里"),
        ["market share"] = ("市场份额", "是多少"),
    };

    static readonly Dictionary<string, string> Counted = new(StringComparer.OrdinalIgnoreCase)
    {
        ["employees"] = "员工",
        ["people"] = "人",
        ["stores"] = "门店",
        ["users"] = "用户",
        ["customers"] = "客户",
        ["visitors"] = "游客",
        ["passengers"] = "乘客",
        ["parameters"] = "参数",
    };

    /// <summary>The question in Chinese, or null where it is of none of these forms.</summary>
    public static string? Of(string question)
    {
        var text = question.Trim();
        if (text.Length == 0 || Phrases.HasHan(text))
            return null;
        foreach (var (pattern, wording) in Forms)
        {
            if (pattern.Match(text) is { Success: true } match)
                return string.Format(System.Globalization.CultureInfo.InvariantCulture, wording, Name(match));
        }

        if ((OfSomething().Match(text) is { Success: true } of ? of : Possessed().Match(text)) is { Success: true } told && Nouns.TryGetValue(told.Groups["noun"].Value, out var asked))
            return $"{Name(told)}{Year(told)}的{asked.Noun}{asked.Asking}？";
        return HowMany().Match(text) is { Success: true } count && Counted.TryGetValue(count.Groups["noun"].Value, out var noun) ? $"{Name(count)}{Year(count)}有多少{noun}？" : null;
    }

    static string Name(Match match)
    {
        var name = match.Groups["x"].Value.Trim();
        return Glossary.Of(name.ToLowerInvariant()).FirstOrDefault(other => Phrases.HasHan(other)) ?? name;
    }

    // The blank keeps the year from being read as a part of a Latin name.
    static string Year(Match match) => match.Groups["year"] is { Success: true } year ? (char.IsAscii(Name(match)[^1]) ? " " : "") + year.Value + "年" : "";

    const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex("^who (?:founded|established|started|set up|created) (?:the )?(?<x>[^?]+?)\\s*\\?*$", Options)]
    private static partial Regex Founded();

    [GeneratedRegex("^(?:when|in (?:what|which) year) was (?:the )?(?<x>[^?]+?) (?:founded|established|started|set up)\\s*\\?*$", Options)]
    private static partial Regex FoundedWhen();

    [GeneratedRegex("^where (?:is|are) (?:the )?(?:headquarters of )?(?<x>[^?]+?)(?:['’]s headquarters| headquartered| based)\\s*\\?*$|^where (?:is|are) the headquarters of (?:the )?(?<x>[^?]+?)\\s*\\?*$", Options)]
    private static partial Regex Based();

    [GeneratedRegex("^(?:who|which company) (?:acquired|bought|took over) (?:the )?(?<x>[^?]+?)\\s*\\?*$", Options)]
    private static partial Regex Bought();

    [GeneratedRegex("^(?:which|what) (?:company|firm|start-?up) did (?<x>[^?]+?) (?:acquire|buy|take over)\\s*\\?*$", Options)]
    private static partial Regex Buys();

    [GeneratedRegex("^how many (?:people|employees|staff) (?:work (?:at|for|in)|are employed by|does) (?:the )?(?<x>[^?]+?)(?: have| employ)?\\s*\\?*$", Options)]
    private static partial Regex Employs();

    [GeneratedRegex("^(?:what|who|how much|where) (?:is|are|was|were) the (?<noun>[a-z ]+?) of (?:the )?(?<x>[^?]+?)(?: in (?<year>[12][0-9]{3}))?\\s*\\?*$", Options)]
    private static partial Regex OfSomething();

    [GeneratedRegex("^(?:what|who|how much|where) (?:is|are|was|were) (?<x>[^?]+?)['’]s (?<noun>[a-z ]+?)(?: in (?<year>[12][0-9]{3}))?\\s*\\?*$", Options)]
    private static partial Regex Possessed();

    [GeneratedRegex("^how many (?<noun>[a-z]+) (?:did|does|do) (?:the )?(?<x>[^?]+?) (?:have|has|own|get|carry|serve|count)(?: in (?<year>[12][0-9]{3}))?\\s*\\?*$", Options)]
    private static partial Regex HowMany();
}
