using Tanyuan.Index.Columns;
using Tanyuan.Index.Postings;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// Writes one segment from the live documents of several, streaming term by term. Documents keep their order: those of the first
/// segment, then those of the second, and so on.
/// </summary>
static class SegmentMerger
{
    /// <summary>Merges; returns for each source the new numbers of its documents, −1 for those that were not live.</summary>
    internal static int[][] Merge(IndexDirectory directory, long id, IndexSchema schema, IReadOnlyList<(SegmentReader Segment, LiveDocuments Live)> sources)
    {
        var sizes = sources.Sum(source => source.Live.Count);
        var keys = new long[sizes];
        var groups = new long[sizes];
        byte[][] norms = [.. schema.Fields.Select(_ => new byte[sizes])];
        byte[][] extents = [.. schema.Fields.Select(field => field.Positions ? new byte[sizes] : [])];
        ColumnBuffer[] columns = [.. schema.Columns.Select(_ => new ColumnBuffer())];
        var inputs = new Input[sources.Count];
        var next = 0;
        for (var i = 0; i < inputs.Length; i++)
        {
            var (segment, live) = sources[i];
            var renumbered = new int[segment.DocumentCount];
            for (var document = 0; document < renumbered.Length; document++)
            {
                if (!live.Contains(document))
                {
                    renumbered[document] = -1;
                    continue;
                }

                keys[next] = segment.Documents.Key(document);
                groups[next] = segment.Documents.Group(document);
                for (var field = 0; field < norms.Length; field++)
                {
                    norms[field][next] = segment.Documents.Norms(field)[document];
                    if (schema.Fields[field].Positions)
                        extents[field][next] = segment.Documents.Extents(field)[document];
                }

                renumbered[document] = next++;
            }

            inputs[i] = new Input(segment, renumbered, live.Count == segment.DocumentCount ? next - segment.DocumentCount : null);
            for (var column = 0; column < columns.Length; column++)
                CopyColumn(segment.Documents.Column(column), renumbered, columns[column]);
        }

        using var writer = new SegmentWriter(directory, id, schema, keys, groups, norms, extents, [.. columns.Select(column => column.Build())]);
        for (var field = 0; field < schema.Fields.Count; field++)
            MergeField(writer, field, schema.Fields[field].Positions, inputs);
        foreach (var input in inputs)
            input.LetGo();
        writer.Finish();
        return [.. inputs.Select(input => input.Renumbered)];
    }

    static void CopyColumn(ColumnReader source, int[] renumbered, ColumnBuffer target)
    {
        var places = new int?[source.TextCount + 1];
        for (var document = 0; document < renumbered.Length; document++)
        {
            if (renumbered[document] < 0)
                continue;

            var code = source.Code(document);
            if (code == 0)
                target.Add(ColumnValues.Missing);
            else if (source.Kind == ColumnKind.Number)
                target.Add(source.NumberOf(code));
            else
                target.Add(places[code] ??= target.PlaceOf(source.TextOf(code).ToString()));
        }
    }

    static void MergeField(SegmentWriter writer, int field, bool positions, Input[] inputs)
    {
        var open = new List<Input>();
        foreach (var input in inputs)
        {
            input.Terms = new TermCursor(input.Segment.Terms, field);
            if (input.Terms.MoveNext())
                open.Add(input);
        }

        var term = Array.Empty<char>();
        while (open.Count > 0)
        {
            var smallest = open[0].Terms!.Term;
            foreach (var input in open)
            {
                if (input.Terms!.Term.SequenceCompareTo(smallest) < 0)
                    smallest = input.Terms.Term;
            }

            if (term.Length < smallest.Length)
                term = new char[smallest.Length * 2];
            smallest.CopyTo(term);
            var current = term.AsSpan(0, smallest.Length);

            // Where nothing was deleted it is known beforehand whether the term will have blocks.
            var (documents, isWhole) = (0L, true);
            foreach (var input in open)
            {
                if (!input.Terms!.Term.SequenceEqual(current))
                    continue;
                documents += input.Terms.Entry.DocumentFrequency;
                isWhole &= input.Shift is not null;
            }

            writer.StartTerm(field);
            for (var i = 0; i < open.Count; i++)
            {
                var input = open[i];
                if (!input.Terms!.Term.SequenceEqual(current))
                    continue;

                Copy(writer, input, field, positions, isWhole && documents <= PostingsWriter.Block, isWhole && documents > PostingsWriter.Block);
                if (!input.Terms.MoveNext())
                    open.RemoveAt(i--);
            }

            writer.EndTerm(current);
        }
    }

    // Where a document stands says nothing of the bits of its positions but the anchor, so these are copied as they are.
    static void Copy(SegmentWriter writer, Input input, int field, bool positions, bool isShort, bool hasBlocks)
    {
        var postings = input.Postings;
        postings.Reset(input.Segment, input.Terms!.Entry, field);
        if (positions && isShort)
        {
            // All places of a segment move on alike.
            postings.CopyPlaces(writer.PlaceOf(input.Shift!.Value), writer);
            input.LetGoOfRead();
            return;
        }

        for (postings.MoveNext(); postings.Document != PostingCursor.End; postings.Pass(postings.Documents.Length))
        {
            if (positions)
                postings.FindPositions();
            if (input.Shift is { } shift && (hasBlocks || postings.HasBlocks))
            {
                writer.BeginBlocks();
                CopyAll(writer, postings, positions, shift);
            }
            else
            {
                CopyLive(writer, postings, positions, input.Renumbered);
            }
        }

        input.LetGoOfRead();
    }

    // Nothing was deleted, so whole rows keep their order.
    static void CopyAll(SegmentWriter writer, PostingCursor postings, bool positions, int shift)
    {
        var documents = postings.Documents;
        var frequencies = postings.Frequencies;
        for (var (first, count) = (0, 0); first < documents.Length; first += count)
        {
            count = Math.Min(writer.Room, documents.Length - first);
            writer.AddDocuments(documents.Slice(first, count), frequencies.Slice(first, count), shift);
            if (positions)
                postings.CopyPositions(first, count, writer.Positions);
        }
    }

    static void CopyLive(SegmentWriter writer, PostingCursor postings, bool positions, int[] renumbered)
    {
        var documents = postings.Documents;
        var frequencies = postings.Frequencies;
        for (var i = 0; i < documents.Length; i++)
        {
            var number = renumbered[documents[i]];
            if (number < 0)
                continue;

            writer.AddDocument(number, (int)frequencies[i]);
            if (positions)
                postings.CopyPositions(i, writer);
        }
    }

    sealed class Input(SegmentReader segment, int[] renumbered, int? shift)
    {
        readonly ReadingFront postingsFront = new(segment.Postings);
        readonly ReadingFront positionsFront = new(segment.Positions);
        readonly ReadingFront termsFront = new(segment.Terms.File);

        internal SegmentReader Segment { get; } = segment;

        internal PostingCursor Postings { get; } = new();

        internal int[] Renumbered { get; } = renumbered;

        /// <summary>By how much the numbers of its documents grow, where all of them are live.</summary>
        internal int? Shift { get; } = shift;

        internal TermCursor? Terms { get; set; }

        /// <summary>Lets go of what lies before the term at hand, which has been read.</summary>
        internal void LetGoOfRead()
        {
            postingsFront.Reach(Terms!.Entry.PostingsStart / 8);
            positionsFront.Reach(Terms.Entry.PositionsStart);
            termsFront.Reach(Terms.Offset);
        }

        internal void LetGo()
        {
            foreach (var file in Segment.Files)
                file.LetGo(0, file.Length);
        }
    }
}
