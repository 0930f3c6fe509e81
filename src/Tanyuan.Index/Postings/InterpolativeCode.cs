using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Ascending numbers between two known limits: the one in the middle first, in as few bits as the numbers that must lie below and above it leave
/// open, then those before it and those behind it in the same way (binary interpolative coding; Moffat and Stuiver, "Binary interpolative coding for
/// effective index compression", 2000). Where some numbers take one bit less than others, these are the likelier: those in the middle, or for one of two the greatest. Numbers
/// without a gap take no bits, numbers at random hardly more than there is to know, and whatever the bits are, what is read ascends between the limits.
/// </summary>
static class InterpolativeCode
{
    // Halving any array comes to an end after so many times. What lies before a middle comes at once, what lies behind it waits with its upper limit.
    const int MostHalvings = 32;

    /// <summary>Writes numbers, each greater than the one before, none below <paramref name="low"/> or above <paramref name="high"/>.</summary>
    [SkipLocalsInit]
    internal static void Write(BitWriter target, ReadOnlySpan<uint> values, uint low, uint high)
    {
        Span<(int End, uint High)> waiting = stackalloc (int, uint)[MostHalvings];
        var (count, start, end) = (0, 0, values.Length);
        while (true)
        {
            while (start < end)
            {
                var middle = (end - start) / 2;
                var value = values[start + middle];
                var greatest = high - low - (uint)(end - start - 1);
                if (middle == 0)
                {
                    target.WriteUpTo(greatest, value - low);
                    start = end;
                    break;
                }

                var turned = value - low - (uint)middle - (long)FirstOfShort(greatest, end - start);
                target.WriteUpTo(greatest, (uint)(turned + ((greatest + 1L) & (turned >> 63))));

                waiting[count++] = (end, high);
                (end, high) = (start + middle, value - 1);
            }

            if (count == 0)
                return;
            low = values[start++] + 1;
            (end, high) = waiting[--count];
        }
    }

    /// <summary>Reads as many numbers as <paramref name="values"/> holds; there must be room for them between the limits.</summary>
    /// <param name="bytes">What to read from.</param>
    /// <param name="bit">The bit to begin with; moves on.</param>
    /// <param name="values">Where to.</param>
    /// <param name="low">The lower limit.</param>
    /// <param name="high">The upper limit.</param>
    [SkipLocalsInit]
    internal static void Read(ReadOnlySpan<byte> bytes, ref long bit, Span<uint> values, uint low, uint high)
    {
        Span<(int End, uint High)> waiting = stackalloc (int, uint)[MostHalvings];
        var (count, start, end) = (0, 0, values.Length);
        var next = bit;
        while (true)
        {
            while (start < end)
            {
                var middle = (end - start) / 2;
                var greatest = high - low - (uint)(end - start - 1);
                var read = BitReader.ReadUpTo(bytes, ref next, greatest);
                if (middle == 0)
                {
                    values[start] = low + read;
                    start = end;
                    break;
                }

                var turned = read + (long)FirstOfShort(greatest, end - start) - (greatest + 1L);
                var value = low + (uint)middle + (uint)(turned + ((greatest + 1L) & (turned >> 63)));
                values[start + middle] = value;

                waiting[count++] = (end, high);
                (end, high) = (start + middle, value - 1);
            }

            // Everything before it was read, so the middle is passed.
            if (count == 0)
                break;
            low = values[start++] + 1;
            (end, high) = waiting[--count];
        }

        bit = next;
    }

    // The number from which on those lie that take a bit less. They are as many as a power of two has more than there are numbers: in the middle of all, or for one of two at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint FirstOfShort(uint greatest, int count)
    {
        var half = greatest + 1L - (1L << BitOperations.Log2(greatest | 1));
        return (uint)(count == 2 ? 2 * half : half);
    }
}
