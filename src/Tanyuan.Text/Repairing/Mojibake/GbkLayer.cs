using System.Buffers;
using System.Globalization;
using System.Text;
using Tanyuan.Text.Decoding;
using Tanyuan.Text.Repairing.ByteSlips;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// UTF-8 that was read as GBK (<c>鐣舵梺閭婃湁浜</c> for 當旁邊有人). Each run of characters beyond ASCII is turned back into its GBK bytes; ordinary
/// Chinese text is not UTF-8 then, so a run that nearly wholly is, and reads far likelier, was damaged. GBK knows no byte
/// 80, which became U+FFFD and is put back where it completes a character; what else was lost stays U+FFFD.
/// </summary>
internal static class GbkLayer
{
    const int ShortestRun = 4;
    const int Head = 12;
    const int FewestCharacters = 3;

    // A few letters of an alphabet may be chance, as in a table of characters.
    const int FewestLetters = 12;

    // What the bytes of a unit begin: a sequence of two bytes or a longer one with the first of them, any with the second. And whether the first goes on with
    // one, or there is only one.
    const byte OfTwo = 1;
    const byte Longer = 2;
    const byte Inner = 4;
    const byte GoesOn = 8;
    const byte Alone = 16;

    /// <summary>A byte that GBK has no character for, which only 80 is among those of UTF-8.</summary>
    const short Lost = -1;

    /// <summary>The last byte of a run, lost because what follows was no trail byte: it may be any.</summary>
    const short Unknown = -2;

    /// <summary>A byte of a character that GBK does not have.</summary>
    const short Foreign = -3;

    /// <summary>For each unit what its bytes may be in UTF-8.</summary>
    static readonly byte[] Beginnings = MakeBeginnings();

    /// <summary>Of that, what the first of its bytes begins: nearly every run is told by it.</summary>
    static readonly UnitKinds FirstBytes = new(Array.ConvertAll(Beginnings, beginning => (byte)(beginning & (OfTwo | Longer))));

    public static RepairedText Repair(string text)
    {
        var editor = new TextEditor(text);
        Span<short> head = stackalloc short[2 * Head];
        for (var at = 0; at < text.Length;)
        {
            var start = text.AsSpan(at).IndexOfAnyExceptInRange('\0', '\u007F');
            if (start < 0)
                break;
            at += start;
            var length = text.AsSpan(at).IndexOfAnyInRange('\0', '\u007F');
            var run = length < 0 ? text.AsSpan(at) : text.AsSpan(at, length);
            if (run.Length >= ShortestRun && MayBeUtf8(run[..Math.Min(run.Length, Head)], head) && Read(run) is { } reading)
                editor.Replace(MojibakeRepair.Rule, at, run.Length, reading);
            at += run.Length;
        }

        return editor.ToRepairedText();
    }

    /// <summary>Whether the head of a run begins as UTF-8 would: it spares ordinary text the rest.</summary>
    static bool MayBeUtf8(ReadOnlySpan<char> head, Span<short> buffer)
    {
        // Of sequences that follow each other at least every other one begins with the first byte of a unit.
        var (longer, two) = (0, 0);
        foreach (var unit in head)
        {
            var first = FirstBytes.Of(unit);
            longer += first & Longer;
            two += first & OfTwo;
        }

        if ((longer == 0 && two * 5 < head.Length * 2) || MostSequences(head, out var alone) * 5 < (2 * head.Length) - alone)
            return false;

        var bytes = buffer[..BytesOf(head, buffer)];
        var sequences = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Sequence(bytes[at..], out _);
            sequences += length > 0 ? 1 : 0;
            at += Math.Max(1, length);
        }

