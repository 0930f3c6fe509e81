using Tanyuan.Pages.Extraction;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Reads a decoded HTML page into its articles: parse and lay out as blocks and lines, tell a discussion from an article, decide on every line,
/// read the metadata. Every visible character of the parsed page ends in exactly one of text, side and drops, white space aside.
/// </summary>
internal static class HtmlReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">The address it was saved from, or null.</param>
    /// <param name="title">A title known from outside the page, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Tanyuan.Text.TanyuanException"><c>too-large</c>: the page is past what a page can sensibly be.</exception>
    public static ExtractedPage Read(string html, string? url = null, string? title = null, CancellationToken cancellationToken = default)
    {
        var page = PageLayoutReader.Read(html, cancellationToken);
        var headline = Headline.Find(page);
        new ArticleReader(page, headline, ThreadDetector.IsThread(page, url)).Read();
        var drops = page.Lines.Where(line => line.Fate == Fate.Dropped).Select(line => new Drop(line.Rule!, line.Text)).ToList();
        var text = page.Lines.Where(line => line.Fate == Fate.Main).Select(line => line.Text).ToList();
        if (text.Count == 0)
            return new ExtractedPage([], drops);
        var metadata = new MetadataReader(page, headline, url).Read();
        var side = page.Lines.Where(line => line.Fate == Fate.Side).Select(line => line.Text).ToList();
        var document = new ExtractedDocument(
            string.IsNullOrWhiteSpace(title) ? metadata.Title : title, string.Join('\n', text), metadata.Published, metadata.Author, metadata.Site, metadata.Url, side, drops);
        return new ExtractedPage([document], []);
    }
}
