using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Tanyuan.Text.Decoding.Kernels;

/// <summary>
/// Checks strict UTF-8 and reads it into UTF-16, four characters of three bytes at a time, as Chinese text has them: the bytes of each are brought into one lane
/// of 32 bits and shifted together. Sixteen ASCII characters are widened at once, eight characters of two bytes are shifted in lanes of 16; what else comes is read one by one.
/// </summary>
internal static class Utf8Reading
{
    /// <summary>So many units beyond the length of the bytes may be written over, though nothing of the text stands there.</summary>
    public const int Slack = 16;

    const int BytesOfFour = 12;
    const uint FourFit = (1 << BytesOfFour) - 1;

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="units">Where to; as long as the bytes and <see cref="Slack"/>.</param>
    /// <returns>How many units were read; -1 where the bytes are no strict UTF-8.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<char> units)
    {
        if (units.Length < bytes.Length + Slack)
            throw new ArgumentException("There is no room for the text.", nameof(units));
        if (!Vector128.IsHardwareAccelerated)
            return ReadScalar(bytes, units);
        if (ReadBlocks(bytes, units) is not var (at, length))
            return -1;
        var rest = ReadScalar(bytes[at..], units[length..]);
        return rest < 0 ? -1 : length + rest;
    }

    /// <summary>The same one by one.</summary>
    public static int ReadScalar(ReadOnlySpan<byte> bytes, Span<char> units)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length;)
        {
            if (!ReadOne(bytes, units, ref at, ref length))
                return -1;
        }

        return length;
    }

    /// <summary>Whether bytes are strict UTF-8.</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var at = 0;
        while (Vector128.IsHardwareAccelerated && at + Vector128<byte>.Count <= bytes.Length)
        {
            var block = Vector128.LoadUnsafe(ref start, (nuint)at);
            var fits = FitOfThree(block);
            if (fits == FourFit)
            {
                if (AreNone(UnitsOf(block)) != Vector128<uint>.Zero)
                    return false;
                at += BytesOfFour;
            }
            else if (LeadingAscii(block) is var ascii and > 0)
            {
                at += ascii;
            }
            else if (LeadingOfThree(fits) is var count and > 0)
            {
                if (HoldsNone(UnitsOf(block), count))
                    return false;
                at += 3 * count;
            }
            else if (LeadingOfTwo(block) is var pairs and > 0)
            {
                at += 2 * pairs;
            }
            else if (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == OperationStatus.Done)
            {
                at += consumed;
            }
            else
            {
                return false;
            }
        }

        return System.Text.Unicode.Utf8.IsValid(bytes[at..]);
    }

    /// <summary>Reads while there is a whole block to look at, and returns how far; null where what is there is no UTF-8.</summary>
    static (int At, int Length)? ReadBlocks(ReadOnlySpan<byte> bytes, Span<char> units)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(units));
        var (at, length) = (0, 0);
        while (at + Vector128<byte>.Count <= bytes.Length)
        {
            var block = Vector128.LoadUnsafe(ref start, (nuint)at);
            var fits = FitOfThree(block);
            if (fits == FourFit)
            {
                var four = UnitsOf(block);
                if (AreNone(four) != Vector128<uint>.Zero)
                    return null;
                Vector128.Narrow(four, four).GetLower().StoreUnsafe(ref to, (nuint)length);
                at += BytesOfFour;
                length += 4;
            }
            else if (LeadingAscii(block) is var ascii and > 0)
            {
                var (low, high) = Vector128.Widen(block);
                low.StoreUnsafe(ref to, (nuint)length);
                high.StoreUnsafe(ref to, (nuint)(length + Vector128<ushort>.Count));
                at += ascii;
                length += ascii;
            }
            else if (LeadingOfThree(fits) is var count and > 0)
            {
                var some = UnitsOf(block);
                if (HoldsNone(some, count))
                    return null;
                Vector128.Narrow(some, some).GetLower().StoreUnsafe(ref to, (nuint)length);
                at += 3 * count;
                length += count;
            }
            else if (LeadingOfTwo(block) is var pairs and > 0)
            {
                UnitsOfPairs(block.AsUInt16()).StoreUnsafe(ref to, (nuint)length);
                at += 2 * pairs;
                length += pairs;
            }
            else
            {
                // Copies, so that the loop's own stay in registers.
                var (nextAt, nextLength) = (at, length);
                if (!ReadOne(bytes, units, ref nextAt, ref nextLength))
                    return null;
                (at, length) = (nextAt, nextLength);
            }
        }

        return (at, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static bool ReadOne(ReadOnlySpan<byte> bytes, Span<char> units, ref int at, ref int length)
    {
        if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var consumed) != OperationStatus.Done)
            return false;
        at += consumed;
        length += rune.EncodeToUtf16(units[length..]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int LeadingAscii(Vector128<byte> block) => BitOperations.TrailingZeroCount(block.ExtractMostSignificantBits() | 1u << Vector128<byte>.Count);

    /// <summary>Which of the first twelve bytes of a block are what they would be if four characters of three bytes stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint FitOfThree(Vector128<byte> block)
    {
        var bits = block & Vector128.Create((byte)0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0, 0, 0, 0);
        return Vector128.Equals(bits, Vector128.Create((byte)0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xFF, 0xFF, 0xFF, 0xFF)).ExtractMostSignificantBits();
    }

    /// <summary>How many whole characters of three bytes stand in front.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int LeadingOfThree(uint fits) => BitOperations.TrailingZeroCount(~fits) / 3;

    /// <summary>How many whole characters of two bytes stand in front. Those that begin with C0 or C1 are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int LeadingOfTwo(Vector128<byte> block)
    {
        var pairs = block.AsUInt16();
        var fits = Vector128.Equals(pairs & Vector128.Create((ushort)0xC0E0), Vector128.Create((ushort)0x80C0)) & ~Vector128.Equals(pairs & Vector128.Create((ushort)0x1E), Vector128<ushort>.Zero);
        return BitOperations.TrailingZeroCount(~fits.ExtractMostSignificantBits());
    }

    /// <summary>The units of pairs of bytes, the first of each lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<ushort> UnitsOfPairs(Vector128<ushort> pairs) => ((pairs & Vector128.Create((ushort)0x1F)) << 6) | ((pairs >>> 8) & Vector128.Create((ushort)0x3F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<uint> UnitsOf(Vector128<byte> block)
    {
        var lanes = Vector128.Shuffle(block, Vector128.Create((byte)2, 1, 0, 0xFF, 5, 4, 3, 0xFF, 8, 7, 6, 0xFF, 11, 10, 9, 0xFF)).AsUInt32();
        return (lanes & Vector128.Create(0x3Fu)) | ((lanes >>> 2) & Vector128.Create(0xFC0u)) | ((lanes >>> 4) & Vector128.Create(0xF000u));
    }

    /// <summary>Which units are no characters: they would be written shorter, or are half a surrogate pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<uint> AreNone(Vector128<uint> units) =>
        Vector128.LessThan(units, Vector128.Create(0x800u)) | Vector128.Equals(units & Vector128.Create(0xF800u), Vector128.Create(0xD800u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool HoldsNone(Vector128<uint> units, int count) => (AreNone(units).ExtractMostSignificantBits() & ((1u << count) - 1)) != 0;
}
