using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Postings;

/// <summary>Reads what a term's positions are kept as, one after the other: for each occurrence the distance from the one before in the same document. One stream serves many terms in turn.</summary>
sealed class PositionStream
{
    readonly uint[] distances = new uint[PatchedNumbers.Most];
    SegmentReader? segment;
    long offset;
    long end;
    long left;
    int count;
    int next;

    internal void Reset(SegmentReader termSegment, in TermEntry term)
    {
        segment = termSegment;
        (offset, end, left, count, next) = (term.PositionsStart, term.PositionsEnd, term.TotalFrequency, 0, 0);
        if (term.TotalFrequency > 1)
            return;

        distances[0] = (uint)term.Position;
        (left, count) = (0, 1);
    }

    internal uint Next()
    {
        if (next == count)
            Load();
        return distances[next++];
    }

    /// <summary>The next distances, <paramref name="most"/> or fewer, but one at least; valid until the next call.</summary>
    internal ReadOnlySpan<uint> Take(long most)
    {
        if (next == count)
            Load();
        var taken = distances.AsSpan(next, (int)Math.Min(most, count - next));
        next += taken.Length;
        return taken;
    }

    void Load()
    {
        if (left == 0)
            throw segment!.Positions.Corrupt(offset, "a term has fewer positions than occurrences");

        (count, next) = ((int)Math.Min(left, PatchedNumbers.Most), 0);
        left -= count;
        if (PatchedNumbers.Read(segment!.Positions, ref offset, end, distances.AsSpan(0, count)) > int.MaxValue)
            CheckDistances();
    }

    void CheckDistances()
    {
        if (distances.AsSpan(0, count).IndexOfAnyExceptInRange(0u, (uint)int.MaxValue) >= 0)
            throw segment!.Positions.Corrupt(offset, "a position is too large");
    }
}
