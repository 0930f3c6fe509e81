using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>Finds the few large ones among numbers.</summary>
static class Threshold
{
    /// <summary>Writes the places of the numbers that are not below <paramref name="least"/>, ascending; returns how many there are.</summary>
    internal static int Select(ReadOnlySpan<uint> values, uint least, Span<int> places)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, places.Length);
        return Vector256.IsHardwareAccelerated ? SelectVector(values, least, places) : SelectScalar(values, least, places);
    }

    internal static int SelectScalar(ReadOnlySpan<uint> values, uint least, Span<int> places)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            places[count] = i;
            count += values[i] >= least ? 1 : 0;
        }

        return count;
    }

    internal static int SelectVector(ReadOnlySpan<uint> values, uint least, Span<int> places)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var bound = Vector256.Create(least);
        var (count, i) = (0, 0);
        for (; i <= values.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            var found = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref start, (nuint)i), bound).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
                places[count++] = i + BitOperations.TrailingZeroCount(found);
        }

        for (; i < values.Length; i++)
        {
            if (Unsafe.Add(ref start, i) >= least)
                places[count++] = i;
        }

        return count;
    }
}
