namespace Tanyuan.Index.Buffering;

/// <summary>
/// Sorts tokens by key and leaves those of a key in their order: a radix sort, eleven bits at a time from the lowest, that passes over bits which are
/// the same in all keys. It reads and writes in rows where a hash table of postings would jump about in memory, which is what inverting mostly costs.
/// </summary>
static class TokenSorter
{
    const int Bits = 11;
    const int Values = 1 << Bits;
    const int Digits = 3;
    const uint Mask = Values - 1;

    /// <summary>Sorts the first <paramref name="count"/> tokens; the arrays, of which the second is as long at least, may change places.</summary>
    internal static void Sort(ref TermToken[] tokens, ref TermToken[] spare, int count)
    {
        Span<int> places = stackalloc int[Digits * Values];
        places.Clear();
        foreach (ref readonly var token in tokens.AsSpan(0, count))
        {
            var key = token.Key;
            places[(int)(key & Mask)]++;
            places[(int)(Values + ((key >> Bits) & Mask))]++;
            places[(int)((2 * Values) + (key >> (2 * Bits)))]++;
        }

        for (var digit = 0; digit < Digits; digit++)
        {
            if (Accumulate(places.Slice(digit * Values, Values), count))
                Distribute(ref tokens, ref spare, count, places.Slice(digit * Values, Values), Bits * digit);
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
            target[places[(int)((token.Key >> shift) & Mask)]++] = token;
        (tokens, spare) = (target, tokens);
    }
}
