using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.ByteSlips.Kernels;

/// <summary>
/// Tells which of many codes a node of a double-array trie has a child under, from one byte for each slot that tells the child's parent, eight at a time where the
/// processor can gather. One in 255 slots of another parent passes.
/// </summary>
internal static class ParentBytes
{
    /// <summary>How many bytes there must be behind the last slot that may be asked for.</summary>
    public const int Padding = sizeof(uint) - 1;

    const uint Factor = 0x9E3779B1;

    /// <summary>The byte of a parent; 0 is left for slots without any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Of(int nodeBase) => (byte)((((uint)nodeBase * Factor >> 16) * byte.MaxValue >> 16) + 1);

    /// <summary>Writes the places of the codes under which a node may have a child, and returns how many there are.</summary>
    /// <param name="parents">The byte of each slot's parent, and <see cref="Padding"/> behind the last slot.</param>
    /// <param name="nodeBase">The base of the node; its slots with all the codes lie in the table.</param>
    /// <param name="codes">The codes, 256 at most.</param>
    /// <param name="places">Room for as many places.</param>
    public static int Find(ReadOnlySpan<byte> parents, int nodeBase, ReadOnlySpan<ushort> codes, Span<byte> places) =>
        Avx2.IsSupported && codes.Length >= Vector256<uint>.Count ? FindVector(parents, nodeBase, codes, places) : FindScalar(parents, nodeBase, codes, places);

    /// <summary>The same one by one.</summary>
    public static int FindScalar(ReadOnlySpan<byte> parents, int nodeBase, ReadOnlySpan<ushort> codes, Span<byte> places)
    {
        var (own, count) = (Of(nodeBase), 0);
        for (var index = 0; index < codes.Length; index++)
        {
            if (parents[nodeBase + codes[index]] == own)
                places[count++] = (byte)index;
        }

        return count;
    }

    static unsafe int FindVector(ReadOnlySpan<byte> parents, int nodeBase, ReadOnlySpan<ushort> codes, Span<byte> places)
    {
        if (nodeBase < 0 || parents.Length - Padding - nodeBase <= ushort.MaxValue)
            throw new ArgumentException("The table is too short.", nameof(parents));
        var (from, count) = (0, 0);
        var own = Vector256.Create((uint)Of(nodeBase));
        ref var source = ref MemoryMarshal.GetReference(codes);
        fixed (byte* table = parents[nodeBase..])
        {
            while (from < codes.Length)
            {
                // The last ones are asked for with some that were asked for already.
                var index = Math.Min(from, codes.Length - Vector256<uint>.Count);
                var slots = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)index));
                var found = Vector256.Equals(Avx2.GatherVector256((int*)table, slots, sizeof(byte)).AsUInt32() & Vector256.Create(0xFFu), own).ExtractMostSignificantBits();
                for (found = found >> (from - index) << (from - index); found != 0; found &= found - 1)
                    places[count++] = (byte)(index + BitOperations.TrailingZeroCount(found));
                from = index + Vector256<uint>.Count;
            }
        }

        return count;
    }
}
