using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Sources;

/// <summary>Tells what a file holds, first from its name, then from its first bytes: names are often missing and sometimes lie.</summary>
internal static class FileKinds
{
    /// <summary>How many bytes are looked at.</summary>
    public const int SniffedBytes = 4096;

    const int LongestExtension = 8;
    const int TarMagicOffset = 257;

    static readonly (byte[] Magic, string Name)[] Binaries =
    [
        (Encoding.Latin1.GetBytes("\x89PNG"), "a PNG image"),
        (Encoding.Latin1.GetBytes("\xff\xd8\xff"), "a JPEG image"),
        (Encoding.Latin1.GetBytes("GIF8"), "a GIF image"),
        (Encoding.Latin1.GetBytes("RIFF"), "an image, sound or video file"),
        (Encoding.Latin1.GetBytes("\x7f" + "ELF"), "a program"),
        (Encoding.Latin1.GetBytes("MZ"), "a program"),
        (Encoding.Latin1.GetBytes("SQLite format 3"), "a database"),
        (Encoding.Latin1.GetBytes("\xd0\xcf\x11\xe0"), "an old Office document"),
        (Encoding.Latin1.GetBytes("7z\xbc\xaf"), "a 7z archive"),
        (Encoding.Latin1.GetBytes("Rar!"), "a RAR archive"),
        (Encoding.Latin1.GetBytes("BZh"), "a bzip2 archive"),
        (Encoding.Latin1.GetBytes("\xfd" + "7zXZ"), "an xz archive"),
        (Encoding.Latin1.GetBytes("\x28\xb5\x2f\xfd"), "a zstd archive"),
    ];

    // What can open an HTML page; a text that merely mentions a tag further down stays a text.
    /// <summary>With what pages open that have no name. A tag within a line may open a text as well.</summary>
    static readonly string[] HtmlOpenings =
    [
        "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<link", "<style", "<script", "<iframe", "<div", "<article", "<table", "<h1", "<br", "<p>", "<p ",
    ];

    static readonly string[] FeedOpenings = ["<rss", "<feed", "<rdf:rdf", "<atom:feed"];

