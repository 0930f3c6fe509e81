using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>Adds one to each of some numbers.</summary>
static class Increment
{
    internal static void Apply(Span<uint> values)
    {
        if (Vector256.IsHardwareAccelerated)
            ApplyVector(values);
        else
            ApplyScalar(values);
    }

    internal static void ApplyScalar(Span<uint> values)
    {
        foreach (ref var value in values)
            value++;
    }

    internal static void ApplyVector(Span<uint> values)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var place = 0;
        for (; place <= values.Length - Vector256<uint>.Count; place += Vector256<uint>.Count)
            (Vector256.LoadUnsafe(ref start, (nuint)place) + Vector256<uint>.One).StoreUnsafe(ref start, (nuint)place);
        ApplyScalar(values[place..]);
    }
}
