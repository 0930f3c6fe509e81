namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>What kind of place a node of a slip lattice is. Nodes at one place come in this order.</summary>
internal enum SlipNodeKind
{
    /// <summary>The character before has given its last byte to the next one.</summary>
    Slipped,

    /// <summary>Between two characters whose bytes are not all on the page.</summary>
    Between,

    /// <summary>Before a character that was the second byte of the one before.</summary>
    Trailing,

    /// <summary>Characters follow as they stand on the page.</summary>
    Aligned,
}
