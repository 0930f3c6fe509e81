using System.Runtime.InteropServices;
using Tanyuan.Index.Columns;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// Documents that were added and not yet written: their tokens, inverted a run at a time (<see cref="TokenRuns"/>) and together when they are written.
/// A deleted document leaves no trace in the segment written from it. A place is taken for a document first, then it is inverted; deletions and
/// the taking of places are guarded by the writer, and inverting is left to one thread at a time, but needs no guard.
/// </summary>
sealed class SegmentBuffer
{
    const int DocumentOverhead = 64;

    readonly IndexSchema schema;
    readonly ByteArena arena = new();
    readonly FieldBuffer[] fields;
    readonly List<byte>[] norms;
    readonly List<byte>[] extents;
    readonly ColumnBuffer[] columns;
    readonly List<long> keys = [];
    readonly List<long> groups = [];
    readonly List<bool> deleted = [];
    readonly Dictionary<long, int> documentByKey = [];
    readonly int[] lengths;
    readonly int[] greatest;
    readonly int runLength;
    TermToken[] spare = [];
    int pending;
    int firstPending;

    /// <param name="schema">The fields.</param>
    /// <param name="runLength">How many tokens are inverted at a time, about.</param>
    internal SegmentBuffer(IndexSchema schema, int runLength)
    {
        this.runLength = runLength;
        this.schema = schema;
        fields = [.. schema.Fields.Select(field => new FieldBuffer(arena, field.Positions))];
        norms = [.. schema.Fields.Select(_ => new List<byte>())];
        extents = [.. schema.Fields.Select(_ => new List<byte>())];
        columns = [.. schema.Columns.Select(_ => new ColumnBuffer())];
        greatest = new int[fields.Length];
        lengths = new int[fields.Length];
    }

    /// <summary>How many documents a segment written now would have.</summary>
    internal int Count => documentByKey.Count;

    /// <summary>Memory held, roughly.</summary>
    internal long Size
    {
        get
        {
            var size = arena.Length + ((long)keys.Count * DocumentOverhead);
            foreach (var tokens in fields)
                size += tokens.Size;
            foreach (var column in columns)
                size += column.Size;
            return size;
        }
    }

    /// <summary>Forgets all documents, and keeps the memory for others.</summary>
    internal void Clear()
    {
        arena.Clear();
        foreach (var field in fields)
            field.Clear();
        pending = 0;
        foreach (var values in norms.Concat(extents))
            values.Clear();
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
        var alone = document.GreatestPosition > TermToken.GreatestPosition;
        if (pending > 0 && (alone || pending + tokens.Length > runLength || number - firstPending >= TermToken.MostDocuments))
            Seal();
        if (pending == 0)
            firstPending = number;
        pending += tokens.Length;

        Array.Clear(lengths);
        Array.Fill(greatest, -1);
        foreach (ref readonly var token in tokens)
        {
            lengths[token.Field]++;
            greatest[token.Field] = token.Position;
            fields[token.Field].Add(document.TermOf(token), number, token.Position);
        }

        if (alone)
            Seal();

        for (var field = 0; field < lengths.Length; field++)
        {
            norms[field].Add(FieldLength.Encode(lengths[field]));
            if (schema.Fields[field].Positions)
                extents[field].Add(FieldLength.EncodeExtent(greatest[field]));
        }

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
            [.. extents.Select(extent => Kept(extent, renumbered))], [.. columns.Select(column => column.Build(renumbered))]);
        Seal();
        // The last document keeps its number only where all do; then nobody need look numbers up, which is slow at random.
        var changed = renumbered[^1] == renumbered.Length - 1 ? [] : renumbered.AsSpan();
        for (var field = 0; field < fields.Length; field++)
            fields[field].Write(writer, field, changed);
        writer.Finish();
    }

    static void AddValue(ColumnBuffer column, in IndexDocument.Value value) => column.Add(value.Kind switch
    {
        ColumnKind.Number => value.Number,
        ColumnKind.Text => column.PlaceOf(value.Text!),
        _ => ColumnValues.Missing,
    });

    static T[] Kept<T>(List<T> values, int[] renumbered) => [.. values.Where((_, document) => renumbered[document] >= 0)];

    void Seal()
    {
        foreach (var field in fields)
            field.Seal(ref spare);
        pending = 0;
    }
}
