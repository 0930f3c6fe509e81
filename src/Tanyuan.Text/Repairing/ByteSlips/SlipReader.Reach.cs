using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

// Words behind readings: what they cost there, and where they lead.
internal sealed partial class SlipReader
{
    // The readings up to the node that words go on from.
    readonly SlipBefore[] before = new SlipBefore[SlipNode.MostArrivals];
    int beforeCount;

    // What the page holds, and what of it may stand behind their last characters.
    SlipPage page;

    void BeginBehind(SlipNode from)
    {
        (beforeCount, var followed) = (0, 0ul);
        foreach (ref readonly var arrival in from.Arrivals)
        {
            var behind = costs.SignsBehind(arrival.Last);
            before[beforeCount++] = new(arrival, borders.RowOf(arrival.Last), pairs.RowOf(arrival.Number), behind);
            followed |= behind;
        }

        page = costs.Behind(followed);
    }

    /// <summary>Takes a word in that leads from one node to another, behind the reading that it follows best.</summary>
    void Reach(SlipNode from, SlipNode to, int length, double cost, double alone, float least, int number)
    {
        var toLimit = to.Limit;
        if (from.Cost + cost + SlipCosts.Least(alone, leastBorder, least) >= toLimit)
            return;
        var (best, first) = (None, steps.Count);
        var (character, last) = (word[0].Character, word[length - 1].Character);
        var endsLine = isSlip && to.Index == lineEnd && to.Kind == SlipNodeKind.Aligned;
        byte bestOpen = 0;
        foreach (ref readonly var reading in before.AsSpan(0, beforeCount))
        {
            var arrival = reading.Reading;
            var with = arrival.Cost + cost + CostBehind(reading, alone, least, number, toLimit - arrival.Cost - cost);
            if (with >= toLimit)
                continue;
            var open = length == 1 ? SlipMarks.After(arrival.Open, character) : arrival.Open;
            if (isSlip && length == 1)
                with += SlipMarks.Cost(arrival.Open, open, character);
            if (endsLine)
                with += SlipMarks.CostAtEnd(last, open, lineLength);
            if (with >= toLimit)
                continue;
            if (best == None || with < arcs[best].Cost)
                (best, bestOpen) = (arcs.Count, open);
            arcs.Add(new(from.Number, arrival.Last, to.Number, keys[length - 1], with, arrival.Arc, first, length));
        }

        if (best == None)
            return;
        for (var place = 0; place < length; place++)
            steps.Add(word[place]);
        to.Add(new(keys[length - 1], arcs[best].Cost, best, (ushort)number, bestOpen));
    }

    /// <summary>What a word costs behind a reading, or more than a limit where it costs that much; what cannot change that is not looked up.</summary>
    double CostBehind(in SlipBefore reading, double alone, float least, int number, double limit)
    {
        var known = double.PositiveInfinity;
        if (alone + leastBorder < limit)
            known = alone + (mayFollow ? costs.OfBorderOnPage(reading, keys[0]) : SlipCosts.OfBorder(reading, keys[0]));
        if (least < Math.Min(limit, known))
            known = Math.Min(known, WordPairTable.Cost(reading.Words, number) + SlipCosts.OfPairOfWords);
        return known;
    }
}
