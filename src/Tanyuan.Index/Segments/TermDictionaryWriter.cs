using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes the term dictionary. Body, for each field that has terms:
/// <code>
/// blocks of 64 terms, ascending by UTF-16 unit; the first entry of a block holds a whole term, the others share a prefix
///   block   orders u32, five bits for each <see cref="TermNumber"/>, the first lowest | entries, as bits, filled up to a byte
///   entry   [last unit − the last of the term before, where all but that is as in the term before, which is as long; else 0; not in the first entry]
///           | [where it is not, or 0: shared prefix, of order 2; suffix − 1, of order 1 | filled up to a byte | suffix UTF-16LE]
///           | df − 1 | total frequency − df | [place, up to the last one (<see cref="BitPen.WriteUpTo"/>), where df is 1]
///           | [where df is above 256: postings length in bytes | positions length, in a field with positions;
///             else what the length of its postings in bits differs from the expected one by (<see cref="ShortLength"/>), where there are any: 0, −1, 1, −2, 2 … as 0, 1, 2, 3, 4 …]
/// keys    the first four units of each block's first term, as u64 of which the first unit is the highest; missing units are 0
/// table   for each block where it begins, the bit that its postings begin with, and where its positions begin, and a row with the ends of the last one; packed
/// </code>
/// then a directory with, for each field, the start of its keys u64, places u64, block count u32, term count u32, the bits of the three numbers of a row u8×3; and at the very end the field count u32.
/// (Numbers are written by their magnitude, <see cref="BitPen.WriteByMagnitude"/>, but the place.) Postings and positions lie in dictionary order
/// without gaps, so a start is the end of the one before, for a term with blocks filled up to a byte.
/// </summary>
sealed class TermDictionaryWriter : IDisposable
{
    internal const int BlockTerms = 64;
    internal const int DirectoryEntryLength = (2 * sizeof(ulong)) + (2 * sizeof(uint)) + RowNumbers;
    internal const int RowNumbers = 3;
    internal const int SharedOrder = 2;
    internal const int RestOrder = 1;

    readonly IndexSchema schema;
    readonly DocumentPlaces[] places;
    readonly ShortLength[] lengths;
    readonly SealedFileWriter output;
    readonly (long Keys, int Blocks, int Terms, byte[] Widths)[] fields;
    readonly List<ulong> blockKeys = [];
    readonly List<ulong> blockStarts = [];
    readonly List<ulong> postingsStarts = [];
    readonly List<ulong> positionsStarts = [];
    readonly TermBlockWriter block = new();
    char[] previous = new char[64];
    int previousLength;
    long postingsEnd;
    long positionsEnd;
    int terms;
    int field;

    /// <param name="directory">Where to.</param>
    /// <param name="segment">The segment's id.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="places">For each field the places of its documents.</param>
    /// <param name="documentCount">How many documents the segment has.</param>
    internal TermDictionaryWriter(IndexDirectory directory, long segment, IndexSchema schema, DocumentPlaces[] places, int documentCount)
    {
        (this.schema, this.places) = (schema, places);
        lengths = [.. places.Select((row, number) => new ShortLength(row.Count, documentCount, schema.Fields[number].Positions))];
        fields = new (long, int, int, byte[])[places.Length];
        output = new SealedFileWriter(directory, SegmentFiles.Terms(segment), FileKind.Terms, segment);
    }

    internal void Add(int termField, ReadOnlySpan<char> term, in TermEntry entry)
    {
        while (field < termField)
            EndField();

        var shared = 0;
        if (terms % BlockTerms == 0)
        {
            EndBlock();
            blockKeys.Add(TermKey.Of(term));
            postingsStarts.Add((ulong)entry.PostingsStart);
            positionsStarts.Add((ulong)entry.PositionsStart);
        }
        else
        {
            shared = term.CommonPrefixLength(previous.AsSpan(0, previousLength));
        }

        block.Add(term, shared, previous.AsSpan(0, previousLength), entry, schema.Fields[field].Positions, lengths[field]);
        if (previous.Length < term.Length)
            previous = new char[term.Length * 2];
        term.CopyTo(previous);
        previousLength = term.Length;
        (postingsEnd, positionsEnd) = (entry.PostingsEnd, entry.PositionsEnd);
        terms++;
    }

    internal void Finish()
    {
        while (field < fields.Length)
            EndField();

        foreach (var ((keys, blocks, count, widths), row) in fields.Zip(places))
        {
            output.WriteUInt64((ulong)keys);
            output.WriteUInt64(row.Count);
            output.WriteUInt32((uint)blocks);
            output.WriteUInt32((uint)count);
            output.WriteBytes(widths);
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
            block.Write(output, places[field].Count);
        blockStarts.Add((ulong)output.Position);
    }

    void EndField()
    {
        EndBlock();
        ulong[][] columns = [[.. blockStarts], [.. postingsStarts, (ulong)postingsEnd], [.. positionsStarts, (ulong)positionsEnd]];
        var widths = Array.ConvertAll(columns, column => (byte)PackedNumbers.WidthOf(column));
        fields[field] = (output.Position, blockKeys.Count, terms, widths);
        foreach (var key in blockKeys)
            output.WriteUInt64(key);
        PackedNumbers.WriteRows(output, columns, widths);
        blockKeys.Clear();
        blockStarts.Clear();
        postingsStarts.Clear();
        positionsStarts.Clear();
        terms = 0;
        field++;
    }
}
