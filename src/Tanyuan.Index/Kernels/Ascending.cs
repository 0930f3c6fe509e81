using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>Looks for a place in ascending numbers, without branches that a processor could guess wrong.</summary>
static class Ascending
{
    /// <summary>How many numbers an array must have behind those that are searched with <see cref="FindFrom"/>.</summary>
    internal const int Padding = 8;

    const int Near = 4 * Padding;

    /// <summary>The place of the first number that is not below a bound, from <paramref name="from"/> on and before <paramref name="end"/>, where there is one. Near ones are found fastest.</summary>
    internal static int FindFrom(uint[] values, int from, int end, uint bound)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            ref var start = ref MemoryMarshal.GetArrayDataReference(values);
            var bounds = Vector256.Create(bound);
            for (var near = Math.Min(end, from + Near); from < near; from += Padding)
            {
                var reached = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)from), bounds).ExtractMostSignificantBits();
                if (reached != 0)
                    return from + BitOperations.TrailingZeroCount(reached);
            }
        }

        return from + CountBelow(values.AsSpan(from, Math.Max(0, end - from)), bound);
    }

    /// <summary>How many of the numbers are below a bound.</summary>
    internal static int CountBelow(ReadOnlySpan<uint> values, uint bound)
    {
        // What is halved is the number of places that the answer may be among, less one; every read lies within the values.
        ref var start = ref MemoryMarshal.GetReference(values);
        var low = 0;
        for (var left = values.Length; left > 0;)
        {
            var half = (left + 1) >>> 1;
            low += half & ((int)(Unsafe.Add(ref start, low + half - 1) - bound) >> 31);
            left -= half;
        }

        return low;
    }
}
