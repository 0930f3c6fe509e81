using Tanyuan.Index.Columns;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// The first k of a query's documents in the order of a number column. Segments are cut into stretches, and those that may hold the first values are
/// searched first, for documents mostly come in the order of their dates, and then the first stretch gives all. Of 256 documents a segment
/// knows the smallest and the greatest value, so what cannot come before the worst of k already found is passed over unmatched.
/// </summary>
sealed class TopByColumn(SearchRequest request, ColumnOrder order)
{
    const int StretchDocuments = 16 * ColumnWriter.BlockDocuments;

    readonly BestHeap<Entry> heap = new();

    internal ScoredDocument[] Search(Weight weight, SegmentReader[] segments, LiveDocuments[] live)
    {
        heap.Reset(request.Count, request.Grouping is not null);
        var matchers = new Matcher?[segments.Length];
        var reached = new int[segments.Length];
        foreach (var stretch in Stretches(segments))
        {
            if (heap.IsFull && heap.Worst.HasValue && (!stretch.HasValue || stretch.Rank < heap.Worst.Rank))
                break;

            // A matcher only goes forward.
            var segment = stretch.Segment;
            if (matchers[segment] is null || stretch.First < reached[segment])
                matchers[segment] = weight.CreateMatcher(segment);
            reached[segment] = stretch.End;
            if (matchers[segment] is { } matcher)
                Search(matcher, stretch, segments[segment], live[segment]);
        }

        heap.Sort();
        var found = new ScoredDocument[heap.Count];
        for (var i = 0; i < found.Length; i++)
        {
            ref readonly var entry = ref heap.Entries[i];
            found[i] = new ScoredDocument(entry.Key, entry.Segment.Documents.Group(entry.Document), entry.Score);
        }

        return found;
    }

    List<Stretch> Stretches(SegmentReader[] segments)
    {
        var stretches = new List<Stretch>();
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var column = segments[segment].Documents.Column(order.Column);
            var count = segments[segment].DocumentCount;
            for (var first = 0; first < count; first += StretchDocuments)
            {
                var end = Math.Min(count, first + StretchDocuments);
                var (hasValue, best) = (false, long.MinValue);
                for (var document = first; document < end; document += ColumnWriter.BlockDocuments)
                {
                    if (RankOfBlock(column, document) is { } rank)
                        (hasValue, best) = (true, Math.Max(best, rank));
                }

                stretches.Add(new Stretch(hasValue, best, segment, first, end));
            }
        }

        stretches.Sort((left, right) => (right.HasValue, right.Rank, left.Segment, left.First).CompareTo((left.HasValue, left.Rank, right.Segment, right.First)));
        return stretches;
    }

    void Search(Matcher matcher, Stretch stretch, SegmentReader segment, LiveDocuments live)
    {
        var column = segment.Documents.Column(order.Column);
        for (var document = matcher.Advance(stretch.First); document < stretch.End;)
        {
            var competitive = NextCompetitive(column, document, stretch.End);
            if (competitive == document)
            {
                if (live.Contains(document))
                    Offer(matcher, column, segment);
                competitive++;
            }

            if (competitive >= stretch.End)
                return;
            document = matcher.Advance(competitive);
        }
    }

    // A block that has no better value than the worst may still have an equal one with a smaller key.
    int NextCompetitive(ColumnReader column, int document, int end)
    {
        if (!heap.IsFull || !heap.Worst.HasValue)
            return document;

        while (document < end)
        {
            if (RankOfBlock(column, document) is { } rank && rank >= heap.Worst.Rank)
                return document;
            document = ((document / ColumnWriter.BlockDocuments) + 1) * ColumnWriter.BlockDocuments;
        }

        return document;
    }

    void Offer(Matcher matcher, ColumnReader column, SegmentReader segment)
    {
        var document = matcher.Document;
        var value = column.Number(document);
        var candidate = new Entry(value is not null, Rank(value ?? 0), segment, document, 0);
        if (!heap.MayTake(candidate))
            return;
        if (request.Filter is { } filter && !filter.Accepts(candidate.Key, segment.Documents.Group(document)))
            return;

        heap.Add(candidate with { Score = matcher.Score() }, request.Grouping is { } grouping ? GroupKey.Of(grouping, segment, document) : default);
    }

    // The rank of the first value of the 256 documents around one; null where none has a value.
    long? RankOfBlock(ColumnReader column, int document)
    {
        var (least, greatest) = column.BoundsOfBlock(document);
        return greatest == 0 ? null : Rank(column.NumberOf(order.Descending ? greatest : least));
    }

    // Greater ranks come first.
    long Rank(long value) => order.Descending ? value : -value;

    readonly record struct Stretch(bool HasValue, long Rank, int Segment, int First, int End);

    readonly record struct Entry(bool HasValue, long Rank, SegmentReader Segment, int Document, double Score) : IRanked<Entry>
    {
        internal long Key => Segment.Documents.Key(Document);

        public bool IsWorseThan(in Entry other)
        {
            if (HasValue != other.HasValue)
                return !HasValue;
            return Rank != other.Rank ? Rank < other.Rank : Key > other.Key;
        }
    }
}
