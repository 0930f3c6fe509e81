using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.TextPages;

/// <summary>What the lines above and below an article say about it.</summary>
/// <param name="Title">The line that is its title, or null.</param>
/// <param name="Published">When it was published, or null.</param>
/// <param name="Author">Its authors, or null.</param>
/// <param name="Site">Where it comes from, or null.</param>
internal sealed record Heading(PageLine? Title, PublicationDate? Published, string? Author, string? Site);

/// <summary>
/// Finds the title of an article and reads its bylines. The title is the first line if it reads as one: short, without the end of a
/// sentence, with running text below. A line that says only when and where it was published, or names the author behind a label, leaves the text
/// if it stands between title and text, and so does one that names the editor at the end. Any other byline is read but stays: it may well
/// be the article's own opening.
/// </summary>
internal static partial class HeadingFinder
{
    public const string BylineRule = "byline";

    const int LongestTitle = 64;
    const int LongestLatinTitle = 150;
    const int LinesSearched = 4;
    const int LinesToText = 10;
    const int LinesAtEnd = 5;
    const int LinesOfTail = 2;
    const int LinesOverTitle = 2;
    const int OpeningLength = 80;
    const int LongestHanName = 8;

    static readonly SearchValues<char> FirstOfOpening = SearchValues.Create("作文撰编編運运责图来出整策");

    /// <summary>Finds the heading, and settles the fate of its lines.</summary>
    /// <param name="article">Its lines.</param>
    /// <param name="known">The title of the page where it is known.</param>
    /// <param name="above">The lines of the page from shortly above the article to its first running text that left it as frame: they may say when and where it was published.</param>
    /// <param name="fetched">When the page was fetched, or null.</param>
    public static Heading Find(List<PageLine> article, PageLine? known, IReadOnlyCollection<PageLine> above, DateTimeOffset? fetched)
    {
        // Who wrote and when may stand over the title as well.
        var at = 0;
        while (at < LinesOverTitle && at + 1 < article.Count && article[at].Byline is { IsWhole: true })
            at++;
        var title = known is not null && article.Contains(known) ? known : article.Count > at + 1 && IsTitle(article, at) ? article[at] : null;
        if (title is not null)
            title.Fate = LineFate.Title;

        PublicationDate? published = null;
        string? author = null, site = null;
        var top = article.Where(line => line.IsOpen).Take(LinesSearched).ToList();
        for (var i = 0; i < top.Count; i++)
        {
            var line = top[i];
            if (IsTimeOfEvent(top, i))
                continue;
            if (OpeningAuthor(line.Text, out var isWhole) is { } opening)
            {
                author ??= opening;
                if (isWhole && title is not null)
                    line.Drop(BylineRule);
                if (isWhole || line.IsProse || line.Byline is not { IsWhole: true })
                    continue;
            }

            if (ReporterLine.Authors(line.Text) is { } reporters)
            {
                author ??= reporters;
                continue;
            }

            if (Read(line, fetched) is not { } byline)
            {
                author ??= DatelineAuthor(line.Text);
                continue;
            }

            published ??= byline.Published;
            author ??= Plausible(byline.Author);
            site ??= byline.Source;
            if (byline is { IsWhole: true } and ({ Published: not null } or { Source: not null }) && title is not null && !line.IsProse)
                line.Drop(BylineRule);
        }

        foreach (var line in above)
        {
            if (Read(line, fetched) is not { } byline)
                continue;
            published = IsBetter(byline.Published, published) ? byline.Published : published;
            author ??= Plausible(byline.Author);
            site ??= byline.Source;
        }

        return new Heading(title, published, author, site);
    }

    /// <summary>Whether a line says by its look who wrote the article or when it was published.</summary>
    public static bool SpeaksOfArticle(PageLine line) =>
        line.Byline is { IsWhole: true } or { Published: not null } || BylineParser.MayNameAuthor(line.Text) || OpeningAuthor(line.Text, out _) is not null || ReporterLine.Authors(line.Text) is not null;

    // When something takes place stands beside where it does.
    static bool IsTimeOfEvent(List<PageLine> lines, int index) =>
        EventTime().IsMatch(lines[index].Folded) && lines.Skip(index + 1).Take(2).Any(below => EventPlace().IsMatch(below.Folded));

