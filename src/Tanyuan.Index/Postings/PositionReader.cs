using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Postings;

/// <summary>
/// Reads the positions of single documents of a term, wherever they lie: jumps to the block of positions that the skip table names,
/// passes over the ones between, and decodes only what holds the document. Allocates only when a document has more positions than any before.
/// </summary>
sealed class PositionReader
{
    readonly uint[] values = new uint[PatchedNumbers.Most];
    int[] result = new int[16];
    SegmentReader? segment;
    TermEntry entry;

    // The block of documents whose occurrences are being counted, and how many there are before one of them.
    int block;
    int countedTo;
    long occurrences;

    // The block of positions that is decoded, and where the one after it begins.
    long loaded;
    long nextStart;

    // A block of positions not after any that the current block of documents needs, and where it begins.
    long anchor;
    long anchorStart;

    /// <summary>Where the positions that were decoded last end.</summary>
    internal long Offset => nextStart;

    internal void Reset(SegmentReader termSegment, in TermEntry term)
    {
        segment = termSegment;
        entry = term;
        (block, loaded, nextStart, anchor, anchorStart) = (-1, -1, term.PositionsStart, 0, term.PositionsStart);
    }

    internal void Clear() => segment = null;

    internal bool IsAt(int documentBlock) => block == documentBlock;

    /// <param name="documentBlock">A block of documents.</param>
    /// <param name="before">How many occurrences the term has in all documents before it.</param>
    /// <param name="start">Where the block of positions lies that holds the first one after these, from the start of the term's positions.</param>
    internal void EnterBlock(int documentBlock, uint before, uint start)
    {
        (block, countedTo, occurrences) = (documentBlock, 0, before);
        (anchor, anchorStart) = (before / PatchedNumbers.Most, entry.PositionsStart + start);
        if (anchor > loaded)
            (loaded, nextStart) = (anchor - 1, anchorStart);
    }

    /// <summary>The positions of the document at <paramref name="index"/> of the block, which has these frequencies.</summary>
    internal ReadOnlySpan<int> Read(ReadOnlySpan<uint> frequencies, int index)
    {
        for (; countedTo < index; countedTo++)
            occurrences += frequencies[countedTo];

        var frequency = (int)frequencies[index];
        if (entry.TotalFrequency == 1)
        {
            result[0] = entry.Position;
            return result.AsSpan(0, 1);
        }

        if (occurrences + frequency > entry.TotalFrequency)
            throw segment!.Positions.Corrupt(entry.PositionsStart, "a term has fewer positions than occurrences");
        if (result.Length < frequency)
            result = new int[frequency * 2];

        var position = 0L;
        var ordinal = occurrences;
        for (var i = 0; i < frequency; i++, ordinal++)
        {
            Load(ordinal / PatchedNumbers.Most);
            position += values[(int)(ordinal % PatchedNumbers.Most)];
            if (position > int.MaxValue)
                throw segment!.Positions.Corrupt(nextStart, "a position is too large");
            result[i] = (int)position;
        }

        return result.AsSpan(0, frequency);
    }

    void Load(long wanted)
    {
        if (loaded == wanted)
            return;
        if (loaded > wanted)
            (loaded, nextStart) = (anchor - 1, anchorStart);

        var file = segment!.Positions;
        while (loaded < wanted - 1)
        {
            loaded++;
            PatchedNumbers.Skip(file, ref nextStart, entry.PositionsEnd, CountOf(loaded));
        }

        PatchedNumbers.Read(file, ref nextStart, entry.PositionsEnd, values.AsSpan(0, CountOf(wanted)));
        loaded = wanted;
    }

    int CountOf(long positionBlock) => (int)Math.Min(PatchedNumbers.Most, entry.TotalFrequency - (positionBlock * PatchedNumbers.Most));
}
