namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>The cheapest reading up to a node among those that end in one character.</summary>
/// <param name="Last">The search key of that character; NUL where the reading begins.</param>
/// <param name="Cost">Its cost, in nats.</param>
/// <param name="Back">The reading without its last word; null where it begins.</param>
/// <param name="Word">The characters of that word with their edges.</param>
internal sealed record SlipArrival(char Last, double Cost, SlipArrival? Back, SlipStep[] Word);
