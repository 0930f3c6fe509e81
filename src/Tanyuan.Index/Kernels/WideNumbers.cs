using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>Counts the numbers that do not fit into so many bits, 0 to 31.</summary>
static class WideNumbers
{
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
}
