namespace Tanyuan.Pages.Html.Parsing;

/// <summary>Tells by its document type whether a page is read as browsers read old pages, where a table does not end a paragraph.</summary>
internal static class QuirksMode
{
    static readonly string[] PublicIds =
    [
        "-//W3O//DTD W3 HTML Strict 3.0//EN//", "-/W3C/DTD HTML 4.0 Transitional/EN", "HTML",
    ];

    static readonly string[] PublicPrefixes =
    [
        "+//Silmaril//dtd html Pro v0r11 19970101//", "-//AS//DTD HTML 3.0 asWedit + extensions//", "-//AdvaSoft Ltd//DTD HTML 3.0 asWedit + extensions//",
        "-//IETF//DTD HTML 2.0 Level 1//", "-//IETF//DTD HTML 2.0 Level 2//", "-//IETF//DTD HTML 2.0 Strict Level 1//", "-//IETF//DTD HTML 2.0 Strict Level 2//",
        "-//IETF//DTD HTML 2.0 Strict//", "-//IETF//DTD HTML 2.0//", "-//IETF//DTD HTML 2.1E//", "-//IETF//DTD HTML 3.0//", "-//IETF//DTD HTML 3.2 Final//",
        "-//IETF//DTD HTML 3.2//", "-//IETF//DTD HTML 3//", "-//IETF//DTD HTML Level 0//", "-//IETF//DTD HTML Level 1//", "-//IETF//DTD HTML Level 2//",
        "-//IETF//DTD HTML Level 3//", "-//IETF//DTD HTML Strict Level 0//", "-//IETF//DTD HTML Strict Level 1//", "-//IETF//DTD HTML Strict Level 2//",
        "-//IETF//DTD HTML Strict Level 3//", "-//IETF//DTD HTML Strict//", "-//IETF//DTD HTML//", "-//Metrius//DTD Metrius Presentational//",
        "-//Microsoft//DTD Internet Explorer 2.0 HTML Strict//", "-//Microsoft//DTD Internet Explorer 2.0 HTML//", "-//Microsoft//DTD Internet Explorer 2.0 Tables//",
        "-//Microsoft//DTD Internet Explorer 3.0 HTML Strict//", "-//Microsoft//DTD Internet Explorer 3.0 HTML//", "-//Microsoft//DTD Internet Explorer 3.0 Tables//",
        "-//Netscape Comm. Corp.//DTD HTML//", "-//Netscape Comm. Corp.//DTD Strict HTML//", "-//O'Reilly and Associates//DTD HTML 2.0//",
        "-//O'Reilly and Associates//DTD HTML Extended 1.0//", "-//O'Reilly and Associates//DTD HTML Extended Relaxed 1.0//",
        "-//SQ//DTD HTML 2.0 HoTMetaL + extensions//", "-//SoftQuad Software//DTD HoTMetaL PRO 6.0::19990601::extensions to HTML 4.0//",
        "-//SoftQuad//DTD HoTMetaL PRO 4.0::19971010::extensions to HTML 4.0//", "-//Spyglass//DTD HTML 2.0 Extended//", "-//Sun Microsystems Corp.//DTD HotJava HTML//",
        "-//Sun Microsystems Corp.//DTD HotJava Strict HTML//", "-//W3C//DTD HTML 3 1995-03-24//", "-//W3C//DTD HTML 3.2 Draft//", "-//W3C//DTD HTML 3.2 Final//",
        "-//W3C//DTD HTML 3.2//", "-//W3C//DTD HTML 3.2S Draft//", "-//W3C//DTD HTML 4.0 Frameset//", "-//W3C//DTD HTML 4.0 Transitional//",
        "-//W3C//DTD HTML Experimental 19960712//", "-//W3C//DTD HTML Experimental 970421//", "-//W3C//DTD W3 HTML//", "-//W3O//DTD W3 HTML 3.0//",
        "-//WebTechs//DTD Mozilla HTML 2.0//", "-//WebTechs//DTD Mozilla HTML//",
    ];

    /// <summary>Whether a page with this document type is read the old way.</summary>
    /// <param name="doctype">What stands behind <c>&lt;!doctype</c>.</param>
    public static bool IsAskedBy(ReadOnlySpan<char> doctype)
    {
        doctype = doctype.Trim();
        var nameLength = doctype.IndexOfAny(" \t\r\n\f");
        var name = nameLength < 0 ? doctype : doctype[..nameLength];
        if (!name.Equals("html", StringComparison.OrdinalIgnoreCase))
            return true;
        var rest = doctype[name.Length..].Trim();
        if (rest.IsEmpty)
            return false;
        var isPublic = rest.StartsWith("public", StringComparison.OrdinalIgnoreCase);
        if (!isPublic && !rest.StartsWith("system", StringComparison.OrdinalIgnoreCase))
            return true;
        rest = rest[6..].Trim();
        if (!TryQuoted(ref rest, out var first))
            return true;
        if (!isPublic)
            return IsOldSystem(first);
        var hasSystem = TryQuoted(ref rest, out var system);
        if (hasSystem && IsOldSystem(system))
            return true;
        foreach (var id in PublicIds)
        {
            if (first.Equals(id, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var prefix in PublicPrefixes)
        {
            if (first.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return !hasSystem && (first.StartsWith("-//W3C//DTD HTML 4.01 Frameset//", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("-//W3C//DTD HTML 4.01 Transitional//", StringComparison.OrdinalIgnoreCase));
    }

    static bool IsOldSystem(ReadOnlySpan<char> id) => id.Equals("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd", StringComparison.OrdinalIgnoreCase);

    static bool TryQuoted(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> value)
    {
        value = default;
        if (text.IsEmpty || text[0] is not ('"' or '\''))
            return false;
        var length = text[1..].IndexOf(text[0]);
        if (length < 0)
            return false;
        value = text.Slice(1, length);
        text = text[(length + 2)..].Trim();
        return true;
    }
}
