using System.Buffers;
using System.Text.Unicode;
using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// Decodes pages whose charset is unknown, missing or wrongly declared. In this order: a byte order mark; strict UTF-8, in
/// which at most the last character may be cut off; UTF-16 by its pattern; then the reading under which the text is
/// likeliest. A declaration that reads nearly as well as the best reading is believed; one that does not is overruled,
/// since headers and meta elements lie often.
/// </summary>
public static class TextDecoder
{
    /// <summary>How much a declared charset may cost more than the best: 24 bits and a twenty-fourth.</summary>
    const long DeclaredSlack = 24 * 8;

    /// <summary>By how much, 8 bits, a rarer charset must read better than a commoner one that comes before it.</summary>
    const long Preference = 64;

    /// <summary>The mean cost of a byte above which no reading is text: a rare character for every other byte.</summary>
    const int NoiseCeiling = 76;

    /// <summary>The mean cost of a byte, 5.25 bits, that only the right reading of East Asian text gets under.</summary>
    const int PlainCeiling = 42;

    /// <summary>The control characters that text does not hold: all but tab, line feed, form feed, carriage return and escape.</summary>
    static readonly SearchValues<byte> ControlBytes = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(value => value is not ('\t' or '\n' or '\r' or 0x0C or 0x1B)).Select(value => (byte)value)]);

    /// <summary>Decodes bytes to text.</summary>
    /// <param name="bytes">The bytes of a page.</param>
    /// <param name="declaredCharset">The charset that a header or <c>meta</c> element declares, if any. It may lie.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declaredCharset = null)
    {
        if (MarkedCharset(bytes, out var markLength) is { } marked)
        {
            bytes = bytes[markLength..];
            if (marked != Charset.Utf8 || IsUtf8(bytes))
                return As(marked, bytes, CharsetEvidence.ByteOrderMark);
        }

        if (PlainUtf8(bytes) is { } plain)
            return new(plain, Charset.Utf8.Name, CharsetEvidence.ValidUtf8, 0);
        var declared = Charset.ForLabel(declaredCharset);
        if (!bytes.Contains((byte)0) && IsUtf8(bytes))
        {
            return HoldsJapaneseEscapes(bytes)
                ? As(Charset.Iso2022Jp, bytes, declared == Charset.Iso2022Jp ? CharsetEvidence.Declared : CharsetEvidence.Plausibility)
                : As(Charset.Utf8, bytes, CharsetEvidence.ValidUtf8);
        }

        if (Utf16Pattern.Find(bytes) is { } utf16)
            return As(utf16, bytes, utf16 == declared ? CharsetEvidence.Declared : CharsetEvidence.Plausibility);

        var sample = NonAsciiSample.Take(bytes);
        if (declared is not null && ReadsWell(declared, sample))
            return As(declared, bytes, CharsetEvidence.Declared);
        var (best, cost) = MostPlausible(sample);
        if (declared == best || (declared is not null && CharsetPlausibility.Cost(declared, sample) <= cost + (cost / 24) + DeclaredSlack))
            return As(declared, bytes, CharsetEvidence.Declared);
        return As(best, bytes, CharsetEvidence.Plausibility);
    }

    /// <summary>Decodes bytes if they are text: <see cref="LooksLikeText"/> and <see cref="Decode"/> at the cost of one for the usual page.</summary>
    /// <returns>The text, or null where the bytes are binary content.</returns>
    /// <inheritdoc cref="Decode" path="/param"/>
    public static DecodedText? DecodeIfText(ReadOnlySpan<byte> bytes, string? declaredCharset = null)
    {
        if (!bytes.IsEmpty && MarkedCharset(bytes, out _) is null && !BinarySignatures.Match(bytes) && Controls(bytes) * 100L <= bytes.Length
            && PlainUtf8(bytes) is { } plain)
            return new(plain, Charset.Utf8.Name, CharsetEvidence.ValidUtf8, 0);
        return LooksLikeText(bytes) ? Decode(bytes, declaredCharset) : null;
    }

    /// <summary>
    /// Whether the bytes are text at all: false for images, archives, executables and other binary content.
    /// </summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        if (BinarySignatures.Match(bytes))
            return false;
        if (bytes.IsEmpty || MarkedCharset(bytes, out _) is { } marked && marked != Charset.Utf8)
            return true;
        var controls = Controls(bytes);
        if (controls * 100L > bytes.Length || bytes.Contains((byte)0))
            return Utf16Pattern.Find(bytes) is not null;
        if (IsUtf8(bytes))
            return true;
        var sample = NonAsciiSample.Take(bytes);
        return MostPlausible(sample).Cost <= (long)NoiseCeiling * sample.Length || Utf16Pattern.Find(bytes) is not null;
    }

    /// <summary>The text of bytes that are strict UTF-8 without NUL or escape sequences, checked and read in one pass; null for others.</summary>
    static string? PlainUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0) || HoldsJapaneseEscapes(bytes))
            return null;
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length + Utf8Reading.Slack);
        var length = Utf8Reading.Read(bytes, buffer);
        var text = length < 0 ? null : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    static DecodedText As(Charset charset, ReadOnlySpan<byte> bytes, CharsetEvidence evidence)
    {
        var text = CharsetDecoder.Decode(charset, bytes, out var malformed);
        return new(text, charset.Name, evidence, malformed);
    }

    /// <summary>
    /// Whether a double-byte reading is so good that no other can be better: it saves trying them all. Kana have the same bytes in GB18030 as in
    /// EUC-JP, so that Japanese may read well in both.
    /// </summary>
    static bool ReadsWell(Charset charset, ReadOnlySpan<byte> sample) =>
        !charset.SingleByte && charset != Charset.Utf8 && sample.Length >= 256
        && CharsetPlausibility.Cost(charset == Charset.Gb18030 ? Charset.ChineseGb18030 : charset, sample) <= (long)PlainCeiling * sample.Length;

    static (Charset Charset, long Cost) MostPlausible(ReadOnlySpan<byte> sample)
    {
        var (best, lowest) = (Charset.Utf8, long.MaxValue);
        if (ReadsWell(Charset.Gb18030, sample))
            return (Charset.Gb18030, CharsetPlausibility.Cost(Charset.Gb18030, sample));
        foreach (var charset in Charset.Candidates)
        {
            var cost = CharsetPlausibility.Cost(charset, sample);
            if (cost < lowest - Preference)
                (best, lowest) = (charset, cost);
        }

        return (best, lowest);
    }

    static Charset? MarkedCharset(ReadOnlySpan<byte> bytes, out int markLength)
    {
        (var charset, markLength) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Charset.Utf8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Charset.Utf32LittleEndian, 4),
            [0, 0, 0xFE, 0xFF, ..] => (Charset.Utf32BigEndian, 4),
            [0xFF, 0xFE, ..] => (Charset.Utf16LittleEndian, 2),
            [0xFE, 0xFF, ..] => (Charset.Utf16BigEndian, 2),
            _ => (null, 0),
        };
        return charset;
    }

    static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return true;
        for (var cut = 1; cut <= Math.Min(3, bytes.Length); cut++)
        {
            var lead = bytes[^cut];
            if (lead < 0x80)
                return false;
            if (lead < 0xC0)
                continue;
            var needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
            var whole = bytes[..^cut];
            return needed > cut && whole.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0 && Utf8.IsValid(whole);
        }

        return false;
    }

    static bool HoldsJapaneseEscapes(ReadOnlySpan<byte> bytes)
    {
        var escape = bytes.IndexOf("\u001B$"u8);
        return escape >= 0 && bytes[escape..].IndexOf("\u001B("u8) > 0;
    }

    static int Controls(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var next = bytes.IndexOfAny(ControlBytes); next >= 0; next = bytes.IndexOfAny(ControlBytes))
        {
            count++;
            bytes = bytes[(next + 1)..];
        }

        return count;
    }
}
