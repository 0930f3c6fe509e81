using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Sources;
using Tanyuan.Pages.Xml;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Books;

/// <summary>
/// Reads books (EPUB 2 and 3): each chapter of the reading order is a page, called <c>book.epub!/OEBPS/chapter.xhtml</c>, with the book's
/// author and date; the book's title stands where a page has its site. Chapters that copy protection scrambles are set aside as encrypted.
/// </summary>
internal static class EpubReader
{
    const int LongestPackage = 4 * 1024 * 1024;

    /// <summary>The chapters of a book.</summary>
    public static IEnumerable<SourceItem> Read(Source source, ZipDirectory zip, SourceReader sources)
    {
        var members = zip.Members().Where(member => member.IsFile).DistinctBy(member => member.Name).ToDictionary(member => member.Name);
        var packagePath = Load(members, "META-INF/container.xml", zip, sources).Descendants().FirstOrDefault(element => element.Name.LocalName == "rootfile")
            ?.Attribute("full-path")?.Value ?? throw new InvalidDataException("META-INF/container.xml names no package.");
        var package = Load(members, packagePath, zip, sources);
        var scrambled = members.ContainsKey("META-INF/encryption.xml")
            ? Load(members, "META-INF/encryption.xml", zip, sources).Descendants().Where(element => element.Name.LocalName == "CipherReference")
                .Select(element => Uri.UnescapeDataString(element.Attribute("URI")?.Value ?? "")).ToHashSet()
            : [];

        var paths = package.Descendants().Where(element => element.Name.LocalName == "item" && element.Attribute("id") is not null)
            .DistinctBy(element => element.Attribute("id")!.Value)
            .ToDictionary(element => element.Attribute("id")!.Value, element => Resolve(packagePath, element.Attribute("href")?.Value ?? ""));
        foreach (var reference in package.Descendants().Where(element => element.Name.LocalName == "itemref"))
        {
            sources.Cancellation.ThrowIfCancellationRequested();
            if (!paths.Remove(reference.Attribute("idref")?.Value ?? "", out var path))
                continue;
            var name = $"{source.Name}!/{path}";
            if (!members.TryGetValue(path, out var member))
            {
                yield return SourceItem.SetAside(name, QuarantineCodes.Malformed, "The book's reading order names this chapter, but the book does not hold it.");
            }
            else if (scrambled.Contains(path))
            {
                yield return SourceItem.SetAside(name, QuarantineCodes.Encrypted, "The chapter is copy-protected.");
            }
            else
            {
                var chapter = new Source(name, path, new ZipMemberStream(zip, member, sources.Budget)) { Length = member.Length, Depth = source.Depth + 1 };
                foreach (var item in GuardedItems.Read(chapter, () => Chapter(chapter, package, sources)))
                    yield return item;
            }
        }
    }

    static IEnumerable<SourceItem> Chapter(Source chapter, XDocument package, SourceReader sources)
    {
        var item = sources.ToPage(chapter, PageFormat.HtmlArticle);
        yield return item.Page is not { } page ? item : SourceItem.Of(page with
        {
            Author = Metadata(package, "creator"),
            Site = Metadata(package, "title"),
            Published = DateParser.Parse(Metadata(package, "date"))?.ToString(),
        });
    }

    static string? Metadata(XDocument package, string name)
    {
        var values = package.Descendants().Where(element => element.Name.LocalName == name && element.Parent?.Name.LocalName == "metadata")
            .Select(element => element.Value.Trim()).Where(value => value.Length > 0);
        return (name == "creator" ? string.Join('、', values) : values.FirstOrDefault("")) is { Length: > 0 } found ? found : null;
    }

    static XDocument Load(Dictionary<string, ZipMember> members, string path, ZipDirectory zip, SourceReader sources)
    {
        if (!members.TryGetValue(path, out var member))
            throw new InvalidDataException($"The book has no {path}.");
        if (member.Length > LongestPackage)
            throw new InvalidDataException($"{path} holds {member.Length:N0} bytes, more than any book needs.");
        var content = sources.ReadWhole(new Source(path, path, new ZipMemberStream(zip, member, sources.Budget)) { Depth = 1 }) ?? [];
        using var xml = LenientXml.Read(TextDecoder.Decode(content).Text);
        return XDocument.Load(xml);
    }

    static string Resolve(string packagePath, string reference)
    {
        var parts = new List<string>(packagePath.Split('/')[..^1]);
        foreach (var part in Uri.UnescapeDataString(reference.Split('#')[0]).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "" or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
