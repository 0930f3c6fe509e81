using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Sources;

/// <summary>Tells what a file holds, first from its name, then from its first bytes: names are often missing and sometimes lie.</summary>
internal static class FileKinds
{
    const int LongestExtension = 8;
    const int SniffedBytes = 4096;

    static readonly (byte[] Magic, string Name)[] Binaries =
    [
        (Encoding.Latin1.GetBytes("%PDF-"), "a PDF document"),
        (Encoding.Latin1.GetBytes("PK\x3\x4"), "a ZIP archive or an Office document"),
        (Encoding.Latin1.GetBytes("\x1f\x8b"), "a gzip archive"),
        (Encoding.Latin1.GetBytes("\x89PNG"), "a PNG image"),
        (Encoding.Latin1.GetBytes("\xff\xd8\xff"), "a JPEG image"),
        (Encoding.Latin1.GetBytes("GIF8"), "a GIF image"),
        (Encoding.Latin1.GetBytes("RIFF"), "an image, sound or video file"),
        (Encoding.Latin1.GetBytes("\x7f" + "ELF"), "a program"),
        (Encoding.Latin1.GetBytes("MZ"), "a program"),
        (Encoding.Latin1.GetBytes("SQLite format 3"), "a database"),
        (Encoding.Latin1.GetBytes("\xd0\xcf\x11\xe0"), "an old Office document"),
    ];

    // What can open an HTML page; a text that merely mentions a tag further down stays a text.
    static readonly string[] HtmlOpenings = ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<div", "<article", "<table", "<p>", "<script"];

    /// <summary>What the name says.</summary>
    public static FileKind OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" or ".md" or ".markdown" => FileKind.Text,
        ".html" or ".htm" or ".xhtml" or ".shtml" => FileKind.Html,
        ".jsonl" or ".ndjson" => FileKind.JsonLines,
        var extension => IsExtension(extension) ? FileKind.Foreign : FileKind.Unnamed,
    };

    /// <summary>What the content is, given what the name said.</summary>
    public static FileKind OfContent(FileKind byName, ReadOnlySpan<byte> content, bool named)
    {
        if (!TextDecoder.LooksLikeText(content))
            return FileKind.Binary;

        return byName switch
        {
            FileKind.Foreign when !named => FileKind.Foreign,
            FileKind.Html => FileKind.Html,
            _ => LooksLikeHtml(content) ? FileKind.Html : FileKind.Text,
        };
    }

    /// <summary>Whether the bytes open as an HTML page does.</summary>
    public static bool LooksLikeHtml(ReadOnlySpan<byte> content)
    {
        var head = Opening(content);
        while (head.StartsWith("<!--", StringComparison.Ordinal) || head.StartsWith("<?", StringComparison.Ordinal))
        {
            var end = head.IndexOf('>', StringComparison.Ordinal);
            if (end < 0)
                return false;

            head = head[(end + 1)..].TrimStart();
        }

        return HtmlOpenings.Any(opening => head.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

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
