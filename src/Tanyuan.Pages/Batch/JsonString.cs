using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Pages.Batch.Kernels;

namespace Tanyuan.Pages.Batch;

/// <summary>
/// Writes a text as the JSON string that <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> makes of it, in one pass: what plainly needs no escape is written by a
/// kernel, what the encoder makes of the lower units, which text read in a wrong charset is full of, is asked once, and only the rest is left to it.
/// </summary>
internal static class JsonString
{
    const int MostOfEscaped = 6;

    // Behind the text stands a quotation mark.
    const int Slack = JsonBytes.Slack + 1;

    // Signs and letters, and beyond them the arrows, of which texts have few.
    const char FirstUnknown = '\u2190';
    const char FirstBeyondAscii = '\u0080';

    const int BitsOfBytes = 56;

    /// <summary>For each of the lower units the bytes that stand for it, the first one lowest, and above them how many; 0 where nothing was asked yet.</summary>
    static readonly ulong[] Known = new ulong[FirstUnknown];

    /// <summary>Writes a text as the next value.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((text.Length * JsonBytes.MostOfUnit) + Slack + 1);
        var length = 0;
        bytes[length++] = (byte)'"';
        while (true)
        {
            text = text[JsonBytes.Write(text, bytes.AsSpan(length), out var written)..];
            length += written;
            if (text.IsEmpty)
                break;
            text = text[(text[0] < FirstUnknown ? WriteKnown(text, ref bytes, ref length) : WriteEscaped(text, ref bytes, ref length))..];
        }

        bytes[length++] = (byte)'"';
        writer.WriteRawValue(bytes.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Writes a lower unit and those beyond ASCII that follow it, and returns how many.</summary>
    static int WriteKnown(ReadOnlySpan<char> text, ref byte[] bytes, ref int length)
    {
        var at = 0;
        do
        {
            MakeRoom(ref bytes, length, text.Length - at, 1);
            ref var place = ref Known[text[at]];
            var known = Volatile.Read(ref place);
            if (known == 0)
                Volatile.Write(ref place, known = Ask(text[at]));
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(length), known);
            length += (int)(known >> BitsOfBytes);
            at++;
        }
        while (at < text.Length && text[at] is >= FirstBeyondAscii and < FirstUnknown);
        return at;
    }

    static ulong Ask(char unit)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes.Clear();
        var length = Encode([unit], bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) | ((ulong)length << BitsOfBytes);
    }

    /// <summary>Writes what the encoder makes of the units that are not plain, and returns how many. Half a pair is no plain unit: pairs stay whole.</summary>
    static int WriteEscaped(ReadOnlySpan<char> text, ref byte[] bytes, ref int length)
    {
        var escaped = 1;
        while (escaped < text.Length && text[escaped] >= FirstUnknown && !JsonBytes.IsPlain(text[escaped]))
            escaped++;
        MakeRoom(ref bytes, length, text.Length, escaped);
        length += Encode(text[..escaped], bytes.AsSpan(length));
        return escaped;
    }

    static int Encode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var units = ArrayPool<char>.Shared.Rent(text.Length * MostOfEscaped);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text, units, out _, out var length);
        var written = Encoding.UTF8.GetBytes(units.AsSpan(0, length), bytes);
        ArrayPool<char>.Shared.Return(units);
        return written;
    }

    /// <summary>Makes room for units of which the first so many are escaped.</summary>
    static void MakeRoom(ref byte[] bytes, int length, int units, int escaped)
    {
        if (bytes.Length - length >= ((units - escaped) * JsonBytes.MostOfUnit) + (escaped * MostOfEscaped) + Slack)
            return;
        var grown = ArrayPool<byte>.Shared.Rent(length + (units * MostOfEscaped) + Slack);
        bytes.AsSpan(0, length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = grown;
    }
}
