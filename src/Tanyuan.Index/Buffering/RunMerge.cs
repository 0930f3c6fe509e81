using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// Walks several runs together, key by key, of those with the same key the oldest run first: a tree of losers (Knuth, The Art of Computer Programming,
/// volume 3, 5.4.1). A run's place in the order is one number, its key above its number, so a match is a smaller and a greater of two, and no processor
/// can guess it wrong.
/// </summary>
sealed class RunMerge
{
    const ulong Exhausted = ulong.MaxValue;

    readonly RunCursor[] cursors;

    // Node 0 is the winner; node i has the loser of the match between what won at 2i and at 2i + 1, leaves being numbered from the number of runs on.
    readonly ulong[] nodes;

    internal RunMerge(IEnumerable<RunCursor> runs)
    {
        cursors = [.. runs];
        nodes = new ulong[Math.Max(1, cursors.Length)];
        nodes[0] = Exhausted;
        if (cursors.Length > 0)
            Play();
    }

    internal bool IsEmpty => nodes[0] == Exhausted;

    /// <summary>The smallest key.</summary>
    internal uint Key => (uint)(nodes[0] >> 32);

    /// <summary>Writes the postings of the smallest key, and moves past it.</summary>
    internal void WriteNext(SegmentWriter writer, ReadOnlySpan<int> renumbered)
    {
        for (var key = Key; nodes[0] != Exhausted && Key == key;)
        {
            var run = (int)(uint)nodes[0];
            cursors[run].WritePostings(writer, renumbered);
            var moving = Place(run);
            for (var node = (run + cursors.Length) / 2; node > 0; node /= 2)
            {
                var other = nodes[node];
                nodes[node] = Math.Max(other, moving);
                moving = Math.Min(other, moving);
            }

            nodes[0] = moving;
        }
    }

    void Play()
    {
        var winners = new ulong[2 * cursors.Length];
        for (var run = 0; run < cursors.Length; run++)
            winners[cursors.Length + run] = Place(run);
        for (var node = cursors.Length - 1; node > 0; node--)
        {
            winners[node] = Math.Min(winners[2 * node], winners[(2 * node) + 1]);
            nodes[node] = Math.Max(winners[2 * node], winners[(2 * node) + 1]);
        }

        nodes[0] = winners[1];
    }

    // The next key of a run; none has a number so great that it would look exhausted.
    ulong Place(int run) => cursors[run].MoveNext() ? ((ulong)cursors[run].Key << 32) | (uint)run : Exhausted;
}
