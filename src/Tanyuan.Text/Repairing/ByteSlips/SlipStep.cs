namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A character of a reading and the number of the edge it was chosen on.</summary>
internal readonly record struct SlipStep(char Character, int Edge);
