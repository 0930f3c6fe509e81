using System.Runtime.InteropServices;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// The terms of a field in memory, each with its stream of postings: an open hash table of term numbers by a tag of the term, beside an
/// array of what is known of each. Terms of up to two units are their own key; longer ones are compared where they are kept. Not thread-safe.
/// </summary>
sealed class TermTable
{
    const int ShortLength = 2;
    const int FirstBits = 6;
    const int BytesEach = BufferedTerm.Size + 24;
    const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    readonly ByteArena arena;
    (uint Tag, int Number)[] slots = new (uint, int)[1 << FirstBits];
    int shift = 64 - FirstBits;
    BufferedTerm[] terms = new BufferedTerm[32];
    char[] text = new char[64];
    int textLength;

    internal TermTable(ByteArena arena) => this.arena = arena;

    internal int Count { get; private set; }

    /// <summary>Memory used apart from the streams, about.</summary>
    internal long Size => ((long)Count * BytesEach) + (textLength * sizeof(char));

    /// <summary>Forgets all terms, and keeps the memory for others.</summary>
    internal void Clear()
    {
        slots.AsSpan().Clear();
        (Count, textLength) = (0, 0);
    }

    internal ref BufferedTerm this[int number] => ref terms[number];

    internal ReadOnlySpan<char> TermOf(int number)
    {
        ref var term = ref terms[number];
        return term.Length <= ShortLength
            ? MemoryMarshal.Cast<uint, char>(new ReadOnlySpan<uint>(ref term.Units))[..term.Length]
            : text.AsSpan((int)term.Units, term.Length);
    }

    /// <summary>The number of a term, which is added if it is new.</summary>
    internal int FindOrAdd(ReadOnlySpan<char> term)
    {
        var units = term.Length <= ShortLength ? term[0] | (term.Length > 1 ? (uint)term[1] << 16 : 0) : Hash(term);
        var hash = (units + ((ulong)term.Length << 32)) * Multiplier;
        var tag = (uint)hash;
        for (var place = (int)(hash >> shift); ; place = (place + 1) & (slots.Length - 1))
        {
            var (slotTag, number) = slots[place];
            if (number == 0)
                return Add(term, units, place, tag);
            if (slotTag == tag && IsTerm(number - 1, term, units))
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

    bool IsTerm(int number, ReadOnlySpan<char> term, uint units)
    {
        ref var known = ref terms[number];
        return known.Length == term.Length
            && (term.Length <= ShortLength ? known.Units == units : text.AsSpan((int)known.Units, known.Length).SequenceEqual(term));
    }

    int Add(ReadOnlySpan<char> term, uint units, int place, uint tag)
    {
        if (Count == terms.Length)
            Array.Resize(ref terms, terms.Length * 2);

        var number = Count++;
        var start = arena.Allocate(0);
        terms[number] = new BufferedTerm
        {
            Length = term.Length,
            Units = term.Length <= ShortLength ? units : Keep(term),
            Document = -1,
            Start = start,
            Tail = start,
            SliceEnd = start + ByteArena.SliceLength(0) - ByteArena.LinkLength,
        };
        slots[place] = (tag, number + 1);
        if (Count > slots.Length / 3 * 2)
            Grow();
        return number;
    }

    uint Keep(ReadOnlySpan<char> term)
    {
        if (textLength + term.Length > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, textLength + term.Length));
        var start = textLength;
        term.CopyTo(text.AsSpan(start));
        textLength += term.Length;
        return (uint)start;
    }

    void Grow()
    {
        var grown = new (uint Tag, int Number)[slots.Length * 2];
        shift--;
        for (var number = 0; number < Count; number++)
        {
            var term = TermOf(number);
            var units = term.Length <= ShortLength ? terms[number].Units : Hash(term);
            var hash = (units + ((ulong)term.Length << 32)) * Multiplier;
            var place = (int)(hash >> shift);
            while (grown[place].Number != 0)
                place = (place + 1) & (grown.Length - 1);
            grown[place] = ((uint)hash, number + 1);
        }

        slots = grown;
    }

    static uint Hash(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var unit in term)
            hash = (hash ^ unit) * 16777619u;
        return hash;
    }
}
