using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Buffering;

/// <summary>Walks the keys of one run, in their order or in that of ranks given to them.</summary>
sealed class RunCursor
{
    readonly ByteArena arena;
    readonly TokenRun run;
    readonly bool positions;
    readonly (int Rank, long Address)[]? order;
    ArenaReader reader;
    int next;

    /// <param name="arena">What holds the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="positions">Whether it has positions.</param>
    /// <param name="ranks">The rank of each key, or nothing where the keys are in order themselves.</param>
    internal RunCursor(ByteArena arena, TokenRun run, bool positions, int[]? ranks)
    {
        (this.arena, this.run, this.positions) = (arena, run, positions);
        reader = new ArenaReader(arena, run.Start);
        if (ranks is not null)
        {
            order = Array.ConvertAll(run.Places, place => (ranks[place.Key], place.Address));
            Array.Sort(order, static (left, right) => left.Rank.CompareTo(right.Rank));
        }
    }

    /// <summary>The key at the cursor, or its rank.</summary>
    internal uint Key { get; private set; }

    /// <summary>Moves to the next key, once the postings of the one before were read; false where there is none.</summary>
    internal bool MoveNext()
    {
        if (order is null)
        {
            if (reader.Address >= run.End)
                return false;
            Key += reader.ReadVariable();
            return true;
        }

        if (next == order.Length)
            return false;
        (var rank, var address) = order[next++];
        Key = (uint)rank;
        reader = new ArenaReader(arena, address);
        reader.ReadVariable();
        return true;
    }

    /// <summary>Writes the postings of the key at the cursor.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="renumbered">The new number of each document, −1 for one that is left out; empty where all keep theirs.</param>
    internal void WritePostings(SegmentWriter writer, ReadOnlySpan<int> renumbered)
    {
        var numbers = reader;
        var document = run.FirstDocument;
        uint head;
        do
        {
            head = numbers.ReadVariable();
            document += (int)(head >> TokenRuns.FlagBits);
            var number = renumbered.IsEmpty ? document : renumbered[document];
            if ((head & TokenRuns.OnceFlag) != 0)
            {
                var position = positions ? numbers.ReadVariable() : 0;
                if (number >= 0)
                    writer.AddOnce(number, position);
                continue;
            }

            var frequency = (int)numbers.ReadVariable();
            if (number >= 0)
                writer.AddDocument(number, frequency);
            for (var i = 0; positions && i < frequency; i++)
            {
                var distance = numbers.ReadVariable();
                if (number >= 0)
                    writer.AddDistance(distance);
            }
        }
        while ((head & TokenRuns.LastFlag) == 0);

        reader = numbers;
    }
}
