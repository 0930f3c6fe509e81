using System.Numerics;

namespace Tanyuan.Index.Commits;

/// <summary>
/// Decides which segments become one. Segments are ranked by live documents into levels of which each is eight times the one below;
/// eight of a level are merged, so every document is copied about once a level, and there are at most seven segments a level.
/// A segment of which a fifth is deleted is written anew, so that statistics and disk do not drift. A pure function.
/// </summary>
static class MergePlanner
{
    const int Fanout = 8;
    const int Floor = 1024;
    const int LargestMerge = 100_000_000;

    /// <summary>The places of the segments to merge next, ascending, or none.</summary>
    /// <param name="segments">For each segment how many documents it holds, and how many of them are live (at least one).</param>
    internal static IReadOnlyList<int> Next(IReadOnlyList<(int Documents, int Live)> segments)
    {
        var full = Enumerable.Range(0, segments.Count)
            .GroupBy(place => Level(segments[place].Live))
            .Where(level => level.Count() >= Fanout && level.Sum(place => (long)segments[place].Live) <= LargestMerge)
            .MinBy(level => level.Key);
        if (full is not null)
            return [.. full];

        for (var place = 0; place < segments.Count; place++)
        {
            var (documents, live) = segments[place];
            if ((documents - live) * 5L > documents)
                return [place];
        }

        return [];
    }

    /// <summary>The places of the segments to merge so that there are at most <paramref name="most"/> and, if that is one, nothing deleted in it; or none.</summary>
    internal static IReadOnlyList<int> Down(IReadOnlyList<(int Documents, int Live)> segments, int most)
    {
        if (segments.Count > most)
            return [.. Enumerable.Range(0, segments.Count).OrderBy(place => segments[place].Live).Take(segments.Count - most + 1).Order()];
        return most == 1 && segments.Count == 1 && segments[0].Live < segments[0].Documents ? [0] : [];
    }

    static int Level(int live) => live <= Floor ? 0 : 1 + (BitOperations.Log2((uint)(live - 1) / Floor) / 3);
}
