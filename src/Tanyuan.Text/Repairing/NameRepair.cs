using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Repairing.Mojibake;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// Repairs the names of files and folders, part by part of a path: names that a downloader or an unpacker escaped (<c>%E6%A1%A5.html</c>,
/// <c>#U6865.txt</c>), and names that a program read in the wrong charset. Archives made on Chinese systems are the usual cause: their names
/// are GBK, and elsewhere they are unpacked as if they were code page 437 (<c>╓╨╬─.txt</c> for 中文.txt). A name is too short for the
/// evidence that running text gives, so a reading must be made of common characters throughout, and its bytes must give the name back.
/// </summary>
internal static partial class NameRepair
{
    const string EscapeRule = "name-escape";

    const int FewestCharacters = 2;

    // What a reading may cost, in tenths of what the name costs.
    const int WorthTenths = 8;

    // By how much, 8 bits, a rarer charset must read better than a commoner one that comes before it.
    const int Preference = 64;

    static readonly SearchValues<char> PartEnds = SearchValues.Create("/\\");

    static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>How unpackers read the bytes of a name that are no UTF-8: the code pages of DOS, Windows and the Macintosh.</summary>
    static readonly Encoding[] Misreadings = [Strict(437), Encoding.Latin1, Strict(1252), Strict(850), Strict(10000)];

    /// <summary>What the bytes were meant as, the likeliest first; UTF-8 by its form alone.</summary>
    static readonly OldCharset[] Meant = [OldCharset.Utf8, OldCharset.Gbk, OldCharset.Big5, OldCharset.ShiftJis, OldCharset.EucKr];

    public static RepairedText Repair(string name) => RepairedText.Unchanged(name).Then(Unescape).Then(RepairParts);

    static RepairedText Unescape(string name)
    {
        var editor = new TextEditor(name);
        foreach (Match match in Escaped().Matches(name))
        {
            if (Unescaped(match.Value) is { } reading && reading.Any(unit => unit >= 0x80) && !reading.Any(CharacterModel.IsRareEverywhere))
                editor.Replace(EscapeRule, match.Index, match.Length, reading);
        }

        return editor.ToRepairedText();
    }

    static string? Unescaped(string escapes)
    {
        try
        {
            return escapes[0] == '%' && escapes[1] is not ('u' or 'U')
                ? StrictUtf8.GetString(Convert.FromHexString(escapes.Replace("%", "", StringComparison.Ordinal)))
                : string.Concat(Enumerable.Range(0, escapes.Length / 6).Select(unit => (char)Convert.ToUInt16(escapes.Substring((unit * 6) + 2, 4), 16)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static RepairedText RepairParts(string name)
    {
        if (Ascii.IsValid(name))
            return RepairedText.Unchanged(name);

        var editor = new TextEditor(name);
        for (var start = 0; start < name.Length;)
        {
            var length = name.AsSpan(start).IndexOfAny(PartEnds);
            length = length < 0 ? name.Length - start : length;
            editor.Replace(MojibakeRepair.Rule, start, length, RepairPart(name.Substring(start, length)));
            start += length + 1;
        }

        return editor.ToRepairedText();
    }

    static string RepairPart(string part)
    {
        if (Ascii.IsValid(part))
            return part;
        return ReadAgain(part) ?? MojibakeRepair.Repair(part).Text;
    }

    /// <summary>The likeliest name in another charset, or null where none is made of common characters.</summary>
    static string? ReadAgain(string part)
    {
        string? best = null;
        var worth = CharacterModel.LeastCost(part) * WorthTenths / 10;
        var least = long.MaxValue;
        foreach (var misreading in Misreadings)
        {
            var bytes = misreading.GetBytes(part);
            if (bytes.AsSpan().Contains((byte)0) || !StandTogether(bytes))
                continue;
            foreach (var meant in Meant)
            {
                var reading = meant.Read(bytes);
                if (!IsName(reading) || !meant.Write(reading).AsSpan().SequenceEqual(bytes) || misreading.GetString(bytes) != part)
                    continue;
                var cost = CharacterModel.LeastCost(reading);
                if (cost <= worth && meant == OldCharset.Utf8)
                    return reading;
                if (cost < least - Preference)
                    (best, least) = (reading, cost);
            }
        }

        return least <= worth ? best : null;
    }

    /// <summary>Whether most bytes beyond ASCII have another beside them, as in double-byte text; accented letters hardly ever do.</summary>
    static bool StandTogether(byte[] bytes)
    {
        int beyond = 0, together = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] < 0x80)
                continue;
            beyond++;
            together += (at > 0 && bytes[at - 1] >= 0x80) || (at + 1 < bytes.Length && bytes[at + 1] >= 0x80) ? 1 : 0;
        }

        return beyond >= 2 * FewestCharacters && together * 2 >= beyond;
    }

    static bool IsName(string reading)
    {
        var letters = 0;
        foreach (var unit in reading)
        {
            if (unit < 0x80)
                continue;
            var isLetter = (UnitClasses.Of(unit) == UnitClass.Han && UnitClasses.IsCommon(unit)) || unit is (>= '\u3041' and <= '\u30FE') or (>= '\uAC00' and <= '\uD7A3');
            if (!isLetter && unit is not ((>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E') or '·' or '—' or '“' or '”' or '‘' or '’' or '…'))
                return false;
            letters += isLetter ? 1 : 0;
        }

        return letters >= FewestCharacters;
    }

    static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderReplacementFallback("\0"), new DecoderReplacementFallback("\0"))!;

    [GeneratedRegex("(?:%[0-9A-Fa-f]{2})+|(?:#[Uu][0-9A-Fa-f]{4})+|(?:%[Uu][0-9A-Fa-f]{4})+", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
