using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Pages.Batch.Kernels;

/// <summary>
/// Writes what needs no escape in JSON from UTF-16 into UTF-8, eight units at a time: the characters of East Asia and their
/// punctuation, whose three bytes are shifted apart in a lane of 32 bits each and brought together, ASCII, and the letters of Europe one by one. What else comes may need an
/// escape, and stops it.
/// </summary>
internal static class JsonBytes
{
    /// <summary>A unit gives so many bytes at most.</summary>
    public const int MostOfUnit = 3;

    /// <summary>So many bytes beyond the last may be written over, though nothing of the text stands there.</summary>
    public const int Slack = 16;

    const int BytesOfFour = 12;

    /// <summary>Writes the first units of a text, up to one that may need an escape.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Where to; there is room for all of the text and <see cref="Slack"/>.</param>
    /// <param name="written">How many bytes were written.</param>
    /// <returns>How many units were written.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, (text.Length * MostOfUnit) + Slack, nameof(bytes));
        if (!Vector128.IsHardwareAccelerated)
            return WriteScalar(text, bytes, out written);
        (var at, written) = WriteBlocks(text, bytes);
        at += WriteScalar(text[at..], bytes[written..], out var rest);
        written += rest;
        return at;
    }

    /// <summary>The same one by one.</summary>
    public static int WriteScalar(ReadOnlySpan<char> text, Span<byte> bytes, out int written)
    {
        written = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (IsPlainAscii(unit))
            {
                bytes[written++] = (byte)unit;
                continue;
            }

            if (IsPlainOfTwo(unit))
            {
                WriteTwo(unit, bytes[written..]);
                written += 2;
                continue;
            }

            if (!IsPlainOfThree(unit))
                return at;
            bytes[written++] = (byte)(0xE0 | (unit >> 12));
            bytes[written++] = (byte)(0x80 | ((unit >> 6) & 0x3F));
            bytes[written++] = (byte)(0x80 | (unit & 0x3F));
        }

        return text.Length;
    }

    /// <summary>Whether a unit is written without an escape.</summary>
    public static bool IsPlain(char unit) => IsPlainAscii(unit) || IsPlainOfTwo(unit) || IsPlainOfThree(unit);

    static bool IsPlainAscii(char unit) => unit is >= ' ' and <= '~' and not '"' and not '\\';

    static bool IsPlainOfTwo(char unit) => unit is (>= '\u00C0' and <= '\u024F') or (>= '\u03B1' and <= '\u03C9') or (>= '\u0400' and <= '\u045F');

    static bool IsPlainOfThree(char unit) => unit is (>= '\u4E00' and <= '\u9FA5') or (>= '\u3001' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E') or (>= '\u2010' and <= '\u2027')
        or (>= '\u3099' and <= '\u30FF') or (>= '\u3041' and <= '\u3096') or (>= '\uAC00' and <= '\uD7A3');

    static void WriteTwo(char unit, Span<byte> bytes)
    {
        bytes[0] = (byte)(0xC0 | (unit >> 6));
        bytes[1] = (byte)(0x80 | (unit & 0x3F));
    }

    /// <summary>Writes while there is a whole block to look at and no unit stops it.</summary>
    static (int At, int Written) WriteBlocks(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref MemoryMarshal.GetReference(bytes);
        var (at, written) = (0, 0);
        while (at + Vector128<ushort>.Count <= text.Length)
        {
            var block = Vector128.LoadUnsafe(ref units, (nuint)at);
            var (low, high) = Vector128.Widen(block);
            if (Chinese(block) == Vector128<ushort>.AllBitsSet)
            {
                BytesOf(low).StoreUnsafe(ref to, (nuint)written);
                BytesOf(high).StoreUnsafe(ref to, (nuint)(written + BytesOfFour));
                at += Vector128<ushort>.Count;
                written += MostOfUnit * Vector128<ushort>.Count;
            }
            else if (Leading(Chinese(block) | OtherEastAsian(block)) is var count and > 0)
            {
                BytesOf(low).StoreUnsafe(ref to, (nuint)written);
                BytesOf(high).StoreUnsafe(ref to, (nuint)(written + BytesOfFour));
                at += count;
                written += MostOfUnit * count;
            }
            else if (Leading(PlainAscii(block)) is var ascii and > 0)
            {
                Vector128.Narrow(block, block).GetLower().StoreUnsafe(ref to, (nuint)written);
                at += ascii;
                written += ascii;
            }
            else if (IsPlainOfTwo(text[at]))
            {
                WriteTwo(text[at++], bytes[written..]);
                written += 2;
            }
            else
            {
                break;
            }
        }

        return (at, written);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Leading(Vector128<ushort> plain) => BitOperations.TrailingZeroCount(~plain.ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> Chinese(Vector128<ushort> units) =>
        In(units, '\u4E00', '\u9FA5') | In(units, '\u3001', '\u3020') | In(units, '\uFF01', '\uFF5E') | In(units, '\u2010', '\u2027');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> OtherEastAsian(Vector128<ushort> units) => In(units, '\u3099', '\u30FF') | In(units, '\u3041', '\u3096') | In(units, '\uAC00', '\uD7A3');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> PlainAscii(Vector128<ushort> units) =>
        Vector128.AndNot(In(units, ' ', '~'), Vector128.Equals(units, Vector128.Create((ushort)'"')) | Vector128.Equals(units, Vector128.Create((ushort)'\\')));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> In(Vector128<ushort> units, char first, char last) =>
        Vector128.LessThanOrEqual(units - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<byte> BytesOf(Vector128<uint> units)
    {
        var lanes = (units >>> 12) | ((units << 2) & Vector128.Create(0x3F00u)) | ((units << 16) & Vector128.Create(0x3F0000u)) | Vector128.Create(0x8080E0u);
        return Vector128.Shuffle(lanes.AsByte(), Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 0xFF, 0xFF, 0xFF, 0xFF));
    }
}
