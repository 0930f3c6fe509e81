using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// Keeps the best k documents seen: by score, equal scores by ascending key; where they are grouped, the best of each of the best k groups.
/// Segments are shown to it one after the other; it also knows which score a document must have at least to matter. Keys are read only where
/// scores are equal, for each costs a cache miss, and most documents offered do not stay.
/// </summary>
sealed class TopDocuments
{
    readonly BestHeap<Entry> heap = new();
    IDocumentFilter? filter;
    Grouping? grouping;
    LiveDocuments? live;
    SegmentReader? segment;
    bool ascending;
    bool afterAll;
    long greatestKey;
    double floor;

    /// <summary>
    /// The score that a document not yet seen in this segment must reach to be kept. Where keys ascend with documents, one that is only
    /// as good as the worst comes too late.
    /// </summary>
    internal double Minimum { get; private set; }

    /// <summary>Empties it.</summary>
    internal void Reset(int k, IDocumentFilter? accepted, Grouping? groups)
    {
        heap.Reset(k, groups is not null);
        (filter, grouping) = (accepted, groups);
        Minimum = floor = double.NegativeInfinity;
        greatestKey = long.MinValue;
        segment = null;
    }

    /// <summary>Lets go of the segments.</summary>
    internal void Clear()
    {
        (filter, grouping, segment, live) = (null, null, null, null);
        heap.Clear();
    }

    /// <summary>From now on documents are those of another segment.</summary>
    internal void Enter(SegmentReader entered, LiveDocuments liveDocuments)
    {
        (segment, live) = (entered, liveDocuments);
        ascending = entered.Documents.KeysAscend;
        afterAll = ascending && entered.Documents.SmallestKey > greatestKey;
        greatestKey = Math.Max(greatestKey, entered.Documents.GreatestKey);
        UpdateMinimum();
    }

    /// <summary>Learns that as many documents as are kept have such a score at least.</summary>
    internal void Raise(double least)
    {
        floor = Math.Max(floor, least);
        Minimum = Math.Max(Minimum, floor);
    }

    /// <summary>Keeps a document if it is live, accepted and good enough.</summary>
    internal void Offer(int document, double score)
    {
        if (score < Minimum || !live!.Contains(document))
            return;

        var candidate = new Entry(score, segment!, document);
        if (!heap.MayTake(candidate))
            return;
        if (filter is not null && !filter.Accepts(segment!.Documents.Key(document), segment.Documents.Group(document)))
            return;

        heap.Add(candidate, grouping is null ? default : GroupKey.Of(grouping, segment!, document));
        UpdateMinimum();
    }

    /// <summary>Puts what was kept in order; returns how many documents that are.</summary>
    internal int Sort()
    {
        heap.Sort();
        return heap.Count;
    }

    /// <summary>Writes the documents, once they are in order, best first.</summary>
    internal void CopyTo(Span<ScoredDocument> target)
    {
        for (var i = 0; i < heap.Count; i++)
        {
            ref readonly var entry = ref heap.Entries[i];
            target[i] = new ScoredDocument(entry.Key, entry.Segment.Documents.Group(entry.Document), entry.Score);
        }
    }

    void UpdateMinimum()
    {
        if (!heap.IsFull)
            return;

        // Scores are compared exactly, so the least number above the worst score asks for better ones only.
        ref readonly var worst = ref heap.Worst;
        var tiesLose = afterAll || (ascending && worst.Segment == segment);
        Minimum = Math.Max(floor, tiesLose ? Math.BitIncrement(worst.Score) : worst.Score);
    }

    readonly record struct Entry(double Score, SegmentReader Segment, int Document) : IRanked<Entry>
    {
        internal long Key => Segment.Documents.Key(Document);

        public bool IsWorseThan(in Entry other) => Score < other.Score || (Score == other.Score && Key > other.Key);
    }
}
