using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Kernels;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What numbers have above their lowest bits, in unary: a plane that has a bit for each number, whether there is any; a second one with a bit for each that has a one in the
/// first, whether there is more; and so on to the seventh; then for each that has a one there how much more, as so many zeros and a one. With the lowest bits packed apart
/// this is Rice's code (Rice and Plaunt, 1971), hardly longer than what there is to know of documents at random, but nearly all of it is read a plane at a time.
/// </summary>
static class UnaryPlanes
{
    /// <summary>Lowest bits are fewer, so that numbers stay below 2^28.</summary>
    internal const int WidthLimit = 20;

    /// <summary>The most that a number can have above its lowest bits.</summary>
    internal const int MostAbove = byte.MaxValue;

    /// <summary>How many bytes are loaded behind the last at most; where there are fewer, what there is is copied.</summary>
    internal const int LoadedBehind = PlaneBytes;

    const int Words = SelectedNumbers.Words;
    const int Planes = SelectedNumbers.Planes;
    const int WordBits = 64;

    // As many bits as all planes can have, and what is loaded behind the last.
    const int PlaneBytes = (Planes * LanePacking.Length / 8) + (2 * sizeof(ulong));

    /// <summary>Which width of the lowest bits makes the numbers smallest, and how many bits the rest has then.</summary>
    internal static (int Width, long Bits) CheapestWidth(ReadOnlySpan<uint> values)
    {
        // The best one is near the logarithm of the mean: it is looked for from above.
        var width = Math.Min(31, BitOperations.Log2((WideNumbers.SumAbove(values, 0) / (uint)values.Length) + 1) + 1);
        var bits = values.Length + (long)WideNumbers.SumAbove(values, width);
        for (; width > 0; width--)
        {
            var narrower = values.Length + (long)WideNumbers.SumAbove(values, width - 1);
            if (narrower >= bits + values.Length)
                break;
            bits = narrower;
        }

        return (width, bits);
    }

    /// <summary>Writes what up to 256 numbers have above the lowest bits, filled up to a byte; returns how many bytes that took.</summary>
    [SkipLocalsInit]
    internal static int Write(ReadOnlySpan<uint> values, int width, Span<byte> target)
    {
        Span<uint> above = stackalloc uint[LanePacking.Length];
        above = above[..values.Length];
        var bits = (long)values.Length;
        for (var i = 0; i < above.Length; i++)
            bits += above[i] = values[i] >> width;

        target[..(int)((bits + 7) / 8)].Clear();
        var bit = 0;
        for (var plane = 0; plane < Planes; plane++)
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
            target[bit >> 3] |= (byte)(1 << (bit & 7));
            bit++;
        }

        return (bit + 7) / 8;
    }

    /// <summary>Reads what numbers have above their lowest bits.</summary>
    /// <param name="bytes">What to read from: it may go on behind the numbers.</param>
    /// <param name="above">As many as there are numbers, and room for 256; behind them there are zeros.</param>
    /// <param name="count">How many numbers.</param>
    /// <param name="most">The most that any of them has.</param>
    /// <returns>How many bytes that took, which may be more than there are where they make no sense; −1 where a number has too much.</returns>
    [SkipLocalsInit]
    internal static int Read(ReadOnlySpan<byte> bytes, Span<byte> above, int count, out int most)
    {
        // Planes are loaded without asking where the bytes end: at the end of a file they are copied first.
        scoped var loaded = bytes;
        if (bytes.Length < PlaneBytes)
        {
            Span<byte> padded = stackalloc byte[PlaneBytes];
            padded.Clear();
            bytes.CopyTo(padded);
            loaded = padded;
        }

        ref var start = ref MemoryMarshal.GetReference(loaded);
        Span<ulong> planes = stackalloc ulong[Planes * Words];
        planes.Clear();
        for (var (word, left) = (0, count); left > 0; word++, left -= WordBits)
            planes[word] = Bits(ref start, word * WordBits) & (left < WordBits ? (1UL << left) - 1 : ulong.MaxValue);

        var bit = count;
        for (var word = Words; word < planes.Length; word++)
        {
            var before = planes[word - Words];
            planes[word] = SelectedNumbers.Spread(Bits(ref start, bit), before);
            bit += BitOperations.PopCount(before);
        }

        most = Planes;
        SelectedNumbers.Count(planes, above);
        if ((planes[^4] | planes[^3] | planes[^2] | planes[^1]) != 0)
        {
            most = ReadMore(bytes, ref bit, planes[^Words..], above);
            if (most < 0)
                return -1;
        }

        return (bit + 7) / 8;
    }

    // What those that are in all planes have more, zeros and a one each; returns the most that any has then.
    static int ReadMore(ReadOnlySpan<byte> bytes, ref int bit, ReadOnlySpan<ulong> selected, Span<byte> above)
    {
        var most = Planes;
        for (var word = 0; word < Words; word++)
        {
            for (var places = selected[word]; places != 0; places &= places - 1)
            {
                var zeros = CountZeros(bytes, bit);
                if (Planes + zeros > MostAbove)
                    return -1;

                bit += zeros + 1;
                above[(word * WordBits) + BitOperations.TrailingZeroCount(places)] = (byte)(Planes + zeros);
                most = Math.Max(most, Planes + zeros);
            }
        }

        return most;
    }

    // From a bit on; behind the end there are no ones.
    static int CountZeros(ReadOnlySpan<byte> bytes, int bit)
    {
        const int SafeBits = 56;
        for (var zeros = 0; zeros <= MostAbove; zeros += SafeBits)
        {
            var window = BitReader.Window(bytes, bit + zeros);
            if (window != 0)
                return zeros + BitOperations.TrailingZeroCount(window);
        }

        return MostAbove;
    }

    // From a bit on, 64 of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Bits(ref byte start, int bit)
    {
        ref var first = ref Unsafe.Add(ref start, bit >> 3);
        return (Word(ref first) >> (bit & 7)) | (Word(ref Unsafe.Add(ref first, sizeof(ulong))) << 1 << (~bit & 7) << (WordBits - 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Word(ref byte first)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref first);
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }
}
