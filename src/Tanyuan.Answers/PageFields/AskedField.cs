using System.Text.RegularExpressions;

namespace Tanyuan.Answers.PageFields;

/// <summary>
/// The field of a page that a question asks for: who wrote it (《…》的作者是谁, 那篇菜谱是谁写的, who wrote the article about …) or when it was published. A page is named by its title, in title marks or
/// with a word for a page behind it; what has neither is no page but a thing that pages tell of.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Named">How the question names the page, folded, without the words for a page; empty where it points at the one there is (这篇文章).</param>
/// <param name="IsTitle">Whether it stands in title marks.</param>
internal sealed partial record AskedField(PageField Field, string Named, bool IsTitle)
{
    const string Page = "文章|报道|报导|新闻|稿子|稿件|稿|帖子|贴子|主题帖|页面|网页|博客|博文|评测|测评|菜谱|食谱|专访|访谈|公告|通知|通告|简章|须知|书评|影评|评论|日志|游记|攻略|教程|推送|消息|通讯|一文|文|帖";
    const string Who = "(?:谁|何人|哪位(?:记者|作者|编辑|博主|网友|作家)?|哪(?:几)?(?:个|些)(?:人|记者|作者|编辑|博主|网友)?|什么人)";
    const string When = "(?:什么时候|什么时间|何时|哪一天|哪天|哪一年|哪年|哪个月|几月几[日号]|几号|什么日期)";
    const string Writes = "(?:撰写|采写|执笔|撰文|创作|写|发布|发表|发出|发|报道)";
    const string Appears = "(?:发表|发布|刊登|刊出|刊发|登载|登出|登|见报|推送|发出|发|写)";
    const string EnglishPage = "(?:article|story|news(?: story| item)?|post|blog post|report|review|recipe|piece|page|notice|announcement)";

    // A short title without a word for a page is rather a book's, unless it holds the title of one.
    const int ShortTitle = 8;

    /// <summary>The field that a folded question asks for, or null.</summary>
    public static AskedField? Of(string key)
    {
        if (!MayAsk().IsMatch(key))
            return null;
        foreach (var (field, pattern) in new[] { (PageField.Author, Author()), (PageField.Author, EnglishAuthor()), (PageField.Published, Published()), (PageField.Published, EnglishPublished()) })
        {
            if (pattern.Match(key) is { Success: true } match && NameOf(match.Groups["page"].Value) is var (named, isTitle))
                return new AskedField(field, named, isTitle);
        }

        return null;
    }

    static (string Named, bool IsTitle)? NameOf(string page)
    {
        page = page.Trim(' ', ',', '，', '的');
        if (Titled().Match(page) is { Success: true } titled)
        {
            var title = titled.Groups["title"].Value;
            return titled.Groups["kind"].Length > 0 || title.Count(char.IsLetterOrDigit) >= ShortTitle || title.AsSpan().IndexOfAny("〈《") > 0 ? (title, true) : null;
        }

        if (English().Match(page) is { Success: true } english)
            return (english.Groups["about"].Value, false);
        if (Kind().Match(page) is not { Success: true } kind)
            return null;
        var about = kind.Groups["about"].Value;
        return about.Length > 0 || kind.Groups["this"].Success ? (about, false) : null;
    }

    // What no question for a field lacks.
    [GeneratedRegex("作者|记者|撰稿|楼主|发帖人|写|发|登|刊|见报|推送|报道|撰|执笔|\\b(?:wrote|written|author|published|posted|byline)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex MayAsk();

    [GeneratedRegex(
        $"^(?:请问|你知道)?(?:(?<page>.+?)的?(?:作者|撰稿人|撰文者|执笔人|发帖人|楼主|记者)(?:都)?(?:是|为|叫|有){Who}(?:名字)?|(?<page>.+?)的?(?:作者|撰稿人|发帖人|楼主|记者)(?:叫|是)什么(?:名字)?|(?<page>.+?)(?:都)?(?:是|由)?{Who}(?:所)?{Writes}的?|{Who}{Writes}(?:了|的)(?<page>.+?))(?:呢|呀|啊)?[?？]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Author();

    [GeneratedRegex(
        $"^(?:请问|你知道)?(?:(?<page>.+?)(?:是|于)?(?:在)?{When}(?:被)?{Appears}(?:出来)?(?:的|了)?|(?<page>.+?)的?{Appears}(?:于|在){When}|(?<page>.+?)的?(?:发表|发布|刊登|刊发|发稿)(?:时间|日期)(?:是|为)?(?:{When}|多少)?)(?:呢|呀|啊)?[?？]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex("^who (?:wrote|is the author of|was the author of|authored|posted) (?<page>.+?)\\s*\\?*$|^who (?:was|is) (?<page>.+?) (?:written|posted) by\\s*\\?*$", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAuthor();

    [GeneratedRegex("^(?:when|on (?:what|which) (?:date|day)) (?:was|were) (?<page>.+?) (?:first )?(?:published|posted|written)\\s*\\?*$", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishPublished();

    // Other marks of a title than 《》 stand around other things, too: there a word for a page has to be said.
    [GeneratedRegex($"^(?:(?:这|那|该)?(?:篇|条|则|份)?(?:题为|名为|标题为|标题是)?《(?<title>.+)》(?<kind>(?:这|那|该)?(?:一)?(?:篇|条|则|个|份)?的?(?:{Page})?)|(?:the )?(?<kind>{EnglishPage}) (?:titled |called |entitled )?[\"“](?<title>.+)[\"”]|[\"“](?<title>.{{8,}})[\"”])$", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex($"^(?:关于)?(?<about>.*?)(?:(?<this>(?:这|那|该|本)(?:一)?(?:篇|条|则|个|份)?)的?[^《》，,。]{{0,4}}?|(?:一)?(?:篇|条|则)|的)?(?:{Page})$", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    [GeneratedRegex($"^(?:(?:the|that) {EnglishPage} (?:about|on|saying that|saying) (?<about>.+)|(?:this|the) {EnglishPage}(?<about>))$", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
