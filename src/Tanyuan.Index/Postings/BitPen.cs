using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Writes numbers of any few bits one behind the other, lowest bit first, into what a <see cref="BitWriter"/> made room for; what they make is read by <see cref="BitReader"/>.
/// As long as all that is called on it is compiled in place, what it holds stays in registers, and a number need not wait for the one before to reach memory.
/// </summary>
/// <param name="target">Where to; eight bytes more than what is written.</param>
/// <param name="held">Bits that wait for the rest of their byte.</param>
/// <param name="heldBits">How many these are.</param>
ref struct BitPen(Span<byte> target, ulong held, int heldBits)
{
    // With up to seven that are held from before they fill a word.
    internal const int MostAtOnce = 56;

    readonly Span<byte> target = target;

    /// <summary>How many whole bytes were written.</summary>
    internal int Written { get; private set; }

    /// <summary>Bits that wait for the rest of their byte.</summary>
    internal ulong Held { get; private set; } = held;

    /// <summary>How many these are, 0 to 7.</summary>
    internal int HeldBits { get; private set; } = heldBits;

    /// <summary>Writes a number from 0 to <paramref name="greatest"/>, which has no more than <see cref="MostAtOnce"/> bits, in the fewest, those below some limit in one less than the others (truncated binary).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteUpTo(ulong greatest, ulong value)
    {
        // Where nothing but 0 is possible it is the shorter one of those that take a bit.
        var width = BitReader.Width(greatest | 1);
        var shorter = BitReader.Shorter(greatest, width);

        // What the others have in common with no shorter one comes first, their last bit behind it. Which of the two it is cannot be guessed, so there
        // is no branch: all ones where it is the shorter.
        var raised = value + shorter;
        var longer = (raised >> 1) | ((raised & 1) << (width - 1));
        var isShorter = (long)(value - shorter) >> 63;
        Write(longer ^ ((longer ^ value) & (ulong)isShorter), width + (int)isShorter);
    }

    /// <summary>
    /// Writes a number from 0 to <paramref name="greatest"/> as <see cref="WriteUpTo"/> does, but those that take a bit less, as many as a power of two has more than there are numbers,
    /// are the ones in the middle, or where <paramref name="atEnd"/> says so the last.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteTurned(ulong greatest, ulong value, bool atEnd)
    {
        var turned = (long)value - BitReader.FirstShort(greatest, BitReader.Width(greatest | 1), atEnd);
        WriteUpTo(greatest, (ulong)(turned + (((long)greatest + 1) & (turned >> 63))));
    }

    /// <summary>
    /// Writes a number in so many zeros, a one, and as many bits as there are zeros and <paramref name="order"/> (exponential Golomb code; Teuhola, 1978): those below 2^order take
    /// order + 1 bits, twice as many after them two more, and so on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteByMagnitude(ulong value, int order)
    {
        var raised = value + (1UL << order);
        var magnitude = BitOperations.Log2(raised);
        var (zeros, rest) = (magnitude - order, raised - (1UL << magnitude));
        if (zeros + 1 + magnitude <= MostAtOnce)
        {
            Write((rest << (zeros + 1)) | (1UL << zeros), zeros + 1 + magnitude);
            return;
        }

        Write(1UL << zeros, zeros + 1);
        Write(rest, magnitude);
    }

    /// <summary>Writes a number of at most so many bits, no more than <see cref="MostAtOnce"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Write(ulong value, int width)
    {
        // A whole word each time, of which only the bytes that are full are passed: how many these are cannot be guessed.
        var word = Held | (value << HeldBits);
        BinaryPrimitives.WriteUInt64LittleEndian(target[Written..], word);
        var bits = HeldBits + width;
        Held = word >> (bits & ~7);
        Written += bits >> 3;
        HeldBits = bits & 7;
    }
}
