namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// How far a reading has come, and the cheapest readings up to there, one for each character that they end in. Nodes are used again for other
/// texts.
/// </summary>
internal sealed class SlipNode
{
    /// <summary>Where the edges are not known yet.</summary>
    public const int Unknown = -1;

    /// <summary>Readings that differ in their last character go on side by side, the cheapest so many.</summary>
    public const int MostArrivals = 4;

    // In nats. Readings that cost so much more than the best one end here.
    const double BeamWidth = 5;

    // In nats. One character more costs more than this, unless the one before it tells it.
    const double RivalWidth = 1;

    readonly SlipArrival[] arrivals = new SlipArrival[MostArrivals];
    readonly double[] onward = new double[MostArrivals];
    int count;
    double limit;

    /// <summary>Its number in the lattice.</summary>
    public int Number { get; init; }

    /// <summary>Whether characters are read as they stand, or one byte off.</summary>
    public SlipNodeKind Kind { get; private set; }

    /// <summary>The place on the page.</summary>
    public int Index { get; private set; }

    /// <summary>The byte that the next character begins with, where the reading is off; the byte of the blank pair's beginning between two characters.</summary>
    public int Carry { get; private set; }

    /// <summary>Where the edges that lead on begin in the lattice's list; <see cref="Unknown"/> until they are needed.</summary>
    public int FirstEdge { get; set; }

    /// <summary>How many edges lead on.</summary>
    public int EdgeCount { get; set; }

    /// <summary>The signs of the bytes of all characters that lead on, once the edges are known (see <see cref="GbkPairs.Signs"/>).</summary>
    public ulong Signs { get; set; }

    /// <summary>What the last edges stand for together, one for each of its classes; null where there are none of that kind.</summary>
    public SlipGaps? Gaps { get; set; }

    /// <summary>The cost of the cheapest reading; infinite where there is none.</summary>
    public double Cost { get; private set; }

    /// <summary>No reading that costs as much is taken in.</summary>
    public double Limit => Rival is null ? limit : Math.Min(limit, Rival.Cost + RivalWidth);

    /// <summary>
    /// For a node between two characters with a vanished pair: the one behind the second character. Readings that cost more before that character than others do behind it
    /// are given up.
    /// </summary>
    public SlipNode? Rival { get; set; }

    /// <summary>Whether all readings are given up for their rival.</summary>
    public bool IsOutdone => Rival is not null && Cost >= Rival.Cost + RivalWidth;

    /// <summary>The readings.</summary>
    public ReadOnlySpan<SlipArrival> Arrivals => arrivals.AsSpan(0, count);

    /// <summary>Where the node comes in the order in which readings go on.</summary>
    public int Order => OrderOf(Index) + (int)Kind;

    /// <summary>Where the first node at a place comes in that order.</summary>
    public static int OrderOf(int index) => index * ((int)SlipNodeKind.Aligned + 1);

    /// <summary>Becomes another node.</summary>
    public SlipNode Begin(SlipNodeKind kind, int index, int carry)
    {
        (Kind, Index, Carry, FirstEdge, EdgeCount, Gaps, Rival) = (kind, index, carry, Unknown, 0, null, null);
        Clear();
        return this;
    }

    /// <summary>Forgets all readings.</summary>
    public void Clear() => (count, Cost, limit) = (0, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>Takes a reading in, in place of the one that ends alike or of the dearest, unless those are cheaper.</summary>
    public void Add(SlipArrival arrival)
    {
        var (place, dearest) = (0, 0);
        for (; place < count && arrivals[place].Last != arrival.Last; place++)
            dearest = arrivals[place].Cost > arrivals[dearest].Cost ? place : dearest;
        if (place == MostArrivals)
            place = dearest;
        if (place < count && arrival.Cost >= arrivals[place].Cost)
            return;
        (arrivals[place], onward[place]) = (arrival, double.PositiveInfinity);
        count = Math.Max(count, place + 1);
        Cost = Math.Min(Cost, arrival.Cost);
        limit = Cost + BeamWidth;
        if (count < MostArrivals)
            return;
        var most = 0.0;
        foreach (ref readonly var other in arrivals.AsSpan())
            most = Math.Max(most, other.Cost);
        limit = Math.Min(limit, most);
    }

    /// <summary>Makes this the node where all readings end.</summary>
    public void BeginOnward() => onward.AsSpan(0, count).Clear();

    /// <summary>What the cheapest way from here to the end costs behind a reading; infinite where there is none.</summary>
    /// <param name="last">The key of the character that the reading ends in.</param>
    public double Onward(char last) => PlaceOf(last) is var place && place < count ? onward[place] : double.PositiveInfinity;

    /// <summary>Takes in that a whole reading, from its beginning to the end, costs so much with this node on its way.</summary>
    public void LowerOnward(char last, double total)
    {
        if (PlaceOf(last) is var place && place < count)
            onward[place] = Math.Min(onward[place], total - arrivals[place].Cost);
    }

    int PlaceOf(char last)
    {
        var place = 0;
        while (place < count && arrivals[place].Last != last)
            place++;
        return place;
    }
}
