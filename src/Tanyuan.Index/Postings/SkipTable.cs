using System.Buffers.Binary;

namespace Tanyuan.Index.Postings;

/// <summary>
/// The table before the blocks of a term that has more than one: where each block lies and what it can score, so that most
/// are never read. First the impacts of the whole term and its <see cref="Floors"/>, 8 bytes each; then for each block
/// <code>
/// last document u32 | end of the block u32 | impacts 8 | [start of its positions u32]
/// </code>
/// Ends count from the end of the table, starts from the start of the term's positions; the part in brackets is there in fields that keep positions.
/// </summary>
readonly ref struct SkipTable(ReadOnlySpan<byte> bytes, bool positions)
{
    internal const int HeadLength = Impacts.Size + Floors.Size;

    readonly ReadOnlySpan<byte> bytes = bytes;
    readonly int entryLength = EntryLength(positions);

    internal static int EntryLength(bool positions) => positions ? 20 : 16;

    internal static int Length(int blocks, bool positions) => HeadLength + (blocks * EntryLength(positions));

    internal Impacts TermImpacts => Impacts.Read(bytes);

    internal Floors Floors => new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[Impacts.Size..]));

    internal int LastDocument(int block) => (int)ReadUInt32(block, 0);

    internal uint End(int block) => ReadUInt32(block, 4);

    internal Impacts ImpactsOf(int block) => Impacts.Read(bytes[(HeadLength + (block * entryLength) + 8)..]);

    internal uint PositionsStart(int block) => ReadUInt32(block, 16);

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

    uint ReadUInt32(int block, int place) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[(HeadLength + (block * entryLength) + place)..]);
}
