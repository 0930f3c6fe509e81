using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Repairing;

/// <summary>
/// UTF-8 that was read as GBK (<c>鐣舵梺閭婃湁浜</c> for 當旁邊有人). Each run of characters beyond ASCII is turned back into its GBK bytes; ordinary
/// Chinese text is not UTF-8 then, so a run that nearly wholly is, and reads far likelier, was damaged. GBK knows no byte
/// 80, which became U+FFFD and is put back where it completes a character; what else was lost stays U+FFFD.
/// </summary>
internal static class GbkLayer
{
    const int ShortestRun = 4;
    const int Head = 12;

    /// <summary>A byte that GBK has no character for, which only 80 is among those of UTF-8.</summary>
    const short Lost = -1;

    /// <summary>The last byte of a run, lost because what follows was no trail byte: it may be any.</summary>
    const short Unknown = -2;

    public static RepairedText Repair(string text)
    {
        var editor = new TextEditor(text);
        for (var at = 0; at < text.Length;)
        {
            if (!IsRun(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && IsRun(text[end]))
                end++;
            if (end - at >= ShortestRun && MayBeUtf8(text.AsSpan(at, Math.Min(end - at, Head))) && Read(text.AsSpan(at, end - at)) is { } reading)
                editor.Replace(MojibakeRepair.Rule, at, end - at, reading);
            at = end;
        }

        return editor.ToRepairedText();
    }

    static bool IsRun(char unit) => unit >= 0x80;

    /// <summary>Whether the head of a run begins as UTF-8 would: it spares ordinary text the rest.</summary>
    static bool MayBeUtf8(ReadOnlySpan<char> head)
    {
        var bytes = BytesOf(head);
        var sequences = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Sequence(bytes.AsSpan(at), out _);
            sequences += length > 0 ? 1 : 0;
            at += Math.Max(1, length);
        }

        return sequences * 5 >= bytes.Length;
    }

    static string? Read(ReadOnlySpan<char> run)
    {
        // The first Han character of nearly all damaged text is one of those that the lead bytes E3 to E9 begin.
        if (run.IndexOfAnyInRange('\u4E00', '\u9FFF') < 0)
            return null;
        var bytes = BytesOf(run);
        var reading = new StringBuilder(run.Length);
        var (whole, broken) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            var length = Sequence(bytes.AsSpan(at), out var rune);
            if (length > 0)
            {
                reading.Append(rune);
                whole++;
                at += length;
                continue;
            }

            // A character that a lost byte broke becomes one U+FFFD.
            reading.Append('\uFFFD');
            broken++;
            at++;
            while (at < bytes.Length && (bytes[at] is Lost or Unknown or (>= 0x80 and <= 0xBF)))
                at++;
        }

        if (whole < 3 || broken * 8 > whole + 8)
            return null;
        var text = reading.ToString();
        return CharacterModel.LeastCost(text) - (broken * CharacterModel.NoiseCost) < CharacterModel.LeastCost(run) * 6 / 10 ? text : null;
    }

    static short[] BytesOf(ReadOnlySpan<char> run)
    {
        var bytes = new List<short>(run.Length * 2);
        Span<byte> pair = stackalloc byte[8];
        Span<char> units = stackalloc char[2];
        foreach (var rune in run.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD)
            {
                bytes.Add(Lost);
                continue;
            }

            if (rune.Value == '€')
            {
                bytes.Add(0x80);
                continue;
            }

            var length = Charset.Gb18030.Encoding.GetBytes(units[..rune.EncodeToUtf16(units)], pair);
            foreach (var value in pair[..length])
                bytes.Add(value);
        }

        if (bytes[^1] == Lost)
            bytes[^1] = Unknown;
        return [.. bytes];
    }

    /// <summary>Reads the UTF-8 sequence that bytes begin with; a lost byte counts as 80.</summary>
    static int Sequence(ReadOnlySpan<short> bytes, out Rune rune)
    {
        rune = Rune.ReplacementChar;
        var length = bytes[0] switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || length > bytes.Length)
            return 0;
        Span<byte> sequence = stackalloc byte[4];
        if (bytes[..length].Contains(Unknown))
            return 0;
        for (var i = 0; i < length; i++)
            sequence[i] = bytes[i] == Lost ? (byte)0x80 : (byte)bytes[i];
        return Rune.DecodeFromUtf8(sequence[..length], out rune, out var consumed) == System.Buffers.OperationStatus.Done && consumed == length ? length : 0;
    }
}
