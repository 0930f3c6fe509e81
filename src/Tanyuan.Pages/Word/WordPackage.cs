using System.Xml;
using System.Xml.Linq;
using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Xml;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Word;

/// <summary>
/// Reads Word documents (Office Open XML, ECMA-376): the main text with its tables, then foot- and endnotes; title, author and date from a
/// paragraph styled as the title and from the document's properties. Each part is read in one pass; document type definitions are refused.
/// </summary>
internal static class WordPackage
{
    const string MainPart = "word/document.xml";
    const int LongestPart = 4 * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ExtractedPage Read(ReadOnlyMemory<byte> content, PageLimits limits, CancellationToken cancellationToken)
    {
        var budget = new ExpansionBudget(limits, content.Length);
        var zip = new ZipDirectory(new MemoryStream(content.ToArray(), writable: false));
        var members = zip.Members().DistinctBy(member => member.Name).ToDictionary(member => member.Name);
        if (!members.TryGetValue(MainPart, out var main))
            throw new InvalidDataException($"The document has no {MainPart}.");

        var text = new WordText(Styles(zip, members, budget), limits.MaxPageBytes, cancellationToken);
        foreach (var part in (ZipMember?[])[main, members.GetValueOrDefault("word/footnotes.xml"), members.GetValueOrDefault("word/endnotes.xml")])
        {
            if (part is null)
                continue;
            using var packed = new ZipMemberStream(zip, part, budget);
            using var xml = LenientXml.Read(packed);
            text.Append(xml);
        }

        var properties = Properties(zip, members, budget);
        if (text.Text.Count == 0 && text.Title is null)
            return new ExtractedPage([], text.Drops);
        var body = text.Text.Count > 0 ? text.Text.ToString() : text.Title!;
        return new ExtractedPage(
            [new ExtractedDocument(
                text.Title ?? properties.GetValueOrDefault("title", ""), body, DateParser.Parse(properties.GetValueOrDefault("created")),
                properties.GetValueOrDefault("creator"), null, null, [], text.Drops) { Blocks = text.Text.Count > 0 ? text.Text.Blocks : null }],
            []);
    }

    static Dictionary<string, string> Properties(ZipDirectory zip, Dictionary<string, ZipMember> members, ExpansionBudget budget) =>
        Load("docProps/core.xml", zip, members, budget)?.Root!.Elements().Where(element => !string.IsNullOrWhiteSpace(element.Value))
            .DistinctBy(element => element.Name.LocalName).ToDictionary(element => element.Name.LocalName, element => element.Value.Trim()) ?? [];

    // The id of a style depends on the language of the program that wrote the document, its name does not.
    static Dictionary<string, WordStyle> Styles(ZipDirectory zip, Dictionary<string, ZipMember> members, ExpansionBudget budget)
    {
        var styles = new Dictionary<string, WordStyle>();
        foreach (var style in Load("word/styles.xml", zip, members, budget)?.Root!.Elements() ?? [])
        {
            var name = style.Elements().FirstOrDefault(element => element.Name.LocalName == "name");
            if (name is not null && StyleOf(Value(name, "val").ToUpperInvariant()) is var kind and not WordStyle.Body)
                styles.TryAdd(Value(style, "styleId"), kind);
        }

        return styles;
    }

    static WordStyle StyleOf(string name) => name switch
    {
        "TITLE" => WordStyle.Title,
        "QUOTE" or "INTENSE QUOTE" => WordStyle.Quote,
        _ when name.StartsWith("HEADING ", StringComparison.Ordinal) => WordStyle.Heading,
        _ when name.StartsWith("LIST", StringComparison.Ordinal) => WordStyle.List,
        _ => WordStyle.Body,
    };

    static string Value(XElement element, string attribute) =>
        element.Attributes().FirstOrDefault(candidate => candidate.Name.LocalName == attribute)?.Value ?? "";

    static XDocument? Load(string part, ZipDirectory zip, Dictionary<string, ZipMember> members, ExpansionBudget budget)
    {
        if (!members.TryGetValue(part, out var member) || member.Length > LongestPart)
            return null;
        using var content = new MemoryStream();
        using (var packed = new ZipMemberStream(zip, member, budget))
            packed.CopyTo(content);
        using var xml = LenientXml.Read(TextDecoder.Decode(content.ToArray()).Text);
        return XDocument.Load(xml);
    }
}
