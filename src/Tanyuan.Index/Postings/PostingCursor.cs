using Tanyuan.Index.Kernels;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Walks a term's documents in ascending order, a block of up to 256 decoded at a time; frequencies and positions are decoded
/// only where they are asked for, blocks that are passed over not at all. The layout is told in <see cref="PostingsWriter"/>.
/// One cursor serves many terms in turn and allocates nothing after its first use. Not thread-safe.
/// </summary>
sealed class PostingCursor
{
    internal const int End = int.MaxValue;
    internal const int BlockLength = PostingsWriter.Block;

    readonly uint[] documents = new uint[BlockLength + Ascending.Padding];
    readonly uint[] frequencies = new uint[BlockLength];
    readonly PositionReader positions = new();
    readonly ShortReader shorts = new();
    SegmentReader? segment;
    TermEntry entry;
    int field;
    bool withPositions;
    int blocks;
    SkipHead skipHead;
    int skipReach;
    int block;
    int count;
    int index;
    bool decoded;
    long frequenciesStart;
    long blockEnd;
    bool frequenciesAreBare;
    bool frequenciesDecoded;
    int shallow;
    int boundedBlock;
    double boundOfBlock;

    internal PostingCursor()
    {
    }

    internal PostingCursor(SegmentReader segment, in TermEntry entry, int field) => Reset(segment, entry, field);

    internal int DocumentFrequency => entry.DocumentFrequency;

    /// <summary>The document at the cursor; −1 before the first, <see cref="End"/> after the last.</summary>
    internal int Document { get; private set; } = -1;

    /// <summary>How often the term occurs in the current document.</summary>
    internal int Frequency
    {
        get
        {
            DecodeFrequencies();
            return (int)frequencies[index];
        }
    }

    /// <summary>Whether the term has several blocks, so that there are bounds for parts of its documents.</summary>
    internal bool HasBlocks => blocks > 1;

    /// <summary>The documents of the current block from the current one on.</summary>
    internal ReadOnlySpan<uint> Documents => documents.AsSpan(index, count - index);

    /// <summary>The frequencies that belong to <see cref="Documents"/>.</summary>
    internal ReadOnlySpan<uint> Frequencies
    {
        get
        {
            DecodeFrequencies();
            return frequencies.AsSpan(index, count - index);
        }
    }

    /// <summary>Puts the cursor before the first document of a term.</summary>
    internal void Reset(SegmentReader termSegment, in TermEntry term, int termField)
    {
        segment = termSegment;
        entry = term;
        field = termField;
        withPositions = termSegment.Terms.Field(termField).Positions;
        blocks = (entry.DocumentFrequency + BlockLength - 1) / BlockLength;
        Document = -1;
        (block, shallow, count, index, boundedBlock) = (0, 0, 0, 0, -1);
        (decoded, frequenciesDecoded) = (false, false);
        positions.Reset(termSegment, term, termField);
        if (HasBlocks)
            EnterSkips(termSegment.Postings);
    }

    /// <summary>Lets go of the segment.</summary>
    internal void Clear()
    {
        segment = null;
        shorts.Clear();
        positions.Clear();
    }

    internal int MoveNext() => Document == End ? End : Advance(Document + 1);

    /// <summary>Moves to the first document that is not before <paramref name="target"/>; stays where it is when that one qualifies.</summary>
    internal int Advance(int target)
    {
        if (Document >= target)
            return Document;

        if (!decoded || documents[count - 1] < (uint)target)
        {
            if (decoded)
                block++;
            if (HasBlocks)
                block = Skips().Find(target, block, blocks);
            decoded = false;
            if (block >= blocks)
                return Document = End;

            DecodeDocuments();
            if (documents[count - 1] < (uint)target)
            {
                block = blocks;
                decoded = false;
                return Document = End;
            }
        }

        index = FindInBlock((uint)target);
        return Document = (int)documents[index];
    }

    /// <summary>Passes over <paramref name="passed"/> documents of <see cref="Documents"/>.</summary>
    internal void Pass(int passed)
    {
        index += passed;
        if (index < count)
            Document = (int)documents[index];
        else
            Advance((int)documents[count - 1] + 1);
    }

