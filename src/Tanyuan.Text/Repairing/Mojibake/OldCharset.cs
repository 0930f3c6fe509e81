using System.Buffers;
using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>
/// A charset of East Asia as a page may have been written in it, or read in it by mistake. What has no bytes in it, or no character, is refused.
/// </summary>
internal sealed class OldCharset
{
    /// <summary>What stands for bytes that are no character.</summary>
    public const char Refused = '\0';

    const int Big5CodePage = 950;
    const int Utf8CodePage = 65001;

    const int BeginningLength = 64;
    const int SampleLength = 24;
    const int LongestCharacter = 4;

    readonly Encoding encoding;
    readonly bool isBig5;
    readonly bool isUtf8;

    OldCharset(int codePage)
    {
        var (encoderFallback, decoderFallback) = (new EncoderReplacementFallback("?"), new DecoderReplacementFallback("\0"));
        encoding = codePage == Utf8CodePage
            ? Encoding.GetEncoding(codePage, encoderFallback, decoderFallback)
            : CodePagesEncodingProvider.Instance.GetEncoding(codePage, encoderFallback, decoderFallback)!;
        (isBig5, isUtf8) = (codePage == Big5CodePage, codePage == Utf8CodePage);
    }

    public static OldCharset Gbk { get; } = new(936);

    /// <summary>With characters of four bytes.</summary>
    public static OldCharset Gb18030 { get; } = new(54936);

    public static OldCharset Big5 { get; } = new(Big5CodePage);

    public static OldCharset ShiftJis { get; } = new(932);

    public static OldCharset EucKr { get; } = new(949);

    public static OldCharset Utf8 { get; } = new(Utf8CodePage);

    /// <summary>The text of bytes, as a reader of the wrong charset shows it.</summary>
    public string Read(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes);

    /// <summary>
    /// The text that bytes were written for: of Big5, with what Hong Kong added to it. Null where some are no character, only a private-use one, or not those
    /// that the text is written in.
    /// </summary>
    public string? ReadMeant(ReadOnlySpan<byte> bytes)
    {
        if (IsRefusedEarly(bytes))
            return null;

        // No charset has more characters than bytes.
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        var reading = buffer.AsSpan(0, encoding.GetChars(bytes, buffer));
        var meant = reading.Contains(Refused) || !(isUtf8 || IsWritten(reading, bytes)) ? null : isBig5 ? Restored(new(reading)) : new(reading);
        ArrayPool<char>.Shared.Return(buffer);
        return meant.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF') ? null : meant;
    }

    /// <summary>Whether a text is written in bytes and no others.</summary>
    bool IsWritten(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length * LongestCharacter);
        var isWritten = buffer.AsSpan(0, encoding.GetBytes(text, buffer)).SequenceEqual(bytes);
        ArrayPool<byte>.Shared.Return(buffer);
        return isWritten;
    }

    // Most that another charset wrote is refused among its first characters; what ends the beginning may be half of one.
    bool IsRefusedEarly(ReadOnlySpan<byte> bytes)
    {
        if (isUtf8)
            return !System.Text.Unicode.Utf8.IsValid(bytes);
        Span<char> beginning = stackalloc char[BeginningLength];
        var isWhole = bytes.Length <= BeginningLength;
        var length = encoding.GetChars(isWhole ? bytes : bytes[..BeginningLength], beginning);
        return beginning[..(isWhole ? length : Math.Max(0, length - LongestCharacter))].Contains(Refused);
    }

    /// <summary>The bytes of a text; what has none becomes a question mark. Of Big5, what Hong Kong added to it has bytes too.</summary>
    public byte[] Write(ReadOnlySpan<char> text)
    {
        if (isBig5)
        {
            var units = text.ToArray();
            HongKongCharacters.MakePrivate(units);
            text = units;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(text.Length * LongestCharacter);
        var written = bytes.AsSpan(0, encoding.GetBytes(text, bytes)).ToArray();
        ArrayPool<byte>.Shared.Return(bytes);
        return written;
    }

    /// <summary>Whether the first characters beyond ASCII of a text have bytes that give them back: most of what was never read in the charset has not.</summary>
    public bool MayGive(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExceptInRange('\0', '\u007F');
        if (first < 0 || text.Length - first <= SampleLength)
            return true;

        // What ends the sample may be half of a character.
        var sample = text.Slice(first, SampleLength);
        var reading = Read(Write(sample));
        var sure = sample[..^LongestCharacter];
        return reading.AsSpan().StartsWith(sure) || (isBig5 && Restored(reading).AsSpan().StartsWith(sure));
    }

    /// <summary>Whether bytes are read as a text: of Big5, by a reader that knows what Hong Kong added, or shows private-use characters for it.</summary>
    public bool Gives(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        var reading = buffer.AsSpan(0, encoding.GetChars(bytes, buffer));
        var gives = text.SequenceEqual(reading) || (isBig5 && text.SequenceEqual(Restored(new(reading))));
        ArrayPool<char>.Shared.Return(buffer);
        return gives;
    }

    static string Restored(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'))
            return text;
        var units = new StringBuilder(text);
        HongKongCharacters.Restore(units);
        return units.ToString();
    }
}
