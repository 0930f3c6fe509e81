using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// Keeps the best k documents seen: by score, equal scores by ascending key. A binary heap with the worst on top. Segments are shown to
/// it one after the other; it also knows which score a document must have at least to matter. Keys are read only where scores are
/// equal, for each costs a cache miss, and most documents offered do not stay.
/// </summary>
sealed class TopDocuments
{
    Entry[] heap = new Entry[16];
    int count;
    int capacity;
    IDocumentFilter? filter;
    LiveDocuments? live;
    SegmentReader? segment;
    bool ascending;
    bool afterAll;
    long greatestKey;

    /// <summary>
    /// The score that a document not yet seen in this segment must reach to be kept. Where keys ascend with documents, one that is only
    /// as good as the worst comes too late.
    /// </summary>
    internal double Minimum { get; private set; }

    /// <summary>Empties it.</summary>
    internal void Reset(int k, IDocumentFilter? accepted)
    {
        (capacity, filter, count) = (k, accepted, 0);
        Minimum = double.NegativeInfinity;
        greatestKey = long.MinValue;
        segment = null;
    }

    /// <summary>Lets go of the segments.</summary>
    internal void Clear()
    {
        (filter, segment, live) = (null, null, null);
        heap.AsSpan(0, count).Clear();
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

    /// <summary>Keeps a document if it is live, accepted and good enough.</summary>
    internal void Offer(int document, double score)
    {
        if (score < Minimum || !live!.Contains(document))
            return;

        var candidate = new Entry(score, segment!, document);
        if (count == capacity && !IsWorse(heap[0], candidate))
            return;
        if (filter is not null && !filter.Accepts(segment!.Documents.Key(document), segment.Documents.Group(document)))
            return;

        if (count < capacity)
        {
            if (count == heap.Length)
                Array.Resize(ref heap, (int)Math.Min(capacity, heap.Length * 2L));
            heap[count] = candidate;
            SiftUp(count++);
        }
        else
        {
            heap[0] = candidate;
            SiftDown(0, count);
        }

        UpdateMinimum();
    }

    /// <summary>Puts what was kept in order; returns how many documents that are.</summary>
    internal int Sort()
    {
        for (var end = count - 1; end > 0; end--)
        {
            (heap[0], heap[end]) = (heap[end], heap[0]);
            SiftDown(0, end);
        }

        return count;
    }

    /// <summary>Writes the documents, once they are in order, best first.</summary>
    internal void CopyTo(Span<ScoredDocument> target)
    {
        for (var i = 0; i < count; i++)
        {
            var documents = heap[i].Segment.Documents;
            target[i] = new ScoredDocument(documents.Key(heap[i].Document), documents.Group(heap[i].Document), heap[i].Score);
        }
    }

    void UpdateMinimum()
    {
        if (count < capacity)
            return;

        // Scores are compared exactly, so the least number above the worst score asks for better ones only.
        var tiesLose = afterAll || (ascending && heap[0].Segment == segment);
        Minimum = tiesLose ? Math.BitIncrement(heap[0].Score) : heap[0].Score;
    }

    static bool IsWorse(in Entry left, in Entry right) =>
        left.Score < right.Score || (left.Score == right.Score && left.Key > right.Key);

    void SiftUp(int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (!IsWorse(heap[place], heap[parent]))
                return;

            (heap[place], heap[parent]) = (heap[parent], heap[place]);
            place = parent;
        }
    }

    void SiftDown(int place, int end)
    {
        while ((2 * place) + 1 < end)
        {
            var child = (2 * place) + 1;
            if (child + 1 < end && IsWorse(heap[child + 1], heap[child]))
                child++;
            if (!IsWorse(heap[child], heap[place]))
                return;

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }

    readonly record struct Entry(double Score, SegmentReader Segment, int Document)
    {
        internal long Key => Segment.Documents.Key(Document);
    }
}
