using System.Buffers.Binary;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>The sorted terms of a segment; the layout is told in <see cref="TermDictionaryWriter"/>. Reads only the blocks asked for. Thread-safe.</summary>
sealed class TermDictionary
{
    readonly FieldTerms[] fields;

    internal TermDictionary(SealedFile file, IndexSchema schema)
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
            var blocks = reader.ReadUInt32();
            var terms = reader.ReadUInt32();
            if (keys < SealedFormat.HeaderLength || keys > start - (((2L * blocks) + 1) * sizeof(long)) || blocks > int.MaxValue / (2 * sizeof(long))
                || blocks != (terms + (TermDictionaryWriter.BlockTerms - 1L)) / TermDictionaryWriter.BlockTerms)
            {
                throw file.Corrupt(start, $"field {i} has {blocks} blocks for {terms} terms at {keys}");
            }

            fields[i] = new FieldTerms(keys, (int)blocks, (int)terms, schema.Fields[i].Positions);
        }

        if (reader.ReadUInt32() != fieldCount)
            throw file.Corrupt(file.Length - sizeof(uint), $"it has not the {fieldCount} fields of the schema");
    }

    internal SealedFile File { get; }

    internal int FieldCount => fields.Length;

    internal FieldTerms Field(int field) => fields[field];

    /// <summary>Looks a term up; allocates nothing where no long term lies beside it.</summary>
    internal bool TryFind(int field, ReadOnlySpan<char> term, TermCursor cursor, out TermEntry entry)
    {
        cursor.Enter(this, field);
        var found = cursor.Seek(term) && cursor.Term.SequenceEqual(term);
        entry = found ? cursor.Entry : default;
        return found;
    }

    /// <summary>Where a field's block lies.</summary>
    internal (long Start, int Length) Block(int field, int block)
    {
        var table = fields[field].Keys + ((long)(fields[field].Blocks + block) * sizeof(long));
        var reader = File.Read(table, 2 * sizeof(long));
        var start = reader.ReadInt64();
        var length = reader.ReadInt64() - start;
        if (length is < 0 or > int.MaxValue)
            throw File.Corrupt(table, "the table of blocks is not in order");
        return (start, (int)length);
    }

    /// <summary>The place of the first block whose key is not below <paramref name="key"/>, or the number of blocks.</summary>
    internal int FirstBlockFrom(int field, ulong key)
    {
        var (low, high) = (0, fields[field].Blocks);
        var keys = File.GetSpan(fields[field].Keys, high * sizeof(ulong));
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (BinaryPrimitives.ReadUInt64LittleEndian(keys[(middle * sizeof(ulong))..]) < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    internal ulong Key(int field, int block) =>
        BinaryPrimitives.ReadUInt64LittleEndian(File.GetSpan(fields[field].Keys + ((long)block * sizeof(ulong)), sizeof(ulong)));

    /// <param name="Keys">Where its keys begin.</param>
    /// <param name="Blocks">How many blocks it has.</param>
    /// <param name="Terms">How many terms it has.</param>
    /// <param name="Positions">Whether it keeps positions.</param>
    internal readonly record struct FieldTerms(long Keys, int Blocks, int Terms, bool Positions);
}
