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

    // Sums in another order differ by less.
    const double Rounding = 1e-6;

    const int None = -1;

    /// <summary>More characters than that have no byte in common.</summary>
    public const int MostOptions = 256;

    static readonly WordTable Words = WordTable.BuiltIn;
    static readonly WordPairTable Pairs = WordPairTable.BuiltIn;

    readonly SlipLattice lattice = new();
    readonly SlipStep[] word = new SlipStep[LongestWord];
    readonly char[] keys = new char[LongestWord];
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
        for (var number = from.FirstEdge; number < from.FirstEdge + from.EdgeCount; number++)
        {
            ref readonly var edge = ref lattice.EdgeAt(number);
            if (lattice.Beginnings(edge) is { } beginnings)
            {
                WalkMany(from, number, edge, beginnings);
                continue;
            }

            for (var place = 0; place < edge.Options.Items.Length; place++)
            {
                ref readonly var option = ref edge.Options.Items[place];
                Walk(from, number, edge, option);
            }
        }
    }

    /// <summary>Goes on with one of many characters: the cheapest, and those that words begin with.</summary>
    void WalkMany(SlipNode from, int number, in SlipEdge edge, SlipBeginnings beginnings)
    {
        foreach (ref readonly var option in edge.Options.Items.AsSpan())
        {
            if (from.Cost + edge.Penalty + option.Bound >= edge.To.Limit)
                break;
            (word[0], keys[0]) = (new(option.Character, number), option.Key);
            Reach(from, edge.To, 1, edge.Penalty + option.Form + (option.IsHan ? 0 : costs.Strangeness(option, edge.IsSlip, from.Index)), costs.OfSingle(option, edge.IsSlip), option.Least, option.Word);
        }

        var (first, behind) = (edge.Options.Items, edge.To.FirstEdge);
        if (edge.To.EdgeCount == 0)
            return;
        ref readonly var second = ref lattice.EdgeAt(behind);
        foreach (ref readonly var known in beginnings.Words.AsSpan())
        {
            if (from.Cost + edge.Penalty + second.Penalty + known.Bound >= second.To.Limit)
                break;
            Put(0, first[known.First], number);
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
                Put(0, first[known.First], number);
                Put(1, second.Options.Items[known.Second], behind);
                ExtendWords(from, second.To, known.Base, 2, edge.Penalty + second.Penalty + first[known.First].Form + second.Options.Items[known.Second].Form, edge.IsSlip);
            }
        }

        foreach (var (place, key) in beginnings.Firsts)
        {
            if (!costs.BeginsPair(key, edge.To.Signs))
                continue;
            Put(0, first[place], number);
            ExtendPairs(from, edge.To, edge.Penalty + first[place].Form, edge.IsSlip);
        }
    }

    void Put(int place, in SlipOption option, int edge) => (word[place], keys[place]) = (new(option.Character, edge), option.Key);

    /// <summary>Goes on with one character.</summary>
    /// <param name="from">The node before it.</param>
    /// <param name="number">The number of the edge.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="option">The character.</param>
    void Walk(SlipNode from, int number, in SlipEdge edge, in SlipOption option)
    {
        var to = edge.To;
        var mayBegin = option.Root != SlipOption.NoWord;
        var mayPair = costs.BeginsPair(option.Key);
        var isExtending = (mayBegin || mayPair) && to.Index <= lattice.End;
        var single = costs.OfSingle(option, edge.IsSlip);
        var cost = edge.Penalty + option.Form + (option.IsHan ? 0 : costs.Strangeness(option, edge.IsSlip, from.Index));
        if (!isExtending && from.Cost + cost + SlipCosts.Least(single, option.Least) >= to.Limit)
            return;

        (word[0], keys[0]) = (new(option.Character, number), option.Key);
        Reach(from, to, 1, cost, single, option.Least, option.Word);
        if (isExtending)
        {
            lattice.Expand(to);
            if (GbkPairs.MayMeet(option.Behind, to.Signs))
                ExtendWords(from, to, option.Root, 1, cost, edge.IsSlip);
            if (mayPair && costs.BeginsPair(option.Key, to.Signs))
                ExtendPairs(from, to, cost, edge.IsSlip);
        }
    }

    void ExtendWords(SlipNode from, SlipNode at, int nodeBase, int depth, double cost, bool isSlip)
    {
        Span<byte> places = stackalloc byte[MostOptions];
        var firstGap = at.FirstEdge + at.EdgeCount - (at.Gaps?.Classes.Length ?? 0);
        for (var number = at.FirstEdge; number < firstGap; number++)
        {
            ref readonly var edge = ref lattice.EdgeAt(number);
            var count = WordChildren.Among(nodeBase, edge.Options, places);
            foreach (var place in places[..count])
                ExtendWord(from, edge, number, edge.Options.Items[place], nodeBase, depth, cost, isSlip);
        }

        if (at.Gaps is not { } gaps)
            return;
        var found = WordChildren.Among(nodeBase, gaps.Options, places);
        foreach (var place in places[..found])
        {
            var number = firstGap + gaps.EdgeOfPlace[place];
            ExtendWord(from, lattice.EdgeAt(number), number, gaps.Options.Items[place], nodeBase, depth, cost, isSlip);
        }
    }

    void ExtendPairs(SlipNode from, SlipNode at, double cost, bool isSlip)
    {
        for (var number = at.FirstEdge; number < at.FirstEdge + at.EdgeCount; number++)
        {
            ref readonly var edge = ref lattice.EdgeAt(number);
            if ((edge.IsSlip || isSlip) && costs.BeginsPair(keys[0], edge.Options.Signs))
                ExtendPair(from, edge, number, cost);
        }
    }

    void ExtendWord(SlipNode from, in SlipEdge edge, int number, in SlipOption option, int nodeBase, int depth, double cost, bool isSlip)
    {
        if (option.Code == 0)
            return;
        var slot = Words.Slot(nodeBase, option.Code);
        if (!WordTable.IsChild(slot, option.Code))
            return;

        var to = edge.To;
        (word[depth], keys[depth]) = (new(option.Character, number), option.Key);
        cost += edge.Penalty + option.Form;
        if (WordTable.CostOf(slot) is var known and > 0)
        {
            var own = Pairs.NumberOfSlot(nodeBase + option.Code);
            Reach(from, to, depth + 1, cost, own != 0 ? Pairs.AloneCost(own) : known / (double)WordTable.CostScale, SlipCosts.LeastBehindWord(own), own);
        }

        if (depth + 1 == LongestWord || to.Index > lattice.End || WordChildren.SignsBehind(WordTable.BaseOf(slot)) is not (var behind and not 0))
            return;
        lattice.Expand(to);
        if (GbkPairs.MayMeet(behind, to.Signs))
            ExtendWords(from, to, WordTable.BaseOf(slot), depth + 1, cost, isSlip);
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
            (word[1], keys[1]) = (new(option.Character, number), option.Key);
            Reach(from, edge.To, 2, cost + edge.Penalty + option.Form, known, SlipCosts.LeastBehindWord(0), 0);
        }
    }

    /// <summary>Takes a word in that leads from one node to another, behind the reading that it follows best.</summary>
    void Reach(SlipNode from, SlipNode to, int length, double cost, double alone, float least, int number)
    {
        var toLimit = to.Limit;
        if (from.Cost + cost + SlipCosts.Least(alone, least) >= toLimit)
            return;
        var isSlip = lattice.EdgeAt(word[0].Edge).IsSlip;
        if (!MayPass(from, cost, alone, least, number, isSlip, toLimit))
            return;
        var (best, first) = (None, steps.Count);
        var (character, last) = (word[0].Character, word[length - 1].Character);
        var endsLine = isSlip && to.Index == lineEnd && to.Kind == SlipNodeKind.Aligned;
        byte bestOpen = 0;
        foreach (ref readonly var arrival in from.Arrivals)
        {
            var with = arrival.Cost + cost + CostBehind(arrival, alone, least, number, isSlip, toLimit - arrival.Cost - cost);
            var open = length == 1 ? SlipMarks.After(arrival.Open, character) : arrival.Open;
            if (isSlip && length == 1)
                with += SlipMarks.Cost(arrival.Open, open, character);
            if (endsLine)
                with += SlipMarks.CostAtEnd(last, open, lineLength);
            if (with >= toLimit)
                continue;
            if (best == None || with < arcs[best].Cost)
                (best, bestOpen) = (arcs.Count, open);
            arcs.Add(new(from, arrival.Last, to, keys[length - 1], with, arrival.Arc, first, length));
        }

        if (best == None)
            return;
        steps.AddRange(word.AsSpan(0, length));
        to.Add(new(keys[length - 1], arcs[best].Cost, best, (ushort)number, bestOpen));
    }

    /// <summary>
    /// Whether <see cref="CostBehind"/> may stay below the limit behind some reading: by what the word costs where nothing is known of it and what stands before it, or
    /// because something may be known. Four words in five end here.
    /// </summary>
    bool MayPass(SlipNode from, double cost, double alone, float least, int number, bool isSlip, double limit)
    {
        var key = keys[0];
        foreach (ref readonly var arrival in from.Arrivals)
        {
            var rest = limit - arrival.Cost - cost + Rounding;
            if (alone + SlipCosts.OfUnknownBorder < rest
                || (alone - SlipCosts.MostOfBorder < rest && costs.MayKnowBorder(arrival.Last, key, isSlip))
                || (least < rest && Pairs.MayHold(arrival.Number, number)))
                return true;
        }

        return false;
    }

    /// <summary>What a word costs behind a reading, or more than a limit where it costs that much; what cannot change that is not looked up.</summary>
    double CostBehind(in SlipArrival arrival, double alone, float least, int number, bool isSlip, double limit)
    {
        var known = double.PositiveInfinity;
        if (alone - SlipCosts.MostOfBorder < limit)
            known = alone + (isSlip ? costs.OfBorderOnPage(arrival.Last, keys[0]) : SlipCosts.OfBorder(arrival.Last, keys[0]));
        if (least < Math.Min(limit, known))
            known = Math.Min(known, Pairs.Cost(arrival.Number, number) + SlipCosts.OfPairOfWords);
        return known;
    }
}
