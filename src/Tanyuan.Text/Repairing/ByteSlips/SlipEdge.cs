using Tanyuan.Text.Folding;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>One character of a reading: what it may be, and where the reading goes on.</summary>
/// <param name="To">The node behind the character.</param>
/// <param name="Options">The characters that the known bytes allow.</param>
/// <param name="Penalty">What the assumption costs, in nats.</param>
/// <param name="IsSlip">Whether the character is read across the page's own characters; else it stands on the page.</param>
internal sealed record SlipEdge(SlipNode To, char[] Options, double Penalty, bool IsSlip)
{
    SlipChoice[]? choices;

    /// <summary>A key (see <see cref="TextFolder"/>) that the character must not have, while the runner-up is looked for; NUL for none.</summary>
    public char Excluded { get; set; }

    /// <summary>The options with what every walk over the edge needs of them: a lattice is walked again for each doubtful character.</summary>
    public SlipChoice[] Choices(SlipCosts costs) =>
        choices ??= Array.ConvertAll(Options, character =>
        {
            var key = TextFolder.Fold(character);
            return new SlipChoice(character, key, WordTable.BuiltIn.Code(key), Penalty + costs.OfForm(character));
        });
}
