using Tanyuan.Pages.Metadata;

namespace Tanyuan.Pages.Mail;

/// <summary>
/// A web page saved whole (RFC 2557): the HTML of its root part, with the charset and the address that the archive gives it. Pictures and
/// styles are no text; further HTML parts are frames of advertisements in all but ancient pages, and stay out.
/// </summary>
internal static class MhtmlPage
{
    /// <summary>The HTML page in an archive, or null where there is none.</summary>
    public static Page? Open(Page archive)
    {
        var message = MimePart.Read(archive.Content);
        var start = message.Header.Parameter("Content-Type", "start");
        var pages = message.All().Where(part => part.Type is "text/html" or "application/xhtml+xml").ToList();
        var root = pages.Find(part => start is not null && part.Header["Content-ID"] == start) ?? (pages.Count > 0 ? pages[0] : null);
        if (root is null)
            return null;
        var location = root.Header["Content-Location"] is { Length: > 0 } own ? own : message.Header["Snapshot-Content-Location"];
        return archive with
        {
            Content = root.Content,
            Format = PageFormat.Html,
            DeclaredCharset = root.Charset,
            Fetched = archive.Fetched ?? DateParser.Parse(message.Header["Date"])?.ToString(),
            Url = archive.Url ?? (location.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? location : null),
        };
    }
}
