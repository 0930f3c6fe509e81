using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// Reads one UTF-8 sequence from characters that stand for its bytes in a single-byte charset. Where such programs lose bytes, a blank may
/// stand for A0, and U+FFFD or a question mark for any byte: then the character is lost, and reads as U+FFFD. A pair of surrogates written
/// as two sequences (CESU-8) is one character.
/// </summary>
internal readonly record struct MisreadSequence(int Length, Rune Reading)
{
    const int Space = ' ';
    const int Lost = 0x1A;

    /// <summary>The sequence that begins at a place; its length is 0 where none does.</summary>
    public static MisreadSequence At(ReadOnlySpan<char> text, int at, SingleByteCharset charset, bool mayBeLossy)
    {
        var lead = charset.ByteOf(text[at]);
        var length = Utf8Sequence.LengthOf(lead);
        if (length == 0 || at + length > text.Length)
            return default;

        Span<byte> bytes = stackalloc byte[Utf8Sequence.Longest];
        bytes[0] = (byte)lead;
        var (spaces, losses, question) = (0, 0, false);
        for (var i = 1; i < length; i++)
        {
            var unit = text[at + i];
            var value = unit == '\uFFFD' ? Lost : charset.ByteOf(unit);
            if (value is >= 0x80 and <= 0xBF)
            {
                bytes[i] = (byte)value;
                continue;
            }

            if (!mayBeLossy || value is not (Space or Lost or '?'))
                return default;
            bytes[i] = 0xA0;
            spaces += value == Space ? 1 : 0;
            losses += value == Space ? 0 : 1;
            question |= value == '?';
        }

        if (losses > 0)
            return spaces > 0 || (question && (losses > 1 || (length == 2 && lead > 0xC3))) ? default : new(length, Rune.ReplacementChar);
        if (spaces > 0)
            return ReadWithSpace(text, at, bytes[..length], spaces);
        if (lead == 0xED && bytes[1] >= 0xA0)
            return ReadSurrogates(text, at, bytes, charset);
        return Decode(bytes[..length]);
    }

    /// <summary>A blank for byte A0. Behind C3 it is more often the blank behind the word à than a part of the letter.</summary>
    static MisreadSequence ReadWithSpace(ReadOnlySpan<char> text, int at, ReadOnlySpan<byte> bytes, int spaces)
    {
        if (spaces > 1 || (bytes.Length == 2 && bytes[0] is not (0xC2 or 0xC3 or 0xC5 or 0xCE or 0xD0 or 0xD9)))
            return default;
        if (bytes[0] != 0xC3)
            return Decode(bytes);
        var rest = text[(at + 2)..];
        var belongs = rest.IsEmpty || rest[0] == ' ' || rest.StartsWith("s ") || rest.StartsWith("quele") || rest.StartsWith("quela") || rest.StartsWith("quilo");
        return new(belongs ? 2 : 1, new('à'));
    }

    static MisreadSequence ReadSurrogates(ReadOnlySpan<char> text, int at, Span<byte> high, SingleByteCharset charset)
    {
        const int Half = 3;
        if (high[1] > 0xAF || at + (2 * Half) > text.Length || charset.ByteOf(text[at + Half]) != 0xED)
            return default;
        var second = charset.ByteOf(text[at + Half + 1]);
        var third = charset.ByteOf(text[at + Half + 2]);
        if (second is < 0xB0 or > 0xBF || third is < 0x80 or > 0xBF)
            return default;
        return new(2 * Half, new Rune(SurrogateOf(high[1], high[2]), SurrogateOf(second, third)));
    }

    static char SurrogateOf(int second, int third) => (char)(0xD000 | ((second & 0x3F) << 6) | (third & 0x3F));

    static MisreadSequence Decode(ReadOnlySpan<byte> bytes) => Utf8Sequence.TryRead(bytes, out var rune) ? new(bytes.Length, rune) : default;
}
