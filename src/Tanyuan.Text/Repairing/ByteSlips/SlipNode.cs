namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// How far a reading has come, and the cheapest readings up to there, one for each character that they end in. Nodes are used again for other
/// texts.
/// </summary>
internal sealed class SlipNode
{
    /// <summary>Where the edges are not known yet.</summary>
    public const int Unknown = -1;

    const int FirstCapacity = 16;

    SlipArrival[] arrivals = new SlipArrival[FirstCapacity];
    double[] onward = new double[FirstCapacity];
    int count;

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

    /// <summary>The cost of the cheapest reading; infinite where there is none.</summary>
    public double Cost { get; private set; }

    /// <summary>The readings.</summary>
    public ReadOnlySpan<SlipArrival> Arrivals => arrivals.AsSpan(0, count);

    /// <summary>Where the node comes in the order in which readings go on.</summary>
    public int Order => OrderOf(Index) + (int)Kind;

    /// <summary>Where the first node at a place comes in that order.</summary>
    public static int OrderOf(int index) => index * ((int)SlipNodeKind.Aligned + 1);

    /// <summary>Becomes another node.</summary>
    public SlipNode Begin(SlipNodeKind kind, int index, int carry)
    {
        (Kind, Index, Carry, FirstEdge, EdgeCount) = (kind, index, carry, Unknown, 0);
        Clear();
        return this;
    }

    /// <summary>Forgets all readings.</summary>
    public void Clear() => (count, Cost) = (0, double.PositiveInfinity);

    /// <summary>Whether a reading would be taken in: it is not unless it is cheaper than the one that ends alike.</summary>
    /// <param name="last">The key of the character it ends in.</param>
    /// <param name="cost">Its cost.</param>
    /// <param name="place">Where it would go to.</param>
    public bool Takes(char last, double cost, out int place)
    {
        for (place = 0; place < count; place++)
        {
            if (arrivals[place].Last == last)
                return cost < arrivals[place].Cost;
        }

        return true;
    }

    /// <summary>Takes a reading in at the place that <see cref="Takes"/> named.</summary>
    public void Add(int place, SlipArrival arrival)
    {
        if (place == arrivals.Length)
        {
            Array.Resize(ref arrivals, 2 * place);
            Array.Resize(ref onward, 2 * place);
        }

        (arrivals[place], onward[place]) = (arrival, double.PositiveInfinity);
        count = Math.Max(count, place + 1);
        Cost = Math.Min(Cost, arrival.Cost);
    }

    /// <summary>Leaves only the cheapest readings.</summary>
    public void Keep(int most)
    {
        if (count <= most)
            return;
        arrivals.AsSpan(0, count).Sort(static (one, other) => one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : one.Last.CompareTo(other.Last));
        count = most;
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
