using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Text.Repairing.Kernels;

/// <summary>
/// A set of UTF-16 units that clean text hardly holds, and where the first of them stands in a text. The set is a bit for each unit, and the few ranges that
/// cover it: sixteen units at a time are held against the ranges, and only those inside one are looked up.
/// </summary>
internal sealed class UnitSet
{
    // Members that lie closer together share a range: just too few for printable ASCII between two of them.
    const int LeastGap = 0x60;

    readonly uint[] bits = new uint[(char.MaxValue + 1) / 32];
    readonly Vector256<ushort>[] firsts;
    readonly Vector256<ushort>[] extents;

    public UnitSet(IEnumerable<char> members)
    {
        var ranges = new List<(char First, char Last)>();
        foreach (var unit in members.Order())
        {
            bits[unit >> 5] |= 1u << (unit & 31);
            if (ranges.Count > 0 && unit - ranges[^1].Last < LeastGap)
                ranges[^1] = ranges[^1] with { Last = unit };
            else
                ranges.Add((unit, unit));
        }

        firsts = [.. ranges.Select(range => Vector256.Create((ushort)range.First))];
        extents = [.. ranges.Select(range => Vector256.Create((ushort)(range.Last - range.First)))];
    }

    /// <summary>Whether a unit belongs to the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(char unit) => ((bits[unit >> 5] >> (unit & 31)) & 1) != 0;

    /// <summary>Where the first member stands from a place on; -1 where none does.</summary>
    public int IndexIn(ReadOnlySpan<char> text, int from = 0)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var at = from;
        for (; Vector256.IsHardwareAccelerated && at + Vector256<ushort>.Count <= text.Length; at += Vector256<ushort>.Count)
        {
            var block = Vector256.LoadUnsafe(ref units, (nuint)at);
            var inside = Vector256<ushort>.Zero;
            for (var range = 0; range < firsts.Length; range++)
                inside |= Vector256.LessThanOrEqual(block - firsts[range], extents[range]);
            for (var candidates = inside.ExtractMostSignificantBits(); candidates != 0; candidates &= candidates - 1)
            {
                var candidate = at + BitOperations.TrailingZeroCount(candidates);
                if (Contains(text[candidate]))
                    return candidate;
            }
        }

        return IndexInScalar(text, at);
    }

    /// <summary>The same one by one.</summary>
    public int IndexInScalar(ReadOnlySpan<char> text, int from = 0)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (Contains(text[at]))
                return at;
        }

        return -1;
    }
}
