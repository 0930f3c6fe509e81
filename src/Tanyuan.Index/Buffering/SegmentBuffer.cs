using System.Runtime.InteropServices;
using Tanyuan.Index.Columns;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// Documents that were added and not yet written: an inverted index in memory. For each document that has it a term's stream holds the
/// distance from the one before, the frequency, and the distances of the positions where the field keeps them, all variable-length.
/// A deleted document leaves no trace in the segment written from it. A place is taken for a document first, then it is inverted; deletions and
/// the taking of places are guarded by the writer, and inverting is left to one thread at a time, but needs no guard.
/// </summary>
sealed class SegmentBuffer
{
    const int DocumentOverhead = 64;

    readonly IndexSchema schema;
    readonly ByteArena arena = new();
    readonly TermTable[] tables;
    readonly List<byte>[] norms;
    readonly ColumnBuffer[] columns;
    readonly List<long> keys = [];
    readonly List<long> groups = [];
    readonly List<bool> deleted = [];
    readonly Dictionary<long, int> documentByKey = [];
    readonly List<(int Field, int Term)> touched = [];
    readonly int[] lengths;
    int[] numbers = new int[256];

    internal SegmentBuffer(IndexSchema schema)
    {
        this.schema = schema;
        tables = [.. schema.Fields.Select(_ => new TermTable(arena))];
        norms = [.. schema.Fields.Select(_ => new List<byte>())];
        columns = [.. schema.Columns.Select(_ => new ColumnBuffer())];
        lengths = new int[tables.Length];
    }

    /// <summary>How many documents a segment written now would have.</summary>
    internal int Count => documentByKey.Count;

    /// <summary>Memory held, roughly.</summary>
    internal long Size
    {
        get
        {
            var size = arena.Size + ((long)keys.Count * DocumentOverhead);
            foreach (var table in tables)
                size += table.Size;
            foreach (var column in columns)
                size += column.Size;
            return size;
        }
    }

    /// <summary>Forgets all documents, and keeps the memory for others.</summary>
    internal void Clear()
    {
        arena.Clear();
        foreach (var table in tables)
            table.Clear();
        foreach (var norm in norms)
            norm.Clear();
        foreach (var column in columns)
            column.Clear();
        keys.Clear();
        groups.Clear();
        deleted.Clear();
        documentByKey.Clear();
    }

    /// <summary>Takes a place for a document whose key is not in the buffer; returns its number.</summary>
    internal int Reserve(IndexDocument document)
    {
        var number = keys.Count;
        keys.Add(document.Key);
        groups.Add(document.Group);
        deleted.Add(false);
        documentByKey.Add(document.Key, number);
        return number;
    }

    /// <summary>Inverts a document that fits the schema, at the place taken for it.</summary>
    internal void Invert(IndexDocument document, int number)
    {
        var tokens = document.Tokens;
        FindTerms(document, tokens);
        Chain(tokens, number);
        foreach (var (field, term) in touched)
            Append(ref tables[field][term], tokens, schema.Fields[field].Positions);
        for (var field = 0; field < lengths.Length; field++)
            norms[field].Add(FieldLength.Encode(lengths[field]));
        for (var column = 0; column < columns.Length; column++)
            AddValue(columns[column], document.ValueOf(column));
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
        var any = false;
        var all = CollectionsMarshal.AsSpan(groups);
        for (var start = 0; all[start..].IndexOf(group) is >= 0 and var found; start += found + 1)
            any |= !deleted[start + found] && Delete(keys[start + found]);
        return any;
    }

    /// <summary>For each document the number that it will have in a segment written now, −1 for a deleted one.</summary>
    internal int[] Renumber()
    {
        var renumbered = new int[keys.Count];
        var count = 0;
        for (var i = 0; i < renumbered.Length; i++)
            renumbered[i] = deleted[i] ? -1 : count++;
        return renumbered;
    }

    /// <summary>The new numbers of the documents that were deleted after they were renumbered.</summary>
    internal IEnumerable<int> DeletedSince(int[] renumbered) =>
        Enumerable.Range(0, renumbered.Length).Where(document => deleted[document] && renumbered[document] >= 0).Select(document => renumbered[document]);

    internal void WriteSegment(IndexDirectory directory, long id, int[] renumbered)
    {
        using var writer = new SegmentWriter(
            directory, id, schema, Kept(keys, renumbered), Kept(groups, renumbered), [.. norms.Select(norm => Kept(norm, renumbered))],
            [.. columns.Select(column => column.Build(renumbered))]);
        for (var field = 0; field < tables.Length; field++)
        {
            var table = tables[field];
            foreach (var number in table.Sorted())
            {
                writer.StartTerm(field);
                WritePostings(writer, table[number], renumbered, schema.Fields[field].Positions);
                writer.EndTerm(table.TermOf(number));
            }
        }

        writer.Finish();
    }

    static void AddValue(ColumnBuffer column, in IndexDocument.Value value) => column.Add(value.Kind switch
    {
        ColumnKind.Number => value.Number,
        ColumnKind.Text => column.PlaceOf(value.Text!),
        _ => ColumnValues.Missing,
    });

    static T[] Kept<T>(List<T> values, int[] renumbered) => [.. values.Where((_, document) => renumbered[document] >= 0)];

    // Looked up in a loop of their own, so that the processor can wait for several cache misses at once.
    void FindTerms(IndexDocument document, ReadOnlySpan<IndexDocument.Token> tokens)
    {
        if (numbers.Length < tokens.Length)
            numbers = new int[tokens.Length * 2];
        Array.Clear(lengths);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            lengths[token.Field]++;
            numbers[i] = tables[token.Field].FindOrAdd(document.TermOf(token));
        }
    }

    void Chain(Span<IndexDocument.Token> tokens, int document)
    {
        touched.Clear();
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            ref var term = ref tables[token.Field][numbers[i]];
            token.Next = -1;
            if (term.Document != document)
            {
                (term.DocumentBefore, term.Document, term.FirstToken, term.Frequency) = (term.Document, document, i, 0);
                touched.Add((token.Field, numbers[i]));
            }
            else
            {
                tokens[term.LastToken].Next = i;
            }

            term.LastToken = i;
            term.Frequency++;
        }
    }

    void Append(ref BufferedTerm term, ReadOnlySpan<IndexDocument.Token> tokens, bool positions)
    {
        var writer = new ArenaWriter(arena, ref term);

        var distance = (uint)(term.Document - term.DocumentBefore);
        writer.Write(term.Frequency == 1 ? (distance << 1) | 1 : distance << 1);
        if (term.Frequency > 1)
            writer.Write((uint)term.Frequency);
        if (positions)
        {
            var last = 0;
            for (var token = term.FirstToken; token >= 0; token = tokens[token].Next)
            {
                writer.Write((uint)(tokens[token].Position - last));
                last = tokens[token].Position;
            }
        }

        writer.Finish();
    }

    void WritePostings(SegmentWriter writer, in BufferedTerm term, ReadOnlySpan<int> renumbered, bool positions)
    {
        var reader = new ArenaReader(arena, term.Start, term.Tail);
        var document = -1;
        while (!reader.AtEnd)
        {
            var head = (uint)reader.ReadVariable();
            document += (int)(head >> 1);
            var frequency = (head & 1) == 1 ? 1 : reader.ReadVariable();
            var number = renumbered[document];
            if (number >= 0)
                writer.AddDocument(number, frequency);

            var position = 0;
            for (var i = 0; positions && i < frequency; i++)
            {
                position += reader.ReadVariable();
                if (number >= 0)
                    writer.AddPosition(position);
            }
        }
    }
}
