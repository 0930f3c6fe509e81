using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Finds the cheapest reading of a slip lattice: the most probable path of words (Viterbi, as in <see cref="Words.WordLattice"/>)
/// where a character may have several options. It goes on place by place, so that a reading which has become much worse than the page as
/// it stands can be given up, and one that has fallen in step with it for a whole word need not go on. One instance serves many lattices, one
/// after the other; not thread-safe.
/// </summary>
internal sealed class SlipReader(SlipCosts costs)
{
    /// <summary>Costs that differ by less are the same.</summary>
    public const double Same = 1e-6;

    /// <summary>The longest word; what comes so far behind a place knows nothing of it.</summary>
    public const int LongestWord = 8;

    // In nats. Readings that cost so much more than the best one at a place end there.
    const double BeamWidth = 5;

    // Of the many characters that a vanished pair may have ended, those so far behind the best begin nothing.
    const double GapBeamWidth = 6;

    // Readings that differ in their last character go on side by side, the cheapest so many.
    const int MostArrivals = 4;
    const int None = -1;

    // More characters than that have no byte in common.
    const int MostOptions = 256;

    static readonly WordTable Words = WordTable.BuiltIn;

    readonly SlipLattice lattice = new();
    readonly SlipStep[] word = new SlipStep[LongestWord];
    readonly char[] keys = new char[LongestWord];
    readonly List<(int Before, int Start, int Length)> words = [];
    readonly List<SlipStep> steps = [];
    readonly List<double> limits = [];
    int excludedEdge = None;
    char excludedKey;
    int firstOrder;

    /// <summary>The readings.</summary>
    public SlipLattice Lattice => lattice;

    /// <inheritdoc cref="SlipLattice.Begin"/>
    public void Begin(string page, int first, int end, SlipStart? from, Func<int, bool> isGap)
    {
        lattice.Begin(page, first, end, from, isGap, costs.Alphabet);
        words.Clear();
        words.Add(default);
        steps.Clear();
        limits.Clear();
        (excludedEdge, firstOrder) = (None, 0);
        lattice.Aligned(first).Add(0, new('\0', 0, 0));
    }

    /// <summary>The cost of the cheapest reading up to a place where characters stand for themselves.</summary>
    public double CostAt(int index) => lattice.Aligned(index).Cost;

    /// <summary>The cost of the cheapest reading up to a place, in step or not; infinite where there is none.</summary>
    public double LeastAt(int index)
    {
        var least = Math.Min(lattice.Aligned(index).Cost, Math.Min(lattice.SlippedAt(index)?.Cost ?? double.PositiveInfinity, lattice.TrailingAt(index)?.Cost ?? double.PositiveInfinity));
        foreach (var node in lattice.BetweenAt(index))
            least = Math.Min(least, node.Cost);
        return least;
    }

    /// <summary>Goes on from a place, with the readings that cost less than a limit.</summary>
    public void Advance(int index, double limit)
    {
        limits.Add(limit);
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
        for (var number = best.Word; number > 0; number = words[number].Before)
        {
            var (_, from, length) = words[number];
            for (var step = from + length - 1; step >= from; step--)
                path.Add(steps[step]);
        }

        path.Reverse();
        return path;
    }

    /// <summary>
    /// How much more the best reading costs that has another character in place of one of the path; infinite where there is none worth a
    /// thought. It forgets the readings behind that character, so the characters of a path are to be asked for from the last to the first.
    /// </summary>
    /// <param name="step">The character.</param>
    /// <param name="key">Its search key.</param>
    /// <param name="end">How far the readings go.</param>
    public double Excess(SlipStep step, char key, int end)
    {
        var from = lattice.EdgeAt(step.Edge).From;
        Remember(from.Index, from.Order, end);
        (excludedEdge, excludedKey, firstOrder) = (step.Edge, key, from.Order);
        var alike = 0;
        var excess = double.PositiveInfinity;
        for (var index = Math.Max(lattice.First, from.Index - LongestWord); index < end && alike < LongestWord; index++)
        {
            Walk(index, limits[index - lattice.First]);
            if (index <= from.Index)
                continue;
            var (same, difference) = DifferenceAt(index, limits[index - lattice.First]);
            alike = same && (alike == 0 || IsSame(difference, excess)) ? alike + 1 : same ? 1 : 0;
            excess = difference;
        }

        if (alike < LongestWord)
        {
            if (lattice.SlippedAt(end) is { } last)
                Walk(last);
            excess = lattice.Aligned(end).Cost - lattice.Aligned(end).FormerCost;
        }

        (excludedEdge, firstOrder) = (None, 0);
        return excess;
    }

