namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A word that leads readings from one node to another.</summary>
/// <param name="From">The number of the node before the word.</param>
/// <param name="FromLast">The search key of the character that the reading before it ends in.</param>
/// <param name="To">The number of the node behind the word.</param>
/// <param name="Last">The search key of its last character.</param>
/// <param name="Cost">What the reading costs with it, in nats.</param>
/// <param name="Before">The number of the arc before it; -1 where the reading begins.</param>
/// <param name="FirstStep">Where its characters begin in the reader's list.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct SlipArc(int From, char FromLast, int To, char Last, double Cost, int Before, int FirstStep, int Length);
