namespace Tanyuan.Index.Buffering;

/// <summary>
/// The longer terms of a field in memory: an open hash table of term numbers by a tag of the term, beside where the units of each are. Not thread-safe.
/// </summary>
sealed class TermTable
{
    const int FirstBits = 6;
    const int BytesEach = 24;
    const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    (uint Tag, int Number)[] slots = new (uint, int)[1 << FirstBits];
    int shift = 64 - FirstBits;
    (int Start, int Length)[] terms = new (int, int)[32];
    char[] text = new char[64];
    int textLength;

    internal int Count { get; private set; }

    /// <summary>Memory used, about.</summary>
    internal long Size => ((long)Count * BytesEach) + (textLength * sizeof(char));

    /// <summary>Forgets all terms, and keeps the memory for others.</summary>
    internal void Clear()
    {
        slots.AsSpan().Clear();
        (Count, textLength) = (0, 0);
    }

    internal ReadOnlySpan<char> TermOf(int number) => text.AsSpan(terms[number].Start, terms[number].Length);

    /// <summary>The number of a term, which is added if it is new.</summary>
    internal int FindOrAdd(ReadOnlySpan<char> term)
    {
        var hash = Hash(term);
        var tag = (uint)hash;
        for (var place = (int)(hash >> shift); ; place = (place + 1) & (slots.Length - 1))
        {
            var (slotTag, number) = slots[place];
            if (number == 0)
                return Add(term, place, tag);
            if (slotTag == tag && TermOf(number - 1).SequenceEqual(term))
                return number - 1;
        }
    }

    /// <summary>All terms in ascending order.</summary>
    internal int[] Sorted()
    {
        var keys = new ulong[Count];
        var order = new int[Count];
        for (var number = 0; number < order.Length; number++)
        {
            keys[number] = Segments.TermKey.Of(TermOf(number));
            order[number] = number;
        }

        Array.Sort(keys, order);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                order.AsSpan(start, end - start).Sort((left, right) => TermOf(left).SequenceCompareTo(TermOf(right)));
            start = end;
        }

        return order;
    }

    int Add(ReadOnlySpan<char> term, int place, uint tag)
    {
        if (Count == terms.Length)
            Array.Resize(ref terms, terms.Length * 2);
        if (textLength + term.Length > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, textLength + term.Length));

        var number = Count++;
        terms[number] = (textLength, term.Length);
        term.CopyTo(text.AsSpan(textLength));
        textLength += term.Length;
        slots[place] = (tag, number + 1);
        if (Count > slots.Length / 3 * 2)
            Grow();
        return number;
    }

    void Grow()
    {
        var grown = new (uint Tag, int Number)[slots.Length * 2];
        shift--;
        for (var number = 0; number < Count; number++)
        {
            var hash = Hash(TermOf(number));
            var place = (int)(hash >> shift);
            while (grown[place].Number != 0)
                place = (place + 1) & (grown.Length - 1);
            grown[place] = ((uint)hash, number + 1);
        }

        slots = grown;
    }

    static ulong Hash(ReadOnlySpan<char> term)
    {
        var hash = (ulong)term.Length;
        foreach (var unit in term)
            hash = (hash ^ unit) * Multiplier;
        return hash ^ (hash >> 32);
    }
}
