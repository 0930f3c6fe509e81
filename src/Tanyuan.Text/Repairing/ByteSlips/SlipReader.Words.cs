using System.Runtime.CompilerServices;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

// Words of several characters, from the second one on.
internal sealed partial class SlipReader
{
    // What the words under way may go on with: those of one character behind those of another, and behind the children of all that one, its own.
    SlipChild[] children = new SlipChild[1024];
    int childCount;

    // For each option of an edge, how many children it and those before it have.
    readonly int[] childrenOf = new int[MostOptions];

    /// <summary>Notes what words may go on with behind a node of the dictionary.</summary>
    /// <param name="at">Where they go on.</param>
    /// <param name="nodeBase">The base of the node.</param>
    /// <param name="behind">The signs of what stands behind it.</param>
    [SkipLocalsInit]
    void FindChildren(SlipNode at, int nodeBase, ulong behind)
    {
        Span<byte> places = stackalloc byte[MostOptions];
        var firstGap = at.FirstEdge + at.EdgeCount - (at.Gaps?.Classes.Length ?? 0);
        for (var number = at.FirstEdge; number < firstGap; number++)
        {
            var options = lattice.EdgeAt(number).Options;
            if (!GbkPairs.MayMeet(behind, options.Signs))
                continue;
            if (options.Codes is [var code])
            {
                if (wordChildren.MayBe(nodeBase, code))
                    Note(nodeBase + code, number, 0);
                continue;
            }

            var count = wordChildren.Among(nodeBase, options.Codes, places);
            foreach (var place in places[..count])
                Note(nodeBase + options.Codes[place], number, place);
        }

        if (at.Gaps is not { } gaps || !GbkPairs.MayMeet(behind, gaps.Signs))
            return;
        var found = wordChildren.Among(nodeBase, gaps.Codes, places);
        foreach (var place in places[..found])
            Note(nodeBase + gaps.Codes[place], firstGap + gaps.EdgeOfPlace[place], gaps.PlaceOnEdge[place]);
    }

    void Note(int slot, int edge, int place)
    {
        words.Prefetch(slot);
        if (childCount == children.Length)
            Array.Resize(ref children, 2 * childCount);
        children[childCount++] = new(slot, edge, place);
    }

    /// <summary>Goes on with all that words may go on with behind a node of the dictionary.</summary>
    void ExtendWord(SlipNode from, SlipNode at, int nodeBase, ulong behind, int depth, double cost)
    {
        var first = childCount;
        FindChildren(at, nodeBase, behind);
        ExtendWord(from, first, childCount, depth, cost);
        childCount = first;
    }

    void ExtendWord(SlipNode from, int first, int end, int depth, double cost)
    {
        for (var child = first; child < end; child++)
            ExtendWord(from, children[child], depth, cost);
    }

    void ExtendWord(SlipNode from, SlipChild child, int depth, double cost)
    {
        ref readonly var edge = ref lattice.EdgeAt(child.Edge);
        ref readonly var option = ref edge.Options.Items[child.Place];
        var slot = words.Slot(child.Slot);
        if (option.Code == 0 || !WordTable.IsChild(slot, option.Code))
            return;

        wordChildren.Prefetch(WordTable.BaseOf(slot));
        var to = edge.To;
        Put(depth, option, child.Edge);
        cost += edge.Penalty + option.Form;
        if (WordTable.CostOf(slot) is var known and > 0)
        {
            var own = pairs.NumberOfSlot(child.Slot);
            Reach(from, to, depth + 1, cost, own != 0 ? pairs.AloneCost(own) : known / (double)WordTable.CostScale, pairs.LeastCost(own) + SlipCosts.OfPairOfWords, own);
        }

        if (depth + 1 == LongestWord || to.Index > lattice.End || wordChildren.SignsBehind(WordTable.BaseOf(slot)) is not (var behind and not 0))
            return;
        lattice.Expand(to);
        if (GbkPairs.MayMeet(behind, to.Signs))
            ExtendWord(from, to, WordTable.BaseOf(slot), behind, depth + 1, cost);
    }

    void ExtendPairs(SlipNode from, SlipNode at, double cost)
    {
        for (var number = at.FirstEdge; number < at.FirstEdge + at.EdgeCount; number++)
        {
            ref readonly var edge = ref lattice.EdgeAt(number);
            if ((edge.IsSlip || isSlip) && costs.BeginsPair(keys[0], edge.Options.Signs))
                ExtendPair(from, edge, number, cost);
        }
    }

    /// <summary>Two characters that stand together elsewhere on the page are as good as a word.</summary>
    void ExtendPair(SlipNode from, in SlipEdge edge, int number, double cost)
    {
        var seconds = edge.Options.Keys;
        for (var place = 0; place < seconds.Length; place++)
        {
            if (!costs.Holds(seconds[place]) || costs.OfPair(keys[0], seconds[place]) is not (var known and < double.PositiveInfinity))
                continue;
            ref readonly var option = ref edge.Options.Items[place];
            Put(1, option, number);
            Reach(from, edge.To, 2, cost + edge.Penalty + option.Form, known, WordPairTable.Unknown, 0);
        }
    }
}
