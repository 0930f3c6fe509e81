using System.Runtime.CompilerServices;
using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// A charset with a byte for each character, as the programs that make mojibake use it: a byte that it leaves open is the control
/// character of that number, as in the WHATWG Encoding Standard.
/// </summary>
internal sealed class SingleByteCharset
{
    /// <summary>The byte of a character that the charset does not have.</summary>
    public const int None = -1;

    const int FirstBeyondAscii = 0x80;

    // Up to the last character that the charset has: nearly all have none beyond the signs of U+25xx.
    readonly short[] bytes;
    readonly char[] characters = new char[0x100];

    SingleByteCharset(int codePage, bool losesBytes)
    {
        LosesBytes = losesBytes;
        var encoding = codePage == 28591
            ? Encoding.Latin1
            : CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
        Span<char> unit = stackalloc char[2];
        for (var value = 0xFF; value >= 0; value--)
        {
            encoding.GetChars([(byte)value], unit);
            characters[value] = unit[0] == '\uFFFD' || value < 0x80 ? (char)value : unit[0];
        }

        bytes = new short[characters.Max() + 1];
        Array.Fill(bytes, (short)None);
        for (var value = 0xFF; value >= 0; value--)
            bytes[characters[value]] = (short)value;
    }

    /// <summary>
    /// Whether its programs lose bytes on the way: A0 becomes a blank, and bytes that stand for nothing become U+FFFD or a question mark.
    /// </summary>
    public bool LosesBytes { get; }

    public static SingleByteCharset Windows1252 { get; } = new(1252, true);

    /// <summary>All of them, the commonest causes of mojibake first.</summary>
    public static SingleByteCharset[] All { get; } =
    [
        new(28591, false), Windows1252, new(1251, true), new(1250, true), new(1253, true), new(1254, true), new(1257, true),
        new(28592, false), new(10000, false), new(437, false),
    ];

    /// <summary>Those that single runs in a sound line are read in: in the others chance makes sequences of letters that stand together.</summary>
    public static SingleByteCharset[] Commonest { get; } = [All[0], Windows1252, All[3]];

    /// <summary>Writes the bytes of the characters beyond ASCII that a text begins with, as far as there is room, and returns how many.</summary>
    public int WriteBeyondAscii(ReadOnlySpan<char> text, Span<byte> written)
    {
        var most = Math.Min(text.Length, written.Length);
        for (var at = 0; at < most; at++)
        {
            var value = ByteOf(text[at]);
            if (value < FirstBeyondAscii)
                return at;
            written[at] = (byte)value;
        }

        return most;
    }

    /// <summary>The byte of a character, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ByteOf(char unit) => bytes is var all && unit < all.Length ? all[unit] : None;

    /// <summary>The characters of some bytes.</summary>
    public char[] CharactersOf(Range range) => characters[range];
}
