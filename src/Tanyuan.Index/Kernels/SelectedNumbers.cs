using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Index.Kernels;

/// <summary>256 numbers that have bits in planes of four words, number i bit i mod 64 of word i / 64, and adding these to them.</summary>
static class SelectedNumbers
{
    /// <summary>How many words a plane has.</summary>
    internal const int Words = LanePacking.Length / 64;

    // The lowest bit of each of eight bytes.
    const ulong Bytes = 0x0101_0101_0101_0101;

    /// <summary>Whether this processor can do with <see cref="AddVector"/>.</summary>
    internal static bool HasVector => Avx2.IsSupported;

    /// <summary>Puts the lowest bits in the places of the ones of a mask, in order; zeros elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Spread(ulong bits, ulong mask) => Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitDeposit(bits, mask) : SpreadScalar(bits, mask);

    internal static ulong SpreadScalar(ulong bits, ulong mask)
    {
        var spread = 0UL;
        for (; mask != 0; mask &= mask - 1, bits >>= 1)
            spread |= (bits & 1) << BitOperations.TrailingZeroCount(mask);
        return spread;
    }

    /// <summary>Adds to each of 256 numbers one of two bits, given in planes of four words, with so many zeros behind it.</summary>
    internal static void Add(Span<uint> values, ReadOnlySpan<ulong> lower, ReadOnlySpan<ulong> upper, int shift)
    {
        if (HasVector)
            AddVector(values, lower, upper, shift);
        else
            AddScalar(values, lower, upper, shift);
    }

    internal static void AddScalar(Span<uint> values, ReadOnlySpan<ulong> lower, ReadOnlySpan<ulong> upper, int shift)
    {
        for (var i = 0; i < LanePacking.Length; i++)
            values[i] += (uint)((lower[i / 64] >> (i % 64) & 1) | ((upper[i / 64] >> (i % 64) & 1) << 1)) << shift;
    }

    internal static void AddVector(Span<uint> values, ReadOnlySpan<ulong> lower, ReadOnlySpan<ulong> upper, int shift)
    {
        if (values.Length < LanePacking.Length || lower.Length < Words || upper.Length < Words)
            throw new ArgumentOutOfRangeException(nameof(values));

        ref var start = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < Words; i++)
        {
            var (low, high) = (lower[i], upper[i]);
            var place = (nuint)(64 * i);
            AddHalf(ref start, place, Digits((uint)low, (uint)high), shift);
            AddHalf(ref start, place + 32, Digits((uint)(low >> 32), (uint)(high >> 32)), shift);
        }
    }

    // A byte for each of 32 numbers, which has its two bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Digits(uint low, uint high) => (Selected(low) & Vector256.Create((byte)1)) | (Selected(high) & Vector256.Create((byte)2));

    // A byte for each of 32 bits, all ones for a one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Selected(uint bits)
    {
        var own = Vector256.Create(0x8040_2010_0804_0201).AsByte();
        var byteOf = Vector256.Create(0UL, Bytes, 2 * Bytes, 3 * Bytes).AsByte();
        return Vector256.Equals(Avx2.Shuffle(Vector256.Create(bits).AsByte(), byteOf) & own, own);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddHalf(ref uint start, nuint place, Vector256<byte> digits, int shift)
    {
        AddQuarter(ref start, place, digits.GetLower(), shift);
        AddQuarter(ref start, place + 16, digits.GetUpper(), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddQuarter(ref uint start, nuint place, Vector128<byte> digits, int shift)
    {
        AddEight(ref start, place, digits, shift);
        AddEight(ref start, place + 8, Sse2.ShiftRightLogical128BitLane(digits, 8), shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void AddEight(ref uint start, nuint place, Vector128<byte> digits, int shift) =>
        (Vector256.LoadUnsafe(ref start, place) + (Avx2.ConvertToVector256Int32(digits).AsUInt32() << shift)).StoreUnsafe(ref start, place);
}