    /// <summary>Goes on with readings that are one byte off at the end of the range.</summary>
    public void Finish()
    {
        if (lattice.SlippedAt(lattice.End) is { } last)
            Walk(last);
    }

    /// <summary>Keeps in mind what the nodes behind one cost, up to a place, and forgets their readings.</summary>
    void Remember(int place, int order, int end)
    {
        for (var index = place; index <= end + LongestWord; index++)
        {
            Remember(lattice.Aligned(index), order);
            Remember(lattice.SlippedAt(index), order);
            Remember(lattice.TrailingAt(index), order);
            foreach (var node in lattice.BetweenAt(index))
                Remember(node, order);
        }
    }

    static void Remember(SlipNode? node, int order)
    {
        if (node is null || node.Order <= order)
            return;
        if (node.FormerCost > node.Cost)
            node.FormerCost = node.Cost;
        node.Clear();
    }

    /// <summary>By how much the readings at a place cost more than before, if that is the same for all of them.</summary>
    (bool IsSame, double Difference) DifferenceAt(int index, double limit)
    {
        var difference = double.NaN;
        var same = Matches(lattice.SlippedAt(index), limit, ref difference) && Matches(lattice.TrailingAt(index), limit, ref difference)
            && Matches(lattice.Aligned(index), limit, ref difference);
        foreach (var node in lattice.BetweenAt(index))
            same = same && Matches(node, limit, ref difference);
        return (same && !double.IsNaN(difference), difference);
    }

    static bool Matches(SlipNode? node, double limit, ref double difference)
    {
        if (node is null || (node.FormerCost >= limit && node.Cost >= limit))
            return true;
        var own = node.Cost - node.FormerCost;
        if (double.IsNaN(difference))
            difference = own;
        return IsSame(own, difference);
    }

    static bool IsSame(double one, double other) => Math.Abs(one - other) < Same;

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
            for (var node = 0; node < nodes.Count; node++)
            {
                if (nodes[node].Cost < Math.Min(limit, least + GapBeamWidth))
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
        from.Keep(MostArrivals);
        lattice.Expand(from);
        var before = from.Arrivals;
        for (var number = from.FirstEdge; number < from.FirstEdge + from.EdgeCount; number++)
        {
            var edge = lattice.EdgeAt(number);
            var begins = from.Kind == SlipNodeKind.Aligned ? lattice.BeginsBehind(edge) : null;
            for (var place = 0; place < edge.Options.Items.Length; place++)
            {
                ref readonly var option = ref edge.Options.Items[place];
                if (number != excludedEdge || option.Key != excludedKey)
                    Walk(from, before, number, edge, option, begins is not null && !begins[place]);
            }
        }
    }

    /// <summary>Goes on with one character.</summary>
    /// <param name="from">The node before it.</param>
    /// <param name="before">The readings up to there.</param>
    /// <param name="number">The number of the edge.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="option">The character.</param>
    /// <param name="isAlone">Whether no word begins with it and what may follow.</param>
    void Walk(SlipNode from, ReadOnlySpan<SlipArrival> before, int number, in SlipEdge edge, in SlipOption option, bool isAlone)
    {
        var to = lattice.Target(edge, option);
        var mayBegin = option.Root != SlipOption.NoWord && !isAlone;
        var mayPair = costs.BeginsPair(option.Key);
        var isExtending = (mayBegin || mayPair) && to.Index <= lattice.End;
        if (!isExtending && option.Single > 0 && edge.IsSlip && !costs.Holds(option.Key)
            && from.Cost + edge.Penalty + option.Form + option.Single - SlipCosts.MostOfBorder >= to.Cost + BeamWidth)
            return;

        var (arrival, cost) = Cheapest(before, option.Key);
        (word[0], keys[0]) = (new(option.Character, number), option.Key);
        cost += edge.Penalty + option.Form;
        Reach(to, arrival, 1, cost + costs.OfSingle(option, edge.IsSlip, from.Index));
        if (isExtending)
            Extend(arrival, to, mayBegin ? option.Root : SlipOption.NoWord, 1, cost, edge.IsSlip);
    }

