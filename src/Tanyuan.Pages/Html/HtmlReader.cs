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
    /// <exception cref="Tanyuan.Text.TanyuanException"><c>too-large</c> or <c>too-deep</c>: the page is past what a page can sensibly be.</exception>
    public static ExtractedPage Read(string html, string? url = null, string? title = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