    static Byline? Read(PageLine line, DateTimeOffset? fetched)
    {
        if (line.Text[0] is '1' or '2' && GluedDate().Match(line.Text) is { Success: true } glued && DateParser.Find(line.Text) is { HasDay: true } date)
            return new Byline(null, null, date.Date, null, glued.Length == line.Text.Length);

        return line.Text.Length > BylineParser.LongestWhole ? null : fetched is null ? line.Byline : BylineParser.Parse(line.Text, fetched);
    }

    // A story opens with its dateline, and that may name the reporter in brackets.
    static string? DatelineAuthor(string text)
    {
        var head = text.Length > OpeningLength ? text[..OpeningLength] : text;
        var close = head.AsSpan().IndexOfAny('）', ')');
        return close < 0 || !BylineParser.MayNameAuthor(head.AsSpan(0, close + 1)) ? null : Plausible(BylineParser.Parse(head[..(close + 1)])?.Author);
    }

    // The time of day stands where an article was published, the day alone where it was decided or signed, too.
    static bool IsBetter(PublicationDate? found, PublicationDate? known) => found is { } other && (known is not { } own || (other.HasTime && !own.HasTime));

    /// <summary>Reads what the last lines of an article, and the first of its tail, say about it, where its heading does not.</summary>
    public static Heading WithEnd(Heading heading, List<PageLine> article)
    {
        var (author, site) = (heading.Author, heading.Site);
        var last = article.FindLastIndex(line => line.IsOpen);
        var first = last + 1;
        for (var open = 0; first > 0 && open < LinesAtEnd; open += article[first].IsOpen ? 1 : 0)
            first--;
        for (var at = first; at < Math.Min(article.Count, last + 1 + LinesOfTail); at++)
        {
            var line = article[at];
            if (line.IsProse || line.Text.Length > 60 || line.Byline is not { } byline)
                continue;

            author ??= byline.Author;
            site ??= byline.Source;
            if (line.IsOpen && byline.IsWhole && (byline.Editor is not null || byline.Source is not null))
                line.Drop(BylineRule);
        }

        return heading with { Author = author, Site = site };
    }

    // Names follow a label and end at a blank: on a line of their own, or at the beginning of a body that lost its line breaks.
    static string? OpeningAuthor(string text, out bool isWhole)
    {
        isWhole = false;
        if (!FirstOfOpening.Contains(text[0]))
            return null;
        var match = Opening().Match(text.Length > OpeningLength ? text[..OpeningLength] : text);
        isWhole = match.Length == text.Length;
        return match.Success ? BylineParser.Names(string.Join('、', match.Groups["name"].Captures.Select(capture => capture.Value))) : null;
    }

    // In an interview the reporter's name stands where his question does.
    static string? Plausible(string? author) => author is null || author.Split('、').All(name => name.Count(HanCharacter.Is) <= LongestHanName) ? author : null;

    static bool IsTitle(List<PageLine> article, int index)
    {
        var line = article[index];
        var longest = line.Text.Any(HanCharacter.Is) ? LongestTitle : LongestLatinTitle;
        if (line.Text.Length < 2 || line.Text.Length > longest || line.Text.EndsWith('。') || line.Folded[^1] is ',' or ':' or ';' or '、')
            return false;
        if (line.EndsSentence && !LinePunctuation.IsQuestionOrCall(line.Text) && !line.Text.EndsWith('…') && !line.Text.EndsWith('”'))
            return false;
        if (line.Byline is { } byline && (byline.IsWhole || byline.Published is not null && DateParser.Find(line.Text) is { HasTime: true }))
            return false;

        return article.Skip(index + 1).Take(LinesToText).Any(below => below.IsProse || below.Text.Length > line.Text.Length * 2);
    }

    [GeneratedRegex(@"^\w{0,2}(?:时间|日期)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex EventTime();

    [GeneratedRegex(@"^\w{0,2}地点\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex EventPlace();

    [GeneratedRegex(@"^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?\s*\p{L}{0,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex GluedDate();

    [GeneratedRegex(@"^(?:(?:作\s*者|文|撰文|(?<other>编\s*辑|運營|运\s*营|责编|图|来源|出品|编译|整理|策划))\s*[|｜丨:：/／]\s*(?<value>(?(other)(?:\p{L}{2,4}|\p{L} \p{L})|(?<name>\p{L} \p{L}(?= )|[\p{L}·]{2,12})))(?:\s+|$))+", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
