using System.Text.RegularExpressions;
using Tanyuan.Pages.Html.Parsing;
using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Reads an article's title, date, author and site: JSON-LD first, then meta elements, then microdata and <c>time</c> elements, then what the page
/// shows near the headline, then its address and its scripts. A modification date never stands for the publication date, and a source or an
/// editor for the author only where nobody else is named.
/// </summary>
internal sealed partial class MetadataReader(PageLayout page, Line? headline, string? url, DateTimeOffset? fetched)
{
    /// <summary>How many lines above the headline, and below the text, still speak of the article.</summary>
    const int Above = 6;
    const int Below = 12;
    const int ShortLine = 160;

    /// <summary>A marked text up to here says when in few words, as "yesterday".</summary>
    const int ShortMark = 30;

    static readonly char[] Bullets = ['》', '»', '>', '›', '·', '•', '|', '-', '■', '◆', '●', '▍', '▌', ' ', '　'];

    static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "publishedtime", "published_time", "apub:time",
        "weibo:article:create_at", "og:release_date", "article:published", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date.release", "date", "parsely-pub-date",
        "sailthru.date", "bt:pubdate", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate", "release_date", "createdate", "contentcreatedate", "last-publish-date",
    ];

    readonly LinkedData linked = LinkedData.Read(page.Head.LinkedData);
    readonly string? address = page.Head.Canonical is { } canonical && canonical.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? canonical : page.Head.Meta("og:url") ?? url;

    /// <summary>Reads what is known of the page's article.</summary>
    public PageMetadata Read()
    {
        var bylines = Bylines();
        var site = page.Head.Meta("og:site_name") ?? linked.Publisher ?? bylines.FirstOrDefault(byline => byline.Source is not null)?.Source
            ?? TitleReader.Tail(page.Head.Title) ?? Host(address ?? url);
        return new PageMetadata(Title(), Published(bylines), Author(bylines), site, address ?? url);
    }

    string Title()
    {
        var site = page.Head.Meta("og:site_name") ?? linked.Publisher;
        var title = TitleReader.CutTail(page.Head.Title, site);
        var social = page.Head.Meta("og:title", "twitter:title", "title") is { Length: < 1_000 } open ? TitleReader.CutTail(TextLine.Collapse(open), site) : "";
        if (headline is not null)
        {
            var shown = Headline.Fold(headline.Text);
            var given = Headline.Fold(title);
            if (shown.Length * 10 >= given.Length * 5 || given.Length == 0)
                return headline.Text.TrimStart(Bullets);
        }

        if (social.Length > 0 && (title.Length == 0 || page.Head.Title.StartsWith(social, StringComparison.Ordinal)))
            return social;
        return title.Length > 0 ? title : linked.Headline ?? "";
    }

    /// <summary>The first date that the page gives in full, with the time of day that another place gives of that day, else the first that the time of fetching completes.</summary>
    PublicationDate? Published(List<Byline> bylines)
    {
        PublicationDate? found = null, inferred = null;
        foreach (var date in Dates(bylines))
        {
            if (date is not { HasDay: true })
                continue;
            if (date.IsInferred)
                inferred ??= date;
            else if (date.HasTime && (found is null || date.Iso.StartsWith(found.Iso, StringComparison.Ordinal)))
                return date;
            else
                found ??= date;
        }

        return found ?? inferred ?? FarDate() ?? bylines.Where(byline => byline.IsWhole).Select(byline => byline.Published).FirstOrDefault(date => date is not null);
    }

    IEnumerable<PublicationDate?> Dates(List<Byline> bylines)
    {
        foreach (var declared in (PublicationDate?[])[DateParser.Parse(linked.Published, fetched), DateParser.Parse(page.Head.Meta(DateNames)), Marked("datePublished", "pubdate", "dateCreated")])
        {
            // Some servers put the day of the visit there; then the day that the page shows is the better one.
            if (declared is { HasDay: true } && IsDayOfFetching(declared))
                yield return bylines.Select(byline => byline.Published).FirstOrDefault(date => date is { HasDay: true, IsInferred: false });
            yield return declared;
        }

        foreach (var byline in bylines)
            yield return byline.Published;
        yield return TimeElement();
        yield return DateParser.FromUrl(address);
        yield return DateParser.FromUrl(url);
        yield return MarkedByName("date", "time", "publish", "shijian");
        yield return InScripts();
    }

    bool IsDayOfFetching(PublicationDate date) =>
        fetched is { } moment && DayAndClock.Iso(DateOnly.FromDateTime(moment.ToOffset(date.Offset ?? ClockOffset.China).DateTime)) == date.Iso[..10];

    /// <summary>The article's text as its JSON-LD gives it, or null.</summary>
    public string? Body => linked.Body is { } body && !body.Contains('<', StringComparison.Ordinal) ? body : null;

    PublicationDate? InScripts()
    {
        foreach (var script in page.Head.Scripts)
        {
            foreach (var found in ScriptDate().EnumerateMatches(script.Span))
            {
                var match = ScriptDate().Match(script.Slice(found.Index, found.Length).ToString());
                if (DateParser.Parse(match.Groups[1].Value) is { HasDay: true } date)
                    return date;
                break;
            }
        }

        return null;
    }

    string? Author(List<Byline> bylines)
    {
        var names = linked.Authors.Select(BylineParser.Person).Where(name => name is not null).Distinct().ToList();
        if (names.Count > 0)
            return string.Join('、', names);
        return bylines.Select(byline => byline.Author).FirstOrDefault(author => author is not null)
            ?? BylineParser.Person(page.Head.Meta("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "twitter:data1"))
            ?? MarkedAuthor()
            ?? BelowHeadline()
            ?? InText()
            ?? bylines.Select(byline => byline.Editor).FirstOrDefault(editor => editor is not null);
    }

    /// <summary>The bylines around the text: from a little above the headline to a little below the article's last line.</summary>
    List<Byline> Bylines()
    {
        var found = new List<Byline>();
        var main = page.Lines.Where(line => line.Fate == Fate.Main).ToList();
        var first = Math.Max(0, (headline?.Index ?? (main.Count > 0 ? main[0].Index : 0)) - Above);
        var end = Math.Min(page.Lines.Count, (main.Count > 0 ? main[^1].Index : (headline?.Index ?? 0)) + Below);
        var prose = 0f;
        var last = main.Count > 3 ? main[^3].Index : 0;
        for (var index = first; index < end; index++)
        {
            var line = page.Lines[index];
            if (line.Unseen is not null and not "hidden" || line.Text.Length > ShortLine)
            {
                prose += line.Measure.Weight;
                continue;
            }

            var isNear = prose < 60 || index >= last;
            if (isNear && !Furniture.HeadsRelated(line.Text) && line.Measure.LinkDensity < 0.9f && BylineParser.Parse(line.Text, fetched) is { } byline)
                found.Add(prose < 60 ? byline : byline with { Published = null });
            if (line.Fate == Fate.Main && line.Measure.IsProse)
                prose += line.Measure.Weight;
        }

        return found;
    }

    /// <summary>The names that make up the line behind the headline.</summary>
    string? BelowHeadline()
    {
        if (headline is null)
            return null;
        for (var index = headline.Index + 1; index < Math.Min(page.Lines.Count, headline.Index + 3); index++)
        {
            if (page.Lines[index] is { Unseen: null, Measure.LinkDensity: < 0.9f } line && ReporterRun.List(line.Text) is { } names)
                return names;
        }

        return null;
    }

    string? InText()
    {
        var main = page.Lines.Where(line => line.Fate == Fate.Main && line.Measure.IsProse).ToList();
        if (main.Count == 0)
            return null;
        var (head, tail) = (main[0].Text, main[^1].Text);
        return BylineParser.Reporters(head.Length > 80 ? head[..80] : head)
            ?? BylineParser.Reporters(tail.Length > 60 ? tail[^60..] : tail);
    }

    PublicationDate? Marked(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            foreach (var (element, _) in page.Head.Marked)
            {
                if (page.Tree.RawAttribute(element, AttributeName.Itemprop).SequenceEqual(property) || (property == "pubdate" && page.Tree.Has(element, AttributeName.Pubdate)))
                {
                    var value = page.Tree.Attribute(element, AttributeName.Content) ?? page.Tree.Attribute(element, AttributeName.Datetime) ?? page.Tree.TextOf(element);
                    if (DateParser.Parse(value, fetched) is { } date)
                        return date;
                }
            }
        }

        return null;
    }

    /// <summary>The time element nearest to the headline.</summary>
    PublicationDate? TimeElement()
    {
        var from = headline?.Index ?? 0;
        return page.Head.Marked
            .Where(mark => page.Tree[mark.Element].Name == ElementName.Time)
            .OrderBy(mark => Math.Abs(mark.Line - from))
            .Select(mark => DateParser.Parse(page.Tree.Attribute(mark.Element, AttributeName.Datetime) ?? page.Tree.TextOf(mark.Element), fetched))
            .FirstOrDefault(date => date is { HasDay: true });
    }

    PublicationDate? MarkedByName(params string[] words)
    {
        foreach (var (element, _) in page.Head.Marked)
        {
            var hints = page.Tree.Attribute(element, AttributeName.Class) ?? page.Tree.Attribute(element, AttributeName.Id);
            if (hints is null || !words.Any(word => hints.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            var text = page.Tree.TextOf(element);
            if (text.Length < 200 && DateParser.Find(text, text.Length < ShortMark ? fetched : null) is { HasDay: true } date)
                return date.Date;
        }

        return null;
    }

    /// <summary>The first date in a short line of the article itself or right behind it: letters and notices are dated at their end.</summary>
    PublicationDate? FarDate()
    {
        var main = page.Lines.Where(line => line.Fate == Fate.Main).ToList();
        if (main.Count == 0)
            return null;
        for (var index = Math.Min(page.Lines.Count - 1, main[^1].Index + Below); index >= Math.Max(0, main[0].Index - 20); index--)
        {
            var line = page.Lines[index];
            if (line.Text.Length <= 60 && line.Measure.LinkDensity < 0.5f && DateParser.Find(line.Text) is { } date && !ToldDate.Is(line.Text, date))
                return date.Date;
        }

        return null;
    }

    string? MarkedAuthor()
    {
        foreach (var (element, _) in page.Head.Marked)
        {
            var hints = page.Tree.RawAttribute(element, AttributeName.Class);
            if (page.Tree.RawAttribute(element, AttributeName.Itemprop) is not "author" && page.Tree.RawAttribute(element, AttributeName.Rel) is not "author"
                && !hints.Contains("author", StringComparison.OrdinalIgnoreCase) && !hints.Contains("byline", StringComparison.OrdinalIgnoreCase))
                continue;
            var text = TextLine.Collapse(page.Tree.TextOf(element));
            if (text.Length is >= 2 and <= 60 && BylineParser.Person(text) is { } name)
                return name;
        }

        return null;
    }

    static string? Host(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }

    [GeneratedRegex(@"(?:publish(?:ed)?_?(?:time|date|at)|pub_?(?:time|date)|ptime|create_?time|date_?published)\\?[""']?\s*[:=]\s*\\?[""']?((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[T日 \d:]{0,12}|1\d{9}(?:\d{3})?(?!\d))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptDate();
}
