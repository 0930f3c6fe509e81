using Tanyuan.Index.Columns;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Writes one segment from terms in the order of field and term.</summary>
sealed class SegmentWriter : IDisposable
{
    readonly IndexDirectory directory;
    readonly long id;
    readonly IndexSchema schema;
    readonly long[] keys;
    readonly long[] groups;
    readonly byte[][] norms;
    readonly byte[][] extents;
    readonly DocumentPlaces[] places;
    readonly ColumnValues[] columns;
    readonly long[] totalLengths;
    readonly TermDictionaryWriter terms;
    readonly PostingsWriter postings;
    int field;

    /// <param name="directory">Where to.</param>
    /// <param name="id">The segment's id.</param>
    /// <param name="schema">The fields.</param>
    /// <param name="keys">The key of each document.</param>
    /// <param name="groups">The group of each document.</param>
    /// <param name="norms">For each field the norm of each document.</param>
    /// <param name="extents">For each field that keeps positions the extent of each document.</param>
    /// <param name="columns">The columns.</param>
    internal SegmentWriter(
        IndexDirectory directory, long id, IndexSchema schema, long[] keys, long[] groups, byte[][] norms, byte[][] extents, ColumnValues[] columns)
    {
        this.directory = directory;
        this.id = id;
        this.schema = schema;
        this.keys = keys;
        this.groups = groups;
        this.norms = norms;
        this.extents = extents;
        this.columns = columns;
        totalLengths = new long[norms.Length];
        places = [.. schema.Fields.Select((definition, number) => definition.Positions ? DocumentPlaces.Of(extents[number]) : DocumentPlaces.OneEach(keys.Length))];
        terms = new TermDictionaryWriter(directory, id, schema, places, keys.Length);
        postings = new PostingsWriter(directory, id);
    }

    internal void StartTerm(int termField)
    {
        field = termField;
        postings.StartTerm(schema.Fields[field].Positions, norms[field], extents[field], places[field]);
    }

    internal void AddDocument(int document, int frequency) => postings.AddDocument(document, frequency);

    internal void AddOnce(int document, uint position) => postings.AddOnce(document, position);

    /// <inheritdoc cref="PostingsWriter.Room"/>
    internal int Room => postings.Room;

    internal void AddDocuments(ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int shift) => postings.AddDocuments(documents, frequencies, shift);

    /// <inheritdoc cref="PostingsWriter.Positions"/>
    internal BitWriter Positions => postings.Positions;

    /// <inheritdoc cref="PostingsWriter.AddPositions"/>
    internal void AddPositions(uint anchor, ReadOnlySpan<byte> bytes, long firstBit, long endBit) => postings.AddPositions(anchor, bytes, firstBit, endBit);

    /// <inheritdoc cref="PostingsWriter.BeginBlocks"/>
    internal void BeginBlocks() => postings.BeginBlocks();

    /// <summary>The place that a document's places begin with, in the field of the term.</summary>
    internal ulong PlaceOf(int document) => places[field].Of((uint)document, 0);

    /// <inheritdoc cref="PostingsWriter.AddPlaces"/>
    internal void AddPlaces(ReadOnlySpan<ulong> added, ulong shift, ReadOnlySpan<uint> frequencies, ReadOnlySpan<byte> bytes, long firstBit, long endBit) =>
        postings.AddPlaces(added, shift, frequencies, bytes, firstBit, endBit);

    internal void AddDistance(uint distance) => postings.AddDistance(distance);

    /// <summary>Enters the term if any document had it.</summary>
    internal void EndTerm(ReadOnlySpan<char> term)
    {
        var entry = postings.EndTerm();
        totalLengths[field] += entry.TotalFrequency;
        if (entry.DocumentFrequency > 0)
            terms.Add(field, term, entry);
    }

    internal void Finish()
    {
        terms.Finish();
        postings.Finish();
        using var output = new SealedFileWriter(directory, SegmentFiles.Documents(id), FileKind.Documents, id);
        StraightLine[] lines = [StraightNumbers.LineOf(keys), StraightNumbers.LineOf(groups)];
        StraightNumbers.Write(output, keys, lines[0]);
        StraightNumbers.Write(output, groups, lines[1]);
        ulong[][] orders = [Order(keys), Order(groups)];
        foreach (var order in orders)
            PackedNumbers.Write(output, order, PackedNumbers.WidthOf(order));
        var normHeads = Array.ConvertAll(norms, norm => PackedBytes.Write(output, norm));
        var extentHeads = extents.Select((extent, i) => PackedBytes.Write(output, FieldLength.Beside(extent, norms[i]))).ToArray();
        WriteColumns(output);

        for (var i = 0; i < norms.Length; i++)
        {
            output.WriteUInt64((ulong)(norms[i].Length - norms[i].AsSpan().Count((byte)0)));
            output.WriteUInt64((ulong)totalLengths[i]);
            output.WriteBytes([normHeads[i].Least, normHeads[i].Width, extentHeads[i].Least, extentHeads[i].Width]);
        }

        foreach (var line in lines)
        {
            output.WriteUInt64((ulong)line.Least);
            output.WriteUInt64((ulong)line.Slope);
            output.WriteByte((byte)line.Width);
        }

        foreach (var order in orders)
            output.WriteByte((byte)PackedNumbers.WidthOf(order));
        output.WriteUInt32((uint)keys.Length);
        output.WriteUInt32((uint)norms.Length);
        output.WriteUInt32((uint)columns.Length);
        output.Finish();
    }

    void WriteColumns(SealedFileWriter output)
    {
        var starts = new long[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            starts[i] = output.Position;
            ColumnWriter.Write(output, schema.Columns[i].Kind, columns[i]);
        }

        foreach (var start in starts)
            output.WriteUInt64((ulong)start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        terms.Dispose();
        postings.Dispose();
    }

    // Keys mostly come in order, and then nothing needs to be said.
    static ulong[] Order(long[] values)
    {
        if (IsAscending(values))
            return new ulong[values.Length];

        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (left, right) => (values[left], left).CompareTo((values[right], right)));
        return Array.ConvertAll(order, document => (ulong)document);
    }

    static bool IsAscending(long[] values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i - 1] > values[i])
                return false;
        }

        return true;
    }
}
