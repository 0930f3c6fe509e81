using System.Runtime.Intrinsics;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Writes postings and positions. A term in a single document has no more than its positions here, the dictionary having the document; one in up to 256 is a
/// single stretch of bits (<see cref="ShortPostings"/>); nothing of either is in the positions file. The documents of a more frequent one are cut into blocks of 256, the last
/// one shorter; each has its documents (<see cref="DocumentBlock"/>), then their frequencies less one (<see cref="PatchedNumbers"/>). Before the blocks stands
/// the <see cref="SkipTable"/>, and the positions file has those of each block (<see cref="PositionGroups"/>). A term that occurs once in all has its position in the dictionary.
/// </summary>
sealed class PostingsWriter(IndexDirectory directory, long segment) : IDisposable
{
    /// <summary>How many documents a block has, and a term without blocks at most.</summary>
    internal const int Block = PatchedNumbers.Most;

    readonly SealedFileWriter postings = new(directory, SegmentFiles.Postings(segment), FileKind.Postings, segment);
    readonly SealedFileWriter positions = new(directory, SegmentFiles.Positions(segment), FileKind.Positions, segment);
    readonly uint[] documents = new uint[Block];
    readonly uint[] frequencies = new uint[Block];
    readonly byte[] greatest = new byte[256];
    readonly byte[] greatestOfTerm = new byte[256];
    readonly FloorFinder floors = new();
    readonly byte[] scratch = new byte[2 * PatchedNumbers.LongestWritten];
    readonly BitWriter bits = new();
    readonly SkipTableWriter skips = new();
    byte[] data = new byte[1 << 12];
    int dataLength;
    long postingsStart;
    long positionsStart;
    bool withPositions;
    byte[] norms = [];
    byte[] extents = [];
    int count;
    int lastDocument;

    // How much oftener the term occurs than there are documents with it.
    long repeats;

    // The positions of the documents that wait, and the bit behind those of each group of them.
    readonly BitWriter waiting = new();
    readonly long[] groupEnds = new long[PositionGroups.Most];

    // Those of the document added last, raised as PositionCode has them, and the next one less its distance from the one before.
    uint[] raised = new uint[Block];
    int raisedCount;
    uint nextRaised;

    /// <summary>Begins a term.</summary>
    /// <param name="keepPositions">Whether its field keeps positions.</param>
    /// <param name="fieldNorms">The norms of the field, by document.</param>
    /// <param name="fieldExtents">The extents of the field, by document, where it keeps positions.</param>
    internal void StartTerm(bool keepPositions, byte[] fieldNorms, byte[] fieldExtents)
    {
        (withPositions, norms, extents) = (keepPositions, fieldNorms, fieldExtents);
        (postingsStart, positionsStart) = (postings.Position, positions.Position);
        (count, raisedCount, dataLength, repeats, lastDocument) = (0, 0, 0, 0, -1);
        skips.Clear();
        waiting.Clear();
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
        if (withPositions)
            waiting.WriteUpTo(FieldLength.GreatestPosition(extents[document]), position);
    }

    /// <summary>How many documents can be added at once next, 1 or more.</summary>
    internal int Room => PositionGroups.Length - (count % PositionGroups.Length);

    /// <summary>Adds documents, no more than there is <see cref="Room"/> for; all their positions must be added next. Their numbers grow by <paramref name="shift"/>.</summary>
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

    /// <summary>Adds a position of the document added last, by its distance from the one before in it, the first from 0.</summary>
    internal void AddDistance(uint distance)
    {
        if (raisedCount == raised.Length)
            Array.Resize(ref raised, raised.Length * 2);
        raised[raisedCount++] = nextRaised += distance;
        nextRaised++;
        if (raisedCount == frequencies[count - 1])
            PositionCode.Write(waiting, raised.AsSpan(0, raisedCount), GreatestPosition(count - 1));
    }

    internal TermEntry EndTerm()
    {
        var documentFrequency = (skips.Count * Block) + count;
        var totalFrequency = documentFrequency + repeats;
        if (skips.Count > 0)
        {
            EndBlock();
            WriteSkips(documentFrequency);
            postings.WriteBytes(data.AsSpan(0, dataLength));
        }
        else if (documentFrequency > 1 || (withPositions && totalFrequency > 1))
        {
            ShortPostings.Write(bits, documents.AsSpan(0, count), frequencies.AsSpan(0, count), checked((int)totalFrequency), norms.Length);
            bits.Append(waiting.Bytes, 0, waiting.Length);
            bits.Align();
            postings.WriteBytes(bits.Bytes);
            bits.Clear();
        }

        return new TermEntry(
            documentFrequency, totalFrequency, postingsStart, postings.Position - postingsStart, positionsStart, positions.Position - positionsStart,
            documentFrequency == 1 ? (int)documents[0] : -1, totalFrequency == 1 && withPositions ? OnlyPosition() : -1);
    }

    internal void Finish()
    {
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
        Span<uint> others = stackalloc uint[Block];
        others = others[..count];
        for (var i = 0; i < others.Length; i++)
            others[i] = frequencies[i] - 1;

        var written = DocumentBlock.Write(documents.AsSpan(0, count), lastDocument, scratch);
        written += PatchedNumbers.Write(others, scratch.AsSpan(written));
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
            EndBlock();
        else
            groupEnds[(count / PositionGroups.Length) - 1] = waiting.Length;
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

    int OnlyPosition()
    {
        var bit = 0L;
        return (int)BitReader.ReadUpTo(waiting.Bytes, ref bit, GreatestPosition(0));
    }

    uint GreatestPosition(int place) => FieldLength.GreatestPosition(extents[documents[place]]);

    void WriteSkips(int documentFrequency)
    {
        skips.Write(bits, norms.Length, documentFrequency, Impacts.Of(greatestOfTerm), floors.Take());
        postings.WriteBytes(bits.Bytes);
        bits.Clear();
    }
}
