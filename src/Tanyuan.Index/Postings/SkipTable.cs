using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The table before the blocks of a term that has more than one: where each block lies and what it can score, so that most are never read. One stretch of bits, lowest first:
/// <code>
/// <see cref="SkipHead"/>
/// | for each block but the last: its last document | its end | [start of the positions of the next]
/// | for each block: <see cref="ImpactRows"/> | those of the term, where it has more than a few blocks
/// | up to a whole byte
/// </code>
/// Ends count from the end of the table, starts from the start of the term's positions. They and the documents are told by how much they are above or below what they were if
/// all documents of the segment, or all bytes, were shared out evenly among the term's documents.
/// </summary>
readonly ref struct SkipTable
{
    const int SafeBits = 56;

    readonly ReadOnlySpan<byte> bytes;
    readonly ref readonly SkipHead head;

    /// <param name="bytes">The table, and a word behind it where the file has one.</param>
    /// <param name="head">Its head.</param>
    internal SkipTable(ReadOnlySpan<byte> bytes, in SkipHead head)
    {
        this.bytes = bytes;
        this.head = ref head;
    }

    /// <summary>The impacts of the term, where it has its own.</summary>
    internal Impacts TermImpacts => ImpactsOf(head.Blocks);

    /// <summary>The last document of a block; of the term's last block the last one that it can be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int LastDocument(int block) =>
        block == head.Blocks - 1 ? head.DocumentCount - 1 : (int)(SkipHead.Expected(head.DocumentSlope, block + 1) + Number(block, 0, head.Document));

    /// <summary>Where a block ends.</summary>
    internal uint End(int block) =>
        block == head.Blocks - 1 ? head.DataLength : unchecked((uint)(SkipHead.Expected(head.EndSlope, block + 1) + Number(block, head.Document, head.End)));

    /// <summary>Where the positions of a block begin.</summary>
    internal uint PositionsStart(int block) =>
        block == 0 ? 0 : unchecked((uint)(SkipHead.Expected(head.PositionSlope, block) + Number(block - 1, head.Document + head.End, head.Position)));

    internal Impacts ImpactsOf(int block)
    {
        var bit = head.ImpactsStart + ((long)block * head.ImpactBits);
        var row = BitReader.Window(bytes, bit);
        if (head.ImpactBits > SafeBits)
            row = (uint)row | (BitReader.Window(bytes, bit + 32) << 32);
        return ImpactRows.Read(row, head.ImpactPlaces, head.LeastImpacts);
    }

    /// <summary>The first block from <paramref name="from"/> on that may hold <paramref name="document"/>, or the number of blocks.</summary>
    internal int Find(int document, int from, int blocks)
    {
        // Near ones are wanted most, so the search gallops.
        var (low, step) = (from, 1);
        while (low < blocks && LastDocument(low) < document)
        {
            low += step;
            step *= 2;
        }

        if (step <= 2)
            return Math.Min(low, blocks);

        var high = Math.Min(low, blocks);
        low = low - (step / 2) + 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LastDocument(middle) < document)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // By how much a number is above its line.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    long Number(int row, int first, int width)
    {
        var number = BitReader.Window(bytes, head.RowsStart + ((long)row * head.Row) + first) & ((1UL << width) - 1);
        return (long)number - SkipHead.Below(width);
    }
}
