using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Reads the positions of single documents of a term, or finds those of all of a block and copies them as bits. A group of documents has its positions one behind the other, so those of the documents
/// before the wanted one are read along; where groups begin is known. Allocates only when a document has more positions than any before.
/// </summary>
sealed class PositionReader
{
    readonly long[] groupStarts = new long[PositionGroups.Most + 1];

    // Where the positions of each document of the block end, once all were found.
    readonly long[] ends = new long[PostingsWriter.Block];
    uint[] raised = new uint[64];
    int[] result = new int[64];
    SegmentReader? segment;
    TermEntry entry;
    int field;
    byte[] norms = [];
    byte[] extents = [];
    SealedFile? file;

    // The block of documents that is at hand, how many documents its groups have, and the bit of the first group that positions begin with.
    int block;
    int groupLength;
    long firstBit;

    // The group that is being read, the document of the block whose positions come next, and where.
    int group;
    int next;
    long bit;

    // The document of the block whose positions are in the result, and how many they are.
    int held;
    int heldCount;

    /// <summary>Where the positions that were read last end.</summary>
    internal long Offset => block < 0 ? entry.PositionsStart : groupStarts[group] + ((bit + 7) / 8);

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
        (norms, extents) = ([], []);
    }

    internal bool IsAt(int documentBlock) => block == documentBlock;

    /// <summary>From now on documents are those of a term that is in so few that its positions lie behind them, from a bit of its postings on.</summary>
    internal void EnterShort(long startBit)
    {
        Enter(0, segment!.Postings, PostingsWriter.Block);
        (groupStarts[0], groupStarts[1], firstBit) = (entry.PostingsStart, entry.PostingsEnd, startBit);
    }

    /// <summary>From now on documents are those of one of several blocks.</summary>
    /// <param name="documentBlock">The block.</param>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="start">Where its positions begin, from the start of those of the term.</param>
    /// <param name="end">Where they end.</param>
    internal void EnterBlock(int documentBlock, int documents, uint start, uint end)
    {
        Enter(documentBlock, segment!.Positions, PositionGroups.Length);
        if (start > end || end > entry.PositionsLength)
            throw file!.Corrupt(entry.PositionsStart, $"the positions of block {documentBlock} of a term do not lie within its positions");
        PositionGroups.ReadStarts(file!, entry.PositionsStart + start, entry.PositionsStart + end, documents, groupStarts);
        firstBit = 0;
    }

    /// <summary>The positions of the document at <paramref name="index"/> of the block, ascending.</summary>
    internal ReadOnlySpan<int> Read(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        if (held == index)
            return result.AsSpan(0, heldCount);

        var wanted = index / groupLength;
        if (wanted != group || index < next)
            (group, next, bit) = (wanted, wanted * groupLength, wanted == 0 ? firstBit : 0);

        var reader = new BitReader(file!, groupStarts[group], groupStarts[group + 1], bit);
        Skip(reader.Bytes, documents, frequencies, index);
        heldCount = ReadOne(reader.Bytes, ref bit, documents[index], frequencies[index]);
        reader.Check(bit);
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
        for (next = 0; next < documents.Length;)
        {
            group = next / groupLength;
            bit = group == 0 ? firstBit : 0;
            var reader = new BitReader(file!, groupStarts[group], groupStarts[group + 1], bit);
            var end = Math.Min(documents.Length, next + groupLength);
            FindEnds(reader.Bytes, documents[..end], frequencies);
            reader.Check(bit);
        }

        held = -1;
    }

    /// <summary>Copies the positions of some documents of the block, once they were found.</summary>
    internal void Copy(int first, int count, BitWriter target)
    {
        for (var end = first + count; first < end;)
        {
            var place = first / groupLength;
            var last = Math.Min(end, (place + 1) * groupLength) - 1;
            var start = first > place * groupLength ? ends[first - 1] : place == 0 ? firstBit : 0;
            target.Append(new BitReader(file!, groupStarts[place], groupStarts[place + 1], start).Bytes, start, ends[last]);
            first = last + 1;
        }
    }

    void Enter(int documentBlock, SealedFile positions, int documentsOfGroup)
    {
        (norms, extents) = (segment!.Documents.Norms(field), segment.Documents.Extents(field));
        (block, file, groupLength, group, held) = (documentBlock, positions, documentsOfGroup, -1, -1);
    }

    // Most documents have a term once.
    void Skip(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int index)
    {
        var place = bit;
        for (; next < index; next++)
        {
            if (frequencies[next] == 1)
                BitReader.ReadUpTo(bytes, ref place, FieldLength.GreatestPosition(extents[documents[next]]));
            else
                ReadOne(bytes, ref place, documents[next], frequencies[next]);
        }

        bit = place;
    }

    void FindEnds(ReadOnlySpan<byte> bytes, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies)
    {
        var place = bit;
        for (; next < documents.Length; next++)
        {
            if (frequencies[next] == 1)
                BitReader.ReadUpTo(bytes, ref place, FieldLength.GreatestPosition(extents[documents[next]]));
            else
                ReadOne(bytes, ref place, documents[next], frequencies[next]);
            ends[next] = place;
        }

        bit = place;
    }

    // Returns how many there are; a document cannot have more of one term than of all.
    int ReadOne(ReadOnlySpan<byte> bytes, ref long place, uint document, uint frequency)
    {
        if (frequency > FieldLength.Most(norms[document]))
            throw file!.Corrupt(groupStarts[group], $"a term cannot occur {frequency} times in document {document}");

        var count = (int)frequency;
        if (count > raised.Length)
            raised = new uint[Math.Max(raised.Length * 2, count)];
        PositionCode.Read(bytes, ref place, raised.AsSpan(0, count), FieldLength.GreatestPosition(extents[document]));
        return count;
    }
}
