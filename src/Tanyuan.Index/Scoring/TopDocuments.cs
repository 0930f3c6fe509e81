namespace Tanyuan.Index.Scoring;

/// <summary>Keeps the best k documents seen: by score, equal scores by ascending key. A binary heap with the worst on top.</summary>
sealed class TopDocuments(int capacity)
{
    readonly List<ScoredDocument> heap = [];

    /// <summary>Whether a document with this score would be kept if its key were the smallest.</summary>
    internal bool Wants(double score) => heap.Count < capacity || score >= heap[0].Score;

    internal void Add(in ScoredDocument document)
    {
        if (heap.Count < capacity)
        {
            heap.Add(document);
            SiftUp(heap.Count - 1);
        }
        else if (IsWorse(heap[0], document))
        {
            heap[0] = document;
            SiftDown();
        }
    }

    /// <summary>What was kept, best first.</summary>
    internal ScoredDocument[] ToSortedArray()
    {
        heap.Sort((left, right) => IsWorse(left, right) ? 1 : IsWorse(right, left) ? -1 : 0);
        return [.. heap];
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

    void SiftDown()
    {
        var place = 0;
        while ((2 * place) + 1 < heap.Count)
        {
            var child = (2 * place) + 1;
            if (child + 1 < heap.Count && IsWorse(heap[child + 1], heap[child]))
                child++;
            if (!IsWorse(heap[child], heap[place]))
                return;

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }
}
