using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>One character beyond ASCII in UTF-8: what a byte begins, and what the bytes say. Asked of every character of a damaged text, so without a detour over decoders.</summary>
internal static class Utf8Sequence
{
    /// <summary>The most bytes of a sequence.</summary>
    public const int Longest = 4;

    const int FirstOfThree = 0x800;
    const int FirstOfFour = 0x10000;

    /// <summary>How many bytes the sequence has that a byte begins; 0 where it begins none.</summary>
    public static int LengthOf(int lead) => lead switch
    {
        >= 0xC2 and <= 0xDF => 2,
        >= 0xE0 and <= 0xEF => 3,
        >= 0xF0 and <= 0xF4 => 4,
        _ => 0,
    };

    /// <summary>Reads a sequence.</summary>
    /// <param name="bytes">As many as the first byte says; the others are 80 to BF.</param>
    /// <param name="rune">The character.</param>
    /// <returns>Whether there is such a character, and it is written no longer than it has to be.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Rune rune)
    {
        var value = bytes[0] & (0x7F >> bytes.Length);
        foreach (var inner in bytes[1..])
            value = (value << 6) | (inner & 0x3F);
        var least = bytes.Length switch { 3 => FirstOfThree, 4 => FirstOfFour, _ => 0 };
        return Rune.TryCreate(value, out rune) && value >= least;
    }
}
