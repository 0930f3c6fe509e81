using System.Runtime.Intrinsics;

namespace Tanyuan.Text.Decoding.Kernels;

/// <summary>
/// Adds up what the units of a text cost in many languages at once. Each unit has a row of costs, a byte a language; units that cost the same in all share one, so the
/// rows that a text touches lie close together, and a row is added in one step.
/// </summary>
internal static class CostRows
{
    /// <summary>The length of a row: so many languages there may be.</summary>
    public const int Columns = 32;

    // A lane of sixteen bits holds so many costs of eight.
    const int Block = 256;

    /// <summary>Adds the costs of a text to the sums of the languages.</summary>
    /// <param name="rowOf">The number of the row of each unit.</param>
    /// <param name="rows">The rows, one behind the other.</param>
    /// <param name="text">The text.</param>
    /// <param name="sums">A sum for each column.</param>
    public static void Add(ReadOnlySpan<ushort> rowOf, ReadOnlySpan<byte> rows, ReadOnlySpan<char> text, Span<long> sums)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            AddScalar(rowOf, rows, text, sums);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, Columns, nameof(sums));
        for (var start = 0; start < text.Length; start += Block)
            AddBlock(rowOf, rows, text[start..Math.Min(text.Length, start + Block)], sums);
    }

    /// <summary>The same one by one.</summary>
    public static void AddScalar(ReadOnlySpan<ushort> rowOf, ReadOnlySpan<byte> rows, ReadOnlySpan<char> text, Span<long> sums)
    {
        foreach (var unit in text)
        {
            var row = rows.Slice(rowOf[unit] * Columns, Columns);
            for (var column = 0; column < Columns; column++)
                sums[column] += row[column];
        }
    }

    static void AddBlock(ReadOnlySpan<ushort> rowOf, ReadOnlySpan<byte> rows, ReadOnlySpan<char> text, Span<long> sums)
    {
        var (first, second) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
        foreach (var unit in text)
        {
            var row = Vector256.Create(rows.Slice(rowOf[unit] * Columns, Columns));
            var (low, high) = Vector256.Widen(row);
            first += low;
            second += high;
        }

        for (var lane = 0; lane < Vector256<ushort>.Count; lane++)
        {
            sums[lane] += first[lane];
            sums[lane + Vector256<ushort>.Count] += second[lane];
        }
    }
}
