using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>The sorted terms of a segment; the layout is told in <see cref="TermDictionaryWriter"/>. Reads only the blocks asked for. Thread-safe.</summary>
sealed class TermDictionary
{
    readonly FieldTerms[] fields;

    internal TermDictionary(SealedFile file, int fieldCount)
    {
        File = file;
        var directoryLength = (fieldCount * TermDictionaryWriter.DirectoryEntryLength) + sizeof(uint);
        var start = file.Length - directoryLength;
        var reader = file.Read(start, directoryLength);
        fields = new FieldTerms[fieldCount];
        for (var i = 0; i < fieldCount; i++)
        {
            var table = reader.ReadInt64();
            var blocks = reader.ReadUInt32();
            var terms = reader.ReadUInt32();
            if (table < SealedFormat.HeaderLength || table > start - ((blocks + 1L) * sizeof(long))
                || blocks != (terms + (TermDictionaryWriter.BlockTerms - 1L)) / TermDictionaryWriter.BlockTerms)
            {
                throw file.Corrupt(start, $"field {i} has {blocks} blocks for {terms} terms at {table}");
            }

            fields[i] = new FieldTerms(table, (int)blocks, (int)terms);
        }

        if (reader.ReadUInt32() != fieldCount)
            throw file.Corrupt(file.Length - sizeof(uint), $"it has not the {fieldCount} fields of the schema");
    }

    internal SealedFile File { get; }

    internal int FieldCount => fields.Length;

    internal FieldTerms Field(int field) => fields[field];

    internal TermEntry? Find(int field, ReadOnlySpan<char> term)
    {
        var cursor = new TermCursor(this, field);
        return cursor.Seek(term) && cursor.Term.SequenceEqual(term) ? cursor.Entry : null;
    }

    /// <summary>Where a field's block lies; also valid for the block after the last, which is empty.</summary>
    internal (long Start, int Length) Block(int field, int block)
    {
        var table = fields[field].Table + ((long)block * sizeof(long));
        var reader = File.Read(table, 2 * sizeof(long));
        var start = reader.ReadInt64();
        var length = reader.ReadInt64() - start;
        if (length is < 0 or > int.MaxValue)
            throw File.Corrupt(table, "the table of blocks is not in order");
        return (start, (int)length);
    }

    internal readonly record struct FieldTerms(long Table, int Blocks, int Terms);
}
