using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes the term dictionary. Body, for each field that has terms:
/// <code>
/// blocks of 32 terms, ascending by UTF-16 unit; the first entry of a block holds a whole term, the others share a prefix
///   entry   [shared prefix v, not in the first] suffix length v | suffix UTF-16LE | df v | total frequency − df v
///           | [postings start v, positions start v, only in the first] postings length v | positions length v
/// table   where each block begins, and where the last one ends: u64 each
/// </code>
/// then a directory with, for each field, table start u64, block count u32, term count u32; and at the very end the field count u32.
/// (v is a variable-length number.) Postings and positions lie in dictionary order without gaps, so a start is the end of the one before.
/// </summary>
sealed class TermDictionaryWriter(IndexDirectory directory, long segment, int fieldCount) : IDisposable
{
    internal const int BlockTerms = 32;
    internal const int DirectoryEntryLength = 16;

    readonly SealedFileWriter output = new(directory, SegmentFiles.Terms(segment), FileKind.Terms, segment);
    readonly (long Table, int Blocks, int Terms)[] fields = new (long, int, int)[fieldCount];
    readonly List<long> blockStarts = [];
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
        }
        else
        {
            shared = term.CommonPrefixLength(previous.AsSpan(0, previousLength));
            output.WriteVariable((uint)shared);
        }

        output.WriteVariable((uint)(term.Length - shared));
        output.WriteBytes(MemoryMarshal.AsBytes(term[shared..]));
        output.WriteVariable((uint)entry.DocumentFrequency);
        output.WriteVariable((ulong)(entry.TotalFrequency - entry.DocumentFrequency));
        if (first)
        {
            output.WriteVariable((ulong)entry.PostingsStart);
            output.WriteVariable((ulong)entry.PositionsStart);
        }

        output.WriteVariable((ulong)entry.PostingsLength);
        output.WriteVariable((ulong)entry.PositionsLength);

        if (previous.Length < term.Length)
            previous = new char[term.Length * 2];
        term.CopyTo(previous);
        previousLength = term.Length;
        terms++;
    }

    internal uint Finish()
    {
        while (field < fields.Length)
            EndField();

        foreach (var (table, blocks, count) in fields)
        {
            output.WriteUInt64((ulong)table);
            output.WriteUInt32((uint)blocks);
            output.WriteUInt32((uint)count);
        }

        output.WriteUInt32((uint)fields.Length);
        return output.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    void EndField()
    {
        blockStarts.Add(output.Position);
        fields[field] = (output.Position, blockStarts.Count - 1, terms);
        foreach (var start in blockStarts)
            output.WriteUInt64((ulong)start);
        blockStarts.Clear();
        terms = 0;
        field++;
    }
}
