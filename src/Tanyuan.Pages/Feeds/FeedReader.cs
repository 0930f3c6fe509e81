using System.Text;
using System.Xml;
using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Sources;
using Tanyuan.Pages.Xml;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Feeds;

/// <summary>
/// Reads feeds: RSS 0.9x, 1.0 and 2.0 with the content and Dublin Core modules, Atom (RFC 4287). Each entry is a page, called
/// <c>feed!/id</c> by its own id or address, with the title, date, author, site and address that the feed gives it; its content in full
/// where the feed has that, else its summary.
/// </summary>
internal static class FeedReader
{
    const string ContentModule = "http://purl.org/rss/1.0/modules/content/", AtomSpace = "http://www.w3.org/2005/Atom";

    /// <summary>The entries of a feed.</summary>
    public static IEnumerable<SourceItem> Read(Source source, SourceReader sources)
    {
        if (sources.ReadWhole(source) is not { } bytes)
        {
            yield return SourceItem.SetAside(source.Name, QuarantineCodes.TooLarge, $"The feed holds more than {sources.Limits.MaxPageBytes:N0} bytes.");
            yield break;
        }

        var text = TextDecoder.Decode(bytes, DeclaredCharset(bytes) ?? source.DeclaredCharset).Text;
        using var xml = LenientXml.Read(text);
        var (site, number) = ("", 0);
        while (xml.Read())
        {
            sources.Cancellation.ThrowIfCancellationRequested();
            while (xml.NodeType == XmlNodeType.Element && (xml.LocalName is "item" or "entry" || (xml.LocalName == "title" && site.Length == 0)))
            {
                if (xml.LocalName == "title")
                    site = ReadText(xml);
                else
                    yield return ToItem(ReadEntry(xml), site, ++number, source);
            }
        }

        if (number == 0)
            yield return SourceItem.SetAside(source.Name, QuarantineCodes.Empty, "The feed has no entries.");
    }

    static FeedEntry ReadEntry(XmlReader xml)
    {
        var entry = new FeedEntry();
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return entry;
        }

        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                xml.Read();
            else
                ReadElement(xml, entry);
        }

        return entry;
    }

    static void ReadElement(XmlReader xml, FeedEntry entry)
    {
        switch (xml.LocalName)
        {
            case "title":
                entry.Title = ReadText(xml);
                break;
            case "link":
                var (target, relation) = (xml.GetAttribute("href"), xml.GetAttribute("rel"));
                var shown = ReadText(xml);
                if (entry.Link.Length == 0 && relation is null or "alternate")
                    entry.Link = target ?? shown;
                break;
            case "guid" or "id":
                entry.Id = ReadText(xml);
                break;
            case "pubDate" or "published" or "date" or "issued":
                entry.Published = ReadText(xml);
                break;
            case "updated" or "modified":
                entry.Updated = ReadText(xml);
                break;
            case "creator" or "author":
                entry.Authors.Add(ReadAuthor(xml));
                break;
            case "encoded" when xml.NamespaceURI == ContentModule:
                entry.Content = ReadText(xml);
                break;
            case "content" when xml.NamespaceURI == AtomSpace || xml.NamespaceURI.Length == 0:
                entry.Content = ReadMarkup(xml);
                break;
            case "summary" or "description":
                entry.Summary = ReadMarkup(xml);
                break;
            default:
                xml.Skip();
                break;
        }
    }

    // XHTML stands as elements, HTML as text, and plain text must not be taken for mark-up.
    static string ReadMarkup(XmlReader xml) => xml.GetAttribute("type") switch
    {
        "xhtml" => xml.ReadInnerXml(),
        "text" => System.Net.WebUtility.HtmlEncode(ReadText(xml)).Replace("\n", "<br>", StringComparison.Ordinal),
        _ => ReadText(xml),
    };

    static string ReadAuthor(XmlReader xml)
    {
        if (xml.IsEmptyElement || xml.NamespaceURI != AtomSpace)
            return ReadText(xml);
        var (depth, name) = (xml.Depth, "");
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "name")
                name = ReadText(xml);
            else
                xml.Read();
        }

        xml.Read();
        return name;
    }

    /// <summary>All text in an element, and on to what follows it.</summary>
    static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }

        xml.Read();
        return text.ToString().Trim();
    }

    static SourceItem ToItem(FeedEntry entry, string site, int number, Source source)
    {
        var id = MemberName.Clean(entry.Id.Length > 0 ? entry.Id : entry.Link);
        var name = id.Length > 0 ? $"{source.Name}!/{id}" : $"{source.Name}#{number}";
        var content = entry.Content.Length > 0 ? entry.Content : entry.Summary;
        if (content.Length == 0 && entry.Title.Length == 0)
            return SourceItem.SetAside(name, QuarantineCodes.Empty, "The entry has neither title nor content.");

        var published = entry.Published.Length > 0 ? entry.Published : entry.Updated;
        return SourceItem.Of(new Page(name, Encoding.UTF8.GetBytes(content.Length > 0 ? content : System.Net.WebUtility.HtmlEncode(entry.Title)), PageFormat.HtmlArticle)
        {
            Title = entry.Title.Length > 0 ? System.Net.WebUtility.HtmlDecode(entry.Title) : null,
            Author = entry.Authors.Exists(author => author.Length > 0) ? string.Join('、', entry.Authors.Where(author => author.Length > 0)) : null,
            Site = site.Length > 0 ? site : null,
            Url = entry.Link.Length > 0 ? entry.Link : source.Url,
            Published = DateParser.Parse(published)?.ToString(),
            Fetched = source.Fetched,
            DeclaredCharset = "utf-8",
        });
    }

    static string? DeclaredCharset(byte[] xml)
    {
        var head = Encoding.Latin1.GetString(xml.AsSpan(0, Math.Min(xml.Length, 200)));
        var at = head.IndexOf("encoding=", StringComparison.Ordinal);
        return at < 0 || at + 10 >= head.Length ? null : head[(at + 10)..].Split('"', '\'')[0];
    }
}
