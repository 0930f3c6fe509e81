using System.Buffers.Binary;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Writes postings and positions. A term's documents are cut into blocks of 256, the last one shorter; each block has its documents
/// (<see cref="DocumentBlock"/>), then their frequencies less one (<see cref="PatchedNumbers"/>), which are left out where there is
/// one block and all are 1. Before the blocks of a term with several stands its <see cref="SkipTable"/>. A term in a single document has
/// nothing here: the dictionary holds the document. The positions file has for each occurrence the distance from the one before in the same
/// document, the first from 0, cut into blocks of 256 of their own; nothing for a term that occurs once in all, or in a field without positions.
/// </summary>
sealed class PostingsWriter(IndexDirectory directory, long segment) : IDisposable
{
    const int Block = PatchedNumbers.Most;

    readonly SealedFileWriter postings = new(directory, SegmentFiles.Postings(segment), FileKind.Postings, segment);
    readonly SealedFileWriter positions = new(directory, SegmentFiles.Positions(segment), FileKind.Positions, segment);
    readonly uint[] documents = new uint[Block];
    readonly uint[] frequencies = new uint[Block];
    readonly uint[] distances = new uint[Block];
    readonly byte[] greatest = new byte[256];
    readonly byte[] greatestOfTerm = new byte[256];
    readonly byte[] scratch = new byte[2 * PatchedNumbers.LongestWritten];
    readonly List<(int Last, uint End, Impacts Impacts, uint Occurrences, uint PositionsStart)> skips = [];
    byte[] data = new byte[1 << 12];
    int dataLength;
    long postingsStart;
    long positionsStart;
    bool withPositions;
    byte[] norms = [];
    int count;
    int distanceCount;
    int firstDocument;
    int documentFrequency;
    int lastDocument;
    long totalFrequency;
    long occurrencesBefore;
    uint positionsOfBlock;

    /// <summary>Begins a term.</summary>
    /// <param name="keepPositions">Whether its field keeps positions.</param>
    /// <param name="fieldNorms">The norms of the field, by document.</param>
    internal void StartTerm(bool keepPositions, byte[] fieldNorms)
    {
        (withPositions, norms) = (keepPositions, fieldNorms);
        (postingsStart, positionsStart) = (postings.Position, positions.Position);
        (count, distanceCount, dataLength, documentFrequency, totalFrequency, occurrencesBefore) = (0, 0, 0, 0, 0, 0);
        (lastDocument, positionsOfBlock) = (-1, 0);
        skips.Clear();
    }

    internal void AddDocument(int document, int frequency)
    {
        if (count == Block)
            EndBlock();
        if (documentFrequency == 0)
            firstDocument = document;

        documents[count] = (uint)document;
        frequencies[count++] = (uint)frequency - 1;
        documentFrequency++;
        totalFrequency += frequency;
    }

    /// <summary>How many documents can be added at once next, 1 or more.</summary>
    internal int Room => count == Block ? Block : Block - count;

    /// <summary>Adds documents, no more than there is <see cref="Room"/> for; all their distances must be added next. Their numbers grow by <paramref name="shift"/>.</summary>
    internal void AddDocuments(ReadOnlySpan<uint> added, ReadOnlySpan<uint> addedFrequencies, int shift)
    {
        if (count == Block)
            EndBlock();
        if (documentFrequency == 0)
            firstDocument = (int)added[0] + shift;

        for (var i = 0; i < added.Length; i++, count++)
        {
            documents[count] = added[i] + (uint)shift;
            frequencies[count] = addedFrequencies[i] - 1;
            totalFrequency += addedFrequencies[i];
        }

        documentFrequency += added.Length;
    }

    /// <summary>Adds positions of the documents added last, by their distances from the ones before.</summary>
    internal void AddDistances(ReadOnlySpan<uint> added)
    {
        while (added.Length > 0)
        {
            if (distanceCount == Block)
                EndPositions();
            var taken = Math.Min(added.Length, Block - distanceCount);
            added[..taken].CopyTo(distances.AsSpan(distanceCount));
            distanceCount += taken;
            added = added[taken..];
        }
    }

    /// <summary>Adds a position of the document added last, by its distance from the one before in it, the first from 0.</summary>
    internal void AddDistance(uint distance)
    {
        if (distanceCount == Block)
            EndPositions();
        distances[distanceCount++] = distance;
    }

    internal TermEntry EndTerm()
    {
        if (documentFrequency > 1)
        {
            if (skips.Count > 0)
            {
                EndBlock();
                WriteSkips();
            }
            else
            {
                EncodeBlock(single: true);
            }

            postings.WriteBytes(data.AsSpan(0, dataLength));
        }

        if (totalFrequency > 1 && distanceCount > 0)
            EndPositions();
        return new TermEntry(
            documentFrequency, totalFrequency, postingsStart, postings.Position - postingsStart, positionsStart, positions.Position - positionsStart,
            documentFrequency == 1 ? firstDocument : -1, withPositions && totalFrequency == 1 ? (int)distances[0] : -1);
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

    // The impacts are collected before the block is encoded, for the norms are at hand by document only.
    void EndBlock()
    {
        for (var i = 0; i < count; i++)
        {
            var norm = norms[documents[i]];
            var frequency = (byte)Math.Min(frequencies[i] + 1, Impacts.Endless);
            greatest[norm] = Math.Max(greatest[norm], frequency);
            greatestOfTerm[norm] = Math.Max(greatestOfTerm[norm], frequency);
        }

        var occurrences = 0L;
        for (var i = 0; i < count; i++)
            occurrences += frequencies[i] + 1L;
        EncodeBlock(single: false);
        if (distanceCount == Block)
            EndPositions();
        skips.Add((lastDocument, (uint)dataLength, Impacts.Of(greatest), checked((uint)occurrencesBefore), positionsOfBlock));
        occurrencesBefore += occurrences;

        // The next block's first position goes to the end of what is written, or of what waits to be.
        positionsOfBlock = checked((uint)(positions.Position - positionsStart));
        count = 0;
    }

    // Whether all frequencies of a term are 1 is known only at its end, so several blocks always have theirs.
    void EncodeBlock(bool single)
    {
        var written = DocumentBlock.Write(documents.AsSpan(0, count), lastDocument, scratch, mayBeBits: !single);
        if (!single || totalFrequency > documentFrequency)
            written += PatchedNumbers.Write(frequencies.AsSpan(0, count), scratch.AsSpan(written));
        lastDocument = (int)documents[count - 1];
        if (dataLength + written > data.Length)
            Array.Resize(ref data, Math.Max(data.Length * 2, dataLength + written));
        scratch.AsSpan(0, written).CopyTo(data.AsSpan(dataLength));
        dataLength += written;
    }

    void EndPositions()
    {
        var written = PatchedNumbers.Write(distances.AsSpan(0, distanceCount), scratch);
        positions.WriteBytes(scratch.AsSpan(0, written));
        distanceCount = 0;
    }

    void WriteSkips()
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Impacts.Of(greatestOfTerm).Packed);
        postings.WriteBytes(bytes[..SkipTable.HeadLength]);
        foreach (var skip in skips)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)skip.Last);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[4..], skip.End);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], skip.Impacts.Packed);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[16..], skip.Occurrences);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[20..], skip.PositionsStart);
            postings.WriteBytes(bytes[..SkipTable.EntryLength(withPositions)]);
        }
    }
}
