using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Index.Kernels;

/// <summary>In how many planes each of 256 numbers is, where each plane is four words, number i bit i mod 64 of word i / 64, and has only numbers of the plane before.</summary>
static class SelectedNumbers
{
    /// <summary>How many words a plane has.</summary>
    internal const int Words = LanePacking.Length / 64;

    /// <summary>How many planes there are.</summary>
    internal const int Planes = 7;

    // The lowest bit of each of eight bytes.
    const ulong Bytes = 0x0101_0101_0101_0101;

    /// <summary>Whether this processor can do with <see cref="CountVector"/>.</summary>
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

    /// <summary>Tells for each of 256 numbers in how many of seven planes it is.</summary>
    internal static void Count(ReadOnlySpan<ulong> planes, Span<byte> counts)
    {
        if (HasVector)
            CountVector(planes, counts);
        else
            CountScalar(planes, counts);
    }

    internal static void CountScalar(ReadOnlySpan<ulong> planes, Span<byte> counts)
    {
        for (var i = 0; i < LanePacking.Length; i++)
        {
            counts[i] = 0;
            for (var plane = 0; plane < Planes; plane++)
                counts[i] += (byte)(planes[(plane * Words) + (i / 64)] >> (i % 64) & 1);
        }
    }

    internal static void CountVector(ReadOnlySpan<ulong> planes, Span<byte> counts)
    {
        if (planes.Length < Planes * Words || counts.Length < LanePacking.Length)
            throw new ArgumentOutOfRangeException(nameof(counts));

        ref var words = ref MemoryMarshal.GetReference(planes);
        ref var target = ref MemoryMarshal.GetReference(counts);
        for (nuint word = 0; word < Words; word++)
        {
            // Of planes each of which has only numbers of the one before, every second or fourth one is a digit of how many there are.
            var (first, second, third, fourth) = (Plane(ref words, 0, word), Plane(ref words, 1, word), Plane(ref words, 2, word), Plane(ref words, 3, word));
            var (fifth, sixth, seventh) = (Plane(ref words, 4, word), Plane(ref words, 5, word), Plane(ref words, 6, word));
            var ones = first ^ second ^ third ^ fourth ^ fifth ^ sixth ^ seventh;
            var twos = second ^ fourth ^ sixth;
            Digits((uint)ones, (uint)twos, (uint)fourth).StoreUnsafe(ref target, 64 * word);
            Digits((uint)(ones >> 32), (uint)(twos >> 32), (uint)(fourth >> 32)).StoreUnsafe(ref target, (64 * word) + 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ulong Plane(ref ulong words, nuint plane, nuint word) => Unsafe.Add(ref words, (plane * Words) + word);

    // A byte for each of 32 numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Digits(uint ones, uint twos, uint fours) =>
        (Selected(ones) & Vector256.Create((byte)1)) | (Selected(twos) & Vector256.Create((byte)2)) | (Selected(fours) & Vector256.Create((byte)4));

    // A byte for each of 32 bits, all ones for a one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<byte> Selected(uint bits)
    {
        var own = Vector256.Create(0x8040_2010_0804_0201).AsByte();
        var byteOf = Vector256.Create(0UL, Bytes, 2 * Bytes, 3 * Bytes).AsByte();
        return Vector256.Equals(Avx2.Shuffle(Vector256.Create(bits).AsByte(), byteOf) & own, own);
    }
}
