namespace Tanyuan.Index.Postings;

/// <summary>
/// The postings of a term in up to 256 documents, as bits one behind the other, filled up to a byte:
/// <code>
/// the documents, between 0 and the last one of the segment; nothing where there is one, which the dictionary has
/// the frequencies: for each document but the last how often the term occurs up to it, less one; nothing where all are 1
/// the positions, document by document (<see cref="PositionCode"/>), in a field that keeps them and for a term that occurs more than once
/// </code>
/// Documents and running totals ascend, and are <see cref="InterpolativeCode"/>.
/// </summary>
static class ShortPostings
{
    /// <summary>Writes documents and frequencies, which add up to <paramref name="total"/>; the segment has <paramref name="documentCount"/> documents.</summary>
    internal static void Write(BitWriter target, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, int total, int documentCount)
    {
        if (documents.Length == 1)
            return;

        InterpolativeCode.Write(target, documents, 0, (uint)documentCount - 1);
        if (total == documents.Length)
            return;

        Span<uint> totals = stackalloc uint[PostingsWriter.Block];
        totals = totals[..(documents.Length - 1)];
        var sum = 0u;
        for (var i = 0; i < totals.Length; i++)
        {
            sum += frequencies[i];
            totals[i] = sum - 1;
        }

        InterpolativeCode.Write(target, totals, 0, (uint)total - 2);
    }

    /// <summary>Reads two documents or more; there must be room for them in the segment.</summary>
    internal static void ReadDocuments(ref BitReader source, Span<uint> documents, int documentCount) =>
        source.ReadAscending(documents, (uint)documentCount - 1);

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
