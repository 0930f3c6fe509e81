using System.Numerics;

namespace Tanyuan.Index.Segments;

/// <summary>
/// The length of a field in one byte, its norm: 0 for an absent field, 1 to 31 exactly, above that sixteen steps to each doubling,
/// so a decoded length is the true one or up to 6 % below; 507,904 is the longest told apart. Greater length, greater or equal norm.
/// Scores are computed from decoded lengths, so that a bound taken from norms alone is a true bound.
/// </summary>
static class FieldLength
{
    const int Exact = 32;

    internal static readonly int[] Decoded = [.. Enumerable.Range(0, 256).Select(norm => Decode((byte)norm))];

    internal static byte Encode(int length)
    {
        if (length < Exact)
            return (byte)length;

        var shift = BitOperations.Log2((uint)length) - 4;
        return (byte)Math.Min(byte.MaxValue, Exact + ((shift - 1) * 16) + (length >> shift) - 16);
    }

    static int Decode(byte norm) => norm < Exact ? norm : (16 + ((norm - Exact) % 16)) << (((norm - Exact) / 16) + 1);
}
