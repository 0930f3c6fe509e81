using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>How many of a few bytes are below a limit, all looked at together.</summary>
static class BytesBelow
{
    /// <summary>How many bytes can be looked at together; so many must be there to load.</summary>
    internal const int Most = 32;

    /// <summary>How many of the first <paramref name="count"/> bytes, at most 32, are below <paramref name="limit"/>; −1 where one of them is equal to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Count(ReadOnlySpan<byte> bytes, int count, byte limit) =>
        Vector256.IsHardwareAccelerated ? CountVector(bytes, count, limit) : CountScalar(bytes, count, limit);

    internal static int CountScalar(ReadOnlySpan<byte> bytes, int count, byte limit)
    {
        var below = 0;
        foreach (var value in bytes[..count])
        {
            if (value == limit)
                return -1;
            if (value < limit)
                below++;
        }

        return below;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int CountVector(ReadOnlySpan<byte> bytes, int count, byte limit)
    {
        var values = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(bytes[..Most]));
        var limits = Vector256.Create(limit);
        var counted = (uint)((1UL << count) - 1);
        if ((Vector256.Equals(values, limits).ExtractMostSignificantBits() & counted) != 0)
            return -1;
        return BitOperations.PopCount(Vector256.LessThan(values, limits).ExtractMostSignificantBits() & counted);
    }
}
