using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Buffering;

/// <summary>Walks several runs together, key by key: a binary heap of cursors with the smallest key on top, of those with the same key the oldest run.</summary>
sealed class RunMerge
{
    readonly (uint Key, int Run)[] heap;
    readonly RunCursor[] cursors;
    int count;

    internal RunMerge(IEnumerable<RunCursor> runs)
    {
        cursors = [.. runs];
        heap = new (uint, int)[cursors.Length];
        for (var i = 0; i < cursors.Length; i++)
        {
            if (cursors[i].MoveNext())
                heap[count++] = (cursors[i].Key, i);
        }

        for (var place = (count / 2) - 1; place >= 0; place--)
            SiftDown(place);
    }

    internal bool IsEmpty => count == 0;

    /// <summary>The smallest key.</summary>
    internal uint Key => heap[0].Key;

    /// <summary>Writes the postings of the smallest key, and moves past it.</summary>
    internal void WriteNext(SegmentWriter writer, ReadOnlySpan<int> renumbered)
    {
        for (var key = Key; count > 0 && heap[0].Key == key;)
        {
            var cursor = cursors[heap[0].Run];
            cursor.WritePostings(writer, renumbered);
            if (cursor.MoveNext())
                heap[0].Key = cursor.Key;
            else
                heap[0] = heap[--count];
            SiftDown(0);
        }
    }

    void SiftDown(int place)
    {
        var sinking = heap[place];
        for (int child; (child = (2 * place) + 1) < count; place = child)
        {
            if (child + 1 < count && IsBefore(heap[child + 1], heap[child]))
                child++;
            if (!IsBefore(heap[child], sinking))
                break;
            heap[place] = heap[child];
        }

        if (place < heap.Length)
            heap[place] = sinking;
    }

    static bool IsBefore((uint Key, int Run) left, (uint Key, int Run) right) =>
        left.Key < right.Key || (left.Key == right.Key && left.Run < right.Run);
}
