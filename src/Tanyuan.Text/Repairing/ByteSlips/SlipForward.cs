namespace Tanyuan.Text.Repairing.ByteSlips;

/// <summary>
/// Runs the damage forward: whether a text in GBK that loses its first byte comes out as another text. Blank pairs and bytes without
/// a partner may vanish or leave a mark, a mark may take the ASCII character behind it along, punctuation may be folded to
/// ASCII afterwards.
/// </summary>
internal static class SlipForward
{
    const byte Unknown = 1;

    static readonly GbkPairs Pairs = GbkPairs.Table;

    /// <summary>Whether <paramref name="original"/> without its first byte gives <paramref name="damaged"/>, the mark of the loss apart.</summary>
    public static bool Gives(ReadOnlySpan<char> original, ReadOnlySpan<char> damaged)
    {
        var bytes = new List<byte>(original.Length * 2);
        foreach (var unit in original)
        {
            if (unit < 0x80 || unit == '\uFFFD')
            {
                bytes.Add(unit < 0x80 ? (byte)unit : Unknown);
                continue;
            }

            var pair = Pairs.Encode(unit);
            if (pair == 0)
                return false;
            bytes.Add((byte)(pair >> 8));
            bytes.Add((byte)pair);
        }

        return bytes.Count > 1 && Matches(bytes.ToArray().AsSpan(1), damaged);
    }

    static bool Matches(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> damaged)
    {
        while (bytes.Length > 0)
        {
            var first = bytes[0];
            if (first <= 0x80)
            {
                if (damaged.Length == 0 || damaged[0] != (first == 0x80 ? '€' : (char)first))
                    return false;
                bytes = bytes[1..];
                damaged = damaged[1..];
                continue;
            }

            if (bytes.Length > 1 && Pairs.Decode(first, bytes[1]) is var character and not '\0')
            {
                if (damaged.Length == 0 || !IsSame(character, damaged[0]))
                    return false;
                bytes = bytes[2..];
                damaged = damaged[1..];
                continue;
            }

            // The mark, with or without a partner, or nothing.
            if (damaged.Length > 0 && damaged[0] is '?' or '\uFFFD'
                && ((bytes.Length > 1 && Matches(bytes[2..], damaged[1..])) || ((bytes.Length == 1 || bytes[1] < 0x80) && Matches(bytes[1..], damaged[1..]))))
                return true;
            return bytes.Length > 1 && bytes[1] > 0x80 ? Matches(bytes[2..], damaged) : bytes.Length == 1 && damaged.Length == 0;
        }

        return damaged.Length == 0;
    }

    static bool IsSame(char character, char damaged) => character == damaged || (Pairs.EncodeWide(damaged) is var pair and not 0 && Pairs.Decode(pair >> 8, pair & 0xFF) == character);
}
