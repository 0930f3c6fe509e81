using System.Diagnostics.CodeAnalysis;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Reads the terms of one block of the dictionary, one after the other; the layout is told in <see cref="TermDictionaryWriter"/>.</summary>
/// <param name="file">The dictionary.</param>
/// <param name="start">Where to begin.</param>
/// <param name="length">How many bytes the block has from there on.</param>
/// <param name="positions">Whether the field keeps positions.</param>
/// <param name="before">The term before, as far as it is known; none at the first one of the block.</param>
ref struct TermBlock(SealedFile file, long start, int length, bool positions, TermBefore before)
{
    readonly SealedFile file = file;
    readonly bool positions = positions;
    ByteReader reader = file.Read(start, length);
    TermBefore before = before;
    long head;
    bool isNext;
    ReadOnlySpan<char> rest;

    /// <summary>Where the next term lies.</summary>
    internal readonly long Offset => reader.Offset;

    /// <summary>What has to be known of the term that was read last to go on behind it.</summary>
    internal readonly TermBefore Before => before;

    /// <summary>What the term has behind the units that it shares; valid until the next is read.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<char> Rest => isNext ? new ReadOnlySpan<char>(in before.LastUnit) : rest;

    /// <summary>The first term of the block, once it was read.</summary>
    internal readonly ReadOnlySpan<char> First => rest;

    /// <summary>Reads a term, or rather its <see cref="Rest"/>; returns how many units of the one before it begins with. Its entry must be read next.</summary>
    internal int ReadTerm()
    {
        head = reader.ReadVariableInt64();
        isNext = (head & TermDictionaryWriter.NextFlag) != 0;
        return isNext ? ReadNext() : ReadRest();
    }

    internal void ReadEntry(out TermEntry entry)
    {
        var offset = reader.Offset;
        var frequency = head >> 2;
        if (frequency is 0 or > int.MaxValue)
            throw file.Corrupt(offset, $"a term cannot be in {frequency} documents");

        var total = (head & TermDictionaryWriter.OnceFlag) != 0 ? frequency : frequency + reader.ReadVariableInt64() + 1;
        if (total < frequency || (frequency <= PostingsWriter.Block && total > int.MaxValue))
            throw file.Corrupt(offset, $"a term cannot occur {total} times");

        if (before.PostingsEnd < 0)
            (before.PostingsEnd, before.PositionsEnd) = (reader.ReadVariableInt64(), reader.ReadVariableInt64());
        var document = frequency == 1 ? reader.ReadVariableInt32() : -1;
        var position = positions && total == 1 ? reader.ReadVariableInt32() : -1;
        entry = new TermEntry((int)frequency, total, before.PostingsEnd, 0, before.PositionsEnd, 0, document, position);
        var postingsLength = entry.HasPostings(positions) ? reader.ReadVariableInt64() : 0;
        var positionsLength = positions && entry.HasBlocks ? reader.ReadVariableInt64() : 0;
        entry = entry with { PostingsLength = postingsLength, PositionsLength = positionsLength };
        (before.PostingsEnd, before.PositionsEnd) = (entry.PostingsEnd, entry.PositionsEnd);
    }

    int ReadNext()
    {
        var offset = reader.Offset;
        var unit = before.LastUnit + reader.ReadVariableInt64() + 1;
        if (before.Length == 0 || unit > char.MaxValue)
            throw file.Corrupt(offset, "a term cannot be the next after the one before");
        before.LastUnit = (char)unit;
        return before.Length - 1;
    }

    int ReadRest()
    {
        var offset = reader.Offset;
        var lengths = reader.ReadByte();
        var shared = lengths & TermDictionaryWriter.LongLength;
        if (shared == TermDictionaryWriter.LongLength)
            shared = reader.ReadVariableInt32();
        var units = lengths >> 4;
        if (units == TermDictionaryWriter.LongLength)
            units = reader.ReadVariableInt32();
        rest = reader.ReadChars(units);
        if (shared > before.Length || units == 0)
            throw file.Corrupt(offset, "a term shares more than the term before it has, or has nothing of its own");
        (before.Length, before.LastUnit) = (shared + units, rest[^1]);
        return shared;
    }
}
