using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Columns;

/// <summary>
/// Writes one column of a segment into its file of documents. A value is coded as its distance from the smallest one plus 1, a text as its
/// place among the texts plus 1, and 0 is for none. Layout, for n documents:
/// <code>
/// smallest i64 (0 for texts) | width u8
/// texts: count u32, where each ends u32×count in units, units UTF-16LE, ascending   (a text column only)
/// bounds: for each 256 documents the smallest and greatest code above 0, u64×2, or 0 and 0   (a number column only)
/// codes, as <see cref="PackedNumbers"/> of that width
/// </code>
/// </summary>
static class ColumnWriter
{
    internal const int BlockDocuments = 256;

    internal static void Write(SealedFileWriter output, ColumnKind kind, ColumnValues values)
    {
        if (kind == ColumnKind.Number)
            WriteNumbers(output, values.Numbers);
        else
            WriteTexts(output, values);
    }

    static void WriteNumbers(SealedFileWriter output, long[] numbers)
    {
        var smallest = numbers.Where(number => number != ColumnValues.Missing).DefaultIfEmpty().Min();
        var codes = Array.ConvertAll(numbers, number => number == ColumnValues.Missing ? 0 : (ulong)(number - smallest) + 1);
        output.WriteUInt64((ulong)smallest);
        var width = PackedNumbers.WidthOf(codes);
        output.WriteByte((byte)width);
        foreach (var block in codes.Chunk(BlockDocuments))
        {
            var (least, greatest) = Bounds(block);
            output.WriteUInt64(least);
            output.WriteUInt64(greatest);
        }

        PackedNumbers.Write(output, codes, width);
    }

    static void WriteTexts(SealedFileWriter output, ColumnValues values)
    {
        var used = values.Numbers.Where(place => place != ColumnValues.Missing).Distinct()
            .OrderBy(place => values.Texts[(int)place], StringComparer.Ordinal).ToArray();
        var codeOf = new ulong[values.Texts.Count];
        for (var i = 0; i < used.Length; i++)
            codeOf[used[i]] = (ulong)i + 1;

        var codes = Array.ConvertAll(values.Numbers, place => place == ColumnValues.Missing ? 0 : codeOf[place]);
        output.WriteUInt64(0);
        var width = PackedNumbers.WidthOf(codes);
        output.WriteByte((byte)width);
        output.WriteUInt32((uint)used.Length);
        var end = 0u;
        foreach (var place in used)
            output.WriteUInt32(end += (uint)values.Texts[(int)place].Length);
        foreach (var place in used)
            output.WriteBytes(MemoryMarshal.AsBytes(values.Texts[(int)place].AsSpan()));
        PackedNumbers.Write(output, codes, width);
    }

    /// <summary>The smallest and greatest code above 0, or 0 and 0.</summary>
    internal static (ulong Least, ulong Greatest) Bounds(ReadOnlySpan<ulong> codes)
    {
        var (least, greatest) = (ulong.MaxValue, 0UL);
        foreach (var code in codes)
        {
            if (code > 0)
                (least, greatest) = (Math.Min(least, code), Math.Max(greatest, code));
        }

        return greatest == 0 ? (0, 0) : (least, greatest);
    }
}
