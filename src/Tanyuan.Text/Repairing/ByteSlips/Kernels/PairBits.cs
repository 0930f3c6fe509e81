using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.ByteSlips.Kernels;

/// <summary>Looks pairs of characters with the same first one up in a table of bits, eight at a time where the processor can gather.</summary>
internal static class PairBits
{
    /// <summary>The logarithm of the number of bits.</summary>
    public const int LogSize = 22;

    const uint Factor = 0x9E3779B1;

    /// <summary>The bit of a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Hash(char first, char second) => ((((uint)first << 16) | second) * Factor) >> (32 - LogSize);

    /// <summary>Writes the places of the second characters whose bit is set, and returns how many there are.</summary>
    public static int Find(ReadOnlySpan<uint> bits, char first, ReadOnlySpan<char> seconds, Span<byte> places) =>
        Avx2.IsSupported && seconds.Length >= Vector256<uint>.Count ? FindVector(bits, first, seconds, places) : FindScalar(bits, first, seconds, places, 0, 0);

    /// <summary>The same one by one.</summary>
    public static int FindScalar(ReadOnlySpan<uint> bits, char first, ReadOnlySpan<char> seconds, Span<byte> places) =>
        FindScalar(bits, first, seconds, places, 0, 0);

    static int FindScalar(ReadOnlySpan<uint> bits, char first, ReadOnlySpan<char> seconds, Span<byte> places, int from, int count)
    {
        for (var index = from; index < seconds.Length; index++)
        {
            var hash = Hash(first, seconds[index]);
            if (((bits[(int)(hash >> 5)] >> (int)(hash & 31)) & 1) != 0)
                places[count++] = (byte)index;
        }

        return count;
    }

    static unsafe int FindVector(ReadOnlySpan<uint> bits, char first, ReadOnlySpan<char> seconds, Span<byte> places)
    {
        if (bits.Length < 1 << (LogSize - 5))
            throw new ArgumentException("The table is too short.", nameof(bits));
        var (index, count) = (0, 0);
        var head = Vector256.Create((uint)first << 16);
        var factor = Vector256.Create(Factor);
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(seconds));
        fixed (uint* table = bits)
        {
            for (; index + Vector256<uint>.Count <= seconds.Length; index += Vector256<uint>.Count)
            {
                var units = Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref source, (nuint)index)).AsUInt32();
                var hash = Vector256.ShiftRightLogical((units | head) * factor, 32 - LogSize);
                var words = Avx2.GatherVector256((int*)table, Vector256.ShiftRightLogical(hash, 5).AsInt32(), sizeof(uint)).AsUInt32();
                var found = Avx2.ShiftLeftLogicalVariable(words, Vector256.Create(31u) - (hash & Vector256.Create(31u))).ExtractMostSignificantBits();
                for (; found != 0; found &= found - 1)
                    places[count++] = (byte)(index + BitOperations.TrailingZeroCount(found));
            }
        }

        return FindScalar(bits, first, seconds, places, index, count);
    }
}
