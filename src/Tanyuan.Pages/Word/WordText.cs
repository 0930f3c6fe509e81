using System.Text;
using System.Xml;
using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Xml;
using Tanyuan.Text;

namespace Tanyuan.Pages.Word;

/// <summary>
/// Collects the text of WordprocessingML parts: a line a paragraph, a line a table row with cells parted by tabs. Deleted text and field
/// codes are no text and go to the drops; of a drawing that is stored twice, for new and for old programs, the new one counts.
/// </summary>
internal sealed class WordText(IReadOnlyDictionary<string, WordStyle> styles, int longest, CancellationToken cancellationToken)
{
    /// <summary>The outline level of paragraphs that are no headings.</summary>
    const int BodyLevel = 9;

    readonly StringBuilder line = new();
    readonly StringBuilder deleted = new();
    readonly StringBuilder fieldCode = new();
    int length;
    int rowDepth;
    bool isTitle;
    DocumentBlockKind kind;
    bool isFirstRow;

    /// <summary>The lines, with what they are.</summary>
    public StructuredText Text { get; } = new();

    /// <summary>The paragraphs styled as the title, where the document opens with them.</summary>
    public string? Title { get; private set; }

    /// <summary>What was left out.</summary>
    public List<Drop> Drops { get; } = [];

    /// <summary>Reads a part.</summary>
    public void Append(XmlReader xml)
    {
        var more = xml.Read();
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LenientXml.CheckDepth(xml);
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback", IsEmptyElement: false })
                SkipElement(xml);
            else if (xml.NodeType == XmlNodeType.Element)
                Begin(xml);
            else if (xml.NodeType == XmlNodeType.EndElement)
                End(xml.LocalName);
            more = xml.Read();
        }

        EndLine(goesOn: false);
        Drop("deleted-text", deleted);
        Drop("field-code", fieldCode);
    }

    static void SkipElement(XmlReader xml)
    {
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
            LenientXml.CheckDepth(xml);
    }

    void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "t":
                Append(Content(xml));
                break;
            case "delText":
                deleted.Append(Content(xml));
                break;
            case "instrText":
                fieldCode.Append(Content(xml));
                break;
            case "tab":
                line.Append('\t');
                break;
            case "br" or "cr":
                Break();
                break;
            case "noBreakHyphen":
                line.Append('\u2011');
                break;
            case "pStyle":
                var style = xml.GetAttribute("val", xml.NamespaceURI) ?? "";
                isTitle = styles.GetValueOrDefault(style) == WordStyle.Title && Text.Count == 0;
                kind = KindOf(styles.GetValueOrDefault(style));
                break;
            case "numPr" when kind == DocumentBlockKind.Paragraph:
                kind = DocumentBlockKind.List;
                break;
            case "outlineLvl" when int.TryParse(xml.GetAttribute("val", xml.NamespaceURI), out var level) && level < BodyLevel:
                kind = DocumentBlockKind.Heading;
                break;
            case "tbl" when rowDepth == 0:
                isFirstRow = true;
                break;
            case "tr" when !xml.IsEmptyElement:
                rowDepth++;
                break;
        }
    }

    void End(string name)
    {
        switch (name)
        {
            case "p":
                Break();
                break;
            case "tc" when rowDepth > 0:
                line.Append('\t');
                break;
            case "tr" when rowDepth > 0:
                rowDepth--;
                if (rowDepth == 0)
                {
                    kind = DocumentBlockKind.Table;
                    EndLine(goesOn: !isFirstRow);
                    isFirstRow = false;
                }

                break;
        }
    }

    void Append(string text)
    {
        length += text.Length;
        if (length > longest)
            throw new TanyuanException(QuarantineCodes.TooLarge, $"The document holds more than {longest:N0} characters.");
        line.Append(text);
    }

    // A row is one line, whatever paragraphs and rows of inner tables stand in its cells.
    void Break()
    {
        if (rowDepth == 0)
            EndLine(goesOn: kind is DocumentBlockKind.List or DocumentBlockKind.Quote);
        else if (line.Length > 0 && line[^1] is not (' ' or '\t'))
            line.Append(' ');
    }

    static DocumentBlockKind KindOf(WordStyle style) => style switch
    {
        WordStyle.Heading => DocumentBlockKind.Heading,
        WordStyle.List => DocumentBlockKind.List,
        WordStyle.Quote => DocumentBlockKind.Quote,
        _ => DocumentBlockKind.Paragraph,
    };

    void EndLine(bool goesOn)
    {
        var text = line.ToString().Replace(" \t", "\t", StringComparison.Ordinal).Trim();
        line.Clear();
        if (text.Length > 0 && isTitle)
            Title = Title is null ? text : $"{Title} {text}";
        else
            Text.Add(text, kind, goesOn);
        isTitle = false;
        kind = DocumentBlockKind.Paragraph;
    }

    void Drop(string rule, StringBuilder text)
    {
        if (!string.IsNullOrWhiteSpace(text.ToString()))
            Drops.Add(new Drop(rule, text.ToString().Trim()));
        text.Clear();
    }

    static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement || !xml.Read() || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            return "";
        return xml.Value;
    }
}
