using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Text.Tables;

/// <summary>
/// Says of nearly all numbers that a row of a table does not hold them. The bits of a row, sixteen or more for each of its numbers, stand beside each other: whoever asks
/// much of one row stays in a few lines of the processor's cache. (Bloom 1970, with one hash function.)
/// </summary>
internal sealed class RowFilter
{
    const int BitsPerNumber = 16;
    const int BitsPerWord = 64;
    const int LogBitsPerWord = 6;
    const int ShiftBits = 5;
    const uint Factor = 0x9E3779B1;

    // Where the row's words begin, and by how much a hash is shifted to the number of a bit in them.
    readonly uint[] rows;
    readonly ulong[] bits;

    /// <summary>Makes room.</summary>
    /// <param name="counts">How many numbers each row will hold.</param>
    public RowFilter(ReadOnlySpan<int> counts)
    {
        rows = new uint[counts.Length];

        // All empty rows share the first word.
        var length = 1;
        for (var row = 0; row < counts.Length; row++)
        {
            var size = counts[row] == 0 ? BitsPerWord : (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(BitsPerWord, BitsPerNumber * counts[row]));
            rows[row] = (uint)(counts[row] == 0 ? 0 : length) << ShiftBits | (uint)(32 - BitOperations.Log2((uint)size));
            length += counts[row] == 0 ? 0 : size / BitsPerWord;
        }

        bits = new ulong[length];
    }

    /// <summary>Takes a number into a row.</summary>
    public void Add(int row, int number)
    {
        var place = Place(row, number);
        bits[place >> LogBitsPerWord] |= 1ul << (int)place;
    }

    /// <summary>Whether a row may hold a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(int row, int number)
    {
        var place = Place(row, number);
        return (bits[place >> LogBitsPerWord] >> (int)place & 1) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Place(int row, int number)
    {
        var own = rows[row];
        return (own >> ShiftBits << LogBitsPerWord) + ((uint)number * Factor >> (int)(own & ((1u << ShiftBits) - 1)));
    }
}
