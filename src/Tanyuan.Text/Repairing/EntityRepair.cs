using System.Globalization;
using System.Net;
using System.Text;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Resolves HTML entities that a converter left in plain text (<c>&amp;nbsp;</c>, <c>&amp;#39;</c>), also those escaped
/// several times over (<c>&amp;amp;amp;quot;</c>). A text that is about mark-up keeps them, and one that holds escaped tags
/// keeps its angle brackets. A no-break space becomes a plain one.
/// </summary>
internal static class EntityRepair
{
    const string Rule = "entity";
    const int LongestName = 10;

    /// <summary>Words and signs by which a text is about mark-up or code; there an entity is what the text means.</summary>
    static readonly string[] MarkupTopics =
        ["html", "xml", "javascript", "转义", "轉義", "跳脫", "实体字符", "字符实体", "entit", "escap", "markup", "```", "</", "/>", "&lt;/", "CDATA", "encode", "编码", "編碼"];

    public static RepairedText Repair(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(';', at) < 0)
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        var holdsTags = HoldsEscapedTag(text);
        while (at >= 0 && at < text.Length)
        {
            var length = Read(text, at, out var meaning);
            if (length > 0 && !(holdsTags && meaning is ("<" or ">")))
                editor.Replace(Rule, at, length, meaning);
            at = text.IndexOf('&', at + Math.Max(1, length));
        }

        var repaired = editor.ToRepairedText();
        return repaired.Repairs.Count > 0 && MarkupTopics.Any(topic => text.Contains(topic, StringComparison.OrdinalIgnoreCase))
            ? RepairedText.Unchanged(text)
            : repaired;
    }

    static bool HoldsEscapedTag(string text)
    {
        for (var at = 0; (at = text.IndexOf("lt;", at, StringComparison.Ordinal)) >= 0;)
        {
            at += 3;
            if (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is '/' or '!'))
                return true;
        }

        return false;
    }

    /// <summary>Reads the entity at an ampersand.</summary>
    /// <returns>Its length, or 0 where none stands there.</returns>
    static int Read(string text, int at, out string meaning)
    {
        meaning = "&";
        var position = at + 1;
        while (text.AsSpan(position).StartsWith("amp;"))
            position += 4;
        var escaped = position > at + 1;
        var length = text.AsSpan(position, Math.Min(LongestName + 1, text.Length - position)).IndexOf(';');
        if (length <= 0 || Resolve(text.AsSpan(position, length)) is not { } resolved)
            return escaped ? position - at : 0;

        meaning = resolved;
        return position + length + 1 - at;
    }

    static string? Resolve(ReadOnlySpan<char> name)
    {
        if (name[0] == '#')
            return ResolveNumber(name[1..]);
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
                return null;
        }

        var entity = $"&{name};";
        var meaning = WebUtility.HtmlDecode(entity);
        return meaning == entity ? null : meaning == "\u00A0" ? " " : meaning;
    }

    static string? ResolveNumber(ReadOnlySpan<char> digits)
    {
        var hex = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        if (!int.TryParse(hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
            return null;
        if (code is >= 0x80 and < 0xA0)
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString([(byte)code]);
        return code == 0xA0 ? " " : code is >= 0x20 or 9 or 10 or 13 ? new Rune(code).ToString() : null;
    }
}
