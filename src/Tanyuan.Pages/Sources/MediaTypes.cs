namespace Tanyuan.Pages.Sources;

/// <summary>Reads media types (<c>text/html; charset=gbk</c>): what kind of file they stand for, and which charset they declare.</summary>
internal static class MediaTypes
{
    /// <summary>A file name of the kind that a media type stands for; a bare name where it does not tell.</summary>
    public static string FileName(string mediaType) => Type(mediaType) switch
    {
        "text/html" or "application/xhtml+xml" => "page.html",
        "text/plain" => "page.txt",
        "text/markdown" => "page.md",
        "text/csv" => "page.csv",
        "text/tab-separated-values" => "page.tsv",
        "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" or "text/xml" or "application/xml" => "page.xml",
        "application/pdf" => "page.pdf",
        "application/epub+zip" => "page.epub",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "page.docx",
        "message/rfc822" => "page.eml",
        "multipart/related" => "page.mht",
        "application/zip" or "application/x-zip-compressed" => "page.zip",
        "application/gzip" or "application/x-gzip" => "page.gz",
        "application/x-ndjson" or "application/jsonl" => "page.jsonl",
        _ => "page",
    };

    /// <summary>The charset that a media type declares, or null.</summary>
    public static string? Charset(string mediaType)
    {
        var at = mediaType.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var value = mediaType[(at + 8)..].Split(';')[0].Trim().Trim('"', '\'');
        return value.Length == 0 ? null : value;
    }

    /// <summary>The type alone, in lower case.</summary>
    public static string Type(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
