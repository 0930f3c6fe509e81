using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The table before the blocks of a term that has more than one: where each block lies and what it can score, so that most are never read.
/// <code>
/// impacts of the term 8 | <see cref="Floors"/> 8 | bits of an end u8 | bits of a start of positions u8, 0 in a field that keeps none
/// | for each block: last document, in as many bits as that of the segment needs | end of the block | [start of its positions]; as bits, lowest first, filled up to a byte
/// | for each block: impacts 8
/// </code>
/// Ends count from the end of the table, starts from the start of the term's positions.
/// </summary>
readonly ref struct SkipTable
{
    internal const int HeadLength = Impacts.Size + Floors.Size + 2;

    readonly ReadOnlySpan<byte> bytes;
    readonly SkipWidths widths;
    readonly int rowBits;
    readonly int impacts;

    internal SkipTable(ReadOnlySpan<byte> bytes, int blocks, SkipWidths widths)
    {
        this.bytes = bytes;
        (this.widths, rowBits, impacts) = (widths, widths.Row, widths.ImpactsStart(blocks));
    }

    internal Impacts TermImpacts => Impacts.Read(bytes);

    internal Floors Floors => new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[Impacts.Size..]));

    internal int LastDocument(int block) => (int)Number(block, 0, widths.Document);

    internal uint End(int block) => Number(block, widths.Document, widths.End);

    internal uint PositionsStart(int block) => Number(block, widths.Document + widths.End, widths.Position);

    internal Impacts ImpactsOf(int block) => Impacts.Read(bytes[(impacts + (block * Impacts.Size))..]);

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

    // Behind the last row there are always eight bytes of impacts, so that a number can be taken out of one load.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    uint Number(int block, int first, int width)
    {
        var bit = ((long)block * rowBits) + first;
        var window = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(HeadLength + (int)(bit >> 3))..]);
        return (uint)((window >> (int)(bit & 7)) & ((1UL << width) - 1));
    }
}