    /// <summary>What the name says.</summary>
    public static FileKind OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => FileKind.Text,
        ".md" or ".markdown" => FileKind.Markdown,
        ".html" or ".htm" or ".xhtml" or ".shtml" => FileKind.Html,
        ".csv" or ".tsv" => FileKind.Table,
        ".jsonl" or ".ndjson" => FileKind.JsonLines,
        ".rss" or ".atom" => FileKind.Feed,
        ".eml" => FileKind.Mail,
        ".mbox" or ".mbx" => FileKind.Mailbox,
        ".mht" or ".mhtml" => FileKind.Mhtml,
        ".docx" or ".docm" => FileKind.Word,
        ".epub" => FileKind.Book,
        ".pdf" => FileKind.Pdf,
        ".zip" => FileKind.Zip,
        ".tar" => FileKind.Tar,
        ".gz" or ".tgz" => FileKind.GZip,
        ".warc" => FileKind.Warc,
        var extension => IsExtension(extension) ? FileKind.Foreign : FileKind.Unnamed,
    };

    /// <summary>What the content is, given what the name said.</summary>
    /// <param name="byName">What the name said.</param>
    /// <param name="head">The first bytes.</param>
    /// <param name="isNamed">Whether text in an unknown format is taken at its word.</param>
    /// <remarks>Of a self-extracting archive only the name tells: it begins with the program that unpacks it.</remarks>
    public static FileKind OfContent(FileKind byName, ReadOnlySpan<byte> head, bool isNamed)
    {
        if (head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8))
            return byName is FileKind.Word or FileKind.Book ? byName : FileKind.Zip;
        if (head.StartsWith((byte[])[0x1F, 0x8B]))
            return FileKind.GZip;
        if (head.StartsWith("%PDF-"u8))
            return FileKind.Pdf;
        if (head.StartsWith("WARC/"u8))
            return FileKind.Warc;
        if (byName == FileKind.Tar || (head.Length > TarMagicOffset && head[TarMagicOffset..].StartsWith("ustar"u8)))
            return FileKind.Tar;
        if (byName is FileKind.Mail or FileKind.Mailbox or FileKind.Mhtml or FileKind.JsonLines)
            return byName;
        if (!TextDecoder.LooksLikeText(head))
            return byName == FileKind.Zip ? FileKind.Zip : FileKind.Binary;

        // A name that promises what was not found is one that lies.
        var opening = Opening(head);
        if (byName is FileKind.Word or FileKind.Book or FileKind.Pdf or FileKind.Zip or FileKind.GZip or FileKind.Warc)
            byName = FileKind.Unnamed;
        return byName switch
        {
            FileKind.Markdown or FileKind.Table or FileKind.Feed => byName,
            FileKind.Html => FileKind.Html,
            _ when OpensWith(opening, FeedOpenings) => FileKind.Feed,
            FileKind.Foreign when !isNamed && !OpensAsHtml(opening) => FileKind.Foreign,
            FileKind.Unnamed when IsMessage(opening) => opening.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) ? FileKind.Mhtml : FileKind.Mail,
            _ => OpensAsHtml(opening) ? FileKind.Html : FileKind.Text,
        };
    }

    /// <summary>Whether the bytes open as an HTML page does.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<byte> content) => OpensAsHtml(Opening(content));

    /// <summary>What binary content is called, for a message.</summary>
    public static string NameOfBinary(ReadOnlySpan<byte> content)
    {
        foreach (var (magic, name) in Binaries)
        {
            if (content.StartsWith(magic))
                return name;
        }

        return "binary content";
    }

    // Some collections put each page into an element of their own.
    static bool OpensAsHtml(string head)
    {
        if (OpensWith(head, HtmlOpenings))
            return true;
        var end = head.IndexOf('>', StringComparison.Ordinal);
        return end > 1 && head[0] == '<' && char.IsAsciiLetter(head[1]) && OpensWith(head[(end + 1)..].TrimStart(), HtmlOpenings);
    }

    static bool OpensWith(string head, string[] openings)
    {
        while (head.StartsWith("<!--", StringComparison.Ordinal) || head.StartsWith("<?", StringComparison.Ordinal))
        {
            // A comment may hold tags; one that is never closed ends with the first of them.
            var close = head[1] == '!' ? head.IndexOf("-->", StringComparison.Ordinal) : -1;
            var end = close >= 0 ? close + 2 : head.IndexOf('>', StringComparison.Ordinal);
            if (end < 0)
                return false;

            head = head[(end + 1)..].TrimStart();
        }

        return openings.Any(opening => head.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

    static bool IsMessage(string opening)
    {
        var end = opening.Replace("\r\n", "\n", StringComparison.Ordinal).IndexOf("\n\n", StringComparison.Ordinal);
        var version = opening.IndexOf("MIME-Version:", StringComparison.OrdinalIgnoreCase);
        return (version == 0 || (version > 0 && opening[version - 1] == '\n')) && (end < 0 || version < end);
    }

    // UTF-16 shows as Latin letters with zero bytes between them, in either order.
    static string Opening(ReadOnlySpan<byte> content) =>
        Encoding.Latin1.GetString(content[..Math.Min(content.Length, SniffedBytes)])
            .Replace("\0", "", StringComparison.Ordinal)
            .TrimStart('\xef', '\xbb', '\xbf', '\xfe', '\xff', ' ', '\t', '\r', '\n');

    static bool IsExtension(string extension) =>
        extension.Length is > 1 and <= LongestExtension + 1
        && extension.AsSpan(1).IndexOfAnyExcept(System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789")) < 0
        && extension.AsSpan(1).IndexOfAnyInRange('a', 'z') >= 0;
}
