using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>A reading that words go on behind, with what the tables have on all that follows it: each is looked up once, and asked about hundreds of words.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Borders">What is known of the characters that words begin with behind its last one.</param>
/// <param name="Words">What is known of words behind its last one.</param>
/// <param name="SignsBehind">The signs of the bytes of all characters that stand behind its last one elsewhere on the page (see <see cref="GbkPairs.Signs"/>).</param>
internal readonly record struct SlipBefore(SlipArrival Reading, NumberRow Borders, NumberRow Words, ulong SignsBehind);
