using System.Runtime.CompilerServices;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A set of UTF-16 units, a bit for each: it stays in the processor's nearest cache.</summary>
internal sealed class CharacterSet
{
    const int LogBitsPerWord = 6;

    readonly ulong[] bits = new ulong[(char.MaxValue + 1) >> LogBitsPerWord];

    /// <summary>Takes a unit in.</summary>
    public void Add(char unit) => bits[unit >> LogBitsPerWord] |= 1ul << unit;

    /// <summary>Takes a unit out.</summary>
    public void Remove(char unit) => bits[unit >> LogBitsPerWord] &= ~(1ul << unit);

    /// <summary>Whether a unit is in the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(char unit) => (bits[unit >> LogBitsPerWord] >> unit & 1) != 0;
}
