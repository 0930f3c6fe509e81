using System.Runtime.CompilerServices;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Reads the positions of single documents of a term, or finds where those of all documents of a block lie and copies them as bits. A group of documents has its positions
/// one behind the other, so those of the documents before the wanted one are read along; where groups begin is known. Of a term without blocks the anchors
/// are known from the places of its documents, and only the rest is read (<see cref="ShortPostings"/>). Allocates only when a document has more positions than any before.
/// </summary>
sealed class PositionReader
{
    // The bit of the block that each group begins with, and the one behind the last.
    readonly long[] groupStarts = new long[PositionGroups.Most + 1];

    // The bit of the block behind the positions of each document, once all were found.
    readonly long[] ends = new long[PostingsWriter.Block];
    uint[] raised = new uint[64];
    int[] result = new int[64];
    SegmentReader? segment;
    TermEntry entry;
    int field;
    byte[] norms = [];
    byte[] extents = [];
    SealedFile? file;

    // The block of documents that is at hand, how many documents its groups have, and where it lies.
    int block;
    int groupLength;
    long start;
    long end;

    // The group that is being read, the document of the block whose positions come next, and where.
    int group;
    int next;
    long bit;

    // The document of the block whose positions are in the result, and how many they are.
    int held;
    int heldCount;

    // What reads the term, where it has no blocks.
    ShortReader? shorts;

    /// <summary>The bit of the postings that positions which were read last end with, of a term without blocks.</summary>
    internal long EndBit => (8 * start) + bit;

    /// <summary>Where the positions that were read last end.</summary>
    internal long Offset =>
        block < 0 ? entry.PositionsStart
        : groupLength == PositionGroups.Length && (8 * (end - start)) - bit is >= 0 and < PositionGroups.Filling ? end
        : start + ((bit + 7) / 8);

    internal void Reset(SegmentReader termSegment, in TermEntry term, int termField)
    {
        segment = termSegment;
        entry = term;
        field = termField;
        block = -1;
    }

    internal void Clear()
    {
        segment = null;
        file = null;
        shorts = null;
        (norms, extents) = ([], []);
    }

    internal bool IsAt(int documentBlock) => block == documentBlock;

    /// <summary>From now on documents are those of a term that is in so few that its positions lie behind them; places and frequencies were read.</summary>
    internal void EnterShort(ShortReader reader)
    {
        Enter(0, segment!.Postings, PostingsWriter.Block);
        shorts = reader;
        (start, end) = (reader.Start, reader.End);
        (groupStarts[0], groupStarts[1]) = (reader.PositionsBit, reader.EndBit);
    }

    /// <summary>From now on documents are those of one of several blocks.</summary>
    /// <param name="documentBlock">The block.</param>
    /// <param name="frequencies">How often each of its documents has the term.</param>
    /// <param name="from">Where its positions begin, from the start of those of the term.</param>
    /// <param name="to">Where they end.</param>
    internal void EnterBlock(int documentBlock, ReadOnlySpan<uint> frequencies, uint from, uint to)
    {
        Enter(documentBlock, segment!.Positions, PositionGroups.Length);
        shorts = null;
        if (from > to || to > entry.PositionsLength)
            throw file!.Corrupt(entry.PositionsStart, $"the positions of block {documentBlock} of a term do not lie within its positions");
        (start, end) = (entry.PositionsStart + from, entry.PositionsStart + to);
        PositionGroups.ReadStarts(file!, start, end, frequencies, groupStarts);
    }

    /// <summary>The positions of the document at <paramref name="index"/> of the block, ascending.</summary>
    internal ReadOnlySpan<int> Read(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        if (held == index)
            return result.AsSpan(0, heldCount);

        var wanted = index / groupLength;
        if (wanted != group || index < next)
            (group, next, bit) = (wanted, wanted * groupLength, groupStarts[wanted]);

        var reader = new BitReader(file!, start, end, bit);
        Skip(reader.Bytes, documents, frequencies, index);
        bit = ReadOne(reader.Bytes, bit, documents, frequencies, index);
        heldCount = (int)frequencies[index];
        if (bit > groupStarts[group + 1])
            throw TooFewBits();
        (next, held) = (index + 1, index);

        if (result.Length < heldCount)
            result = new int[raised.Length];
        for (var i = 0; i < heldCount; i++)
            result[i] = (int)raised[i] - i;
        return result.AsSpan(0, heldCount);
    }

    /// <summary>Finds where the positions of each document of the block lie.</summary>
    internal void FindAll(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies)
    {
        var bytes = BytesOfBlock();
        if (groupLength == PositionGroups.Length && documents.Length == PostingsWriter.Block)
            FindInFour(bytes, documents, frequencies);
        else
            FindInTurn(bytes, documents, frequencies);

        // Each group ends where the next one begins; behind the last there are a few bits.
        var last = (documents.Length - 1) / groupLength;
        for (var place = 0; place < last; place++)
        {
            if (ends[((place + 1) * groupLength) - 1] != groupStarts[place + 1])
                throw file!.Corrupt(start, $"group {place} of positions does not end where the next one begins");
        }

        if (ends[documents.Length - 1] > groupStarts[last + 1])
            throw TooFewBits();
    }

