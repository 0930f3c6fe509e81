namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A place where a byte may have been lost.</summary>
/// <param name="Mark">Where the mark stands that the loss left.</param>
/// <param name="Next">Where the characters begin that were read one byte off.</param>
/// <param name="Leads">The bytes that may have been lost.</param>
/// <param name="IsOrphan">Whether the rest of a reading stands behind the mark, which tells the byte.</param>
internal sealed record SlipStart(int Mark, int Next, int[] Leads, bool IsOrphan);
