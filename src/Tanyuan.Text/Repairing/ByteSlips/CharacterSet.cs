using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A set of UTF-16 units, a bit for each: it stays in the processor's nearest cache.</summary>
internal sealed class CharacterSet
{
    const int LogBitsPerWord = 6;
    const uint BitsPerHalf = 32;
    const int LogBitsPerHalf = 5;

    readonly ulong[] bits = new ulong[(char.MaxValue + 1) >> LogBitsPerWord];

    /// <summary>Takes a unit in.</summary>
    public void Add(char unit) => bits[unit >> LogBitsPerWord] |= 1ul << unit;

    /// <summary>Takes a unit out.</summary>
    public void Remove(char unit) => bits[unit >> LogBitsPerWord] &= ~(1ul << unit);

    /// <summary>Whether a unit is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(int unit) => (bits[unit >> LogBitsPerWord] >> unit & 1) != 0;

    /// <summary>The same for eight units: all ones for each in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe Vector256<uint> Contains(Vector256<uint> units)
    {
        fixed (ulong* words = bits)
        {
            var halves = Avx2.GatherVector256((uint*)words, (units >>> LogBitsPerHalf).AsInt32(), sizeof(uint));
            return Vector256.Equals(Avx2.ShiftRightLogicalVariable(halves, units & Vector256.Create(BitsPerHalf - 1)) & Vector256<uint>.One, Vector256<uint>.One);
        }
    }
}
