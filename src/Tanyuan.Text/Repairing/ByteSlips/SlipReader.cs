using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Finds the cheapest reading of a slip lattice: the most probable path of words (Viterbi, as in <see cref="Words.WordLattice"/>)
/// where a character may have several options. A reading that has become much worse than the page as it stands is given up.
/// </summary>
internal sealed class SlipReader(SlipCosts costs, SlipLattice lattice, double[]? limits)
{
    const int LongestWord = 8;

    // In nats. Of the many characters that a vanished pair may have ended, those far behind the best begin nothing.
    const double BeamWidth = 8;

    // Readings that differ in their last character go on side by side, the cheapest so many.
    const int MostArrivals = 12;

    readonly SlipStep[] word = new SlipStep[LongestWord];
    readonly char[] keys = new char[LongestWord];

    /// <summary>The cost of the cheapest reading of the whole range; infinite where there is none.</summary>
    public double Read()
    {
        for (var index = lattice.First; index <= lattice.End; index++)
        {
            for (var kind = SlipNodeKind.Slipped; kind <= SlipNodeKind.Aligned; kind++)
            {
                var nodes = lattice.NodesAt(index, kind);
                for (var node = 0; node < nodes.Count; node++)
                    nodes[node].Clear();
            }
        }

        lattice.NodesAt(lattice.First, SlipNodeKind.Aligned)[0].Add(new('\0', 0, null, []));
        for (var index = lattice.First; index < lattice.End; index++)
        {
            for (var kind = SlipNodeKind.Slipped; kind <= SlipNodeKind.Aligned; kind++)
            {
                var nodes = lattice.NodesAt(index, kind);
                var limit = limits is null ? double.PositiveInfinity : limits[index - lattice.First];
                if (kind == SlipNodeKind.Between && nodes.Count > 0)
                    limit = Math.Min(limit, nodes.Min(node => node.Cost) + BeamWidth);
                for (var node = 0; node < nodes.Count; node++)
                {
                    if (nodes[node].Cost < limit)
                        Walk(nodes[node]);
                }
            }
        }

        var last = lattice.NodesAt(lattice.End, SlipNodeKind.Slipped);
        for (var node = 0; node < last.Count; node++)
        {
            if (last[node].Arrivals.Count > 0)
                Walk(last[node]);
        }

        return CostAt(lattice.End);
    }

    /// <summary>The cost of the cheapest reading up to a place where characters stand for themselves.</summary>
    public double CostAt(int index) =>
        lattice.NodesAt(index, SlipNodeKind.Aligned) is [var node, ..] ? node.Cost : double.PositiveInfinity;

    /// <summary>The characters of the cheapest reading, from the first to the last.</summary>
    public List<SlipStep> Path()
    {
        var words = new Stack<SlipStep[]>();
        for (var arrival = lattice.NodesAt(lattice.End, SlipNodeKind.Aligned)[0].Arrivals.MinBy(one => one.Cost); arrival is not null; arrival = arrival.Back)
            words.Push(arrival.Word);
        return [.. words.SelectMany(steps => steps)];
    }

    void Walk(SlipNode from)
    {
        from.Keep(MostArrivals);
        foreach (var edge in lattice.EdgesOf(from))
        {
            foreach (var choice in edge.Choices(costs))
            {
                if (choice.Key == edge.Excluded)
                    continue;

                var (before, cost) = Cheapest(from, choice.Key);
                (word[0], keys[0]) = (new(choice.Character, edge), choice.Key);
                cost += choice.Cost;
                Reach(edge.To, before, 1, cost + costs.OfSingle(choice.Character, choice.Key, edge));
                var slot = WordTable.BuiltIn.Slot(WordTable.BuiltIn.RootBase, choice.Code);
                var isKnown = choice.Code != 0 && WordTable.IsChild(slot, choice.Code);
                if ((isKnown || costs.BeginsPair(choice.Key)) && edge.To.Index <= lattice.End)
                    Extend(before, edge.To, isKnown ? WordTable.BaseOf(slot) : null, 1, cost);
            }
        }
    }

    /// <summary>The reading that a word beginning with <paramref name="key"/> follows best, and what it costs up to there.</summary>
    static (SlipArrival Arrival, double Cost) Cheapest(SlipNode node, char key)
    {
        var best = node.Arrivals[0];
        var cost = double.PositiveInfinity;
        foreach (var arrival in node.Arrivals)
        {
            var with = arrival.Cost + SlipCosts.OfBorder(arrival.Last, key);
            if (with < cost)
                (best, cost) = (arrival, with);
        }

        return (best, cost);
    }

    void Extend(SlipArrival before, SlipNode at, int? nodeBase, int depth, double cost)
    {
        var table = WordTable.BuiltIn;
        var mayPair = depth == 1 && costs.BeginsPair(keys[0]);
        foreach (var edge in lattice.EdgesOf(at))
        {
            var isPair = mayPair && (edge.IsSlip || word[0].Edge.IsSlip);
            if (nodeBase is null && !isPair)
                continue;
            foreach (var choice in edge.Choices(costs))
            {
                if (choice.Key == edge.Excluded)
                    continue;

                (word[depth], keys[depth]) = (new(choice.Character, edge), choice.Key);
                var with = cost + choice.Cost;
                if (isPair)
                    Reach(edge.To, before, 2, with + costs.OfPair(keys[0], choice.Key));
                if (nodeBase is not { } place || choice.Code == 0)
                    continue;

                var slot = table.Slot(place, choice.Code);
                if (!WordTable.IsChild(slot, choice.Code))
                    continue;
                if (WordTable.CostOf(slot) is var known and > 0)
                    Reach(edge.To, before, depth + 1, with + (known / (double)WordTable.CostScale));
                if (depth + 1 < LongestWord && edge.To.Index <= lattice.End)
                    Extend(before, edge.To, WordTable.BaseOf(slot), depth + 1, with);
            }
        }
    }

    void Reach(SlipNode to, SlipArrival before, int length, double cost)
    {
        if (cost < to.Cost + BeamWidth)
            to.Add(new(keys[length - 1], cost, before, word[..length]));
    }
}
