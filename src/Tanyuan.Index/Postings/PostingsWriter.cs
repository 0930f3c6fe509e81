using System.Runtime.Intrinsics;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Writes postings and positions. Those of a term in up to 256 documents are a single stretch of bits (<see cref="ShortPostings"/>), behind that of the term before;
/// nothing of it is in the positions file. A more frequent one begins and ends with a whole byte. Its documents are cut into blocks of 256, the last
/// one shorter; each has its documents (<see cref="DocumentBlock"/>), then their frequencies (<see cref="FrequencyBlock"/>). Before the blocks stands
/// the <see cref="SkipTable"/>, and the positions file has those of each block (<see cref="PositionGroups"/>).
/// </summary>
sealed class PostingsWriter(IndexDirectory directory, long segment) : IDisposable
{
    /// <summary>How many documents a block has, and a term without blocks at most.</summary>
    internal const int Block = PatchedNumbers.Most;

    // Bits.
    const int MostWaiting = 1 << 16;

    readonly SealedFileWriter postings = new(directory, SegmentFiles.Postings(segment), FileKind.Postings, segment);
    readonly SealedFileWriter positions = new(directory, SegmentFiles.Positions(segment), FileKind.Positions, segment);
    readonly uint[] documents = new uint[Block];
    readonly uint[] frequencies = new uint[Block];
    readonly byte[] greatest = new byte[256];
    readonly byte[] greatestOfTerm = new byte[256];
    readonly FloorFinder floors = new();
    readonly byte[] scratch = new byte[2 * PatchedNumbers.LongestWritten];
    readonly BitWriter bits = new();

    // Short postings that wait to be passed on.
    readonly BitWriter shorts = new();
    readonly SkipTableWriter skips = new();
    byte[] data = new byte[1 << 12];
    int dataLength;
    long positionsStart;
    bool withPositions;
    byte[] norms = [];
    byte[] extents = [];
    DocumentPlaces places = DocumentPlaces.OneEach(0);
    int count;
    int lastDocument;

    // How much oftener the term occurs than there are documents with it.
    long repeats;

    // As long as a term may turn out to be in few documents, their anchors, and apart from them the rest of their positions.
    readonly uint[] anchors = new uint[Block];
    readonly BitWriter rests = new();

    // The places of the anchors in the end, or from the beginning where the documents were added by them.
    readonly ulong[] held = new ulong[Block];
    bool areHeld;

    // From then on the positions of the documents that wait, and the bit behind those of each group of them.
    readonly BitWriter waiting = new();
    readonly long[] groupEnds = new long[PositionGroups.Most];
    bool hasBlocks;

    // Those of the document added last, raised as PositionCode has them, and the next one less its distance from the one before.
    uint[] raised = new uint[Block];
    int raisedCount;
    uint nextRaised;

    /// <summary>Begins a term.</summary>
    /// <param name="keepPositions">Whether its field keeps positions.</param>
    /// <param name="fieldNorms">The norms of the field, by document.</param>
    /// <param name="fieldExtents">The extents of the field, by document, where it keeps positions.</param>
    /// <param name="fieldPlaces">The places of its documents.</param>
    internal void StartTerm(bool keepPositions, byte[] fieldNorms, byte[] fieldExtents, DocumentPlaces fieldPlaces)
    {
        (withPositions, norms, extents, places) = (keepPositions, fieldNorms, fieldExtents, fieldPlaces);
        positionsStart = positions.Position;
        (count, raisedCount, dataLength, repeats, lastDocument, hasBlocks, areHeld) = (0, 0, 0, 0, -1, false, false);
        skips.Clear();
        waiting.Clear();
        rests.Clear();
    }

    /// <summary>Adds a document; all its positions must be added next.</summary>
    internal void AddDocument(int document, int frequency)
    {
        MakeRoom();
        documents[count] = (uint)document;
        frequencies[count++] = (uint)frequency;
        repeats += frequency - 1;
        (raisedCount, nextRaised) = (0, 0);
    }

    /// <summary>Adds a document that has the term once, there.</summary>
    internal void AddOnce(int document, uint position)
    {
        MakeRoom();
        documents[count] = (uint)document;
        frequencies[count++] = 1;
        if (hasBlocks && withPositions)
            waiting.WriteUpTo(FieldLength.GreatestPosition(extents[document]), position);
        else
            anchors[count - 1] = position;
    }

