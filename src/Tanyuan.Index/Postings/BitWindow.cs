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

    /// <summary>Takes such a number where <paramref name="taking"/> is all ones; where it is zero, nothing, and what is given means nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long TakeByMagnitude(int order, long taking)
    {
        var later = this;
        var number = later.TakeByMagnitude(order);
        rest ^= (rest ^ later.rest) & (ulong)taking;
        Taken ^= (Taken ^ later.Taken) & (int)taking;
        return number;
    }

    /// <summary>Passes over a number from 0 to <paramref name="greatest"/> (<see cref="BitPen.WriteUpTo"/>) where <paramref name="taking"/> is all ones; where it is zero, over nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void PassUpTo(ulong greatest, long taking)
    {
        var width = BitReader.Width(greatest | 1);
        var isShorter = (long)((rest & ((1UL << (width - 1)) - 1)) - BitReader.Shorter(greatest, width)) >> 63;
        var taken = (width + (int)isShorter) & (int)taking;
        rest >>= taken;
        Taken += taken;
    }
}
