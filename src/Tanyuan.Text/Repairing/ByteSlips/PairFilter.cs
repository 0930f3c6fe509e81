using System.Runtime.CompilerServices;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Says of nearly all pairs of characters that a table does not hold them, from so few bits that they stay in the processor's cache; what it
/// lets pass is looked up. A slip lattice asks of a hundred thousand pairs that no word holds. (Bloom 1970, with one hash function.)
/// </summary>
internal sealed class PairFilter
{
    readonly uint[] bits = new uint[1 << (PairBits.LogSize - 5)];

    PairFilter(IEnumerable<(char First, char Second)> pairs)
    {
        foreach (var (first, second) in pairs)
        {
            var hash = PairBits.Hash(first, second);
            bits[hash >> 5] |= 1u << (int)(hash & 31);
        }
    }

    /// <summary>The pairs that words of the dictionary begin with.</summary>
    public static PairFilter Beginnings { get; } = new(WordTable.BuiltIn.Pairs(true));

    /// <summary>The pairs that stand in words of the dictionary further behind.</summary>
    public static PairFilter Continuations { get; } = new(WordTable.BuiltIn.Pairs(false));

    /// <summary>The pairs that <see cref="PairTable"/> knows.</summary>
    public static PairFilter Neighbours { get; } = new(PairTable.BuiltIn.Pairs());

    /// <summary>Whether the table may hold a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(char first, char second)
    {
        var hash = PairBits.Hash(first, second);
        return ((bits[hash >> 5] >> (int)(hash & 31)) & 1) != 0;
    }

    /// <summary>The places of those second characters that the table may hold behind a first one; at most 256 are asked for.</summary>
    /// <returns>How many places were written.</returns>
    public int Candidates(char first, ReadOnlySpan<char> seconds, Span<byte> places) => PairBits.Find(bits, first, seconds, places);
}
