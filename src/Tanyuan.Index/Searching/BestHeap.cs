namespace Tanyuan.Index.Searching;

/// <summary>
/// The best of what was added, up to a number, and where groups are told apart, only the best of each group: a binary heap with the worst on top.
/// What leaves it because better ones came would not come back, for a group that is to return must bring something better still.
/// Reused from search to search; allocates nothing once it has grown.
/// </summary>
sealed class BestHeap<T>
    where T : struct, IRanked<T>
{
    readonly Dictionary<GroupKey, int> places = [];
    T[] entries = new T[16];
    GroupKey[] groups = new GroupKey[16];
    int capacity;
    bool grouped;

    internal int Count { get; private set; }

    internal bool IsFull => Count == capacity;

    internal ref readonly T Worst => ref entries[0];

    /// <summary>What was kept; in order, best first, after <see cref="Sort"/>.</summary>
    internal ReadOnlySpan<T> Entries => entries.AsSpan(0, Count);

    /// <summary>Lets go of everything, and gets ready for the best <paramref name="most"/>, 1 or more.</summary>
    internal void Reset(int most, bool byGroup)
    {
        Clear();
        (capacity, grouped) = (most, byGroup);
    }

    /// <summary>Lets go of everything.</summary>
    internal void Clear()
    {
        entries.AsSpan(0, Count).Clear();
        places.Clear();
        Count = 0;
    }

    /// <summary>Whether something would be among the best, as far as can be told without its group.</summary>
    internal bool MayTake(in T candidate) => Count < capacity || entries[0].IsWorseThan(candidate);

    /// <summary>Adds what <see cref="MayTake"/> lets in.</summary>
    internal void Add(in T candidate, GroupKey group = default)
    {
        if (grouped && places.TryGetValue(group, out var place))
        {
            if (!entries[place].IsWorseThan(candidate))
                return;
            entries[place] = candidate;
            SiftDown(place, Count);
        }
        else if (Count < capacity)
        {
            if (Count == entries.Length)
                Grow();
            Put(Count, candidate, group);
            SiftUp(Count++);
        }
        else
        {
            if (grouped)
                places.Remove(groups[0]);
            Put(0, candidate, group);
            SiftDown(0, Count);
        }
    }

    /// <summary>Puts what was kept in order, best first. After it nothing can be added before the next <see cref="Reset"/>.</summary>
    internal void Sort()
    {
        for (var end = Count - 1; end > 0; end--)
        {
            Swap(0, end);
            SiftDown(0, end);
        }
    }

    void Grow()
    {
        var length = (int)Math.Min(capacity, entries.Length * 2L);
        Array.Resize(ref entries, length);
        Array.Resize(ref groups, length);
    }

    void Put(int place, in T entry, GroupKey group)
    {
        entries[place] = entry;
        if (grouped)
        {
            groups[place] = group;
            places[group] = place;
        }
    }

    void Swap(int left, int right)
    {
        (entries[left], entries[right]) = (entries[right], entries[left]);
        if (!grouped)
            return;

        (groups[left], groups[right]) = (groups[right], groups[left]);
        places[groups[left]] = left;
        places[groups[right]] = right;
    }

    void SiftUp(int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (!entries[place].IsWorseThan(entries[parent]))
                return;

            Swap(place, parent);
            place = parent;
        }
    }

    void SiftDown(int place, int end)
    {
        while ((2 * place) + 1 < end)
        {
            var child = (2 * place) + 1;
            if (child + 1 < end && entries[child + 1].IsWorseThan(entries[child]))
                child++;
            if (!entries[child].IsWorseThan(entries[place]))
                return;

            Swap(place, child);
            place = child;
        }
    }
}
