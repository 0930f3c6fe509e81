namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>One character of a reading: what it may be, and where the reading goes on.</summary>
/// <param name="To">The node behind the character.</param>
/// <param name="Options">The characters that the known bytes allow.</param>
/// <param name="Penalty">What the assumption costs, in nats.</param>
/// <param name="IsSlip">Whether the character is read across the page's own characters; else it stands on the page.</param>
internal sealed record SlipEdge(SlipNode To, char[] Options, double Penalty, bool IsSlip)
{
    /// <summary>A key (see <see cref="Folding.TextFolder"/>) that the character must not have, while the runner-up is looked for; NUL for none.</summary>
    public char Excluded { get; set; }
}
