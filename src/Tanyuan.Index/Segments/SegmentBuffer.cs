using System.Runtime.InteropServices;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>Documents that were added and not yet written: an inverted index in memory. A deleted one leaves no trace in the segment written from it.</summary>
sealed class SegmentBuffer(IndexSchema schema)
{
    const int TermOverhead = 160;
    const int DocumentOverhead = 96;

    readonly Dictionary<string, TermBuffer>[] terms =
        [.. schema.Fields.Select(_ => new Dictionary<string, TermBuffer>(StringComparer.Ordinal))];

    readonly List<long> keys = [];
    readonly List<long> groups = [];
    readonly List<bool> deleted = [];
    readonly Dictionary<long, int> documentByKey = [];
    readonly Dictionary<long, List<int>> documentsByGroup = [];
    readonly List<TermBuffer> touched = [];

    /// <summary>How many documents a segment written now would have.</summary>
    internal int Count => documentByKey.Count;

    /// <summary>Memory held, roughly.</summary>
    internal long Size { get; private set; }

    /// <summary>Checks that a document fits the schema.</summary>
    internal void Check(IndexDocument document)
    {
        foreach (ref var token in document.Tokens)
        {
            if (token.Field >= terms.Length)
                throw new ArgumentOutOfRangeException(nameof(document), $"A token is in field {token.Field}; the schema has {terms.Length}.");
        }
    }

    /// <summary>Adds a document that fits the schema and whose key is not in the buffer.</summary>
    internal void Add(IndexDocument document)
    {
        var tokens = document.Tokens;
        var number = keys.Count;
        touched.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            var buffer = FindOrAdd(token.Field, document.TermOf(token));
            token.Next = -1;
            if (buffer.PendingDocument != number)
            {
                buffer.PendingDocument = number;
                buffer.FirstToken = i;
                buffer.Frequency = 0;
                touched.Add(buffer);
            }
            else
            {
                tokens[buffer.LastToken].Next = i;
            }

            buffer.LastToken = i;
            buffer.Frequency++;
        }

        foreach (var buffer in touched)
        {
            var before = buffer.Size;
            buffer.Append(tokens, schema.Fields[tokens[buffer.FirstToken].Field].Positions);
            Size += buffer.Size - before;
        }

        keys.Add(document.Key);
        groups.Add(document.Group);
        deleted.Add(false);
        documentByKey.Add(document.Key, number);
        (CollectionsMarshal.GetValueRefOrAddDefault(documentsByGroup, document.Group, out _) ??= []).Add(number);
        Size += DocumentOverhead;
    }

    /// <summary>Deletes a document; returns whether it was there.</summary>
    internal bool Delete(long key)
    {
        if (!documentByKey.Remove(key, out var document))
            return false;

        deleted[document] = true;
        return true;
    }

    /// <summary>Deletes the documents of a group; returns whether there were any.</summary>
    internal bool DeleteGroup(long group)
    {
        if (!documentsByGroup.Remove(group, out var documents))
            return false;

        var any = false;
        foreach (var document in documents)
            any |= !deleted[document] && Delete(keys[document]);
        return any;
    }

    internal void WriteSegment(IndexDirectory directory, long id)
    {
        var renumbered = new int[keys.Count];
        var count = 0;
        for (var i = 0; i < renumbered.Length; i++)
            renumbered[i] = deleted[i] ? -1 : count++;

        using var writer = new SegmentWriter(directory, id, schema, LiveOnly(keys), LiveOnly(groups));
        for (var field = 0; field < terms.Length; field++)
        {
            var sorted = terms[field].ToArray();
            Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Key, right.Key));
            foreach (var (term, buffer) in sorted)
            {
                writer.StartTerm(field);
                buffer.WriteTo(writer, renumbered, schema.Fields[field].Positions);
                writer.EndTerm(term);
            }
        }

        writer.Finish();
    }

    long[] LiveOnly(List<long> values) => [.. values.Where((_, document) => !deleted[document])];

    TermBuffer FindOrAdd(int field, ReadOnlySpan<char> term)
    {
        var lookup = terms[field].GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(term, out var buffer))
        {
            buffer = new TermBuffer();
            lookup[term] = buffer;
            Size += TermOverhead + (term.Length * sizeof(char)) + buffer.Size;
        }

        return buffer;
    }
}
