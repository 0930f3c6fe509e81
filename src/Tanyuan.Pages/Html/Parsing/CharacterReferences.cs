using System.Globalization;
using System.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// Resolves character references as the HTML standard does: all 2,231 names, the 106 of them that need no semicolon, numbers with the
/// Windows-1252 reading of the C1 range. What resolves to nothing stays as it was written. NULs in text are left out.
/// </summary>
internal static partial class CharacterReferences
{
    const int LongestName = 32;
    const int LongestOpenName = 6;

    /// <summary>What the references 128 to 159 mean.</summary>
    const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    static readonly Lazy<Dictionary<string, string>> Names = new(ReadNames);

    /// <summary>A text with its references resolved.</summary>
    /// <param name="text">The text as the page has it.</param>
    /// <param name="inAttribute">Whether it is an attribute's value, where an open name before a letter or an equals sign is none.</param>
    public static string Resolve(ReadOnlySpan<char> text, bool inAttribute)
    {
        var next = text.IndexOf('&');
        if (next < 0)
            return text.ToString();
        var resolved = new StringBuilder(text.Length);
        while (next >= 0)
        {
            resolved.Append(text[..next]);
            text = text[next..];
            var length = Read(text, inAttribute, resolved);
            if (length == 0)
            {
                resolved.Append('&');
                length = 1;
            }

            text = text[length..];
            next = text.IndexOf('&');
        }

        return resolved.Append(text).ToString();
    }

    /// <summary>Reads the reference that a text begins with; returns its length, or 0 where it begins with none.</summary>
    static int Read(ReadOnlySpan<char> text, bool inAttribute, StringBuilder resolved)
    {
        if (text.Length < 2)
            return 0;
        if (text[1] == '#')
            return ReadNumber(text, resolved);
        if (text.StartsWith("&nbsp;"))
        {
            resolved.Append('\u00A0');
            return 6;
        }

        var length = 1;
        while (length < text.Length && length <= LongestName && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        if (length == 1)
            return 0;
        var names = Names.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (length < text.Length && text[length] == ';' && names.TryGetValue(text[1..(length + 1)], out var value))
        {
            resolved.Append(value);
            return length + 1;
        }

        for (var end = Math.Min(length, LongestOpenName + 1); end > 2; end--)
        {
            if (!names.TryGetValue(text[1..end], out value))
                continue;
            if (inAttribute && end < text.Length && (text[end] == '=' || char.IsAsciiLetterOrDigit(text[end])))
                return 0;
            resolved.Append(value);
            return end;
        }

        return 0;
    }

    static int ReadNumber(ReadOnlySpan<char> text, StringBuilder resolved)
    {
        var isHexadecimal = text.Length > 2 && text[2] is 'x' or 'X';
        var index = isHexadecimal ? 3 : 2;
        var first = index;
        var number = 0;
        for (; index < text.Length && (isHexadecimal ? char.IsAsciiHexDigit(text[index]) : char.IsAsciiDigit(text[index])); index++)
        {
            var digit = text[index] <= '9' ? text[index] - '0' : (text[index] | 0x20) - 'a' + 10;
            number = Math.Min(0x110000, (number * (isHexadecimal ? 16 : 10)) + digit);
        }

        if (index == first)
            return 0;
        if (number is >= 0x80 and <= 0x9F)
            resolved.Append(Windows1252[number - 0x80]);
        else if (number == 0 || !Rune.IsValid(number))
            resolved.Append('\uFFFD');
        else
            resolved.Append(new Rune(number));
        return index < text.Length && text[index] == ';' ? index + 1 : index;
    }

    static Dictionary<string, string> ReadNames()
    {
        var names = new Dictionary<string, string>(2_300, StringComparer.Ordinal);
        foreach (var entry in Table.AsSpan().Split(' '))
        {
            var pair = Table.AsSpan(entry);
            var equals = pair.IndexOf('=');
            var name = pair[..equals];
            var value = pair[(equals + 1)..];
            var plus = value.IndexOf('+');
            var text = plus < 0 ? Character(value) : Character(value[..plus]) + Character(value[(plus + 1)..]);
            names.Add(name.ToString(), text);
        }

        return names;
    }

    static string Character(ReadOnlySpan<char> hexadecimal) => new Rune(int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
}
