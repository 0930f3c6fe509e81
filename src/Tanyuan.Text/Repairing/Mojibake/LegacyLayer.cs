using System.Buffers;
using System.Text;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Chinese, Japanese and Korean in its old charsets that was read in another: GBK as Latin-1 (<c>ÖÐ¹ú</c> for 中国), Big5 as GBK, GBK as Big5, and
/// so on. The lines that look damaged are turned back into bytes and read in each charset that they are valid in; the one reading that makes
/// most of them ordinary text was meant. A line is replaced only if it is ordinary then, and its bytes read the wrong way give the page back.
/// </summary>
internal static class LegacyLayer
{
    // In eighths of a bit. Ordinary text costs 75 or so a character; what is read wrongly, 150 and more.
    const int OrdinaryCost = 100;
    const int FewestCharacters = 4;

    // Where longer lines prove the damage, a heading is part of it.
    const int FewestOfProven = 2;

    // What a reading may cost, in tenths of what the page costs.
    const int WorthTenths = 6;

    // Of ordinary Chinese, nine in ten characters are among the 2,500 commonest; of what was read wrongly, hardly half.
    const int CommonTenths = 8;

    // A row of × and ÷ is no text.
    const int FewestDifferent = 6;

    const int JudgedLength = 2000;
    const char Refused = '\0';

    static readonly Encoding[] Multibyte = [Strict(936), Strict(950), Strict(932), Strict(949)];
    static readonly byte[] WesternBytes = BytesOfWindows1252();

    /// <summary>How bytes may have been read wrongly (null: each as a Western character), and how they should have been.</summary>
    static readonly Chain[] Chains =
    [
        .. Multibyte.Select(meant => new Chain(null, meant)),
        .. Multibyte.SelectMany(misread => Multibyte[..2].Where(meant => meant != misread).Select(meant => new Chain(misread, meant))),
    ];

    public static RepairedText Repair(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0)
            return RepairedText.Unchanged(text);

        var lines = Lines(text);
        var damaged = lines.FindAll(line => LooksDamaged(text.AsSpan(line.Start, line.Length)));
        if (damaged.Count == 0 || Chains.Select(chain => (Chain: chain, Gain: Gain(text, damaged, chain))).MaxBy(one => one.Gain) is not ({ } best, > 0))
            return RepairedText.Unchanged(text);

        var editor = new TextEditor(text);
        foreach (var (start, length) in lines)
        {
            if (ReadOrdinary(text.AsSpan(start, length), best, FewestOfProven, out _) is { } reading)
                editor.Replace(MojibakeRepair.Rule, start, length, reading);
        }

        return editor.ToRepairedText();
    }

    static List<(int Start, int Length)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\uFFFD');
            length = length < 0 ? text.Length - start : length;
            if (length > 0)
                lines.Add((start, length));
            start += length + 1;
        }

        return lines;
    }

    static bool LooksDamaged(ReadOnlySpan<char> line)
    {
        int han = 0, common = 0, western = 0, paired = 0, letters = 0;
        var before = false;
        foreach (var unit in line)
        {
            var isWestern = unit is >= '\u0080' and <= '\u00FF';
            western += isWestern ? 1 : 0;
            paired += isWestern && before ? 1 : 0;
            before = isWestern;
            letters += char.IsAsciiLetter(unit) ? 1 : 0;
            if (UnitClasses.Of(unit) == UnitClass.Han)
            {
                han++;
                common += UnitClasses.IsCommon(unit) ? 1 : 0;
            }
        }

        return (han >= FewestCharacters && common * 10 < han * CommonTenths)
            || (western >= 2 * FewestCharacters && paired * 2 >= western && western >= letters && Different(line) >= FewestDifferent);
    }

    static int Different(ReadOnlySpan<char> line)
    {
        var seen = new HashSet<char>();
        foreach (var unit in line)
        {
            if (unit >= 0x80)
                seen.Add(unit);
        }

        return seen.Count;
    }

    /// <summary>By how much the lines become likelier, as far as they are ordinary text then; 0 where they are not.</summary>
    static long Gain(string text, List<(int Start, int Length)> lines, Chain chain)
    {
        long gain = 0;
        var judged = 0;
        foreach (var (start, length) in lines)
        {
            judged += length;
            if (ReadOrdinary(text.AsSpan(start, length), chain, FewestCharacters, out var saved) is not null)
                gain += saved;
            if (judged > JudgedLength)
                break;
        }

        return gain;
    }

    static string? ReadOrdinary(ReadOnlySpan<char> line, Chain chain, int fewest, out long saved)
    {
        saved = 0;
        if (Read(line, chain) is not { } reading)
            return null;
        var beyond = 0;
        foreach (var unit in reading)
            beyond += unit >= 0x80 ? 1 : 0;
        var ascii = (reading.Length - beyond) * (long)CharacterModel.AsciiCost;
        var cost = CharacterModel.LeastCost(reading);
        saved = CharacterModel.LeastCost(line) - cost;
        return beyond >= fewest && cost - ascii <= beyond * (long)OrdinaryCost && cost * 10 <= (saved + cost) * WorthTenths ? reading : null;
    }

    static string? Read(ReadOnlySpan<char> line, Chain chain)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((line.Length * 2) + 2);
        try
        {
            var length = chain.Misread is null ? WesternBytesOf(line, buffer) : chain.Misread.GetBytes(line, buffer);
            var bytes = buffer.AsSpan(0, length);
            if (length == 0 || bytes.Contains((byte)Refused))
                return null;
            var reading = chain.Meant.GetString(bytes);
            if (reading.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF') >= 0 || reading.Contains(Refused, StringComparison.Ordinal))
                return null;
            var again = chain.Meant.GetBytes(reading);
            return again.AsSpan().SequenceEqual(bytes) && (chain.Misread is null || line.SequenceEqual(chain.Misread.GetString(again))) ? reading : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The bytes of a line that was read as Latin-1 or Windows-1252; none where another character is in it.</summary>
    static int WesternBytesOf(ReadOnlySpan<char> line, Span<byte> bytes)
    {
        for (var index = 0; index < line.Length; index++)
        {
            bytes[index] = WesternBytes[line[index]];
            if (bytes[index] == Refused)
                return 0;
        }

        return line.Length;
    }

    static byte[] BytesOfWindows1252()
    {
        var bytes = new byte[char.MaxValue + 1];
        for (var value = 0; value < 0x100; value++)
            bytes[value] = (byte)value;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        for (var value = 0x80; value < 0xA0; value++)
            bytes[encoding.GetString([(byte)value])[0]] = (byte)value;
        return bytes;
    }

    static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderReplacementFallback("?"), new DecoderReplacementFallback("\0"))!;

    sealed record Chain(Encoding? Misread, Encoding Meant);
}
