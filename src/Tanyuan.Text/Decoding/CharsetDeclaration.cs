using System.Buffers;
using System.Text;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// The charset that an HTML or XML page declares of itself: the XML declaration, <c>meta charset</c> or
/// <c>meta http-equiv</c>. As in the prescan of the HTML standard, comments are skipped; unlike there the search goes on
/// past the first 1,024 bytes, because pages put scripts in front.
/// </summary>
public static class CharsetDeclaration
{
    const int Searched = 64 * 1024;

    static readonly SearchValues<char> LabelEnds = SearchValues.Create(" \t\r\n\f\"';/>?");

    /// <summary>The label as the page writes it, or null where it declares none.</summary>
    public static string? FindInHtml(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Searched)]);
        var position = 0;
        while ((position = text.IndexOf('<', position)) >= 0)
        {
            var rest = text.AsSpan(position);
            if (rest.StartsWith("<!--"))
            {
                var close = rest.IndexOf("-->");
                if (close < 0)
                    return null;
                position += close + 3;
                continue;
            }

            if (rest.StartsWith("<?xml ", StringComparison.OrdinalIgnoreCase) && Label(Tag(rest), "encoding") is { } encoding)
                return encoding;
            if (rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && Label(Tag(rest), "charset") is { } charset)
                return charset;
            if (rest.StartsWith("<body", StringComparison.OrdinalIgnoreCase))
                return null;
            position++;
        }

        return null;
    }

    static ReadOnlySpan<char> Tag(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('>');
        return end < 0 ? rest : rest[..end];
    }

    static string? Label(ReadOnlySpan<char> tag, string name)
    {
        for (int at; (at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            tag = tag[(at + name.Length)..].TrimStart();
            if (!tag.StartsWith('='))
                continue;
            var value = tag[1..].TrimStart(" \t\r\n\f\"'");
            var length = value.IndexOfAny(LabelEnds);
            if (length < 0)
                length = value.Length;
            if (length > 0)
                return value[..length].ToString();
        }

        return null;
    }
}
