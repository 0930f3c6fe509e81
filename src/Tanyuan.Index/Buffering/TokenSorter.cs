namespace Tanyuan.Index.Buffering;

/// <summary>
/// Sorts tokens by key and leaves those of a key in their order: a radix sort, byte by byte from the lowest, that passes over bytes which are
/// the same in all keys. It reads and writes in rows where a hash table of postings would jump about in memory, which is what inverting mostly costs.
/// </summary>
static class TokenSorter
{
    const int Bytes = sizeof(uint);
    const int Values = 256;

    /// <summary>Sorts the first <paramref name="count"/> tokens; the arrays, of which the second is as long at least, may change places.</summary>
    internal static void Sort(ref TermToken[] tokens, ref TermToken[] spare, int count)
    {
        Span<int> places = stackalloc int[Bytes * Values];
        places.Clear();
        foreach (ref readonly var token in tokens.AsSpan(0, count))
        {
            var key = token.Key;
            places[(byte)key]++;
            places[Values + (byte)(key >> 8)]++;
            places[(2 * Values) + (byte)(key >> 16)]++;
            places[(3 * Values) + (int)(key >> 24)]++;
        }

        for (var place = 0; place < Bytes; place++)
        {
            if (Accumulate(places.Slice(place * Values, Values), count))
                Distribute(ref tokens, ref spare, count, places.Slice(place * Values, Values), 8 * place);
        }
    }

    // Counts become the place of the first of each value; false where all have the same.
    static bool Accumulate(Span<int> counts, int count)
    {
        var sum = 0;
        foreach (ref var value in counts)
        {
            if (value == count)
                return false;
            (value, sum) = (sum, sum + value);
        }

        return true;
    }

    static void Distribute(ref TermToken[] tokens, ref TermToken[] spare, int count, Span<int> places, int shift)
    {
        var target = spare;
        foreach (ref readonly var token in tokens.AsSpan(0, count))
            target[places[(byte)(token.Key >> shift)]++] = token;
        (tokens, spare) = (target, tokens);
    }
}
