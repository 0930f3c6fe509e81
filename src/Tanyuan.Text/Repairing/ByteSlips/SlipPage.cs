namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>What a page says of many characters at a time.</summary>
/// <param name="Keys">The search keys of the Chinese characters on it.</param>
/// <param name="LeastOfOne">What the commonest of them costs by itself, but for its rarity.</param>
/// <param name="Followed">The signs of the bytes of all that stand behind some characters (see <see cref="GbkPairs.Signs"/>).</param>
internal readonly record struct SlipPage(CharacterSet Keys, float LeastOfOne, ulong Followed);
