using System.Collections.Frozen;
using Tanyuan.Text;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Counts how deep a page's tags nest before it is parsed, in one pass over its characters. The parser stops nesting its tree at a depth of its own,
/// but it still looks through every open tag at each new one, so that a hundred thousand unclosed ones would take it minutes.
/// </summary>
internal static class NestingGuard
{
    /// <summary>The deepest nesting that is read. Browsers stop at 512; pages of broken templates reach some hundreds.</summary>
    const int Deepest = 8_000;

    /// <summary>Elements that hold nothing, or that end by themselves where the next of their kind begins.</summary>
    static readonly FrozenSet<string> Flat = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "bgsound", "frame", "keygen",
        "p", "li", "dt", "dd", "a", "rt", "rp", "nobr", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "html", "body", "head",
    }.ToFrozenSet();

    static readonly FrozenSet<string> Raw = new[] { "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe" }.ToFrozenSet();

    /// <summary>Refuses a page that nests too deeply.</summary>
    /// <exception cref="TanyuanException"><c>too-deep</c></exception>
    public static void Check(string html)
    {
        var flat = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[16];
        var depth = 0;
        var at = 0;
        while (at < html.Length && html.IndexOf('<', at) is >= 0 and var start)
        {
            at = start + 1;
            if (html.AsSpan(at).StartsWith("!--"))
            {
                at = IndexAfter(html, "-->", at);
                continue;
            }

            var isEnd = at < html.Length && html[at] == '/';
            if (isEnd)
                at++;
            var length = 0;
            while (at < html.Length && length < name.Length && char.IsAsciiLetterOrDigit(html[at]))
                name[length++] = char.ToLowerInvariant(html[at++]);
            if (length == 0)
                continue;
            at = TagEnd(html, at);
            var tag = name[..length];
            if (flat.Contains(tag))
                continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest)
                throw new TanyuanException("too-deep", $"The page nests more than {Deepest:N0} elements (at character {start:N0}). Repair its mark-up, or leave it out.");
            if (!isEnd && raw.Contains(tag))
                at = RawEnd(html, tag, at);
        }
    }

    static int TagEnd(string html, int at)
    {
        while (at < html.Length && html[at] != '>')
        {
            // A quote opens a value only behind an equals sign; a stray one is part of a name.
            if (html[at] is '"' or '\'' && html[at - 1] is '=' or ' ' && html.IndexOf(html[at], at + 1) is > 0 and var close)
                at = close;
            at++;
        }

        return at;
    }

    static int RawEnd(string html, ReadOnlySpan<char> tag, int at)
    {
        while (html.IndexOf("</", at, StringComparison.Ordinal) is >= 0 and var end)
        {
            if (html.AsSpan(end + 2).StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return end;
            at = end + 2;
        }

        return html.Length;
    }

    static int IndexAfter(string html, string mark, int at) =>
        html.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : html.Length;
}