    /// <summary>Moves on within the block to the first document that has the term so often, or else to the first one of the next block.</summary>
    internal int AdvanceToFrequency(int least)
    {
        var found = Frequencies.IndexOfAnyInRange((uint)least, uint.MaxValue);
        if (found > 0)
            Pass(found);
        else if (found < 0)
            Pass(count - index);
        return Document;
    }

    /// <summary>A frequency so low that with a lower one no document of the current block can score as much as <paramref name="least"/>.</summary>
    internal int LeastFrequency(in TermScorer scorer, double least) => HasBlocks ? Skips().ImpactsOf(block).LeastFrequency(scorer, least) : 1;

    /// <summary>
    /// A bound on the score of the documents from <paramref name="from"/> up to <paramref name="last"/>, where its block ends;
    /// −1 where there are none. Only for a term with several blocks.
    /// </summary>
    internal double BoundOfBlock(in TermScorer scorer, int from, out int last)
    {
        var skips = Skips();
        shallow = skips.Find(from, Math.Max(shallow, block), blocks);
        if (shallow >= blocks)
        {
            last = End - 1;
            return -1;
        }

        last = skips.LastDocument(shallow);
        return BoundOf(shallow, skips, scorer);
    }

    /// <summary>Where the block ends that holds the first document from <paramref name="from"/> on. Only for a term with several blocks.</summary>
    internal int LastOfBlock(int from)
    {
        var skips = Skips();
        shallow = skips.Find(from, Math.Max(shallow, block), blocks);
        return shallow >= blocks ? End : skips.LastDocument(shallow);
    }

    /// <summary>A bound on the score of the documents from <paramref name="from"/> on, up to and with <paramref name="last"/>; −1 where there are none.</summary>
    internal double BoundOfRange(in TermScorer scorer, int from, int last)
    {
        var skips = Skips();
        shallow = skips.Find(from, Math.Max(shallow, block), blocks);
        var bound = -1.0;
        for (var place = shallow; place < blocks; place++)
        {
            bound = Math.Max(bound, BoundOf(place, skips, scorer));
            if (skips.LastDocument(place) >= last)
                break;
        }

        return bound;
    }

    /// <summary>A bound on the score of every document. Only for a term with several blocks.</summary>
    internal double BoundOfAll(in TermScorer scorer)
    {
        var skips = Skips();
        if (skipHead.HasImpacts)
            return skips.TermImpacts.Bound(scorer);

        var bound = 0.0;
        for (var place = 0; place < blocks; place++)
            bound = Math.Max(bound, skips.ImpactsOf(place).Bound(scorer));
        return bound;
    }

    /// <summary>What ten documents are known to score at least. Only for a term with several blocks.</summary>
    internal Floors Floors => skipHead.Floors;

    /// <summary>The positions of the term in the current document, ascending; valid until the next call. Only in a field that keeps them.</summary>
    internal ReadOnlySpan<int> ReadPositions()
    {
        EnterPositions();
        return positions.Read(documents.AsSpan(0, count), frequencies, index);
    }

    /// <summary>Finds where the positions of each document of the current block lie, before they are copied.</summary>
    internal void FindPositions()
    {
        EnterPositions();
        positions.FindAll(documents.AsSpan(0, count), frequencies);
    }

    /// <summary>Copies the positions of some documents of the current block, one behind the other (<see cref="PositionCode"/>).</summary>
    /// <param name="first">The place of the first in the block.</param>
    /// <param name="documentCount">How many documents.</param>
    /// <param name="target">Where to.</param>
    internal void CopyPositions(int first, int documentCount, BitWriter target) => positions.Copy(documents.AsSpan(0, count), frequencies, first, documentCount, target);

    /// <summary>Copies a term without blocks, in a field that keeps positions; nothing but its places, which grow by <paramref name="shift"/>, is looked at.</summary>
    internal void CopyPlaces(ulong shift, SegmentWriter target)
    {
        count = entry.DocumentFrequency;
        shorts.ReadPlaces(segment!, entry, field);
        DecodeFrequencies();
        var bytes = new BitReader(segment!.Postings, shorts.Start, shorts.End, 0).Bytes;
        target.AddPlaces(shorts.Places, shift, frequencies.AsSpan(0, count), bytes, shorts.PositionsBit, shorts.EndBit);
    }

    /// <summary>Copies the positions of one document of the current block.</summary>
    /// <param name="place">Its place in the block.</param>
    /// <param name="target">Where to.</param>
    internal void CopyPositions(int place, SegmentWriter target) => positions.CopyOne(documents.AsSpan(0, count), frequencies, place, target);

