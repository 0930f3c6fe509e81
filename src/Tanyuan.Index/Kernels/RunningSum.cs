using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Index.Kernels;

/// <summary>Turns the distances of a block of 256 back into ascending numbers: each is the one before plus its distance plus one.</summary>
static class RunningSum
{
    internal static void Apply(Span<uint> values, int before)
    {
        if (Vector256.IsHardwareAccelerated)
            ApplyVector(values, before);
        else
            ApplyScalar(values, before);
    }

    internal static void ApplyScalar(Span<uint> values, int before)
    {
        var sum = (uint)before;
        foreach (ref var value in values)
            value = sum += value + 1;
    }

    internal static void ApplyVector(Span<uint> values, int before)
    {
        ref var start = ref MemoryMarshal.GetReference(values);
        var carry = Vector256.Create((uint)before);
        var last = Vector256.Create(7u);
        nuint place = 0;
        for (; place + 8 <= (nuint)values.Length; place += 8)
        {
            // Sums within each half by two shifts, then the lower half's total is added to the upper half.
            var sum = Vector256.LoadUnsafe(ref start, place) + Vector256<uint>.One;
            sum += ShiftWithinHalves(sum, 1);
            sum += ShiftWithinHalves(sum, 2);
            sum += Vector256.Create(Vector128<uint>.Zero, Vector128.Create(sum.GetElement(3)));
            sum += carry;
            sum.StoreUnsafe(ref start, place);
            carry = Vector256.Shuffle(sum, last);
        }

        ApplyScalar(values[(int)place..], (int)carry.GetElement(0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<uint> ShiftWithinHalves(Vector256<uint> value, int by) => by == 1
        ? Vector256.Create(ShiftOne(value.GetLower()), ShiftOne(value.GetUpper()))
        : Vector256.Create(ShiftTwo(value.GetLower()), ShiftTwo(value.GetUpper()));

    static Vector128<uint> ShiftOne(Vector128<uint> value) => Vector128.Shuffle(value, Vector128.Create(uint.MaxValue, 0, 1, 2));

    static Vector128<uint> ShiftTwo(Vector128<uint> value) => Vector128.Shuffle(value, Vector128.Create(uint.MaxValue, uint.MaxValue, 0, 1));
}
