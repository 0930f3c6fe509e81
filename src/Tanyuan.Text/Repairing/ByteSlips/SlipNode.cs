namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>How far a reading has come.</summary>
/// <param name="kind">Whether characters are read as they stand, or one byte off.</param>
/// <param name="index">The place on the page.</param>
/// <param name="carry">The byte that the next character begins with, where the reading is off.</param>
internal sealed class SlipNode(SlipNodeKind kind, int index, int carry)
{
    public SlipNodeKind Kind => kind;

    public int Index => index;

    public int Carry => carry;

    /// <summary>The edges that lead on; null until they are needed.</summary>
    public List<SlipEdge>? Edges { get; set; }

    /// <summary>The cheapest readings up to here, one for each character that they end in.</summary>
    public List<SlipArrival> Arrivals { get; } = [];

    /// <summary>The cost of the cheapest of them; infinite where there is none.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes a reading in unless one that ends alike is as cheap.</summary>
    public void Add(SlipArrival arrival)
    {
        var alike = Arrivals.FindIndex(other => other.Last == arrival.Last);
        if (alike < 0)
            Arrivals.Add(arrival);
        else if (Arrivals[alike].Cost > arrival.Cost)
            Arrivals[alike] = arrival;
        Cost = Math.Min(Cost, arrival.Cost);
    }

    /// <summary>Leaves only the cheapest readings, the cheapest one first.</summary>
    public void Keep(int most)
    {
        Arrivals.Sort((one, other) => one.Cost != other.Cost ? one.Cost.CompareTo(other.Cost) : one.Last.CompareTo(other.Last));
        if (Arrivals.Count > most)
            Arrivals.RemoveRange(most, Arrivals.Count - most);
    }

    /// <summary>Forgets all readings.</summary>
    public void Clear()
    {
        Arrivals.Clear();
        Cost = double.PositiveInfinity;
    }
}