    /// <summary>Copies the positions of some documents of the block, once those of all were found.</summary>
    internal void Copy(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int first, int count, BitWriter target)
    {
        if (shorts is null)
            target.Append(BytesOfBlock(), first == 0 ? groupStarts[0] : ends[first - 1], ends[first + count - 1]);
        else
            CopyShort(documents, frequencies, first, count, target);
    }

    /// <summary>Copies the positions of one document of the block, once those of all were found.</summary>
    internal void CopyOne(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index, SegmentWriter target)
    {
        var bytes = BytesOfBlock();
        var first = index == 0 ? groupStarts[0] : ends[index - 1];
        var anchor = shorts?.AnchorOf(index, documents[index])
            ?? PositionCode.ReadAnchor(bytes, ref first, (int)frequencies[index], FieldLength.GreatestPosition(extents[documents[index]]));
        target.AddPositions(anchor, bytes, first, ends[index]);
    }

    // The anchors lie with the documents, apart from the rest.
    [SkipLocalsInit]
    void CopyShort(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int first, int count, BitWriter target)
    {
        // Where documents begin lies far apart in memory, so it is asked for all together.
        Span<uint> anchors = stackalloc uint[PostingsWriter.Block];
        shorts!.ReadAnchors(documents, first, anchors[..count]);
        var bytes = BytesOfBlock();
        for (var i = first; i < first + count; i++)
        {
            PositionCode.WriteAnchor(target, anchors[i - first], (int)frequencies[i], FieldLength.GreatestPosition(extents[documents[i]]));
            if (frequencies[i] > 1)
                target.Append(bytes, i == 0 ? groupStarts[0] : ends[i - 1], ends[i]);
        }
    }

    void Enter(int documentBlock, SealedFile positions, int documentsOfGroup)
    {
        (norms, extents) = (segment!.Documents.Norms(field), segment.Documents.Extents(field));
        (block, file, groupLength, group, held) = (documentBlock, positions, documentsOfGroup, -1, -1);
    }

    ReadOnlySpan<byte> BytesOfBlock() => new BitReader(file!, start, end, 0).Bytes;

    Text.TanyuanException TooFewBits() => file!.Corrupt(start, "there are fewer bits than positions need");

    void FindInTurn(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies)
    {
        for (var (i, place) = (0, 0); i < documents.Length; place++)
        {
            var reached = groupStarts[place];
            for (var behind = Math.Min(documents.Length, i + groupLength); i < behind; i++)
                ends[i] = reached = Pass(bytes, reached, documents, frequencies, i);
        }
    }

    // Where a number ends is known only once it is read, and the next one waits for that; those of another group do not.
    void FindInFour(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies)
    {
        const int Length = PositionGroups.Length;
        var (first, second, third, fourth) = (groupStarts[0], groupStarts[1], groupStarts[2], groupStarts[3]);
        for (var i = 0; i < Length; i++)
        {
            ends[i] = first = Pass(bytes, first, documents, frequencies, i);
            ends[i + Length] = second = Pass(bytes, second, documents, frequencies, i + Length);
            ends[i + (2 * Length)] = third = Pass(bytes, third, documents, frequencies, i + (2 * Length));
            ends[i + (3 * Length)] = fourth = Pass(bytes, fourth, documents, frequencies, i + (3 * Length));
        }
    }

    void Skip(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        var place = bit;
        for (; next < index; next++)
            place = Pass(bytes, place, documents, frequencies, next);
        bit = place;
    }

    // The bit behind the positions of a document. Most documents have a term once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    long Pass(ReadOnlySpan<byte> bytes, long place, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        if (frequencies[index] > 1)
            return ReadOne(bytes, place, documents, frequencies, index);
        if (shorts is null)
            BitReader.ReadUpTo(bytes, ref place, FieldLength.GreatestPosition(extents[documents[index]]));
        return place;
    }

    // Returns the bit behind them; a document cannot have more of one term than of all.
    long ReadOne(ReadOnlySpan<byte> bytes, long place, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        var (document, frequency) = (documents[index], frequencies[index]);
        if (frequency > FieldLength.Most(norms[document]))
            throw file!.Corrupt(start, $"a term cannot occur {frequency} times in document {document}");

        if (frequency > raised.Length)
            raised = new uint[Math.Max(raised.Length * 2, (int)frequency)];
        var all = raised.AsSpan(0, (int)frequency);
        var greatest = FieldLength.GreatestPosition(extents[document]);
        if (shorts is null)
            PositionCode.Read(bytes, ref place, all, greatest);
        else
            PositionCode.ReadRest(bytes, ref place, all, shorts.AnchorOf(index, document), greatest);
        return place;
    }
}
