using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Tells a discussion (forum thread, question with answers) from an article with comments, by independent signs that add up: the declared type,
/// the software, the address, the site's name, floor numbers and class names; that the page declares an article, or a blog's software, counts against.
/// On a discussion the replies are the content.
/// </summary>
internal static partial class ThreadDetector
{
    const int Enough = 3;

    /// <summary>The longest line in which a page thanks its software.</summary>
    const int LongestCredit = 120;

    /// <summary>One of these is in whatever the patterns below match: most lines and names are passed over without a pattern.</summary>
    static readonly SearchValues<string> FloorWords = SearchValues.Create(
        ["楼", "樓", "#", "沙发", "板凳", "地板", "只看", "最佳", "回复", "发表", "發表", "来自", "采纳", "倒序", "热度", "按时间"], StringComparison.Ordinal);

    static readonly SearchValues<string> HintWords = SearchValues.Create(
        ["answer", "post", "reply", "comment", "topic", "thread", "question", "louzhu", "bbs", "forum", "discussion"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the page is a discussion.</summary>
    public static bool IsThread(PageLayout page, string? url)
    {
        var head = page.Head;
        var signs = 0;
        foreach (var data in head.LinkedData)
        {
            if (DeclaredType().IsMatch(data))
                signs += 3;
        }

        if (head.Meta("generator") is { } generator && Software().IsMatch(generator))
            signs += 2;
        if (IsDeclaredArticle(head))
            signs -= 2;
        if (IsThreadAddress(url) || IsThreadAddress(head.Canonical) || IsThreadAddress(head.Meta("og:url")))
            signs += 2;
        signs += Forum().IsMatch(head.Title) ? 2 : TitleReader.Tail(head.Title) is { } site && Community().IsMatch(site) ? 1 : 0;
        var floors = 0;
        var isPowered = false;
        foreach (var line in page.Lines)
        {
            isPowered |= line.Text.Length <= LongestCredit && line.Text.Contains("owered by", StringComparison.Ordinal) && Software().IsMatch(line.Text);
            if (line.Text.Length <= 40 && line.Text.AsSpan().ContainsAny(FloorWords) && Floor().IsMatch(line.Text))
                floors++;
        }

        signs += (floors >= 2 ? 1 : 0) + (isPowered ? 2 : 0);
        var (replies, threads) = (0, 0);
        foreach (var block in page.Blocks)
        {
            if (!block.Hints.AsSpan().ContainsAny(HintWords))
                continue;
            replies += ReplyHint().IsMatch(block.Hints) ? 1 : 0;
            threads += ThreadHint().IsMatch(block.Hints) ? 1 : 0;
        }

        signs += (replies >= 4 ? 1 : 0) + (threads >= 2 ? 2 : 0);
        return signs >= Enough;
    }

    static bool IsDeclaredArticle(PageHead head) =>
        head.Meta("og:type") is "article" || head.Meta("generator") is { } generator && Blog().IsMatch(generator) || head.LinkedData.Exists(data => ArticleType().IsMatch(data));

    static bool IsThreadAddress(string? url) => url is { Length: < 2_000 } && Address().IsMatch(url);

    [GeneratedRegex(@"""@type""\s*:\s*\[?\s*""(?:DiscussionForumPosting|QAPage)""", RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"""@type""\s*:\s*\[?\s*""(?:News|Blog|Report)?(?:Article|BlogPosting)""", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleType();

    [GeneratedRegex("^(?!.*bbpress).*(?:wordpress|blogger|ghost|typecho|hexo|hugo|jekyll)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Blog();

    [GeneratedRegex("discuz|phpbb|vbulletin|flarum|xenforo|nodebb|discourse|phpwind|mybb|smf|bbs", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Software();

    [GeneratedRegex(@"^(?:https?:)?//(?:[\w-]+\.)*(?:bbs|forums?|discuss|tieba|zhidao|club|community|ask|wenda)\w*\.|/(?:thread|topics?|viewtopic|showthread|viewthread|questions?|discussions?|forum|bbs|tieba|d|t|p)[/\-.]?\d+|viewthread|showtopic|/questions?/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"论坛|論壇|贴吧|百度知道|微博正文|\bbbs\b|\bforums?\b|讨论区|討論區|问答社区", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Forum();

    [GeneratedRegex(@"社区|社區|俱乐部|问答|问问|知乎|小组|微博$|豆瓣|虎扑|天涯|雪球|水木|v2ex|segmentfault|reddit|quora|stack ?(?:overflow|exchange)|community", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Community();

    [GeneratedRegex(@"^(?:楼主|樓主|沙发|板凳|地板|\d+\s*[楼樓]|#\d+|\d+#|只看该作者|最佳(?:回复|答案)|回复本楼|(?:发表|發表|回复)[于於].*|.{1,16}回复了此帖|来自.{2,4}|已采纳|[仅僅只]看楼主|倒序看帖|按热度|按时间)$|^第\s*\d+\s*[楼樓]|发表于\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Floor();

    [GeneratedRegex(@"(?:^|[\s_-])(?:answer|posts?|reply|comment)(?:$|[\s_-])|Post-|Answer|Comment", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyHint();

    [GeneratedRegex(@"(?:^|[\s_-])(?:topic|thread(?!-(?:even|odd|alt))|question|postlist|louzhu|bbs|forum)(?:$|[\s_-])|Question(?:Page|Header|Answer)|DiscussionPage|d_post_content|AnswerItem", RegexOptions.CultureInvariant)]
    private static partial Regex ThreadHint();
}
