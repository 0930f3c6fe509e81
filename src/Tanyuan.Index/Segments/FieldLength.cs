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
    const int Middle = 128;

    internal static readonly int[] Decoded = [.. Enumerable.Range(0, 256).Select(norm => Decode((byte)norm))];

    static readonly uint[] GreatestPositions = [.. Enumerable.Range(0, 256).Select(extent => extent == byte.MaxValue ? int.MaxValue : (uint)Math.Max(0, Decode((byte)extent) - 1))];

    internal static byte Encode(int length)
    {
        if (length < Exact)
            return (byte)length;

        var shift = BitOperations.Log2((uint)length) - 4;
        return (byte)Math.Min(byte.MaxValue, Exact + ((shift - 1) * 16) + (length >> shift) - 16);
    }

    /// <summary>The greatest length that has a norm.</summary>
    internal static int Most(byte norm) => norm == byte.MaxValue ? int.MaxValue : Decoded[norm + 1] - 1;

    /// <summary>
    /// How far the positions of a field reach, in one byte, its extent: the same steps as for lengths, but no decoded one is below the true one; 255 for any that is greater than the others.
    /// </summary>
    /// <param name="greatest">The greatest position, −1 where there is none.</param>
    internal static byte EncodeExtent(int greatest)
    {
        if (greatest >= Decoded[byte.MaxValue - 1])
            return byte.MaxValue;

        var extent = Encode(greatest + 1);
        return Decoded[extent] > greatest ? extent : (byte)(extent + 1);
    }

    /// <summary>The greatest position that an extent leaves room for.</summary>
    internal static uint GreatestPosition(byte extent) => GreatestPositions[extent];

    /// <summary>What extents are more than norms, modulo 256, and 128 more, since they are hardly more and may be less.</summary>
    internal static byte[] Beside(ReadOnlySpan<byte> extents, ReadOnlySpan<byte> norms)
    {
        var differences = new byte[extents.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = unchecked((byte)(extents[i] - norms[i] + Middle));
        return differences;
    }

    /// <summary>The extents that are so much more than norms.</summary>
    internal static byte[] FromBeside(ReadOnlySpan<byte> differences, ReadOnlySpan<byte> norms)
    {
        var extents = new byte[differences.Length];
        for (var i = 0; i < extents.Length; i++)
            extents[i] = unchecked((byte)(differences[i] + norms[i] - Middle));
        return extents;
    }

    static int Decode(byte norm) => norm < Exact ? norm : (16 + ((norm - Exact) % 16)) << (((norm - Exact) / 16) + 1);
}
