using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes one segment from terms in the order of field and term. Field lengths, norms and statistics follow from the postings,
/// so that a flush and a merge cannot disagree on them.
/// </summary>
sealed class SegmentWriter : IDisposable
{
    readonly IndexDirectory directory;
    readonly long id;
    readonly long[] keys;
    readonly long[] groups;
    readonly int[][] lengths;
    readonly TermDictionaryWriter terms;
    readonly PostingsWriter postings;
    int field;

    internal SegmentWriter(IndexDirectory directory, long id, IndexSchema schema, long[] keys, long[] groups)
    {
        this.directory = directory;
        this.id = id;
        this.keys = keys;
        this.groups = groups;
        lengths = [.. schema.Fields.Select(_ => new int[keys.Length])];
        terms = new TermDictionaryWriter(directory, id, schema.Fields.Count);
        postings = new PostingsWriter(directory, id);
    }

    internal void StartTerm(int termField)
    {
        field = termField;
        postings.StartTerm();
    }

    internal void AddDocument(int document, int frequency)
    {
        lengths[field][document] += frequency;
        postings.AddDocument(document, frequency);
    }

    internal void AddPosition(int position) => postings.AddPosition(position);

    /// <summary>Enters the term if any document had it.</summary>
    internal void EndTerm(ReadOnlySpan<char> term)
    {
        var entry = postings.EndTerm();
        if (entry.DocumentFrequency > 0)
            terms.Add(field, term, entry);
    }

    internal void Finish()
    {
        terms.Finish();
        postings.Finish();
        using var output = new SealedFileWriter(directory, SegmentFiles.Documents(id), FileKind.Documents, id);
        foreach (var key in keys)
            output.WriteUInt64((ulong)key);
        foreach (var group in groups)
            output.WriteUInt64((ulong)group);
        WriteOrder(output, keys);
        WriteOrder(output, groups);

        foreach (var length in lengths)
        {
            foreach (var value in length)
                output.WriteByte(FieldLength.Encode(value));
        }

        foreach (var length in lengths)
        {
            output.WriteUInt64((ulong)length.LongCount(value => value > 0));
            output.WriteUInt64((ulong)length.Sum(value => (long)value));
        }

        output.WriteUInt32((uint)keys.Length);
        output.WriteUInt32((uint)lengths.Length);
        output.Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        terms.Dispose();
        postings.Dispose();
    }

    static void WriteOrder(SealedFileWriter output, long[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(order, (left, right) => (values[left], left).CompareTo((values[right], right)));
        foreach (var document in order)
            output.WriteUInt32((uint)document);
    }
}