        return sequences * 5 >= bytes.Length;
    }

    /// <summary>No more sequences than that can be read.</summary>
    static int MostSequences(ReadOnlySpan<char> head, out int alone)
    {
        var (most, before) = (0, 0);
        alone = 0;
        foreach (var unit in head)
        {
            int own = Beginnings[unit];
            alone += own / Alone;
            most += (own & OfTwo) + ((own / GoesOn) & ((before / Longer) | (before / Inner)) & 1);
            before = own;
        }

        return most;
    }

    static byte[] MakeBeginnings()
    {
        var beginnings = new byte[char.MaxValue + 1];
        for (var unit = 0x80; unit < beginnings.Length; unit++)
        {
            var pair = GbkPairs.Table.EncodeAny((char)unit);
            var (first, second) = (pair >> 8, pair & 0xFF);
            if (second is >= 0x80 and <= 0xBF)
                beginnings[unit] = first switch { >= 0xE0 and <= 0xF4 => Longer, >= 0xC2 and <= 0xDF => OfTwo, _ => 0 };
            beginnings[unit] |= (byte)((second is >= 0xC2 and <= 0xF4 ? Inner : 0) | (first is >= 0x80 and <= 0xBF ? GoesOn : 0));
        }

        beginnings['\uFFFD'] = beginnings['€'] = Longer | GoesOn | Alone;
        return beginnings;
    }

    static string? Read(ReadOnlySpan<char> run)
    {
        // The first Han character of nearly all damaged text is one of those that the lead bytes E3 to E9 begin.
        if (run.IndexOfAnyInRange('\u4E00', '\u9FFF') < 0)
            return null;

        var buffer = ArrayPool<short>.Shared.Rent(2 * run.Length);
        var text = Read(buffer.AsSpan(0, BytesOf(run, buffer)));
        ArrayPool<short>.Shared.Return(buffer);
        if (text is null)
            return null;

        var broken = text.AsSpan().Count('\uFFFD');
        return CharacterModel.LeastCost(text) - (broken * CharacterModel.NoiseCost) < CharacterModel.LeastCost(run) * 6 / 10 ? text : null;
    }

    static string? Read(ReadOnlySpan<short> bytes)
    {
        // No character has more units than bytes.
        var reading = ArrayPool<char>.Shared.Rent(bytes.Length);
        var text = reading.AsSpan(0, Read(bytes, reading, out var whole));
        var isText = text.ContainsAnyInRange('\u2E80', '\uFFEF') || (!text.IsEmpty && whole >= FewestLetters && !ContainsUnassigned(text));
        var result = isText ? text.ToString() : null;
        ArrayPool<char>.Shared.Return(reading);
        return result;
    }

    /// <summary>Reads bytes, and returns how many units they give; 0 where they are hardly UTF-8.</summary>
    static int Read(ReadOnlySpan<short> bytes, Span<char> reading, out int whole)
    {
        var (written, broken) = (0, 0);
        whole = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Sequence(bytes[at..], out var rune);
            if (length > 0)
            {
                written += rune.EncodeToUtf16(reading[written..]);
                whole++;
                at += length;
                continue;
            }

            // A character that a lost byte broke becomes one U+FFFD. Too many of them, and nothing that may follow makes up for it.
            reading[written++] = '\uFFFD';
            broken++;
            at++;
            while (at < bytes.Length && (bytes[at] is Lost or Unknown or (>= 0x80 and <= 0xBF)))
                at++;
            if (broken * 8 > whole + ((bytes.Length - at) / 2) + 8)
                return 0;
        }

        return whole < FewestCharacters || broken * 8 > whole + 8 ? 0 : written;
    }

    static bool ContainsUnassigned(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (char.GetUnicodeCategory(unit) == UnicodeCategory.OtherNotAssigned)
                return true;
        }

        return false;
    }

    /// <summary>Writes the bytes of a run, at most two for a unit, and returns how many.</summary>
    static int BytesOf(ReadOnlySpan<char> run, Span<short> bytes)
    {
        var length = 0;
        foreach (var unit in run)
        {
            if (unit is '\uFFFD' or '€')
            {
                bytes[length++] = unit == '€' ? (short)0x80 : Lost;
                continue;
            }

            var pair = GbkPairs.Table.EncodeAny(unit);
            bytes[length++] = pair == 0 ? Foreign : (short)(pair >> 8);
            bytes[length++] = pair == 0 ? Foreign : (short)(pair & 0xFF);
        }

        if (bytes[length - 1] == Lost)
            bytes[length - 1] = Unknown;
        return length;
    }

    /// <summary>Reads the UTF-8 sequence that bytes begin with; a lost byte counts as 80.</summary>
    static int Sequence(ReadOnlySpan<short> bytes, out Rune rune)
    {
        rune = default;
        var length = Utf8Sequence.LengthOf(bytes[0]);
        if (length == 0 || length > bytes.Length)
            return 0;
        Span<byte> sequence = stackalloc byte[Utf8Sequence.Longest];
        sequence[0] = (byte)bytes[0];
        for (var inner = 1; inner < length; inner++)
        {
            if (bytes[inner] is not (Lost or (>= 0x80 and <= 0xBF)))
                return 0;
            sequence[inner] = bytes[inner] == Lost ? (byte)0x80 : (byte)bytes[inner];
        }

        return Utf8Sequence.TryRead(sequence[..length], out rune) ? length : 0;
    }
}