    /// <summary>The reading that a word beginning with <paramref name="key"/> follows best, and what it costs up to there.</summary>
    static (int Word, double Cost) Cheapest(ReadOnlySpan<SlipArrival> arrivals, char key)
    {
        var (word, cost) = (0, double.PositiveInfinity);
        foreach (ref readonly var arrival in arrivals)
        {
            var with = arrival.Cost + SlipCosts.OfBorder(arrival.Last, key);
            if (with < cost)
                (word, cost) = (arrival.Word, with);
        }

        return (word, cost);
    }

    void Extend(int before, SlipNode at, int nodeBase, int depth, double cost, bool isSlip)
    {
        var mayPair = depth == 1 && costs.BeginsPair(keys[0]);
        var filter = depth == 1 ? PairFilter.Beginnings : PairFilter.Continuations;
        Span<byte> places = stackalloc byte[MostOptions];
        lattice.Expand(at);
        for (var number = at.FirstEdge; number < at.FirstEdge + at.EdgeCount; number++)
        {
            var edge = lattice.EdgeAt(number);
            if (nodeBase != SlipOption.NoWord)
            {
                var count = filter.Candidates(keys[depth - 1], edge.Options.Keys, places);
                foreach (var place in places[..count])
                    ExtendWord(before, edge, number, edge.Options.Items[place], nodeBase, depth, cost, isSlip);
            }

            if (mayPair && (edge.IsSlip || isSlip))
                ExtendPair(before, edge, number, cost);
        }
    }

    void ExtendWord(int before, in SlipEdge edge, int number, in SlipOption option, int nodeBase, int depth, double cost, bool isSlip)
    {
        if (option.Code == 0 || (number == excludedEdge && option.Key == excludedKey))
            return;
        var slot = Words.Slot(nodeBase, option.Code);
        if (!WordTable.IsChild(slot, option.Code))
            return;

        var to = lattice.Target(edge, option);
        (word[depth], keys[depth]) = (new(option.Character, number), option.Key);
        cost += edge.Penalty + option.Form;
        if (WordTable.CostOf(slot) is var known and > 0)
            Reach(to, before, depth + 1, cost + (known / (double)WordTable.CostScale));
        if (depth + 1 < LongestWord && to.Index <= lattice.End && WordTable.BaseOf(slot) is var further && Words.HasChildren(further))
            Extend(before, to, further, depth + 1, cost, isSlip);
    }

    /// <summary>Two characters that stand together elsewhere on the page are as good as a word.</summary>
    void ExtendPair(int before, in SlipEdge edge, int number, double cost)
    {
        foreach (ref readonly var option in edge.Options.Items.AsSpan())
        {
            if (!costs.Holds(option.Key) || costs.OfPair(keys[0], option.Key) is not (var known and < double.PositiveInfinity)
                || (number == excludedEdge && option.Key == excludedKey))
                continue;
            (word[1], keys[1]) = (new(option.Character, number), option.Key);
            Reach(lattice.Target(edge, option), before, 2, cost + edge.Penalty + option.Form + known);
        }
    }

    void Reach(SlipNode to, int before, int length, double cost)
    {
        if (cost >= to.Cost + BeamWidth || to.Order <= firstOrder || !to.Takes(keys[length - 1], cost, out var place))
            return;
        to.Add(place, new(keys[length - 1], cost, words.Count));
        words.Add((before, steps.Count, length));
        steps.AddRange(word.AsSpan(0, length));
    }
}
