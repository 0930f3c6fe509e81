using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>What numbers have above so many bits, 0 to 31.</summary>
static class WideNumbers
{
    /// <summary>How many of the numbers do not fit into so many bits.</summary>
    internal static int Count(ReadOnlySpan<uint> values, int width) =>
        Vector256.IsHardwareAccelerated ? CountVector(values, width) : CountScalar(values, width);

    internal static int CountScalar(ReadOnlySpan<uint> values, int width)
    {
        var count = 0;
        foreach (var value in values)
            count += value >> width != 0 ? 1 : 0;
        return count;
    }

    internal static int CountVector(ReadOnlySpan<uint> values, int width)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var fitting = Vector256<uint>.Zero;
        nuint place = 0;
        for (; place + 8 <= (nuint)values.Length; place += 8)
            fitting -= Vector256.Equals(Vector256.LoadUnsafe(ref start, place) >>> width, Vector256<uint>.Zero);
        return (int)place - (int)Vector256.Sum(fitting) + CountScalar(values[(int)place..], width);
    }

    /// <summary>The sum of what all of the numbers have above so many bits.</summary>
    internal static ulong SumAbove(ReadOnlySpan<uint> values, int width) =>
        Vector256.IsHardwareAccelerated ? SumAboveVector(values, width) : SumAboveScalar(values, width);

    internal static ulong SumAboveScalar(ReadOnlySpan<uint> values, int width)
    {
        var sum = 0UL;
        foreach (var value in values)
            sum += value >> width;
        return sum;
    }

    internal static ulong SumAboveVector(ReadOnlySpan<uint> values, int width)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var sums = Vector256<ulong>.Zero;
        nuint place = 0;
        for (; place + 8 <= (nuint)values.Length; place += 8)
        {
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref start, place) >>> width);
            sums += lower + upper;
        }

        return Vector256.Sum(sums) + SumAboveScalar(values[(int)place..], width);
    }
}
