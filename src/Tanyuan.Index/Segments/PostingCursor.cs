using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Walks a term's documents in ascending order, decoding 128 at a time; optionally with their positions, which are only
/// decoded for documents where they are asked for. The layout is told in <see cref="PostingsWriter"/>. Not thread-safe.
/// </summary>
sealed class PostingCursor
{
    internal const int End = int.MaxValue;
    const int BlockLength = 128;
    const int LongestPosting = 15;
    const int LongestPosition = 5;

    readonly SegmentReader segment;
    TermEntry entry;
    readonly int[] documents = new int[BlockLength];
    readonly int[] frequencies = new int[BlockLength];
    int[] positions = [];
    int count;
    int index;
    int decoded;
    // Positions of documents passed over since the last ones that were read.
    long pendingPositions;
    bool positionsRead;

    internal PostingCursor(SegmentReader segment) => this.segment = segment;

    internal PostingCursor(SegmentReader segment, in TermEntry entry)
        : this(segment) => Reset(entry);

    internal int DocumentFrequency => entry.DocumentFrequency;

    /// <summary>The document at the cursor; −1 before the first, <see cref="End"/> after the last.</summary>
    internal int Document { get; private set; } = -1;

    /// <summary>Where the next undecoded posting lies.</summary>
    internal long PostingsOffset { get; private set; }

    /// <summary>Where the positions after those last read lie.</summary>
    internal long PositionsOffset { get; private set; }

    internal int Frequency => frequencies[index];

    /// <summary>Puts the cursor before the first document of a term, so that one cursor can serve many terms in turn.</summary>
    internal void Reset(in TermEntry term)
    {
        entry = term;
        Document = -1;
        PostingsOffset = term.PostingsStart;
        PositionsOffset = term.PositionsStart;
        (count, index, decoded, pendingPositions, positionsRead) = (0, 0, 0, 0, false);
    }

    internal int MoveNext()
    {
        if (Document >= 0 && Document != End)
        {
            if (!positionsRead)
                pendingPositions += frequencies[index];
            index++;
        }

        positionsRead = false;
        if (index == count && !FillBlock())
            return Document = End;

        return Document = documents[index];
    }

    /// <summary>Moves to the first document that is not before <paramref name="target"/>; stays where it is when that one qualifies.</summary>
    internal int Advance(int target)
    {
        while (Document < target)
            MoveNext();
        return Document;
    }

    /// <summary>The positions of the term in the current document, ascending; valid until the next move.</summary>
    internal ReadOnlySpan<int> ReadPositions()
    {
        var frequency = Frequency;
        if (!positionsRead)
        {
            SkipPositions();
            if (positions.Length < frequency)
                positions = new int[Math.Max(frequency, 16)];
            DecodePositions(positions.AsSpan(0, frequency));
            positionsRead = true;
        }

        return positions.AsSpan(0, frequency);
    }

    bool FillBlock()
    {
        var wanted = Math.Min(BlockLength, entry.DocumentFrequency - decoded);
        index = 0;
        count = wanted;
        if (wanted == 0)
            return false;

        var reader = segment.Postings.Read(PostingsOffset, (int)Math.Min(entry.PostingsEnd - PostingsOffset, wanted * LongestPosting));
        var document = decoded == 0 ? -1 : documents[BlockLength - 1];
        for (var i = 0; i < wanted; i++)
        {
            var offset = reader.Offset;
            var gap = reader.ReadVariableInt64();
            var next = document + (gap >> 1);
            if (next <= document || next >= segment.DocumentCount)
                throw segment.Postings.Corrupt(offset, $"document {next} follows {document} in a segment of {segment.DocumentCount}");

            document = (int)next;
            documents[i] = document;
            var frequency = (gap & 1) == 1 ? 1 : reader.ReadVariableInt32();
            if (frequency == 0)
                throw segment.Postings.Corrupt(offset, "a document has a term no times");
            frequencies[i] = frequency;
        }

        decoded += wanted;
        PostingsOffset = reader.Offset;
        return true;
    }

    void SkipPositions()
    {
        while (pendingPositions > 0)
        {
            var window = segment.Positions.GetSpan(PositionsOffset, PositionWindow(pendingPositions));
            var consumed = 0;
            while (consumed < window.Length && pendingPositions > 0)
            {
                if (window[consumed++] < 0x80)
                    pendingPositions--;
            }

            if (consumed == 0)
                throw segment.Positions.Corrupt(PositionsOffset, "a term has fewer positions than occurrences");
            PositionsOffset += consumed;
        }
    }

    void DecodePositions(Span<int> target)
    {
        var reader = segment.Positions.Read(PositionsOffset, PositionWindow(target.Length));
        var position = 0L;
        for (var i = 0; i < target.Length; i++)
        {
            position += reader.ReadVariableInt32();
            if (position > int.MaxValue)
                throw segment.Positions.Corrupt(reader.Offset, "a position is too large");
            target[i] = (int)position;
        }

        PositionsOffset = reader.Offset;
    }

    int PositionWindow(long numbers) =>
        (int)Math.Min(entry.PositionsEnd - PositionsOffset, Math.Min(numbers, 1 << 16) * LongestPosition);
}
