using System.Buffers.Binary;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>The sorted terms of a segment; the layout is told in <see cref="TermDictionaryWriter"/>. Reads only the blocks asked for. Thread-safe.</summary>
sealed class TermDictionary
{
    readonly FieldTerms[] fields;

    /// <param name="file">The dictionary.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    internal TermDictionary(SealedFile file, IndexSchema schema, int documentCount)
    {
        File = file;
        var fieldCount = schema.Fields.Count;
        var directoryLength = (fieldCount * TermDictionaryWriter.DirectoryEntryLength) + sizeof(uint);
        var start = file.Length - directoryLength;
        var reader = file.Read(start, directoryLength);
        fields = new FieldTerms[fieldCount];
        for (var i = 0; i < fieldCount; i++)
        {
            var keys = reader.ReadInt64();
            var places = (ulong)reader.ReadInt64();
            var blocks = reader.ReadUInt32();
            var terms = reader.ReadUInt32();
            var widths = reader.ReadBytes(TermDictionaryWriter.RowNumbers);
            if (keys < SealedFormat.HeaderLength || keys > start || blocks > int.MaxValue / (2 * sizeof(long)) || places >> BitPen.MostAtOnce != 0 || (places == 0 && terms > 0)
                || blocks != (terms + (TermDictionaryWriter.BlockTerms - 1L)) / TermDictionaryWriter.BlockTerms)
            {
                throw file.Corrupt(start, $"field {i} has {blocks} blocks for {terms} terms at {keys}");
            }

            var table = keys + (blocks * (long)sizeof(ulong));
            var starts = PackedNumbers.Column(file, table, widths, 0, (int)blocks + 1);
            if (starts.End > start)
                throw file.Corrupt(keys, $"the table of field {i} does not end before the directory");
            var postings = PackedNumbers.Column(file, table, widths, 1, (int)blocks + 1);
            var positions = PackedNumbers.Column(file, table, widths, 2, (int)blocks + 1);
            var keepsPositions = schema.Fields[i].Positions;
            fields[i] = new FieldTerms(keys, (int)blocks, (int)terms, starts, postings, positions, keepsPositions, places, new ShortLength(places, documentCount, keepsPositions));
        }

        if (reader.ReadUInt32() != fieldCount)
            throw file.Corrupt(file.Length - sizeof(uint), $"it has not the {fieldCount} fields of the schema");
    }

    internal SealedFile File { get; }

    internal int FieldCount => fields.Length;

    internal FieldTerms Field(int field) => fields[field];

    /// <summary>
    /// Looks a term up. Terms are not put together for it: one that has more in common with its predecessor than that had with the wanted term
    /// is as far before it, one that has less lies behind it, and only where both are equal are units compared.
    /// </summary>
    internal bool TryFind(int field, ReadOnlySpan<char> wanted, out TermEntry entry)
    {
        entry = default;
        var block = BlockOf(field, wanted);
        if (block < 0)
            return false;

        var terms = new TermBlock(this, fields[field], block, default);
        var matched = 0;
        for (var left = Math.Min(TermDictionaryWriter.BlockTerms, fields[field].Terms - (block * TermDictionaryWriter.BlockTerms)); left > 0; left--)
        {
            var shared = terms.ReadTerm();
            if (shared < matched)
                break;
            if (shared == matched)
            {
                var rest = terms.Rest;
                var common = rest.CommonPrefixLength(wanted[matched..]);
                matched += common;
                if (common == rest.Length && matched == wanted.Length)
                {
                    terms.ReadEntry(out entry);
                    return true;
                }

                if (common < rest.Length && (matched == wanted.Length || rest[common] > wanted[matched]))
                    break;
            }

            terms.PassEntry();
        }

        return false;
    }

    /// <summary>The last block of a field whose first term is not behind <paramref name="wanted"/>, or −1.</summary>
    internal int BlockOf(int field, ReadOnlySpan<char> wanted)
    {
        // Blocks that begin with the same four units can only be told apart by their first terms.
        var key = TermKey.Of(wanted);
        var low = FirstBlockFrom(field, key);
        var high = low;
        for (var step = 1; high < fields[field].Blocks && Key(field, high) == key; step *= 2)
            high = Math.Min(fields[field].Blocks, high + step);

        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Key(field, middle) == key && FirstTerm(field, middle).SequenceCompareTo(wanted) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>Where a field's block lies.</summary>
    internal (long Start, int Length) Block(FieldTerms terms, int block)
    {
        var start = (long)terms.Starts[block];
        var length = (long)terms.Starts[block + 1] - start;
        if (start < 0 || length is < 0 or > int.MaxValue)
            throw File.Corrupt(terms.Starts.OffsetOf(block), "the table of blocks is not in order");
        return (start, (int)length);
    }

    // The place of the first block whose key is not below the one given, or the number of blocks. Without branches that a processor could guess wrong.
    int FirstBlockFrom(int field, ulong key)
    {
        var count = fields[field].Blocks;
        if (count == 0)
            return 0;

        var keys = File.GetSpan(fields[field].Keys, count * sizeof(ulong));
        var low = 0;
        while (count > 1)
        {
            var half = count >>> 1;
            low += BinaryPrimitives.ReadUInt64LittleEndian(keys[((low + half - 1) * sizeof(ulong))..]) < key ? half : 0;
            count -= half;
        }

        return low + (Key(field, low) < key ? 1 : 0);
    }

    ulong Key(int field, int block) =>
        BinaryPrimitives.ReadUInt64LittleEndian(File.GetSpan(fields[field].Keys + ((long)block * sizeof(ulong)), sizeof(ulong)));

    ReadOnlySpan<char> FirstTerm(int field, int block)
    {
        var terms = new TermBlock(this, fields[field], block, default);
        terms.ReadTerm();
        return terms.First;
    }

    /// <param name="Keys">Where its keys begin.</param>
    /// <param name="Blocks">How many blocks it has.</param>
    /// <param name="Terms">How many terms it has.</param>
    /// <param name="Starts">Where each block begins, and the last one ends.</param>
    /// <param name="Postings">The bit that the postings of each block begin with, and those of the last one end.</param>
    /// <param name="BlockPositions">Where the positions of each block begin, and those of the last one end.</param>
    /// <param name="Positions">Whether it keeps positions.</param>
    /// <param name="Places">How many places its documents have (<see cref="DocumentPlaces"/>).</param>
    /// <param name="Lengths">How long its short postings are expected to be.</param>
    internal sealed record FieldTerms(
        long Keys, int Blocks, int Terms, PackedNumbers Starts, PackedNumbers Postings, PackedNumbers BlockPositions, bool Positions, ulong Places, ShortLength Lengths);
}
