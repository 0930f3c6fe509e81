using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Searching;

/// <summary>
/// Keeps the best k documents seen: by score, equal scores by ascending key. A binary heap with the worst on top. Segments are shown to
/// it one after the other; it also knows which score a document must have at least to matter.
/// </summary>
sealed class TopDocuments
{
    ScoredDocument[] heap = new ScoredDocument[16];
    int capacity;
    IDocumentFilter? filter;
    SegmentReader? segment;
    LiveDocuments? live;
    bool ascending;
    long lastKey;

    /// <summary>How many documents are kept.</summary>
    internal int Count { get; private set; }

    /// <summary>
    /// The score that a document not yet seen in this segment must reach to be kept. Where keys ascend with documents, one that is only
    /// as good as the worst comes too late.
    /// </summary>
    internal double Minimum { get; private set; }

    /// <summary>Empties it.</summary>
    internal void Reset(int k, IDocumentFilter? accepted)
    {
        (capacity, filter, Count) = (k, accepted, 0);
        Minimum = double.NegativeInfinity;
    }

    /// <summary>Lets go of what it holds but the documents kept.</summary>
    internal void Clear() => (filter, segment, live) = (null, null, null);

    /// <summary>From now on documents are those of another segment.</summary>
    internal void Enter(SegmentReader entered, LiveDocuments liveDocuments)
    {
        (segment, live) = (entered, liveDocuments);
        ascending = entered.Documents.KeysAscend;
        lastKey = ascending && entered.DocumentCount > 0 ? entered.Documents.Key(0) : long.MinValue;
        UpdateMinimum();
    }

    /// <summary>Keeps a document if it is live, accepted and good enough.</summary>
    internal void Offer(int document, double score)
    {
        if (score < Minimum || !live!.Contains(document))
            return;

        var key = segment!.Documents.Key(document);
        var candidate = new ScoredDocument(key, segment.Documents.Group(document), score);
        if ((Count == capacity && !IsWorse(heap[0], candidate)) || filter?.Accepts(key, candidate.Group) == false)
            return;

        lastKey = key;
        if (Count < capacity)
        {
            if (Count == heap.Length)
                Array.Resize(ref heap, (int)Math.Min(capacity, heap.Length * 2L));
            heap[Count] = candidate;
            SiftUp(Count++);
        }
        else
        {
            heap[0] = candidate;
            SiftDown(0, Count);
        }

        UpdateMinimum();
    }

    /// <summary>What was kept, best first; ends the collection.</summary>
    internal ReadOnlySpan<ScoredDocument> Sort()
    {
        for (var end = Count - 1; end > 0; end--)
        {
            (heap[0], heap[end]) = (heap[end], heap[0]);
            SiftDown(0, end);
        }

        return heap.AsSpan(0, Count);
    }

    void UpdateMinimum()
    {
        if (Count < capacity)
            return;

        // Scores are compared exactly, so the least number above the worst score asks for better ones only.
        var tiesLose = ascending && heap[0].Key <= lastKey;
        Minimum = tiesLose ? Math.BitIncrement(heap[0].Score) : heap[0].Score;
    }

    static bool IsWorse(in ScoredDocument left, in ScoredDocument right) =>
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
}
