using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Index.Kernels;

/// <summary>
/// What two rows of ascending numbers have in common. Eight of one are held against eight of the other in all turns at once, and the eight that end first make way (Lemire, Boytsov
/// and Kurz, "SIMD compression and the intersection of sorted integers", 2016): only what is found, which is little, is a branch that a processor could guess wrong.
/// </summary>
static class Intersection
{
    const byte TurnedByOne = 0x39;
    const byte TurnedByTwo = 0x4E;
    const byte TurnedByThree = 0x93;
    const byte HalvesSwapped = 0x01;

    /// <summary>Whether this processor can do with <see cref="FindVector"/>.</summary>
    internal static bool HasVector => Avx2.IsSupported;

    /// <summary>Writes the numbers that are in both, for which there must be room; returns how many they are.</summary>
    internal static int Find(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<uint> common) =>
        HasVector ? FindVector(left, right, common) : FindScalar(left, right, common);

    internal static int FindScalar(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<uint> common)
    {
        var count = 0;
        for (var (i, j) = (0, 0); i < left.Length && j < right.Length;)
        {
            var (one, other) = (left[i], right[j]);
            if (one == other)
                common[count++] = one;
            i += one <= other ? 1 : 0;
            j += other <= one ? 1 : 0;
        }

        return count;
    }

    internal static int FindVector(ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<uint> common)
    {
        ref var ones = ref MemoryMarshal.GetReference(left);
        ref var others = ref MemoryMarshal.GetReference(right);
        var (i, j, count) = (0, 0, 0);
        while (i <= left.Length - Vector256<uint>.Count && j <= right.Length - Vector256<uint>.Count)
        {
            var one = Vector256.LoadUnsafe(ref ones, (nuint)i);
            var other = Vector256.LoadUnsafe(ref others, (nuint)j);
            var found = (EqualsAny(one, other) | EqualsAny(one, Avx2.Permute2x128(other, other, HalvesSwapped))).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
                common[count++] = left[i + BitOperations.TrailingZeroCount(found)];

            var (last, otherLast) = (left[i + Vector256<uint>.Count - 1], right[j + Vector256<uint>.Count - 1]);
            i += last <= otherLast ? Vector256<uint>.Count : 0;
            j += otherLast <= last ? Vector256<uint>.Count : 0;
        }

        return count + FindScalar(left[i..], right[j..], common[count..]);
    }

    // Each half against the same half of the other, in four turns.
    static Vector256<uint> EqualsAny(Vector256<uint> one, Vector256<uint> other) =>
        Vector256.Equals(one, other) | Vector256.Equals(one, Avx2.Shuffle(other, TurnedByOne))
        | Vector256.Equals(one, Avx2.Shuffle(other, TurnedByTwo)) | Vector256.Equals(one, Avx2.Shuffle(other, TurnedByThree));
}
