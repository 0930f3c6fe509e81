using Tanyuan.Index.Columns;
using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// The first k of a query's documents in the order of a number column. Stretches of 256 documents, of which the segment knows the smallest and the
/// greatest value, are passed over unmatched where none of them can come before the worst of k already found.
/// </summary>
sealed class TopByColumn(SearchRequest request, ColumnOrder order)
{
    readonly BestHeap<Entry> heap = new();

    internal ScoredDocument[] Search(Weight weight, SegmentReader[] segments, LiveDocuments[] live)
    {
        heap.Reset(request.Count, request.Grouping is not null);
        for (var i = 0; i < segments.Length; i++)
        {
            if (weight.CreateMatcher(i) is { } matcher)
                Search(matcher, segments[i], live[i]);
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

    void Search(Matcher matcher, SegmentReader segment, LiveDocuments live)
    {
        var column = segment.Documents.Column(order.Column);
        for (var document = matcher.Advance(0); document != Matcher.End;)
        {
            var competitive = NextCompetitive(column, document, segment.DocumentCount);
            if (competitive > document)
            {
                document = matcher.Advance(competitive);
                continue;
            }

            if (live.Contains(document))
                Offer(matcher, column, segment);
            document = matcher.Advance(document + 1);
        }
    }

    // A block that has no better value than the worst may still have an equal one with a smaller key.
    int NextCompetitive(ColumnReader column, int document, int documentCount)
    {
        if (!heap.IsFull || !heap.Worst.HasValue)
            return document;

        while (document < documentCount)
        {
            var (least, greatest) = column.BoundsOfBlock(document);
            if (greatest > 0 && Rank(column.NumberOf(order.Descending ? greatest : least)) >= heap.Worst.Rank)
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

    // Greater ranks come first.
    long Rank(long value) => order.Descending ? value : -value;

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
