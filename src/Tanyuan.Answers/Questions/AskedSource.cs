using System.Text.RegularExpressions;
using Tanyuan.Text;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// The site or the source that a question holds its answer to: 在新浪上, on example.com; 据X报道, 根据X的统计, according to X. What only says that
/// something is reported at all (据报道, 根据文章) holds it to nothing.
/// </summary>
/// <param name="Span">Where it stands in the question.</param>
/// <param name="Name">Its folded name.</param>
/// <param name="IsSite">Whether it is a site that the page must come from, not someone whose word is asked for.</param>
internal sealed partial record AskedSource(TextSpan Span, string Name, bool IsSite)
{
    const int LongestRunShare = 60;

    /// <summary>The site or source that a folded question names, or null.</summary>
    public static AskedSource? Of(string key) => Source(key) ?? Site(key);

    /// <summary>A question without the words that name the source; as it is where nothing else is left.</summary>
    public static string LeftOut(string question)
    {
        // The question may have been reworded before them.
        var named = Of(TextFolder.Fold(question))?.Span ?? default;
        var left = question.Remove(named.Start, named.Length).Trim(' ', ',', '，', '的', '、', ':', '：');
        return left.Length > 3 ? left : question;
    }

    /// <summary>Whether a page comes from the source by its site, address or author.</summary>
    public bool IsOrigin(string? site, string? url, string? author)
    {
        var stem = Outlets.Stem(Name);
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : url;
        return Holds(site, stem) || Holds(host, stem) || Holds(author, stem)
            || Outlets.HostsOf(Name).Any(part => IsHost(host, part) || IsHost(site, part));
    }

    /// <summary>Whether a folded text opens with a line that says it comes from the source (江岸晚报 2023-07-14 记者 某某).</summary>
    public bool IsNamedInDateline(string key)
    {
        var end = key.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? key : key[..end];
        return line.Contains(Outlets.Stem(Name), StringComparison.Ordinal) && (line.TrimEnd().Length <= Name.Length + 1 || Composing.Dateline.Is(line));
    }

    /// <summary>Whether a folded text speaks of the source: its name, or most of it in a row.</summary>
    public bool IsNamedIn(string key)
    {
        for (var length = Name.Length; length >= 2 && length * 100 >= Name.Length * LongestRunShare; length--)
        {
            for (var start = 0; start + length <= Name.Length; start++)
            {
                if (key.AsSpan().IndexOf(Name.AsSpan(start, length), StringComparison.Ordinal) >= 0)
                    return true;
            }
        }

        return false;
    }

    static bool Holds(string? text, string stem) => text is not null && TextFolder.Fold(text).Contains(stem, StringComparison.Ordinal);

    static bool IsHost(string? host, string part) =>
        host is not null && (host.StartsWith(part, StringComparison.OrdinalIgnoreCase) || host.Contains("." + part, StringComparison.OrdinalIgnoreCase));

    static AskedSource? Source(string key)
    {
        foreach (Match match in Reported().Matches(key))
        {
            var who = match.Groups["who"];
            var name = Generic().Replace(who.Value, "").Trim(' ', '，', ',', '的', '《', '》', '「', '」', '“', '”');
            if (name.Length >= 2 && !Commonplace().IsMatch(name))
                return new AskedSource(new TextSpan(match.Index, match.Length), name, false);
        }

        return null;
    }

    static AskedSource? Site(string key)
    {
        foreach (Match match in OnSite().Matches(key))
        {
            var name = match.Groups["site"].Value.Trim();
            var isAddress = name.Contains('.', StringComparison.Ordinal);
            if (isAddress || Outlets.IsKnown(name) || (match.Groups["kind"].Success && name.Length >= 2 && !Commonplace().IsMatch(name)))
                return new AskedSource(new TextSpan(match.Index, match.Length), name, true);
        }

        return null;
    }

    [GeneratedRegex(
        "(?:据|根据|依据|按照|按|依照)(?<who>[^,，。?？;；:：]{2,16}?)的?(?:报道|报导|消息|说法|统计|数据|调查|报告|介绍|透露|估计|预测|预计|公告|研究|公布|统计数据|观点|看法|表示|称|说)(?=[,，:：、的显指称说认\\d]|数据|$)"
        + "|(?:据|根据|按照|按)(?<who>[^,，。?？;；:：]{1,12}(?:报|周刊|周报|网|社|杂志|百科|年鉴|在线|电视台|观察|参考|水利志|县志|市志))(?=[,，:：])"
        + "|^(?<who>[^,，。?？;；:：的]{1,8}(?:报|周刊|网|杂志|百科|在线))(?:上|里)?(?:怎么|如何|是怎么|是如何)?(?:说|写|报道|报导|称|介绍)的?"
        + "|according to (?<who>[^,?;]{2,40}?)(?= (?:report|reports|survey|study|data|article)\\b|[,?;]|$)|as reported by (?<who>[^,?;]{2,40})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reported();

    [GeneratedRegex(
        "(?:在|从|据|\\bon |\\bfrom )(?<site>[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,})(?:网站)?(?:上|里|的|说|报道)?"
        + "|(?<site>[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:com|cn|org|net|tw|hk|gov|edu))(?:网站)?(?:上|里|说|报道)"
        + "|(?:在|从)?(?<site>[\\p{L}\\d]{1,10}?(?<kind>网站|网|论坛|日报|晚报|早报|周刊|客户端|公众号|频道))(?:上|里|的(?:报道|文章|新闻|网页|页面))"
        + "|(?:在|从)(?<site>[\\p{L}\\d]{2,6}?)(?:网|新闻|财经|科技|百科)?(?:上|里)(?:的|说|写|提到|,|，|关于|讲)?"
        + "|\\b(?:on|from|in) (?<site>the (?:new york times|wall street journal|financial times|guardian)|[a-z]{3,20})(?=,| |\\?|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OnSite();

    // What is said in front of a name or instead of it.
    [GeneratedRegex("^(?:最新|有关|相关|官方|权威|多家|部分|当地|国内|国外|海外|今年|去年|\\d{4}年|(?:the|a|an)(?: |$))+|(?:最新|官方|发布|公布|提供|所|最近|记者)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    [GeneratedRegex("^(?:资料|文章|本文|该文|上文|文中|报道|新闻|材料|传说|史料|史书|记载|统计|网|网上|互联|消息|媒体|外媒|调查|官方|规定|这|此|该|其|它|他|她|合同|法律|要求|人口普查|普查|市场|记录|不同|自己|document|article|text|source|sources|page|pages|passage|report)", RegexOptions.CultureInvariant)]
    private static partial Regex Commonplace();
}
