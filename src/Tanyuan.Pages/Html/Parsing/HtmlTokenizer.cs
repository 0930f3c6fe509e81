using System.Buffers;
using System.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// Cuts a page into tokens as the tokenization stage of the HTML standard does (WHATWG, section 13.2.5). Its states are followed by what
/// they come to, not one character at a time: a text runs to the next markup, a quoted value to its quote, a raw text to its own end tag, each
/// found by a vectorised search. The token is in the properties and nothing is copied: text and values are slices of the source, with character
/// references unresolved, since most of a page is never looked at again. Carriage returns and NULs are left to whoever reads the text.
/// </summary>
internal sealed class HtmlTokenizer(HtmlTree tree)
{
    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/>");
    static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\n\f\r/>=");
    static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\n\f\r>");

    readonly string html = tree.Source;
    int at;

    /// <summary>What the token is.</summary>
    public HtmlTokenKind Kind { get; private set; }

    /// <summary>Where the token's text begins; the document type's is what stands between its name and its end.</summary>
    public int Start { get; set; }

    /// <summary>How long the token's text is.</summary>
    public int Length { get; set; }

    /// <summary>Whether the text holds an ampersand.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>A tag's name.</summary>
    public ElementName Name { get; private set; }

    /// <summary>A start tag's first attribute in the tree.</summary>
    public int FirstAttribute { get; private set; }

    /// <summary>How many of its attributes are kept.</summary>
    public int AttributeCount => tree.AttributeCount - FirstAttribute;

    /// <summary>Where a tag's attributes begin in the source, and how long they are, by which two tags are compared.</summary>
    public (int Start, int Length) AttributeSource { get; private set; }

    /// <summary>Whether a tag ends in a slash.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Whether the builder stands in MathML or SVG, where <c>&lt;![CDATA[</c> opens text.</summary>
    public bool IsInForeign { get; set; }

    /// <summary>Goes to the next token.</summary>
    public HtmlTokenKind Next()
    {
        while (at < html.Length)
        {
            if (html[at] != '<' || at + 1 >= html.Length)
                return ReadText();
            var next = html[at + 1];
            if (char.IsAsciiLetter(next))
                return ReadTag(HtmlTokenKind.StartTag, at + 1);
            switch (next)
            {
                case '/' when at + 2 < html.Length && char.IsAsciiLetter(html[at + 2]):
                    return ReadTag(HtmlTokenKind.EndTag, at + 2);
                case '/' when at + 2 < html.Length:
                case '?':
                    SkipTo('>', at + 2);
                    break;
                case '!':
                    if (ReadDeclaration())
                        return Kind;
                    break;
                default:
                    return ReadText();
            }
        }

        return Kind = HtmlTokenKind.End;
    }

    /// <summary>
    /// Reads the text of the element whose start tag was the last token, up to its own end tag, which is passed over; the text becomes the token's.
    /// </summary>
    public void ReadRawText()
    {
        var name = tree.NameText(Name);
        (Start, Kind) = (at, HtmlTokenKind.Text);
        var end = Name == ElementName.Script ? ScriptEnd.Find(html, at) : FindEndTag(name, at);
        Length = end - at;
        HasReferences = Name is ElementName.Title or ElementName.Textarea && html.AsSpan(Start, Length).Contains('&');
        at = end < html.Length ? TagEnd(end + 2 + name.Length) : end;
    }

    /// <summary>Reads everything that is left as text.</summary>
    public void ReadRest()
    {
        (Start, Length, HasReferences, Kind) = (at, html.Length - at, false, HtmlTokenKind.Text);
        at = html.Length;
    }

    /// <summary>Passes over a line end that opens a text, as the standard asks at <c>pre</c> and <c>textarea</c>.</summary>
    public void SkipLineEnd()
    {
        if (at < html.Length && html[at] == '\r')
            at++;
        if (at < html.Length && html[at] == '\n')
            at++;
    }

    /// <summary>Where the end tag of a raw text begins, or the page's end.</summary>
    int FindEndTag(string name, int from)
    {
        while (html.AsSpan(from).IndexOf("</") is >= 0 and var found)
        {
            from += found + 2;
            if (IsName(html, name, from))
                return from - 2;
        }

        return html.Length;
    }

    /// <summary>Whether a tag's name stands at an index, in any case, and ends there.</summary>
    public static bool IsName(string html, string name, int at) =>
        at + name.Length < html.Length && Ascii.EqualsIgnoreCase(html.AsSpan(at, name.Length), name) && NameEnds.Contains(html[at + name.Length]);

    HtmlTokenKind ReadText()
    {
        Start = at;
        HasReferences = false;
        var end = at;
        while (end < html.Length)
        {
            var found = HasReferences || end + 1 >= html.Length ? html.AsSpan(end).IndexOf('<') : html.AsSpan(end).IndexOfAny('<', '&');
            if (found < 0)
            {
                end = html.Length;
                break;
            }

            end += found;
            if (html[end] == '&')
                HasReferences = true;
            else if (end > Start && OpensMarkup(end))
                break;
            end++;
        }

        Length = end - Start;
        at = end;
        return Kind = HtmlTokenKind.Text;
    }

