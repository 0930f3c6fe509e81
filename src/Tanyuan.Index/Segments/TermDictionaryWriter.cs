using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes the term dictionary. Body, for each field that has terms:
/// <code>
/// blocks of 32 terms, ascending by UTF-16 unit; the first entry of a block holds a whole term, the others share a prefix
///   entry   df × 4 + (1 where the total frequency is df) + (2 where all but the last unit is that of the term before, which is as long) v
///           | in the latter case: last unit − the last of the term before − 1 v
///           | else: lengths u8: shared prefix + 16 × suffix, 15 in either saying that it follows as v | suffix UTF-16LE
///           | [total frequency − df − 1 v, unless it is df]
///           | [postings start v, positions start v, only in the first]
///           | [document v, where df is 1]
///           | in a field with positions: position v where the total frequency is 1
///           | [postings length v, where there are any | positions length v, in a field with positions and where df is above 256]
/// keys    the first four units of each block's first term, as u64 of which the first unit is the highest; missing units are 0
/// table   where each block begins, and where the last one ends: u64 each
/// </code>
/// then a directory with, for each field, the start of its keys u64, block count u32, term count u32; and at the very end the field count u32.
/// (v is a variable-length number.) Postings and positions lie in dictionary order without gaps, so a start is the end of the one before.
/// </summary>
sealed class TermDictionaryWriter(IndexDirectory directory, long segment, IndexSchema schema) : IDisposable
{
    internal const int BlockTerms = 32;
    internal const int DirectoryEntryLength = 16;
    internal const int LongLength = 15;
    internal const int OnceFlag = 1;
    internal const int NextFlag = 2;

    readonly SealedFileWriter output = new(directory, SegmentFiles.Terms(segment), FileKind.Terms, segment);
    readonly (long Keys, int Blocks, int Terms)[] fields = new (long, int, int)[schema.Fields.Count];
    readonly List<long> blockStarts = [];
    readonly List<ulong> blockKeys = [];
    char[] previous = new char[64];
    int previousLength;
    int terms;
    int field;

    internal void Add(int termField, ReadOnlySpan<char> term, in TermEntry entry)
    {
        while (field < termField)
            EndField();

        var first = terms % BlockTerms == 0;
        var shared = 0;
        if (first)
        {
            blockStarts.Add(output.Position);
            blockKeys.Add(TermKey.Of(term));
        }
        else
        {
            shared = term.CommonPrefixLength(previous.AsSpan(0, previousLength));
        }

        WriteTerm(term, shared, entry);
        WriteEntry(entry, first);

        if (previous.Length < term.Length)
            previous = new char[term.Length * 2];
        term.CopyTo(previous);
        previousLength = term.Length;
        terms++;
    }

    internal void Finish()
    {
        while (field < fields.Length)
            EndField();

        foreach (var (keys, blocks, count) in fields)
        {
            output.WriteUInt64((ulong)keys);
            output.WriteUInt32((uint)blocks);
            output.WriteUInt32((uint)count);
        }

        output.WriteUInt32((uint)fields.Length);
        output.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    void WriteTerm(ReadOnlySpan<char> term, int shared, in TermEntry entry)
    {
        var isNext = shared > 0 && shared == term.Length - 1 && term.Length == previousLength;
        var isOnce = entry.TotalFrequency == entry.DocumentFrequency;
        output.WriteVariable(((ulong)entry.DocumentFrequency << 2) | (isOnce ? OnceFlag : 0UL) | (isNext ? NextFlag : 0UL));
        if (isNext)
        {
            output.WriteVariable((ulong)(term[^1] - previous[shared] - 1));
            return;
        }

        var suffix = term.Length - shared;
        output.WriteByte((byte)(Math.Min(shared, LongLength) | (Math.Min(suffix, LongLength) << 4)));
        if (shared >= LongLength)
            output.WriteVariable((uint)shared);
        if (suffix >= LongLength)
            output.WriteVariable((uint)suffix);
        output.WriteBytes(MemoryMarshal.AsBytes(term[shared..]));
    }

    void WriteEntry(in TermEntry entry, bool first)
    {
        if (entry.TotalFrequency > entry.DocumentFrequency)
            output.WriteVariable((ulong)(entry.TotalFrequency - entry.DocumentFrequency - 1));
        if (first)
        {
            output.WriteVariable((ulong)entry.PostingsStart);
            output.WriteVariable((ulong)entry.PositionsStart);
        }

        var positions = schema.Fields[field].Positions;
        if (entry.DocumentFrequency == 1)
            output.WriteVariable((ulong)entry.Document);
        if (positions && entry.TotalFrequency == 1)
            output.WriteVariable((ulong)entry.Position);
        if (entry.HasPostings(positions))
            output.WriteVariable((ulong)entry.PostingsLength);
        if (positions && entry.HasBlocks)
            output.WriteVariable((ulong)entry.PositionsLength);
    }

    void EndField()
    {
        blockStarts.Add(output.Position);
        fields[field] = (output.Position, blockKeys.Count, terms);
        foreach (var key in blockKeys)
            output.WriteUInt64(key);
        foreach (var start in blockStarts)
            output.WriteUInt64((ulong)start);
        blockKeys.Clear();
        blockStarts.Clear();
        terms = 0;
        field++;
    }
}
