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
                    nodes[node].Cost = double.PositiveInfinity;
            }
        }

        lattice.NodesAt(lattice.First, SlipNodeKind.Aligned)[0].Cost = 0;
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
                        Walk(nodes[node], nodes[node], WordTable.BuiltIn.RootBase, 0, 0);
                }
            }
        }

        var last = lattice.NodesAt(lattice.End, SlipNodeKind.Slipped);
        for (var node = 0; node < last.Count; node++)
            Walk(last[node], last[node], WordTable.BuiltIn.RootBase, 0, 0);
        return CostAt(lattice.End);
    }

    /// <summary>The cost of the cheapest reading up to a place where characters stand for themselves.</summary>
    public double CostAt(int index) =>
        lattice.NodesAt(index, SlipNodeKind.Aligned) is [var node, ..] ? node.Cost : double.PositiveInfinity;

    /// <summary>The characters of the cheapest reading, from the first to the last.</summary>
    public List<SlipStep> Path()
    {
        var words = new Stack<SlipStep[]>();
        for (var node = lattice.NodesAt(lattice.End, SlipNodeKind.Aligned)[0]; node.Back is not null; node = node.Back)
            words.Push(node.Word);
        return [.. words.SelectMany(steps => steps)];
    }

    void Walk(SlipNode from, SlipNode at, int nodeBase, int depth, double cost)
    {
        var table = WordTable.BuiltIn;
        var mayPair = depth == 1 && costs.BeginsPair(keys[0]);
        foreach (var edge in lattice.EdgesOf(at))
        {
            var isPair = mayPair && (edge.IsSlip || word[0].Edge.IsSlip);
            foreach (var choice in edge.Choices(costs))
            {
                if (choice.Key == edge.Excluded)
                    continue;

                word[depth] = new(choice.Character, edge);
                keys[depth] = choice.Key;
                var before = cost + choice.Cost;
                if (depth == 0)
                    Relax(from, edge.To, 1, before + costs.OfSingle(choice.Character, choice.Key, edge));
                else if (isPair)
                    Relax(from, edge.To, 2, before + costs.OfPair(keys[0], choice.Key));

                var slot = table.Slot(nodeBase, choice.Code);
                if (choice.Code == 0 || !WordTable.IsChild(slot, choice.Code))
                    continue;

                if (depth > 0 && WordTable.CostOf(slot) is var known and > 0)
                    Relax(from, edge.To, depth + 1, before + (known / (double)WordTable.CostScale));
                if (depth + 1 < LongestWord && edge.To.Index <= lattice.End)
                    Walk(from, edge.To, WordTable.BaseOf(slot), depth + 1, before);
            }
        }
    }

    void Relax(SlipNode from, SlipNode to, int length, double wordCost)
    {
        var cost = from.Cost + wordCost + SlipCosts.OfBorder;
        if (cost >= to.Cost)
            return;
        (to.Cost, to.Back, to.Word) = (cost, from, word[..length]);
    }
}