    /// <summary>The bit that the postings end with which were decoded last, once frequencies were asked for, and positions in a field that keeps them.</summary>
    internal long PostingsEnd => HasBlocks ? 8 * frequenciesStart : withPositions ? positions.EndBit : entry.PostingsStart + ShortPostingBits;

    /// <summary>How many bits the places and frequencies of a term without blocks take, once the cursor is at one of its documents.</summary>
    internal long ShortPostingBits
    {
        get
        {
            DecodeFrequencies();
            return shorts.OwnBits;
        }
    }

    /// <summary>Where the positions that were decoded last end in their file.</summary>
    internal long PositionsEnd => HasBlocks ? positions.Offset : entry.PositionsStart;

    /// <summary>Whether the impacts of block and term allow for the current posting, which has this norm.</summary>
    internal bool IsCovered(byte norm) =>
        !HasBlocks || (Skips().ImpactsOf(block).Cover(Frequency, norm) && (!skipHead.HasImpacts || Skips().TermImpacts.Cover(Frequency, norm)));

    // A term has one scorer as long as the cursor is on it, and a block of a rare one lies in many windows.
    double BoundOf(int place, in SkipTable skips, in TermScorer scorer)
    {
        if (place != boundedBlock)
            (boundedBlock, boundOfBlock) = (place, skips.ImpactsOf(place).Bound(scorer));
        return boundOfBlock;
    }

    // The byte that the postings of a term with blocks begin with.
    long StartByte => entry.PostingsStart / 8;

    SkipTable Skips() => new(segment!.Postings.GetSpan(StartByte, skipReach), skipHead);

    void EnterSkips(SealedFile file)
    {
        skipHead = new SkipHead(file, entry, segment!.DocumentCount);
        skipReach = (int)Math.Min(skipHead.Length + sizeof(ulong), file.Length - StartByte);
    }

    int FindInBlock(uint target)
    {
        var low = index;
        if (documents[low] >= target)
            return low;
        return Ascending.FindFrom(documents, low + 1, count, target);
    }

    void DecodeDocuments()
    {
        (index, frequenciesDecoded) = (0, false);
        count = Math.Min(BlockLength, entry.DocumentFrequency - (block * BlockLength));
        if (HasBlocks)
        {
            DecodeBlock();
        }
        else
        {
            shorts.ReadPlaces(segment!, entry, field);
            shorts.FindDocuments(documents);
        }

        decoded = true;
    }

    void DecodeBlock()
    {
        var file = segment!.Postings;
        var skips = Skips();
        var data = StartByte + skipHead.Length;
        var (before, offset) = (-1, data);
        blockEnd = data + skips.End(block);
        if (block > 0)
        {
            before = skips.LastDocument(block - 1);
            offset += skips.End(block - 1);
        }

        if (offset > blockEnd || 8 * blockEnd > entry.PostingsEnd || before < -1)
            throw file.Corrupt(StartByte, $"block {block} of a term does not lie within its postings");
        frequenciesStart = DocumentBlock.Read(file, offset, blockEnd, documents.AsSpan(0, count), before, segment.DocumentCount, out frequenciesAreBare);
        if (block + 1 < blocks && documents[count - 1] != (uint)skips.LastDocument(block))
            throw file.Corrupt(offset, $"document {documents[count - 1]} does not end block {block} of a term");
    }

    void DecodeFrequencies()
    {
        if (frequenciesDecoded)
            return;

        frequenciesDecoded = true;
        var values = frequencies.AsSpan(0, count);
        if (!HasBlocks)
            shorts.ReadFrequencies(values);
        else
            FrequencyBlock.Read(segment!.Postings, ref frequenciesStart, blockEnd, frequenciesAreBare, values);
    }

    void EnterPositions()
    {
        DecodeFrequencies();
        if (positions.IsAt(block))
            return;

        if (!HasBlocks)
        {
            positions.EnterShort(shorts);
            return;
        }

        var skips = Skips();
        positions.EnterBlock(block, frequencies.AsSpan(0, count), skips.PositionsStart(block), block + 1 < blocks ? skips.PositionsStart(block + 1) : checked((uint)entry.PositionsLength));
    }
}
