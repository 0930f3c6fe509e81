namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The cheapest reading up to a node among those that end in one character.</summary>
/// <param name="Last">The search key of that character; NUL where the reading begins.</param>
/// <param name="Cost">Its cost, in nats.</param>
/// <param name="Word">The number of its last word in the reader's list; 0 where it begins.</param>
internal readonly record struct SlipArrival(char Last, double Cost, int Word);
