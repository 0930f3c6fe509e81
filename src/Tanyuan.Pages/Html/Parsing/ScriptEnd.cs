namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// Finds where a script ends. Behind <c>&lt;!--</c> a script may hold <c>&lt;script&gt;…&lt;/script&gt;</c> as text until <c>--&gt;</c>
/// (the standard's "script data double escaped" states).
/// </summary>
internal static class ScriptEnd
{
    const string Script = "script";

    /// <summary>Where the end tag begins, or the page's end.</summary>
    /// <param name="html">The page.</param>
    /// <param name="from">Where the script begins.</param>
    public static int Find(string html, int from)
    {
        var (isEscaped, isDouble) = (false, false);
        while (from < html.Length)
        {
            var found = isEscaped ? html.AsSpan(from).IndexOfAny('<', '-') : html.AsSpan(from).IndexOf('<');
            if (found < 0)
                return html.Length;
            var at = from + found;
            from = at + 1;
            if (html[at] == '-')
            {
                if (EndsComment(html, ref from))
                    (isEscaped, isDouble) = (false, false);
            }
            else if (!isEscaped && html.AsSpan(at).StartsWith("<!--"))
            {
                isEscaped = true;
                from = at + 2;
            }
            else if (from < html.Length && html[from] == '/' && HtmlTokenizer.IsName(html, Script, at + 2))
            {
                if (!isDouble)
                    return at;
                isDouble = false;
            }
            else if (isEscaped && HtmlTokenizer.IsName(html, Script, at + 1))
            {
                isDouble = true;
            }
        }

        return html.Length;
    }

    /// <summary>Whether dashes at an index, the first of which is read, are two or more and closed by an angle bracket.</summary>
    static bool EndsComment(string html, ref int from)
    {
        var first = from;
        while (from < html.Length && html[from] == '-')
            from++;
        return from > first && from < html.Length && html[from] == '>';
    }
}