    bool OpensMarkup(int index)
    {
        if (index + 1 >= html.Length)
            return false;
        var next = html[index + 1];
        return char.IsAsciiLetter(next) || next is '!' or '?' || (next == '/' && index + 2 < html.Length);
    }

    HtmlTokenKind ReadTag(HtmlTokenKind kind, int nameStart)
    {
        var length = html.AsSpan(nameStart).IndexOfAny(NameEnds);
        if (length < 0)
            return End();
        var name = html.AsSpan(nameStart, length);
        Name = ElementNames.Find(name);
        if (Name == ElementName.Unknown)
            Name = tree.Intern(name);
        Kind = kind;
        FirstAttribute = tree.AttributeCount;
        IsSelfClosing = false;
        var start = nameStart + length;
        var end = ReadAttributes(start, kind == HtmlTokenKind.StartTag);
        if (end < 0)
            return End();
        AttributeSource = (start, end - start);
        at = end + 1;
        return Kind;
    }

    /// <summary>Reads attributes up to the tag's end; returns its index, or -1 where the page ends before.</summary>
    int ReadAttributes(int index, bool keep)
    {
        while (true)
        {
            while (index < html.Length && html[index] is ' ' or '\n' or '\t' or '\r' or '\f' or '/')
            {
                if (html[index] == '/' && index + 1 < html.Length && html[index + 1] == '>')
                    IsSelfClosing = true;
                index++;
            }

            if (index >= html.Length)
                return -1;
            if (html[index] == '>')
                return index;

            // An equals sign that opens a name belongs to it.
            var nameStart = index;
            var nameLength = html.AsSpan(index + 1).IndexOfAny(AttributeNameEnds) + 1;
            if (nameLength == 0)
                return -1;
            index = SkipBlanks(nameStart + nameLength);
            if (index >= html.Length)
                return -1;
            var (valueStart, valueLength) = (index, 0);
            if (html[index] == '=')
            {
                index = SkipBlanks(index + 1);
                if (index >= html.Length)
                    return -1;
                valueStart = index;
                if (html[index] is '"' or '\'')
                {
                    valueStart++;
                    valueLength = html.AsSpan(valueStart).IndexOf(html[index]);
                    index = valueStart + valueLength + 1;
                }
                else if (html[index] != '>')
                {
                    valueLength = html.AsSpan(valueStart).IndexOfAny(UnquotedEnds);
                    index = valueStart + valueLength;
                }

                if (valueLength < 0)
                    return -1;
            }

            if (keep && AttributeNames.Find(html.AsSpan(nameStart, nameLength)) is not AttributeName.Other and var name)
                tree.Add(new HtmlAttribute(name, valueStart, valueLength));
        }
    }

    int SkipBlanks(int index)
    {
        while (index < html.Length && html[index] is ' ' or '\n' or '\t' or '\r' or '\f')
            index++;
        return index;
    }

    /// <summary>Reads what <c>&lt;!</c> opens; true where it is a token.</summary>
    bool ReadDeclaration()
    {
        var rest = html.AsSpan(at + 2);
        if (rest.StartsWith("--"))
        {
            SkipComment();
            return false;
        }

        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
        {
            var start = at + 9;
            SkipTo('>', start);
            (Start, Length, Kind) = (start, Math.Max(0, at - 1 - start), HtmlTokenKind.Doctype);
            return true;
        }

        if (IsInForeign && rest.StartsWith("[CDATA["))
        {
            var start = at + 9;
            var length = html.AsSpan(start).IndexOf("]]>");
            (Start, Length) = (start, length < 0 ? html.Length - start : length);
            (HasReferences, Kind) = (false, HtmlTokenKind.Text);
            at = length < 0 ? html.Length : start + length + 3;
            return Length > 0;
        }

        SkipTo('>', at + 2);
        return false;
    }

    /// <summary>A comment ends at <c>--&gt;</c> or <c>--!&gt;</c>, and at once where <c>&gt;</c> or <c>-&gt;</c> follows its opening.</summary>
    void SkipComment()
    {
        var index = at + 4;
        if (index < html.Length && html[index] == '>')
        {
            at = index + 1;
            return;
        }

        if (html.AsSpan(index).StartsWith("->"))
        {
            at = index + 2;
            return;
        }

        while (html.AsSpan(index).IndexOf("--") is >= 0 and var found)
        {
            index += found + 2;
            while (index < html.Length && html[index] == '-')
                index++;
            if (index < html.Length && html[index] == '>')
            {
                at = index + 1;
                return;
            }

            if (html.AsSpan(index).StartsWith("!>"))
            {
                at = index + 2;
                return;
            }
        }

        at = html.Length;
    }

    void SkipTo(char mark, int from)
    {
        var found = from < html.Length ? html.AsSpan(from).IndexOf(mark) : -1;
        at = found < 0 ? html.Length : from + found + 1;
    }

    int TagEnd(int from)
    {
        var end = ReadAttributes(from, keep: false);
        return end < 0 ? html.Length : end + 1;
    }

    HtmlTokenKind End()
    {
        at = html.Length;
        return Kind = HtmlTokenKind.End;
    }
}
