using System.Buffers;
using System.Collections.Frozen;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Reads what class names and ids give away. A name is cut into words at hyphens, underscores, digits and camel case; short words must stand
/// alone (<c>nav</c>, <c>ad</c>), long and distinctive ones may be part of a compound (<c>articleshare</c>, <c>commentbox</c>). Names of
/// Chinese pages are often pinyin. A hint only proposes; the reader overrules it where the block holds most of the page's prose.
/// </summary>
internal static class BlockHints
{
    static readonly FrozenDictionary<string, BlockKind> Words = List(
        (BlockKind.Navigation, "nav navi navbar subnav topnav menu submenu crumb crumbs breadcrumb breadcrumbs mbx weizhi location dqwz pager paging pages pagination pagenav prevnext nextprev skip sitemap toc pn prev next"),
        (BlockKind.Header, "header masthead topbar toplink toplinks banner logo sitehead"),
        (BlockKind.Footer, "footer foot bottom footbar copyright copyrights beian icp disclaimer colophon imprint mianze shengming"),
        (BlockKind.Sidebar, "sidebar side aside sider rail rightbar rightcol rightside rcol sidecol widget widgets secondary"),
        (BlockKind.Comments, "comment comments pinglun disqus replies respond commentary cmt remark liuyan feedback"),
        (BlockKind.Share, "share sharing social socials sns bshare bdshare jiathis addthis sharethis fenxiang qrcode erweima follow like likes zan dianzan praise"),
        (BlockKind.Related, "related relate relative recommend recommended recommendation recom tuijian xiangguan hot hotnews popular trending mostread mostviewed rank ranking paihang teaser teasers readmore morenews outbrain taboola guess youmay seealso trackback linklist also xgxw xgyd tj promo topnews latest"),
        (BlockKind.Advertisement, "ad ads adv advert adverts advertisement advertising adsense adbox adsbox guanggao gg ggao sponsor sponsored dfp gpt mgid banner"),
        (BlockKind.Tags, "tag tags taglist keyword keywords topics labels biaoqian"),
        (BlockKind.Interface, "login signin signup register search searchbox sousuo newsletter subscribe subscription cookie cookies consent gdpr modal popup overlay dialog toolbar tool tools fontsize player toast tooltip vote poll captcha complain jubao"),
        (BlockKind.Byline, "byline author dateline pubtime pubdate postmeta"));

    static readonly (string Part, BlockKind Kind)[] Parts =
    [
        ("breadcrumb", BlockKind.Navigation), ("pagination", BlockKind.Navigation), ("navigation", BlockKind.Navigation), ("navbar", BlockKind.Navigation),
        ("footer", BlockKind.Footer), ("copyright", BlockKind.Footer), ("disclaimer", BlockKind.Footer),
        ("sidebar", BlockKind.Sidebar),
        ("comment", BlockKind.Comments), ("pinglun", BlockKind.Comments), ("disqus", BlockKind.Comments),
        ("share", BlockKind.Share), ("social", BlockKind.Share), ("qrcode", BlockKind.Share), ("jiathis", BlockKind.Share), ("addthis", BlockKind.Share),
        ("relate", BlockKind.Related), ("recommend", BlockKind.Related), ("tuijian", BlockKind.Related), ("xiangguan", BlockKind.Related), ("outbrain", BlockKind.Related), ("taboola", BlockKind.Related), ("teaser", BlockKind.Related), ("readmore", BlockKind.Related), ("hotnews", BlockKind.Related), ("paihang", BlockKind.Related),
        ("advert", BlockKind.Advertisement), ("sponsor", BlockKind.Advertisement), ("guanggao", BlockKind.Advertisement),
        ("newsletter", BlockKind.Interface), ("cookie", BlockKind.Interface), ("toolbar", BlockKind.Interface),
    ];

    static readonly SearchValues<string> AnyPart = SearchValues.Create([.. Parts.Select(part => part.Part)], StringComparison.OrdinalIgnoreCase);

    static readonly FrozenSet<string> ContentWords = new[]
    {
        "article", "content", "body", "entry", "post", "story", "main", "text", "detail", "news", "zhengwen", "neirong", "artibody", "endtext", "trs", "blog", "hentry", "page", "contents", "articlebody", "zoom",
    }.ToFrozenSet();

    /// <summary>What says how a thing looks, not what it is: the word behind it names an edge or a colour.</summary>
    static readonly FrozenSet<string> LookWords = new[] { "margin", "padding", "border", "text", "bg", "background", "btn", "color", "align", "valign", "font", "space", "spacing", "gap" }.ToFrozenSet();

    /// <summary>What an element says that it holds.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="hints">Its class, id and role.</param>
    public static BlockKind Read(string tag, string hints)
    {
        switch (tag)
        {
            case "nav" or "menu":
                return BlockKind.Navigation;
            case "footer":
                return BlockKind.Footer;
            case "aside":
                return BlockKind.Sidebar;
            case "form":
                return BlockKind.Interface;
            case "article" or "main":
                return BlockKind.Content;
            case "body" or "html":
                return BlockKind.Plain;
        }

        var found = BlockKind.Plain;
        var isContent = false;
        Span<char> word = stackalloc char[24];
        var length = 0;
        var isLook = false;
        var look = LookWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var content = ContentWords.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var index = 0; index <= hints.Length; index++)
        {
            var character = index < hints.Length ? hints[index] : ' ';
            var isLetter = char.IsAsciiLetter(character);
            var startsWord = char.IsAsciiLetterUpper(character) && index > 0 && char.IsAsciiLetterLower(hints[index - 1]);
            if ((!isLetter || startsWord) && length > 0)
            {
                if (found == BlockKind.Plain && !isLook && words.TryGetValue(word[..length], out var kind))
                    found = kind;
                isContent |= content.Contains(word[..length]);
                isLook = character is '-' or '_' && look.Contains(word[..length]);
                length = 0;
            }

            if (isLetter && length < word.Length)
                word[length++] = char.ToLowerInvariant(character);
        }

        if (found == BlockKind.Plain && hints.AsSpan().ContainsAny(AnyPart))
        {
            var lower = hints.ToLowerInvariant();
            foreach (var (part, kind) in Parts)
            {
                if (lower.Contains(part, StringComparison.Ordinal))
                {
                    found = kind;
                    break;
                }
            }
        }

        // Blog engines list a post's tags and categories among its classes.
        if (found == BlockKind.Tags && isContent)
            return BlockKind.Content;
        if (found != BlockKind.Plain)
            return found;
        return tag == "header" ? BlockKind.Header : isContent ? BlockKind.Content : BlockKind.Plain;
    }

    static FrozenDictionary<string, BlockKind> List(params ReadOnlySpan<(BlockKind Kind, string Words)> kinds)
    {
        var words = new Dictionary<string, BlockKind>();
        foreach (var (kind, list) in kinds)
        {
            foreach (var word in list.Split(' '))
                words.TryAdd(word, kind);
        }

        return words.ToFrozenDictionary();
    }
}
