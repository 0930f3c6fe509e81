using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Reads the terms of one block of the dictionary, one after the other; the layout is told in <see cref="TermDictionaryWriter"/>.</summary>
ref struct TermBlock
{
    readonly SealedFile file;
    readonly long start;
    readonly ReadOnlySpan<byte> bytes;
    readonly long bits;
    readonly bool positions;
    TermBefore before;
    bool isOnce;
    bool isNext;
    ReadOnlySpan<char> rest;

    /// <param name="file">The dictionary.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="length">How many bytes it has.</param>
    /// <param name="positions">Whether the field keeps positions.</param>
    /// <param name="before">The term before; the default value at the first one of the block.</param>
    internal TermBlock(SealedFile file, long start, int length, bool positions, scoped in TermBefore before)
    {
        (this.file, this.start, this.positions, this.before) = (file, start, positions, before);
        bits = 8L * length;

        // Where there is more in the file behind it, a window can be read to the very end.
        bytes = file.GetSpan(start, (int)Math.Max(length, Math.Min(length + sizeof(ulong), file.Length - start)));
        if (before.Bit > 0)
            return;

        var reader = file.Read(start, length);
        this.before.PostingsEnd = reader.ReadVariableInt64();
        this.before.PositionsEnd = reader.ReadVariableInt64();
        this.before.Orders = reader.ReadUInt32();
        this.before.Bit = 8 * (reader.Offset - start);
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
        var window = new BitWindow(bytes, before.Bit);
        var flags = window.Take(TermDictionaryWriter.FlagBits);
        isOnce = (flags & TermDictionaryWriter.OnceFlag) != 0;
        isNext = (flags & TermDictionaryWriter.NextFlag) != 0;
        if (isNext)
            return ReadNext(window);
        before.Bit += TermDictionaryWriter.FlagBits;
        return ReadRest();
    }

    internal void ReadEntry(out TermEntry entry)
    {
        var frequency = Read(TermNumber.Frequency) + 1;
        var total = isOnce ? frequency : frequency + Read(TermNumber.Total) + 1;
        if (frequency > int.MaxValue || (frequency <= PostingsWriter.Block && total > int.MaxValue))
            throw Corrupt($"a term cannot be in {frequency} documents, {total} times");

        var document = frequency == 1 ? Read(TermNumber.Document) : -1;
        var position = positions && total == 1 ? Read(TermNumber.Position) : -1;
        if (Math.Max(document, position) > int.MaxValue)
            throw Corrupt("a document or position is too large");
        entry = new TermEntry((int)frequency, total, before.PostingsEnd, 0, before.PositionsEnd, 0, (int)document, (int)position);
        var postingsLength = entry.HasPostings(positions) ? Read(TermNumber.Length) : 0;
        var positionsLength = positions && entry.HasBlocks ? Read(TermNumber.Length) : 0;
        entry = entry with { PostingsLength = postingsLength, PositionsLength = positionsLength };
        (before.PostingsEnd, before.PositionsEnd) = (entry.PostingsEnd, entry.PositionsEnd);
    }

    /// <summary>
    /// Passes over an entry. Most terms that are passed are so on the way to another, so its numbers are taken out of one window, where they fit into it, and a processor has little to
    /// guess: only whether a term is in a single document.
    /// </summary>
    internal void PassEntry()
    {
        var numbers = new BitWindow(bytes, before.Bit);
        var more = Unsafe.BitCast<bool, byte>(isOnce) - 1L;
        var others = numbers.TakeByMagnitude(before.Order(TermNumber.Frequency));
        var withTotal = numbers;
        withTotal.TakeByMagnitude(before.Order(TermNumber.Total));
        numbers = numbers.OrAfter(withTotal, more);
        var (length, positionsLength) = (0L, 0L);
        if (others > 0)
        {
            length = numbers.TakeByMagnitude(before.Order(TermNumber.Length));
            if (positions && others >= PostingsWriter.Block)
                positionsLength = numbers.TakeByMagnitude(before.Order(TermNumber.Length));
        }
        else
        {
            numbers.TakeByMagnitude(before.Order(TermNumber.Document));
            if (positions)
                length = numbers.TakeByMagnitude(before.Order(isOnce ? TermNumber.Position : TermNumber.Length)) & more;
        }

        if (!numbers.HeldAll || before.Bit + numbers.Taken > bits)
        {
            ReadEntry(out _);
            return;
        }

        before.Bit += numbers.Taken;
        before.PostingsEnd += length;
        before.PositionsEnd += positionsLength;
    }

    int ReadNext(BitWindow window)
    {
        var unit = before.LastUnit + window.TakeByMagnitude(before.Order(TermNumber.Unit)) + 1;
        before.Bit += window.Taken;
        if (before.Length == 0 || unit > char.MaxValue || !window.HeldAll || before.Bit > bits)
            throw Corrupt("a term cannot be the next after the one before");
        before.LastUnit = (char)unit;
        return before.Length - 1;
    }

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
