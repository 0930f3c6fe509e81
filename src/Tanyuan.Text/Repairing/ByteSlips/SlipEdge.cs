namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>One character of a reading: what it may be, and where the reading goes on.</summary>
/// <param name="From">The number of the node before the character.</param>
/// <param name="To">The node behind the character.</param>
/// <param name="Options">The characters that the known bytes allow.</param>
/// <param name="Penalty">What the assumption costs, in nats.</param>
/// <param name="IsSlip">Whether the character is read across the page's own characters; else it stands on the page.</param>
internal readonly record struct SlipEdge(int From, SlipNode To, SlipOptions Options, double Penalty, bool IsSlip)
{
    /// <summary>The place behind the character.</summary>
    public int End => To.Index;
}
