using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes the term dictionary. Body, for each field that has terms:
/// <code>
/// blocks of 64 terms, ascending by UTF-16 unit; the first entry of a block holds a whole term, the others share a prefix
///   block   postings start v, positions start v | orders u32, five bits for each <see cref="TermNumber"/>, the first lowest | entries, as bits, filled up to a byte
///   entry   1 where the total frequency is df + 2 where all but the last unit is that of the term before, which is as long, 2 bits
///           | in the latter case: last unit − the last of the term before − 1
///           | else: shared prefix, of order 2; suffix − 1, of order 1 | filled up to a byte | suffix UTF-16LE
///           | df − 1 | [total frequency − df − 1, unless it is df] | [document, where df is 1]
///           | in a field with positions: position where the total frequency is 1
///           | [postings length, where there are any | positions length, in a field with positions and where df is above 256]
/// keys    the first four units of each block's first term, as u64 of which the first unit is the highest; missing units are 0
/// table   where each block begins, and where the last one ends: packed
/// </code>
/// then a directory with, for each field, the start of its keys u64, block count u32, term count u32, the bits of a number of its table u32; and at the very end the field count u32.
/// (v is a variable-length number; the others are written by their magnitude, <see cref="BitPen.WriteByMagnitude"/>.) Postings and positions lie in dictionary order
/// without gaps, so a start is the end of the one before.
/// </summary>
sealed class TermDictionaryWriter(IndexDirectory directory, long segment, IndexSchema schema) : IDisposable
{
    internal const int BlockTerms = 64;
    internal const int DirectoryEntryLength = 20;
    internal const int OnceFlag = 1;
    internal const int NextFlag = 2;
    internal const int FlagBits = 2;
    internal const int SharedOrder = 2;
    internal const int RestOrder = 1;

    readonly SealedFileWriter output = new(directory, SegmentFiles.Terms(segment), FileKind.Terms, segment);
    readonly (long Keys, int Blocks, int Terms, int Width)[] fields = new (long, int, int, int)[schema.Fields.Count];
    readonly List<ulong> blockStarts = [];
    readonly List<ulong> blockKeys = [];
    readonly TermBlockWriter block = new();
    char[] previous = new char[64];
    int previousLength;
    int terms;
    int field;

    internal void Add(int termField, ReadOnlySpan<char> term, in TermEntry entry)
    {
        while (field < termField)
            EndField();

        var shared = 0;
        if (terms % BlockTerms == 0)
        {
            EndBlock();
            blockKeys.Add(TermKey.Of(term));
        }
        else
        {
            shared = term.CommonPrefixLength(previous.AsSpan(0, previousLength));
        }

        block.Add(term, shared, previous.AsSpan(0, previousLength), entry, schema.Fields[field].Positions);
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

        foreach (var (keys, blocks, count, width) in fields)
        {
            output.WriteUInt64((ulong)keys);
            output.WriteUInt32((uint)blocks);
            output.WriteUInt32((uint)count);
            output.WriteUInt32((uint)width);
        }

        output.WriteUInt32((uint)fields.Length);
        output.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Dispose();

    // Where a block ends another one begins, or the keys.
    void EndBlock()
    {
        if (terms > 0)
            block.Write(output);
        blockStarts.Add((ulong)output.Position);
    }

    void EndField()
    {
        EndBlock();
        ulong[] starts = [.. blockStarts];
        var width = PackedNumbers.WidthOf(starts);
        fields[field] = (output.Position, blockKeys.Count, terms, width);
        foreach (var key in blockKeys)
            output.WriteUInt64(key);
        PackedNumbers.Write(output, starts, width);
        blockKeys.Clear();
        blockStarts.Clear();
        terms = 0;
        field++;
    }
}
