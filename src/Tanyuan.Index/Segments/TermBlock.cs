using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Reads the terms of one block of the dictionary, one after the other; the layout is told in <see cref="TermDictionaryWriter"/>.</summary>
/// <param name="file">The dictionary.</param>
/// <param name="start">Where to begin.</param>
/// <param name="length">How many bytes the block has from there on.</param>
/// <param name="positions">Whether the field keeps positions.</param>
/// <param name="postingsEnd">Where the postings of the term before end; −1 at the first one of the block.</param>
/// <param name="positionsEnd">Where its positions end.</param>
ref struct TermBlock(SealedFile file, long start, int length, bool positions, long postingsEnd = -1, long positionsEnd = -1)
{
    readonly SealedFile file = file;
    readonly bool positions = positions;
    ByteReader reader = file.Read(start, length);
    long postingsEnd = postingsEnd;
    long positionsEnd = positionsEnd;

    /// <summary>Where the next term lies.</summary>
    internal readonly long Offset => reader.Offset;

    /// <summary>Reads a term: returns how many units of the one before it begins with, and gives the rest. Its entry must be read next.</summary>
    internal int ReadTerm(out ReadOnlySpan<char> rest)
    {
        var lengths = reader.ReadByte();
        var shared = lengths & TermDictionaryWriter.LongLength;
        if (shared == TermDictionaryWriter.LongLength)
            shared = reader.ReadVariableInt32();
        var units = lengths >> 4;
        if (units == TermDictionaryWriter.LongLength)
            units = reader.ReadVariableInt32();
        rest = reader.ReadChars(units);
        return shared;
    }

    internal void ReadEntry(out TermEntry entry)
    {
        var offset = reader.Offset;
        var head = reader.ReadVariableInt64();
        var (frequency, once) = (head >> 1, (head & 1) == 1);
        if (frequency is 0 or > int.MaxValue)
            throw file.Corrupt(offset, $"a term cannot be in {frequency} documents");

        var total = once ? frequency : frequency + reader.ReadVariableInt64() + 1;
        if (total < frequency || (frequency == 1 && total > int.MaxValue))
            throw file.Corrupt(offset, $"a term cannot occur {total} times");

        if (postingsEnd < 0)
            (postingsEnd, positionsEnd) = (reader.ReadVariableInt64(), reader.ReadVariableInt64());
        var (document, postingsLength, position, positionsLength) = (-1, 0L, -1, 0L);
        if (frequency == 1)
            document = reader.ReadVariableInt32();
        else
            postingsLength = reader.ReadVariableInt64();
        if (positions && total == 1)
            position = reader.ReadVariableInt32();
        else if (positions)
            positionsLength = reader.ReadVariableInt64();

        entry = new TermEntry((int)frequency, total, postingsEnd, postingsLength, positionsEnd, positionsLength, document, position);
        postingsEnd += postingsLength;
        positionsEnd += positionsLength;
    }
}
