using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Cuts the site's and the channel's name off a page title: <c>标题_频道_站名</c>, <c>标题 - 站名</c>, <c>标题 | 站名</c>. A bar or an underscore parts a title
/// from its tail nearly always; a hyphen does where blanks stand around it or what follows reads as a site's name.
/// </summary>
internal static partial class TitleReader
{
    const int ShortestTitle = 4;

    /// <summary>The title without its tail.</summary>
    /// <param name="title">The title as the page gives it.</param>
    /// <param name="site">The site's name where it is known.</param>
    public static string CutTail(string title, string? site)
    {
        title = title.Trim();
        for (var match = LastSeparator().Match(title); match.Success; match = LastSeparator().Match(title))
        {
            var head = title[..match.Index].TrimEnd();
            var tail = title[(match.Index + match.Length)..].Trim();
            if (head.Length < ShortestTitle)
                break;
            if (IsTail(match.Value, tail, head, site))
                title = head;
            else if (StrongSeparator().Match(title) is { Success: true, Index: >= 2 * ShortestTitle } strong && strong.Index < match.Index)
                title = title[..strong.Index].TrimEnd();
            else
                break;
        }

        return title;
    }

    /// <summary>The tail that <see cref="CutTail"/> cuts last of all: the site's own name, or null.</summary>
    public static string? Tail(string title)
    {
        var match = LastSeparator().Match(title.Trim());
        if (!match.Success)
            return null;
        var tail = title.Trim()[(match.Index + match.Length)..].Trim();
        return tail.Length is >= 2 and <= 30 ? tail : null;
    }

    static bool IsTail(string separator, string tail, string head, string? site)
    {
        if (tail.Length == 0)
            return true;
        if (site is not null && (tail.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(tail, StringComparison.OrdinalIgnoreCase)))
            return true;
        if (tail.Length > head.Length + 10 && tail.Length > 30)
            return false;
        var bare = separator.Trim();
        if (bare is "_" or "|" or "｜" or "»" or "«" or "<" or ">" or "›" or "::" or "•" or "--")
            return true;
        return SiteWord().IsMatch(tail) || (separator.Length > bare.Length && tail.Length <= 40);
    }

    [GeneratedRegex(@"\s*(?:--|_|\||｜)\s*", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex StrongSeparator();

    [GeneratedRegex(@"(?:\s*(?:_+|\||｜|»|«|<|>|›|::|•|--)\s*|\s+[-–—·]+\s+|\s*[-–—](?=[^-–—]*$))(?=[^_|｜»«<>›•]*$)", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex LastSeparator();

    [GeneratedRegex(@"网$|網$|网站|網站|频道|頻道|新闻|新聞|日报|日報|晚报|晚報|时报|時報|[报報]$|中心$|在线|在線|论坛|論壇|门户|社区|社區|博客|资讯|資訊|中国|搜狐|新浪|网易|腾讯|凤凰|人民|电视台|電視台|电台|電台|医院|大学|政府|公司|\.(?:com|cn|net|org|hk|tw|de|fr)\b|\b(?:news|online|blog|times|post|daily|magazine)\b|《.*》$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SiteWord();
}
