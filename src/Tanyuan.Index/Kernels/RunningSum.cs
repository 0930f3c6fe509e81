using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Index.Kernels;

/// <summary>Turns the distances of a block of 256 back into ascending numbers: each is the one before plus its distance plus one.</summary>
static class RunningSum
{
    /// <summary>Whether this processor can do with <see cref="ApplyVector"/>.</summary>
    internal static bool HasVector => Avx2.IsSupported;

    internal static void Apply(Span<uint> values, int before)
    {
        if (HasVector)
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
        var place = 0;
        for (; place <= values.Length - Vector256<uint>.Count; place += Vector256<uint>.Count)
        {
            // What is carried waits for the sum of a row, not for what was added to it before: rows overlap.
            var sum = SumOfRow(Vector256.LoadUnsafe(ref start, (nuint)place) + Vector256<uint>.One);
            (sum + carry).StoreUnsafe(ref start, (nuint)place);
            carry += LastOfRow(sum);
        }

        ApplyScalar(values[place..], (int)carry.ToScalar());
    }

    /// <summary>The last of a row, eight times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<uint> LastOfRow(Vector256<uint> row) => Avx2.PermuteVar8x32(row, Vector256.Create((uint)Vector256<uint>.Count - 1));

    /// <summary>The sums of a row up to each of its numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<uint> SumOfRow(Vector256<uint> row)
    {
        // Within each half by two shifts, then the lower half's total is added to the upper half.
        const byte LowerToUpper = 0x08;
        const byte LastOfHalf = 0xFF;
        row += Avx2.ShiftLeftLogical128BitLane(row, sizeof(uint));
        row += Avx2.ShiftLeftLogical128BitLane(row, 2 * sizeof(uint));
        return row + Avx2.Shuffle(Avx2.Permute2x128(row, row, LowerToUpper), LastOfHalf);
    }
}
