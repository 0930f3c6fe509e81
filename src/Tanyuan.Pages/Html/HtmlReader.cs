using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Html.Parsing;
using Tanyuan.Pages.Metadata;
using Tanyuan.Text;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Reads a decoded HTML page into its articles: parse and lay out as blocks and lines, tell a discussion from an article, decide on every line,
/// split what is several articles, read the metadata. Every visible character of the parsed page ends in exactly one of text, side and drops,
/// white space aside.
/// </summary>
internal static class HtmlReader
{
    const int LargestPage = 64_000_000;

    /// <summary>The most that a page shows of an article that it keeps back.</summary>
    const float LongestPreview = 80;

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">The address it was saved from, or null.</param>
    /// <param name="title">A title known from outside the page, or null.</param>
    /// <param name="fetched">When it was fetched, which dates without a year are read against, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="TanyuanException"><c>too-large</c>, <c>too-deep</c>: the page is past what a page can sensibly be.</exception>
    public static ExtractedPage Read(string html, string? url = null, string? title = null, DateTimeOffset? fetched = null, CancellationToken cancellationToken = default)
    {
        if (html.Length > LargestPage)
            throw TooLarge(html);
        using var tree = HtmlTreeBuilder.Parse(html, cancellationToken);
        var page = PageLayoutReader.Read(tree, cancellationToken);
        var headline = Headline.Find(page);
        var isThread = ThreadDetector.IsThread(page, url);
        new ArticleReader(page, headline, isThread).Read();
        if (!page.Lines.Any(line => line.Fate == Fate.Main))
            return new ExtractedPage([], Drops(page.Lines));

        var reader = new MetadataReader(page, headline, url, fetched);
        var metadata = reader.Read();
        var articles = isThread ? [] : ArticleSplitter.Split(page, headline);
        if (articles.Count >= 2)
            return new ExtractedPage(Several(page, articles, metadata, fetched), []);
        var whole = string.IsNullOrWhiteSpace(title) ? metadata : metadata with { Title = title };
        var document = Document(page.Lines, whole);
        return new ExtractedPage([reader.Body is { } body && IsPreview(document.Text, body) ? InFull(page, whole, body) : document], []);
    }

    /// <summary>Reads HTML that is one article without anything around it: all that is visible is its text, but for a heading that it opens with, its title.</summary>
    /// <param name="html">The article, decoded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ExtractedPage ReadWhole(string html, CancellationToken cancellationToken = default)
    {
        if (html.Length > LargestPage)
            throw TooLarge(html);
        using var tree = HtmlTreeBuilder.Parse(html, cancellationToken);
        var page = PageLayoutReader.Read(tree, cancellationToken);
        Line? first = null;
        foreach (var line in page.Lines)
        {
            line.Reset(reveal: false);
            if (!line.IsOpen)
                continue;
            line.Keep();
            first ??= line;
        }

        var heading = first?.Block.Tag is "h1" or "h2" or "h3" && page.Lines.Count(line => line.Fate == Fate.Main) > 1 ? first : null;
        heading?.Drop("title");
        return first is null
            ? new ExtractedPage([], Drops(page.Lines))
            : new ExtractedPage([Document(page.Lines, new PageMetadata(heading?.Text ?? TextLine.Collapse(page.Head.Title), null, null, null, null))], []);
    }

    static TanyuanException TooLarge(string html) => new(
        "too-large", $"The page is too large to read: it has {html.Length:N0} characters, {LargestPage:N0} are read. Split it, or leave it out.");

    /// <summary>Whether a page shows only the beginning of what its JSON-LD holds in full.</summary>
    static bool IsPreview(string shown, string body)
    {
        var weight = LineMeasure.Of(shown, 0).Weight;
        return weight < LongestPreview && LineMeasure.Of(body, 0).Weight > 2 * weight;
    }

    /// <summary>The article as its JSON-LD gives it; what the page shows of it is dropped as a preview.</summary>
    static ExtractedDocument InFull(PageLayout page, PageMetadata metadata, string body)
    {
        foreach (var line in page.Lines)
        {
            if (line.Fate == Fate.Main)
                line.Drop("preview");
        }

        var paragraphs = body.Split('\n').Select(line => TextLine.Collapse(line)).Where(paragraph => paragraph.Length > 0);
        return Document(page.Lines, metadata) with { Text = string.Join('\n', paragraphs), Blocks = null };
    }

    /// <summary>One document an article; what stands between two goes with the one before it, what stands before the first with that.</summary>
    static List<ExtractedDocument> Several(PageLayout page, IReadOnlyList<Block> articles, PageMetadata metadata, DateTimeOffset? fetched)
    {
        var documents = new List<ExtractedDocument>();
        for (var index = 0; index < articles.Count; index++)
        {
            var article = articles[index];
            var first = index == 0 ? 0 : article.FirstLine;
            var end = index + 1 < articles.Count ? articles[index + 1].FirstLine : page.Lines.Count;
            var lines = page.Lines.Skip(first).Take(end - first).ToList();
            foreach (var line in lines)
            {
                if (line.Fate == Fate.Main && !article.Holds(line))
                    line.Drop("boilerplate");
            }

            var heading = ArticleSplitter.Heading(page, article);
            if (heading?.Fate == Fate.Main)
                heading.Drop("title");
            var bylines = page.LinesOf(article).Select(line => BylineParser.Parse(line.Text, fetched)).OfType<Byline>().ToList();
            documents.Add(Document(lines, metadata with
            {
                Title = heading?.Text ?? "",
                Published = bylines.Select(byline => byline.Published).FirstOrDefault(date => date is not null),
                Author = bylines.Select(byline => byline.Author).FirstOrDefault(author => author is not null),
            }));
        }

        return documents;
    }

    static ExtractedDocument Document(IReadOnlyList<Line> lines, PageMetadata metadata)
    {
        var text = LineStructure.Read([.. lines.Where(line => line.Fate == Fate.Main)]);
        return new ExtractedDocument(
            metadata.Title,
            text.ToString(),
            metadata.Published,
            metadata.Author,
            metadata.Site,
            metadata.Url,
            [.. lines.Where(line => line.Fate == Fate.Side).Select(line => line.Text)],
            Drops(lines))
        {
            Blocks = text.Blocks,
        };
    }

    static List<Drop> Drops(IEnumerable<Line> lines) =>
        [.. lines.Where(line => line.Fate == Fate.Dropped).Select(line => new Drop(line.Rule!, line.Text))];
}
