using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Reads numbers of any few bits from a stretch of a file, lowest bit first. A number that is read lies within its range whatever the bits are;
/// behind the end there are bits of any kind, so whoever reads asks for <see cref="Check"/> in the end.
/// </summary>
ref struct BitReader
{
    // A number of 32 bits may begin in the middle of a byte.
    const int WindowLength = sizeof(ulong);
    const int SafeBits = 56;

    readonly SealedFile file;
    readonly long start;
    readonly long bits;
    readonly ReadOnlySpan<byte> bytes;

    /// <param name="file">The file.</param>
    /// <param name="start">Where the stretch begins in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="bit">The bit of it to begin with.</param>
    internal BitReader(SealedFile file, long start, long end, long bit)
        : this(file, start, 8 * end) => Bit = bit;

    BitReader(SealedFile file, long start, long endBit)
    {
        var end = (endBit + 7) / 8;
        if (start > end || end > file.Length || end - start > int.MaxValue - WindowLength)
            throw file.Corrupt(start, "a stretch of bits does not end behind its beginning within the file");

        (this.file, this.start, bits) = (file, start, endBit - (8 * start));

        // Where there is more in the file behind it, a window can be read to the very end.
        bytes = file.GetSpan(start, (int)Math.Min(end - start + WindowLength, file.Length - start));
    }

    /// <summary>What lies from a bit of a file up to another one; bits count from the byte that holds the first.</summary>
    internal static BitReader OfBits(SealedFile file, long startBit, long endBit) => new(file, startBit / 8, endBit) { Bit = startBit & 7 };

    /// <summary>The next bit, from the beginning of the stretch.</summary>
    internal long Bit { get; private set; }

    /// <summary>Where the next whole byte lies in the file.</summary>
    internal readonly long Offset => start + ((Bit + 7) / 8);

    internal static int Width(ulong greatest) => 64 - BitOperations.LeadingZeroCount(greatest);

    /// <summary>How many of the numbers up to <paramref name="greatest"/>, which takes <paramref name="width"/> bits, can do with one bit less.</summary>
    internal static ulong Shorter(ulong greatest, int width) => (1UL << width) - 1 - greatest;

    /// <summary>The bytes of the stretch, and some behind it; for <see cref="ReadUpTo(ReadOnlySpan{byte}, ref long, ulong)"/>.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Reads a number from 0 to <paramref name="greatest"/>; see <see cref="BitPen.WriteUpTo"/>.</summary>
    /// <param name="bytes">What to read from.</param>
    /// <param name="bit">The bit to begin with; moves on.</param>
    /// <param name="greatest">The greatest number that it can be.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong ReadUpTo(ReadOnlySpan<byte> bytes, ref long bit, ulong greatest)
    {
        // A number that takes no bits is read like one of a single bit which says nothing.
        var width = Width(greatest | 1);
        var shorter = Shorter(greatest, width);
        var window = Window(bytes, bit);
        var value = window & ((1UL << (width - 1)) - 1);
        var longer = (value << 1) + ((window >> (width - 1)) & 1) - shorter;

        // Which of the two it is cannot be guessed, so there is no branch: all ones where it is the shorter.
        var isShorter = (long)(value - shorter) >> 63;
        bit += width + (int)isShorter;
        return longer ^ ((longer ^ value) & (ulong)isShorter);
    }

    /// <summary>Reads a number from 0 to <paramref name="greatest"/> that was written turned; see <see cref="BitPen.WriteTurned"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong ReadTurned(ReadOnlySpan<byte> bytes, ref long bit, ulong greatest, bool atEnd)
    {
        var width = Width(greatest | 1);
        var shorter = Shorter(greatest, width);
        var window = Window(bytes, bit);
        var firstShort = (ulong)FirstShort(greatest, width, atEnd);
        var value = window & ((1UL << (width - 1)) - 1);

        // The longer ones begin behind the last of the shorter, and go on with the least. There is no branch in either case.
        var longer = (value << 1) + ((window >> (width - 1)) & 1) + firstShort - shorter - (greatest + 1);
        longer += (greatest + 1) & (ulong)((long)longer >> 63);
        var isShorter = (long)(value - shorter) >> 63;
        bit += width + (int)isShorter;
        return longer ^ ((longer ^ (value + firstShort)) & (ulong)isShorter);
    }

    /// <summary>
    /// The number from which on those lie that take a bit less, in the middle of all or at the end, where numbers up to <paramref name="greatest"/> are written turned.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long FirstShort(ulong greatest, int width, bool atEnd)
    {
        var half = (long)greatest + 1 - (1L << (width - 1));
        return atEnd ? 2 * half : half;
    }

    /// <summary>Reads a number that was written by its magnitude; see <see cref="BitPen.WriteByMagnitude"/>. Returns −1 where the bits are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long ReadByMagnitude(ReadOnlySpan<byte> bytes, ref long bit, int order)
    {
        var window = Window(bytes, bit);
        var zeros = BitOperations.TrailingZeroCount(window);
        var magnitude = zeros + order;
        if (magnitude > SafeBits)
            return -1;

        bit += zeros + 1;
        window = zeros + magnitude < SafeBits ? window >> (zeros + 1) : Window(bytes, bit);
        bit += magnitude;
        return (long)((window & ((1UL << magnitude) - 1)) + (1UL << magnitude) - (1UL << order));
    }

    /// <summary>The bits from <paramref name="bit"/> on, 57 of them at least; zeros where there are none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Window(ReadOnlySpan<byte> bytes, long bit)
    {
        var at = (int)(bit >> 3);
        var window = at >= 0 && at <= bytes.Length - WindowLength ? Word(bytes, at) : LastBits(bytes, at);
        return window >> (int)(bit & 7);
    }

    /// <summary>Reads ascending numbers from 0 to <paramref name="high"/>, as <see cref="InterpolativeCode"/>.</summary>
    internal void ReadAscending<T>(Span<T> values, ulong high)
        where T : unmanaged, IBinaryInteger<T>
    {
        var bit = Bit;
        InterpolativeCode.Read(bytes, ref bit, values, 0, high);
        Check(bit);
        Bit = bit;
    }

    /// <summary>Makes sure that a bit does not lie behind the end.</summary>
    internal readonly void Check(long bit)
    {
        if (bit > bits)
            throw file.Corrupt(start, "there are fewer bits than numbers need");
    }

    // What is asked for was seen to lie within the bytes.
    static ulong Word(ReadOnlySpan<byte> bytes, int at)
    {
        var word = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at));
        return BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
    }

    static ulong LastBits(ReadOnlySpan<byte> bytes, int at)
    {
        var window = 0UL;
        for (var shift = 0; (uint)at < (uint)bytes.Length && shift < 64; at++, shift += 8)
            window |= (ulong)bytes[at] << shift;
        return window;
    }
}
