namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>An option of an edge.</summary>
/// <param name="Character">The character.</param>
/// <param name="Key">Its search key.</param>
/// <param name="Code">The key's code in the dictionary; 0 where no word holds it.</param>
/// <param name="Cost">What the edge and the form of the character cost, in nats.</param>
internal readonly record struct SlipChoice(char Character, char Key, ushort Code, double Cost);
