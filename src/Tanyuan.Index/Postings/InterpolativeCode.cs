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
    internal static void Write<T>(BitWriter target, ReadOnlySpan<T> values, ulong low, ulong high)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<(int End, ulong High)> waiting = stackalloc (int, ulong)[MostHalvings];
        var pen = target.Begin(values.Length * sizeof(ulong));
        var (count, start, end) = (0, 0, values.Length);
        while (true)
        {
            while (start < end)
            {
                var middle = (end - start) / 2;
                var value = ulong.CreateTruncating(values[start + middle]);
                var greatest = high - low - (uint)(end - start - 1);
                if (middle == 0)
                {
                    pen.WriteUpTo(greatest, value - low);
                    start = end;
                    break;
                }

                pen.WriteTurned(greatest, value - low - (uint)middle, end - start == 2);
                waiting[count++] = (end, high);
                (end, high) = (start + middle, value - 1);
            }

            if (count == 0)
                break;
            low = ulong.CreateTruncating(values[start++]) + 1;
            (end, high) = waiting[--count];
        }

        target.End(pen);
    }

    /// <summary>Reads as many numbers as <paramref name="values"/> holds; there must be room for them between the limits.</summary>
    /// <param name="bytes">What to read from.</param>
    /// <param name="bit">The bit to begin with; moves on.</param>
    /// <param name="values">Where to.</param>
    /// <param name="low">The lower limit.</param>
    /// <param name="high">The upper limit.</param>
    [SkipLocalsInit]
    internal static void Read<T>(ReadOnlySpan<byte> bytes, ref long bit, Span<T> values, ulong low, ulong high)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<(int End, ulong High)> waiting = stackalloc (int, ulong)[MostHalvings];
        var (count, start, end) = (0, 0, values.Length);
        var next = bit;
        while (true)
        {
            while (start < end)
            {
                var middle = (end - start) / 2;
                var greatest = high - low - (uint)(end - start - 1);
                if (middle == 0)
                {
                    values[start] = T.CreateTruncating(low + BitReader.ReadUpTo(bytes, ref next, greatest));
                    start = end;
                    break;
                }

                var value = low + (uint)middle + BitReader.ReadTurned(bytes, ref next, greatest, end - start == 2);
                values[start + middle] = T.CreateTruncating(value);
                waiting[count++] = (end, high);
                (end, high) = (start + middle, value - 1);
            }

            // Everything before it was read, so the middle is passed.
            if (count == 0)
                break;
            low = ulong.CreateTruncating(values[start++]) + 1;
            (end, high) = waiting[--count];
        }

        bit = next;
    }
}
