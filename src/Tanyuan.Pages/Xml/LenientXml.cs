using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using Tanyuan.Text;

namespace Tanyuan.Pages.Xml;

/// <summary>
/// XML as programs that glue strings together write it: entities of HTML and bare ampersands, which are no XML, are put right before the
/// parser sees them. Document type definitions are refused, and with them every kind of entity bomb; so is nesting beyond all sense.
/// </summary>
internal static partial class LenientXml
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int Deepest = 500;

    const long LongestDocument = 128 * 1024 * 1024;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = LongestDocument,
    };

    /// <summary>A reader over decoded XML.</summary>
    /// <exception cref="TanyuanException"><c>too-deep</c></exception>
    public static XmlReader Read(string xml)
    {
        xml = Ampersand().Replace(xml.TrimStart(), Right);
        CheckDepth(xml);
        return XmlReader.Create(new StringReader(xml), Settings);
    }

    /// <summary>A reader over a stream, which says its charset itself. Whoever reads on calls <see cref="CheckDepth(XmlReader)"/>.</summary>
    public static XmlReader Read(Stream xml) => XmlReader.Create(xml, Settings);

    /// <summary>Refuses to go deeper than makes sense.</summary>
    /// <exception cref="TanyuanException"><c>too-deep</c></exception>
    public static void CheckDepth(XmlReader xml)
    {
        if (xml.Depth > Deepest)
            throw TooDeep();
    }

    // The parser's own memory grows with the nesting, so it is counted before it comes to that.
    static void CheckDepth(string xml)
    {
        var depth = 0;
        for (var at = 0; (at = xml.IndexOf('<', at)) >= 0;)
        {
            var rest = xml.AsSpan(at);
            if (rest.StartsWith("<!--"))
            {
                at = After(xml, "-->", at);
            }
            else if (rest.StartsWith("<![CDATA["))
            {
                at = After(xml, "]]>", at);
            }
            else
            {
                var end = TagEnd(xml, at + 1);
                var isLeaf = xml[Math.Min(end, xml.Length) - 1] == '/' || (rest.Length > 1 && rest[1] is '?' or '!');
                depth += rest.Length > 1 && rest[1] == '/' ? -1 : isLeaf ? 0 : 1;
                at = Math.Min(end + 1, xml.Length);
            }

            if (depth > Deepest)
                throw TooDeep();
        }
    }

    static int TagEnd(string xml, int at)
    {
        while (at < xml.Length && xml[at] != '>')
        {
            var close = xml[at] is '"' or '\'' ? xml.IndexOf(xml[at], at + 1) : at;
            at = close < 0 ? xml.Length : close + 1;
        }

        return Math.Min(at, xml.Length);
    }

    static int After(string xml, string mark, int at) => xml.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : xml.Length;

    static TanyuanException TooDeep() => new(QuarantineCodes.TooDeep, $"Its XML nests more than {Deepest:N0} elements.");

    // Inside a CDATA section an ampersand is itself; it comes back when the HTML in it is read.
    static string Right(Match match)
    {
        if (match.Groups["data"].Success)
            return match.Value;
        var decoded = WebUtility.HtmlDecode(match.Value);
        return decoded != match.Value && decoded.IndexOfAny(['<', '>', '&']) < 0 ? decoded : "&amp;" + match.Value[1..];
    }

    [GeneratedRegex(@"(?<data><!\[CDATA\[.*?\]\]>)|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,31};)?", RegexOptions.Singleline)]
    private static partial Regex Ampersand();
}
