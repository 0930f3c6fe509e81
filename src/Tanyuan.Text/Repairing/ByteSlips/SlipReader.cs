using System.Numerics;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Finds the cheapest reading of a slip lattice: the most probable path of words (Viterbi, as in <see cref="Words.WordLattice"/>)
/// where a character may have several options. It goes on place by place, so that a reading which has become much worse than the page as
/// it stands can be given up, and one that has fallen in step with it for a whole word need not go on. One instance serves many lattices, one
/// after the other; not thread-safe.
/// </summary>
internal sealed partial class SlipReader(SlipCosts costs)
{
    /// <summary>The longest word; what comes so far behind a place knows nothing of it.</summary>
    public const int LongestWord = 8;

    // In nats. Of the many characters that a vanished pair may have ended, those so far behind the best begin nothing.
    const double GapBeamWidth = 6;

    const int None = -1;

    /// <summary>More characters than that have no byte in common.</summary>
    public const int MostOptions = 256;

    // Held here: what a class holds is asked for each time whether it is there.
    readonly WordTable words = WordTable.BuiltIn;
    readonly WordChildren wordChildren = WordChildren.BuiltIn;
    readonly PairTable borders = PairTable.BuiltIn;
    readonly WordPairTable pairs = WordPairTable.BuiltIn;

    readonly SlipLattice lattice = new();

    // The word under way, whether its first character is read across the page's own ones and may stand behind some reading's last one elsewhere on the page, and what the border
    // before it costs at least.
    readonly SlipStep[] word = new SlipStep[LongestWord];
    readonly char[] keys = new char[LongestWord];
    bool isSlip;
    bool mayFollow;
    float leastBorder;

    readonly List<SlipArc> arcs = [];
    readonly List<SlipStep> steps = [];

    // Where the arcs that begin at each place of the range begin in their list.
    readonly List<int> firstArcs = [];

    // Where the line ends, if the range ends with it.
    int lineEnd;
    int lineLength;

    /// <summary>The readings.</summary>
    public SlipLattice Lattice => lattice;

    /// <inheritdoc cref="SlipLattice.Begin"/>
    public void Begin(string page, int first, int end, SlipStart? from)
    {
        lattice.Begin(page, first, end, from, costs.Alphabet);
        arcs.Clear();
        steps.Clear();
        firstArcs.Clear();
        var lineStart = page.AsSpan(0, first).LastIndexOf('\n') + 1;
        (lineEnd, lineLength) = end == page.Length || page[end] == '\n' ? (end, end - lineStart) : (None, 0);
        lattice.Aligned(first).Add(new('\0', 0, None, 0, SlipMarks.OpenAt(page.AsSpan(lineStart, first - lineStart))));
    }

    /// <summary>The cost of the cheapest reading up to a place where characters stand for themselves.</summary>
    public double CostAt(int index) => lattice.Aligned(index).Cost;

    /// <summary>Goes on from a place, with the readings that cost less than a limit.</summary>
    public void Advance(int index, double limit)
    {
        firstArcs.Add(arcs.Count);
        Walk(index, limit);
    }

    /// <summary>Whether some reading that costs less than a limit is one byte off at a place.</summary>
    public bool IsOffAt(int index, double limit)
    {
        if (lattice.SlippedAt(index) is { } node && node.Cost < limit)
            return true;
        if (lattice.TrailingAt(index) is { } trailing && trailing.Cost < limit)
            return true;
        foreach (var other in lattice.BetweenAt(index))
        {
            if (other.Cost < limit)
                return true;
        }

        return false;
    }

