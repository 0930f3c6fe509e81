namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A slip that was found.</summary>
/// <param name="Start">Where it begins on the page.</param>
/// <param name="Length">How many units of the page it covers.</param>
/// <param name="Original">What stood there before.</param>
/// <param name="Gain">How much more probable that is than the page, in nats.</param>
internal sealed record Slip(int Start, int Length, string Original, double Gain);
