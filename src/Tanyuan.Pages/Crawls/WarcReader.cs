using System.Globalization;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Crawls;

/// <summary>
/// Reads web crawls (WARC 1.0 and 1.1, ISO 28500; compressed ones arrive unpacked) record by record in one pass, in the memory of one record.
/// Pages are the responses with status 200, the resources and the conversions that are text or documents; pictures, styles, scripts, requests
/// and errors are passed over. A page is named <c>crawl!/20240509120000/https://…</c> after its date and address, which it carries along.
/// After a damaged record reading goes on at the next one that begins as a record does.
/// </summary>
internal static class WarcReader
{
    const int MostDamaged = 1_000;

    static readonly string[] Readable = ["text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/pdf",
        "application/epub", "application/vnd.openxmlformats-officedocument.wordprocessing", "message/rfc822", "multipart/related"];

    static readonly string[] NoPages = ["text/css", "text/javascript", "text/x-"];

    /// <summary>The pages of a crawl.</summary>
    public static IEnumerable<SourceItem> Read(Source source, SourceReader sources)
    {
        var reader = new BlockReader(source.Content);
        var (record, damaged) = (0L, 0);
        while (reader.ReadLine(HeaderFields.LongestLine) is { } line)
        {
            sources.Cancellation.ThrowIfCancellationRequested();
            if (line.Length == 0)
                continue;
            record++;
            var isRecord = line.StartsWith("WARC/", StringComparison.Ordinal);
            var header = isRecord ? HeaderFields.Read(reader) : null;
            if (header is null || !long.TryParse(header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                yield return SourceItem.SetAside($"{source.Name}#{record}", QuarantineCodes.Malformed,
                    isRecord ? "The record does not say how long it is." : "A record was to begin here; what stands here instead is passed over.");
                if (++damaged > MostDamaged || !SkipToRecord(reader))
                    yield break;
                continue;
            }

            foreach (var item in ReadRecord(source, sources, reader, header, length))
                yield return item;
        }
    }

    static IEnumerable<SourceItem> ReadRecord(Source source, SourceReader sources, BlockReader reader, HeaderFields header, long length)
    {
        var type = header["WARC-Type"].ToLowerInvariant();
        var isResponse = type == "response" && header["Content-Type"].Contains("http", StringComparison.OrdinalIgnoreCase);
        if (!isResponse && (type is not ("resource" or "conversion") || !IsReadable(header["Content-Type"])))
        {
            reader.Skip(length);
            return [];
        }

        var url = header["WARC-Target-URI"].Trim('<', '>');
        var date = header["WARC-Date"];
        var member = source.Member($"{string.Concat(date.Where(char.IsAsciiDigit).Take(14))}/{url}", Stream.Null);
        if (length > sources.Limits.MaxPageBytes)
        {
            reader.Skip(length);
            return [SourceItem.SetAside(member.Name, QuarantineCodes.TooLarge, $"The record holds {length:N0} bytes; a page may hold {sources.Limits.MaxPageBytes:N0}.")];
        }

        var block = reader.ReadBlock((int)length);
        return GuardedItems.Read(member, () => isResponse
            ? ReadResponse(member, sources, block, url, date)
            : sources.Read(Content(member, header["Content-Type"], block, url, date)));
    }

    static IEnumerable<SourceItem> ReadResponse(Source member, SourceReader sources, byte[] block, string url, string date)
    {
        var response = HttpResponse.Read(block, sources.Limits.MaxPageBytes, sources.Budget);
        if (response.Status != 200 || !IsReadable(response.ContentType) || response.Content.Length == 0)
            yield break;
        foreach (var item in sources.Read(Content(member, response.ContentType, response.Content, url, date)))
            yield return item;
    }

    static Source Content(Source member, string contentType, byte[] content, string url, string date) => member with
    {
        FileName = MediaTypes.FileName(contentType),
        Content = new MemoryStream(content),
        Length = content.Length,
        Url = url,
        Fetched = date.Length == 0 ? null : date,
        DeclaredCharset = MediaTypes.Charset(contentType),
    };

    // Servers that do not say what they send mostly send pages.
    static bool IsReadable(string contentType) =>
        contentType.Length == 0 || (Readable.Any(type => contentType.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            && !NoPages.Any(type => contentType.StartsWith(type, StringComparison.OrdinalIgnoreCase)));

    static bool SkipToRecord(BlockReader reader)
    {
        while (!reader.NextIs("WARC/1."u8))
        {
            if (reader.ReadLine(1) is null)
                return false;
        }

        return true;
    }
}
