using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Reads the terms of one block of the dictionary, one after the other; the layout is told in <see cref="TermDictionaryWriter"/>.</summary>
ref struct TermBlock
{
    readonly SealedFile file;
    readonly TermDictionary.FieldTerms terms;
    readonly long start;
    readonly ReadOnlySpan<byte> bytes;
    readonly long bits;
    readonly ShortLength lengths;

    // All ones where the field keeps positions.
    readonly long hasPositions;
    TermBefore before;
    bool isNext;
    ReadOnlySpan<char> rest;

    /// <param name="dictionary">The dictionary.</param>
    /// <param name="terms">The field.</param>
    /// <param name="block">Which of its blocks.</param>
    /// <param name="before">The term before; the default value at the first one of the block.</param>
    internal TermBlock(TermDictionary dictionary, TermDictionary.FieldTerms terms, int block, scoped in TermBefore before)
    {
        (file, this.terms, this.before) = (dictionary.File, terms, before);
        (start, var length) = dictionary.Block(terms, block);
        bits = 8L * length;
        (lengths, hasPositions) = (terms.Lengths, terms.Positions ? -1 : 0);

        // Where there is more in the file behind it, a window can be read to the very end.
        bytes = file.GetSpan(start, (int)Math.Max(length, Math.Min(length + sizeof(ulong), file.Length - start)));
        if (before.Bit > 0)
            return;

        this.before.PostingsEnd = (long)terms.Postings[block];
        this.before.PositionsEnd = (long)terms.BlockPositions[block];
        this.before.Orders = file.Read(start, length).ReadUInt32();
        this.before.Bit = 8 * sizeof(uint);
    }

    /// <summary>What has to be known of the term that was read last to go on behind it.</summary>
    internal readonly TermBefore Before => before;

    /// <summary>What the term has behind the units that it shares; valid until the next is read.</summary>
    [UnscopedRef]
    internal readonly ReadOnlySpan<char> Rest => isNext ? new ReadOnlySpan<char>(in before.LastUnit) : rest;

    /// <summary>The first term of the block, once it was read.</summary>
    internal readonly ReadOnlySpan<char> First => rest;

    /// <summary>Reads a term, or rather its <see cref="Rest"/>; returns how many units of the one before it begins with. Its entry must be read or passed next.</summary>
    internal int ReadTerm()
    {
        isNext = false;
        if (before.Length == 0)
            return ReadRest();

        var window = new BitWindow(bytes, before.Bit);
        var distance = window.TakeByMagnitude(before.Order(TermNumber.Unit));
        before.Bit += window.Taken;
        if (distance == 0)
            return ReadRest();

        var unit = before.LastUnit + distance;
        if (unit > char.MaxValue || !window.HeldAll || before.Bit > bits)
            throw Corrupt("a term cannot be the next after the one before");
        (isNext, before.LastUnit) = (true, (char)unit);
        return before.Length - 1;
    }

    internal void ReadEntry(out TermEntry entry)
    {
        var frequency = Read(TermNumber.Frequency) + 1;
        var total = frequency + Read(TermNumber.Repeats);
        if (frequency > int.MaxValue || (frequency <= PostingsWriter.Block && total > int.MaxValue))
            throw Corrupt($"a term cannot be in {frequency} documents, {total} times");

        var place = 0UL;
        if (frequency == 1)
        {
            place = BitReader.ReadUpTo(bytes, ref before.Bit, terms.Places - 1);
            if (before.Bit > bits)
                throw Corrupt("a place does not end in its block");
        }

        entry = new TermEntry((int)frequency, total, before.PostingsEnd, 0, before.PositionsEnd, 0, place);
        if (entry.HasBlocks)
        {
            var length = Read(TermNumber.Length);
            entry = entry with { PostingsStart = WholeByte(before.PostingsEnd), PostingsLength = 8 * length, PositionsLength = terms.Positions ? Read(TermNumber.Length) : 0 };
        }
        else if (entry.HasPostings(terms.Positions))
        {
            var length = terms.Lengths.Expected((int)frequency, total - frequency) + Signed(Read(TermNumber.Difference));
            entry = entry with { PostingsLength = length >= 0 ? length : throw Corrupt($"the postings of a term cannot have {length} bits") };
        }

        (before.PostingsEnd, before.PositionsEnd) = (entry.PostingsEnd, entry.PositionsEnd);
    }

    /// <summary>
    /// Passes over an entry. Most terms that are passed are so on the way to another, so its numbers are taken out of one window, where they fit into it, and a processor has nothing to
    /// guess of a term without blocks.
    /// </summary>
    internal void PassEntry()
    {
        var numbers = new BitWindow(bytes, before.Bit);
        var others = numbers.TakeByMagnitude(before.Order(TermNumber.Frequency));
        var repeats = numbers.TakeByMagnitude(before.Order(TermNumber.Repeats));
        numbers.PassUpTo(terms.Places - 1, (others - 1) >> 63);

        // All ones where there are postings.
        var hasPostings = -(others | (repeats & hasPositions)) >> 63;
        var difference = Signed(numbers.TakeByMagnitude(before.Order(TermNumber.Difference), hasPostings));
        if (others >= PostingsWriter.Block || !numbers.HeldAll || before.Bit + numbers.Taken > bits)
        {
            ReadEntry(out _);
            return;
        }

        before.Bit += numbers.Taken;
        before.PostingsEnd += (difference + lengths.Expected((int)others + 1, repeats)) & hasPostings;
    }

    static long WholeByte(long bit) => (bit + 7) & ~7L;

    // 0, −1, 1, −2, 2 …
    static long Signed(long number) => (number >> 1) ^ -(number & 1);

    int ReadRest()
    {
        var shared = Read(TermDictionaryWriter.SharedOrder);
        var units = Read(TermDictionaryWriter.RestOrder) + 1;
        before.Bit = (before.Bit + 7) & ~7L;
        if (shared > before.Length || units > (bits - before.Bit) / (8 * sizeof(char)))
            throw Corrupt("a term shares more than the term before it has, or does not end in its block");
        rest = MemoryMarshal.Cast<byte, char>(bytes.Slice((int)(before.Bit / 8), (int)units * sizeof(char)));
        before.Bit += units * (8 * sizeof(char));
        (before.Length, before.LastUnit) = ((int)(shared + units), rest[^1]);
        return (int)shared;
    }

    long Read(TermNumber kind) => Read(before.Order(kind));

    long Read(int order)
    {
        var value = BitReader.ReadByMagnitude(bytes, ref before.Bit, order);
        return value >= 0 && before.Bit <= bits ? value : throw Corrupt("a number is too large, or does not end in its block");
    }

    readonly Text.TanyuanException Corrupt(string what) => file.Corrupt(start + (before.Bit / 8), what);
}