    /// <summary>
    /// Adds documents of a term without blocks by the places of their anchors, each of which grows by <paramref name="shift"/>, and the bits of all other positions (<see cref="ShortPostings"/>).
    /// </summary>
    internal void AddPlaces(ReadOnlySpan<ulong> added, ulong shift, ReadOnlySpan<uint> addedFrequencies, ReadOnlySpan<byte> bytes, long firstBit, long endBit)
    {
        areHeld = true;
        rests.Append(bytes, firstBit, endBit);
        addedFrequencies.CopyTo(frequencies.AsSpan(count));
        for (var i = 0; i < added.Length; i++)
        {
            held[count++] = added[i] + shift;
            repeats += addedFrequencies[i] - 1;
        }
    }

    /// <summary>Lets know that the term is in more documents than a block has, before that is seen; what was held of their positions is put together.</summary>
    internal void BeginBlocks()
    {
        if (hasBlocks)
            return;

        hasBlocks = true;
        if (!withPositions)
            return;

        var bit = 0L;
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && i % PositionGroups.Length == 0)
                groupEnds[(i / PositionGroups.Length) - 1] = waiting.Length;
            if (frequencies[i] == 1)
            {
                waiting.WriteUpTo(GreatestPosition(i), anchors[i]);
                continue;
            }