    /// <summary>The characters of the cheapest reading up to a place, from the first to the last.</summary>
    public List<SlipStep> Path(int end)
    {
        var path = new List<SlipStep>();
        var best = lattice.Aligned(end).Arrivals[0];
        foreach (var arrival in lattice.Aligned(end).Arrivals)
            best = arrival.Cost < best.Cost ? arrival : best;
        for (var number = best.Arc; number != None; number = arcs[number].Before)
        {
            for (var step = arcs[number].FirstStep + arcs[number].Length - 1; step >= arcs[number].FirstStep; step--)
                path.Add(steps[step]);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Goes on with readings that are one byte off at the end of the range.</summary>
    public void Finish()
    {
        if (lattice.SlippedAt(lattice.End) is { } last)
            Walk(last);
    }

    void Walk(int index, double limit)
    {
        if (lattice.SlippedAt(index) is { } slipped && slipped.Cost < limit)
            Walk(slipped);
        var nodes = lattice.BetweenAt(index);
        if (nodes.Count > 0)
        {
            var least = double.PositiveInfinity;
            foreach (var node in nodes)
                least = Math.Min(least, node.Cost);

            var most = Math.Min(limit, least + GapBeamWidth);
            for (var node = 0; node < nodes.Count; node++)
            {
                if (nodes[node].Cost < most && !nodes[node].IsOutdone)
                    Walk(nodes[node]);
            }
        }

        if (lattice.TrailingAt(index) is { } trailing && trailing.Cost < limit)
            Walk(trailing);
        if (lattice.Aligned(index).Cost < limit)
            Walk(lattice.Aligned(index));
    }

    void Walk(SlipNode from)
    {
        lattice.Expand(from);
        BeginBehind(from);
        for (var number = from.FirstEdge; number < from.FirstEdge + from.EdgeCount; number++)
        {
            ref readonly var edge = ref lattice.EdgeAt(number);
            isSlip = edge.IsSlip;
            if (lattice.Beginnings(edge) is { } beginnings)
            {
                WalkMany(from, number, edge, beginnings);
                continue;
            }

            if (edge.Options.Items.Length > 0)
                Walk(from, number, edge);
        }
    }

    /// <summary>Goes on with one of many characters: the cheapest, and those that words begin with.</summary>
    void WalkMany(SlipNode from, int number, in SlipEdge edge, SlipBeginnings beginnings)
    {
        for (var block = 0; block < edge.Options.Items.Length && from.Cost + edge.Penalty + edge.Options.Items[block].Bound < edge.To.Limit; block += PassingOptions.Count)
        {
            for (var passing = Passing(edge, block); passing != 0; passing &= passing - 1)
                ReachSingle(from, number, edge, block + BitOperations.TrailingZeroCount(passing));
        }

        var (first, behind) = (edge.Options.Items, edge.To.FirstEdge);
        if (edge.To.EdgeCount == 0)
            return;
        ref readonly var second = ref lattice.EdgeAt(behind);
        foreach (ref readonly var known in beginnings.Words.AsSpan())
        {
            if (from.Cost + edge.Penalty + second.Penalty + known.Bound >= second.To.Limit)
                break;
            Begin(first[known.First], number);
            Put(1, second.Options.Items[known.Second], behind);
            Reach(from, second.To, 2, edge.Penalty + second.Penalty + first[known.First].Form + second.Options.Items[known.Second].Form, known.Alone, known.Least, known.Number);
        }

        if (second.To.Index <= lattice.End)
        {
            lattice.Expand(second.To);
            foreach (ref readonly var known in beginnings.Prefixes.AsSpan())
            {
                if (!GbkPairs.MayMeet(known.Behind, second.To.Signs))
                    continue;
                Begin(first[known.First], number);
                Put(1, second.Options.Items[known.Second], behind);
                ExtendWord(from, second.To, known.Base, known.Behind, 2, edge.Penalty + second.Penalty + first[known.First].Form + second.Options.Items[known.Second].Form);
            }
        }

        foreach (var (place, key) in beginnings.Firsts)
        {
            if (!costs.BeginsPair(key, edge.To.Signs))
                continue;
            Begin(first[place], number);
            ExtendPairs(from, edge.To, edge.Penalty + first[place].Form);
        }
    }

    /// <summary>Which of eight characters of a list may lead on as words of their own, a bit for each.</summary>
    uint Passing(in SlipEdge edge, int block) => PassingOptions.Of(edge.Options.Lanes.BlockOf(block), before.AsSpan(0, beforeCount), edge.To.Limit - edge.Penalty, page);

    /// <summary>Goes on with a character as a word of its own.</summary>
    void ReachSingle(SlipNode from, int number, in SlipEdge edge, int place)
    {
        ref readonly var option = ref edge.Options.Items[place];
        Begin(option, number);
        Reach(from, edge.To, 1, edge.Penalty + option.Form + (option.IsHan ? 0 : costs.Strangeness(option, isSlip, from.Index)), costs.OfSingle(option, isSlip), option.Least, option.Word);
    }

    void Begin(in SlipOption option, int edge)
    {
        Put(0, option, edge);
        mayFollow = isSlip && GbkPairs.MayHold(page.Followed, option.Pair) && costs.Holds(option.Key);
        leastBorder = mayFollow ? SlipCosts.LeastBorder : option.Border;
    }

    void Put(int place, in SlipOption option, int edge) => (word[place], keys[place]) = (new(option.Character, edge), option.Key);

    /// <summary>
    /// Goes on with each of some characters. First it is seen what words go on with behind all of them, so that what the dictionary has of those is on its way here while others
    /// are looked for.
    /// </summary>
    void Walk(SlipNode from, int number, in SlipEdge edge)
    {
        var to = edge.To;
        var options = edge.Options.Items;
        var goesOn = to.Index <= lattice.End;
        for (var place = 0; place < options.Length; place++)
        {
            ref readonly var option = ref options[place];
            if (goesOn && option.Root != SlipOption.NoWord)
            {
                lattice.Expand(to);
                if (GbkPairs.MayMeet(option.Behind, to.Signs))
                    FindChildren(to, option.Root, option.Behind);
            }

            childrenOf[place] = childCount;
        }

        var child = 0;
        var passing = 0u;
        var isList = options.Length >= SlipOptions.ShortestList;
        for (var place = 0; place < options.Length; place++)
        {
            if (place % PassingOptions.Count == 0)
                passing = isList ? Passing(edge, place) : uint.MaxValue;
            if ((passing >> (place % PassingOptions.Count) & 1) != 0)
                ReachSingle(from, number, edge, place);
            ref readonly var option = ref options[place];
            var mayPair = goesOn && costs.BeginsPair(option.Key);
            if (childrenOf[place] == child && !mayPair)
                continue;

            Begin(option, number);
            var cost = edge.Penalty + option.Form + (option.IsHan ? 0 : costs.Strangeness(option, isSlip, from.Index));
            ExtendWord(from, child, childrenOf[place], 1, cost);
            child = childrenOf[place];
            if (!mayPair)
                continue;
            lattice.Expand(to);
            if (costs.BeginsPair(option.Key, to.Signs))
                ExtendPairs(from, to, cost);
        }

        childCount = 0;
    }
}
