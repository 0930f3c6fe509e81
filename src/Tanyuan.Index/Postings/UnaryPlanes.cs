using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Tanyuan.Index.Kernels;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What 256 numbers have above their lowest bits, in unary: a plane that has a bit for each number, whether there is any; a second one with a bit for each that has a one in the
/// first, whether there is more; a third in the same way for the second; then for each that has a one in the third how much more, as so many zeros and a one. With the lowest bits packed apart
/// this is Rice's code (Rice and Plaunt, 1971), hardly longer than what there is to know of documents at random, but most of it is read in a few words at once.
/// </summary>
static class UnaryPlanes
{
    /// <summary>Lowest bits are fewer, so that numbers stay below 2^31.</summary>
    internal const int WidthLimit = 20;

    const int Length = LanePacking.Length;
    const int WordBits = 64;
    const int Words = SelectedNumbers.Words;
    const int Planes = 3;

    // How many bits a window has at least.
    const int SafeBits = 56;

    /// <summary>Which width of the lowest bits makes the numbers smallest, and how many bits the rest has then.</summary>
    internal static (int Width, long Bits) CheapestWidth(ReadOnlySpan<uint> values)
    {
        // The best one is near the logarithm of the mean: it is looked for from above.
        var width = Math.Min(31, BitOperations.Log2((WideNumbers.SumAbove(values, 0) / Length) + 1) + 1);
        var bits = Length + (long)WideNumbers.SumAbove(values, width);
        for (; width > 0; width--)
        {
            var narrower = Length + (long)WideNumbers.SumAbove(values, width - 1);
            if (narrower >= bits + Length)
                break;
            bits = narrower;
        }

        return (width, bits);
    }

    /// <summary>Writes what 256 numbers have above the lowest bits, filled up to a byte; returns how many bytes that took.</summary>
    [SkipLocalsInit]
    internal static int Write(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        // Few have anything there.
        Span<int> places = stackalloc int[Length];
        places = places[..Threshold.Select(values, 1u << width, places)];
        Span<uint> above = stackalloc uint[Length];
        above = above[..places.Length];
        var bits = (long)Length;
        for (var i = 0; i < above.Length; i++)
        {
            above[i] = (values[places[i]] >> width) - 1;
            bits += above[i] + 1;
        }

        target[..(int)((bits + 7) / 8)].Clear();
        foreach (var place in places)
            SetBit(target, place);

        var bit = Length;
        for (var plane = 1; plane < Planes; plane++)
        {
            var ones = 0;
            foreach (var value in above)
            {
                var isMore = Unsafe.BitCast<bool, byte>(value > 0);
                target[bit >> 3] |= (byte)(isMore << (bit & 7));
                bit++;
                above[ones] = value - 1;
                ones += isMore;
            }

            above = above[..ones];
        }

        foreach (var value in above)
        {
            bit += (int)value;
            SetBit(target, bit++);
        }

        return (bit + 7) / 8;
    }

    /// <summary>Adds to the lowest bits of 256 numbers what they have above these, and moves on behind it; returns a number that none of them exceeds.</summary>
    [SkipLocalsInit]
    internal static uint Read(SealedFile file, ref long offset, long end, int width, Span<uint> values)
    {
        var length = (int)Math.Min(end - offset, PatchedNumbers.LongestWritten);
        if (length < Length / 8)
            throw file.Corrupt(offset, "a block of numbers is longer than what holds it");

        // Where there is more in the file behind it, a window can be read to the very end.
        var bytes = file.GetSpan(offset, (int)Math.Min(length + sizeof(ulong), file.Length - offset));
        Span<ulong> planes = stackalloc ulong[Planes * Words];
        for (var word = 0; word < Words; word++)
            planes[word] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(word * sizeof(ulong))..]);

        var bit = (long)Length;
        for (var word = Words; word < planes.Length; word++)
        {
            var before = planes[word - Words];
            planes[word] = SelectedNumbers.Spread(Bits(bytes, bit, BitOperations.PopCount(before)), before);
            bit += BitOperations.PopCount(before);
        }

        // Of three planes, each of which has only numbers of the one before, the second has the upper bit of how many select a number.
        Span<ulong> lower = stackalloc ulong[Words];
        for (var word = 0; word < Words; word++)
            lower[word] = planes[word] ^ planes[Words + word] ^ planes[(2 * Words) + word];
        SelectedNumbers.Add(values, lower, planes[Words..(2 * Words)], width);
        var more = ReadMore(bytes, ref bit, planes[^Words..], width, values);
        var most = ((more + Planes + 1) << width) - 1;
        if (bit > 8L * length || most >= int.MaxValue)
            throw file.Corrupt(offset, "a block of numbers is longer than what holds it, or a number too large");
        offset += (bit + 7) / 8;
        return (uint)most;
    }

    // Returns the most that any has. Places are found by their rank, so that none waits for the one before it.
    static long ReadMore(ReadOnlySpan<byte> bytes, ref long bit, ReadOnlySpan<ulong> selected, int width, Span<uint> values)
    {
        var (first, second, third) = (BitOperations.PopCount(selected[0]), BitOperations.PopCount(selected[1]), BitOperations.PopCount(selected[2]));
        (second, third) = (first + second, first + second + third);
        Span<int> before = [0, first, second, third];
        var count = third + BitOperations.PopCount(selected[3]);
        var (next, most, window) = (bit, 0L, 0UL);
        for (var i = 0; i < count; i++)
        {
            if (window == 0)
                window = BitReader.Window(bytes, next);
            long zeros = BitOperations.TrailingZeroCount(window);
            if (window == 0)
                zeros = CountZeros(bytes, next);
            else
                window = window >> (int)zeros >> 1;
            next += zeros + 1;

            var word = (i >= first ? 1 : 0) + (i >= second ? 1 : 0) + (i >= third ? 1 : 0);
            var place = (WordBits * word) + BitOperations.TrailingZeroCount(SelectedNumbers.Spread(1UL << (i - before[word]), selected[word]));
            values[place] += (uint)zeros << width;
            most = Math.Max(most, zeros);
        }

        bit = next;
        return most;
    }

    // From a bit on, of zeros that fill a window.
    static long CountZeros(ReadOnlySpan<byte> bytes, long bit)
    {
        var next = bit;
        ulong window;
        while ((window = BitReader.Window(bytes, next)) == 0 && next < 8L * bytes.Length)
            next += SafeBits;
        return next + BitOperations.TrailingZeroCount(window) - bit;
    }

    // Above them there may be others.
    static ulong Bits(ReadOnlySpan<byte> bytes, long bit, int count)
    {
        var window = BitReader.Window(bytes, bit);
        return count <= SafeBits ? window : (window & ((1UL << SafeBits) - 1)) | (BitReader.Window(bytes, bit + SafeBits) << SafeBits);
    }

    static void SetBit(Span<byte> target, int bit) => target[bit >> 3] |= (byte)(1 << (bit & 7));
}
