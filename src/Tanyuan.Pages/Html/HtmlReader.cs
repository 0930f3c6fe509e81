using Tanyuan.Pages.Extraction;

namespace Tanyuan.Pages.Html;

/// <summary>Reads a decoded HTML page into its articles.</summary>
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
        new ArticleReader(page).Read();
        var drops = page.Lines.Where(line => line.Fate == Fate.Dropped).Select(line => new Drop(line.Rule!, line.Text)).ToList();
        var text = string.Join('\n', page.Lines.Where(line => line.Fate == Fate.Main).Select(line => line.Text));
        var document = new ExtractedDocument(title ?? page.Head.Title, text, null, null, null, url, [], drops);
        return new ExtractedPage([document], []);
    }
}