            if (raised.Length < frequencies[i])
                raised = new uint[Math.Max(raised.Length * 2, (int)frequencies[i])];
            var all = raised.AsSpan(0, (int)frequencies[i]);
            PositionCode.ReadRest(rests.Bytes, ref bit, all, anchors[i], GreatestPosition(i));
            PositionCode.Write(waiting, all, GreatestPosition(i));
        }
    }

    /// <summary>How many documents can be added at once next, 1 or more.</summary>
    internal int Room => PositionGroups.Length - (count % PositionGroups.Length);

    /// <summary>
    /// Adds documents of a term that was let know to have blocks, no more than there is <see cref="Room"/> for; all their positions must be added next. Their numbers grow by <paramref name="shift"/>.
    /// </summary>
    internal void AddDocuments(ReadOnlySpan<uint> added, ReadOnlySpan<uint> addedFrequencies, int shift)
    {
        MakeRoom();
        var sum = 0L;
        var numbers = documents.AsSpan(count, added.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = added[i] + (uint)shift;
            sum += addedFrequencies[i];
        }

        addedFrequencies.CopyTo(frequencies.AsSpan(count));
        count += added.Length;
        repeats += sum - added.Length;
    }

    /// <summary>What all positions of the documents added last are written to, document by document (<see cref="PositionCode"/>), where they are not added one by one.</summary>
    internal BitWriter Positions => waiting;

    /// <summary>Adds all positions of the document added last: its anchor, and the bits of the rest (<see cref="PositionCode"/>).</summary>
    internal void AddPositions(uint anchor, ReadOnlySpan<byte> bytes, long firstBit, long endBit)
    {
        if (hasBlocks)
        {
            PositionCode.WriteAnchor(waiting, anchor, (int)frequencies[count - 1], GreatestPosition(count - 1));
            waiting.Append(bytes, firstBit, endBit);
            return;
        }

        rests.Append(bytes, firstBit, endBit);
        anchors[count - 1] = anchor;
    }

    /// <summary>Adds a position of the document added last, by its distance from the one before in it, the first from 0.</summary>
    internal void AddDistance(uint distance)
    {
        if (raisedCount == raised.Length)
            Array.Resize(ref raised, raised.Length * 2);
        raised[raisedCount++] = nextRaised += distance;
        nextRaised++;
        if (raisedCount < frequencies[count - 1])
            return;

        var all = raised.AsSpan(0, raisedCount);
        if (hasBlocks)
        {
            PositionCode.Write(waiting, all, GreatestPosition(count - 1));
            return;
        }

        var anchor = PositionCode.AnchorOf(raisedCount);
        if (raisedCount > 1)
            PositionCode.WriteRest(rests, all, GreatestPosition(count - 1));
        anchors[count - 1] = all[anchor] - (uint)anchor;
    }

    internal TermEntry EndTerm()
    {
        var documentFrequency = (skips.Count * Block) + count;
        var totalFrequency = documentFrequency + repeats;
        if (skips.Count > 0)
        {
            EndBlock();
            PassShorts();
        }

        var start = (8 * postings.Position) + shorts.Length;
        if (skips.Count > 0)
        {
            WriteSkips(documentFrequency);
            postings.WriteBytes(data.AsSpan(0, dataLength));
        }
        else if (count > 0)
        {
            HoldPlaces();
            ShortPostings.Write(shorts, held.AsSpan(0, count), frequencies.AsSpan(0, count), checked((int)totalFrequency), places.Count);
            shorts.Append(rests.Bytes, 0, rests.Length);
        }

        var length = (8 * postings.Position) + shorts.Length - start;
        if (shorts.Length > MostWaiting)
            shorts.PassTo(postings);
        return new TermEntry(documentFrequency, totalFrequency, start, length, positionsStart, positions.Position - positionsStart, documentFrequency == 1 ? held[0] : 0);
    }

    internal void Finish()
    {
        PassShorts();
        postings.Finish();
        positions.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        postings.Dispose();
        positions.Dispose();
    }

    void EndBlock()
    {
        SeeImpacts();
        var written = DocumentBlock.Write(documents.AsSpan(0, count), lastDocument, scratch);
        written = FrequencyBlock.Write(frequencies.AsSpan(0, count), scratch, written);
        lastDocument = (int)documents[count - 1];
        if (dataLength + written > data.Length)
            Array.Resize(ref data, Math.Max(data.Length * 2, dataLength + written));
        scratch.AsSpan(0, written).CopyTo(data.AsSpan(dataLength));
        dataLength += written;

        if (withPositions)
            WritePositionGroups();
        skips.Add(lastDocument, (uint)dataLength, Impacts.Of(greatest), checked((uint)(positions.Position - positionsStart)));
        count = 0;
    }

    void SeeImpacts()
    {
        var normOf = norms.AsSpan();
        var greatestOf = greatest.AsSpan();
        for (var i = 0; i < count; i++)
        {
            var norm = normOf[(int)documents[i]];
            ref var seen = ref greatestOf[norm];
            seen = (byte)Math.Max(seen, Math.Min(frequencies[i], Impacts.Endless));
            floors.See(frequencies[i], norm);
        }

        for (var norm = 0; norm < greatest.Length; norm += Vector256<byte>.Count)
            Vector256.Max(Vector256.Create(greatest, norm), Vector256.Create(greatestOfTerm, norm)).CopyTo(greatestOfTerm, norm);
    }

    // Before the next document: ends the block that is full, and the group.
    void MakeRoom()
    {
        if (count % PositionGroups.Length != 0 || count == 0)
            return;
        if (count == Block)
        {
            BeginBlocks();
            EndBlock();
        }
        else
        {
            groupEnds[(count / PositionGroups.Length) - 1] = waiting.Length;
        }
    }

    void WritePositionGroups()
    {
        var groups = (count + PositionGroups.Length - 1) / PositionGroups.Length;
        groupEnds[groups - 1] = waiting.Length;
        PositionGroups.Write(bits, frequencies.AsSpan(0, count), waiting.Bytes, groupEnds.AsSpan(0, groups));
        positions.WriteBytes(bits.Bytes);
        bits.Clear();
        waiting.Clear();
    }

    // Where documents begin lies far apart in memory, so it is asked for all together.
    void HoldPlaces()
    {
        for (var i = 0; i < count && !areHeld; i++)
            held[i] = places.Of(documents[i], anchors[i]);
    }

    // Up to a whole byte.
    void PassShorts()
    {
        shorts.Align();
        shorts.PassTo(postings);
    }

    uint GreatestPosition(int place) => FieldLength.GreatestPosition(extents[documents[place]]);

    void WriteSkips(int documentFrequency)
    {
        skips.Write(bits, norms.Length, documentFrequency, Impacts.Of(greatestOfTerm), floors.Take());
        postings.WriteBytes(bits.Bytes);
        bits.Clear();
    }
}
