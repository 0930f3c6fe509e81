namespace Tanyuan.Index.Postings;

/// <summary>
/// The postings of a term in up to 256 documents, as bits one behind the other:
/// <code>
/// the place of each document's anchor (<see cref="Segments.DocumentPlaces"/>, <see cref="PositionCode"/>), from 0 to the last one; nothing where there is one document, for the dictionary has it
/// the frequencies: for each document but the last how often the term occurs up to it, less one; nothing where all are 1 or there is one document
/// the positions beside the anchors, document by document, in a field that keeps them
/// </code>
/// Places and running totals ascend, and are <see cref="InterpolativeCode"/>. Those of a term begin with the bit behind those of the term before.
/// </summary>
static class ShortPostings
{
    /// <summary>Writes places, of which there are <paramref name="placeCount"/>, and frequencies, which add up to <paramref name="total"/>.</summary>
    internal static void Write(BitWriter target, ReadOnlySpan<ulong> places, ReadOnlySpan<uint> frequencies, int total, ulong placeCount)
    {
        if (places.Length == 1)
            return;

        InterpolativeCode.Write(target, places, 0, placeCount - 1);
        if (total == places.Length)
            return;

        Span<uint> totals = stackalloc uint[PostingsWriter.Block];
        totals = totals[..(places.Length - 1)];
        var sum = 0u;
        for (var i = 0; i < totals.Length; i++)
        {
            sum += frequencies[i];
            totals[i] = sum - 1;
        }

        InterpolativeCode.Write<uint>(target, totals, 0, (uint)total - 2);
    }

    /// <summary>Reads two places or more; there must be so many.</summary>
    internal static void ReadPlaces(ref BitReader source, Span<ulong> places, ulong placeCount) => source.ReadAscending(places, placeCount - 1);

    /// <summary>Reads the frequencies of two documents or more, which add up to <paramref name="total"/>; not where all are 1.</summary>
    internal static void ReadFrequencies(ref BitReader source, Span<uint> frequencies, int total)
    {
        var totals = frequencies[..^1];
        source.ReadAscending(totals, (uint)total - 2);
        frequencies[^1] = (uint)total - 1;

        var before = uint.MaxValue;
        foreach (ref var frequency in frequencies)
            (frequency, before) = (frequency - before, frequency);
    }
}
