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

    /// <summary>The cost of the cheapest reading up to here, in nats.</summary>
    public double Cost { get; set; } = double.PositiveInfinity;

    /// <summary>Where the last word of that reading begins.</summary>
    public SlipNode? Back { get; set; }

    /// <summary>The characters of that word with their edges.</summary>
    public SlipStep[] Word { get; set; } = [];
}
