namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The cheapest reading up to a node among those that end in one character.</summary>
/// <param name="Last">The search key of that character; NUL where the reading begins.</param>
/// <param name="Cost">Its cost, in nats.</param>
/// <param name="Arc">The number of its last word among the reader's arcs; -1 where it begins.</param>
/// <param name="Number">The number of that word in <see cref="Tables.WordPairTable"/>.</param>
/// <param name="Open">The brackets and quotations that it has opened (see <see cref="SlipMarks"/>).</param>
internal readonly record struct SlipArrival(char Last, double Cost, int Arc, ushort Number, byte Open);
