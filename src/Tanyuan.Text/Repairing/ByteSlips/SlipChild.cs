namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A character that a word may go on with.</summary>
/// <param name="Slot">The slot in the dictionary of what the word is with it.</param>
/// <param name="Edge">The number of its edge.</param>
/// <param name="Place">Its place among the edge's options.</param>
internal readonly record struct SlipChild(int Slot, int Edge, int Place);
