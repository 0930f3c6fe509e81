using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The bits from some bit on, as many as one load brings. Numbers are taken out of it one after the other without looking whether they still lie in it; in the end
/// <see cref="HeldAll"/> says so. Where they did not, what was taken means nothing.
/// </summary>
/// <param name="bytes">What to read from.</param>
/// <param name="bit">The bit to begin with.</param>
struct BitWindow(ReadOnlySpan<byte> bytes, long bit)
{
    const int SafeBits = 56;

    ulong rest = BitReader.Window(bytes, bit);

    /// <summary>How many bits were taken.</summary>
    internal int Taken { get; private set; }

    /// <summary>Whether there were so many.</summary>
    internal readonly bool HeldAll => Taken <= SafeBits;

    /// <summary>Takes so many bits.</summary>
    internal ulong Take(int width)
    {
        var value = rest & ((1UL << width) - 1);
        rest >>= width;
        Taken += width;
        return value;
    }

    /// <summary>Takes a number that was written by its magnitude; see <see cref="BitPen.WriteByMagnitude"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long TakeByMagnitude(int order)
    {
        // Where nothing is left the zeros are as many as a word has bits, which is more than it can hold.
        var zeros = BitOperations.TrailingZeroCount(rest);
        var magnitude = zeros + order;
        var behind = rest >> zeros >> 1;
        Taken += zeros + 1 + magnitude;
        rest = behind >> magnitude;
        return (long)((behind & ((1UL << magnitude) - 1)) + (1UL << magnitude) - (1UL << order));
    }

    /// <summary>This one, or where <paramref name="other"/> is all ones and not zero, <paramref name="later"/>; there is nothing to guess.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly BitWindow OrAfter(in BitWindow later, long other) =>
        this with { rest = rest ^ ((rest ^ later.rest) & (ulong)other), Taken = Taken ^ ((Taken ^ later.Taken) & (int)other) };
}
