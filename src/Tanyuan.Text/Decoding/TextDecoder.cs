namespace Tanyuan.Text.Decoding;

/// <summary>How the charset of a page was settled.</summary>
public enum CharsetEvidence
{
    /// <summary>A byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The bytes are valid UTF-8 and hold multi-byte characters, or are plain ASCII.</summary>
    ValidUtf8,

    /// <summary>The declared charset decodes the bytes without an error.</summary>
    Declared,

    /// <summary>The most plausible reading of those that decode.</summary>
    Plausibility,
}

/// <summary>Bytes made text.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">The charset used, by its IANA name in lower case.</param>
/// <param name="Evidence">How the charset was settled.</param>
/// <param name="Malformed">How many malformed byte sequences became U+FFFD.</param>
public sealed record DecodedText(string Text, string Charset, CharsetEvidence Evidence, int Malformed);

/// <summary>Decodes pages whose charset is unknown, missing or wrongly declared.</summary>
public static class TextDecoder
{
    /// <summary>Decodes bytes to text.</summary>
    /// <param name="bytes">The bytes of a page.</param>
    /// <param name="declaredCharset">The charset that a header or <c>meta</c> element declares, if any. It may lie.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? declaredCharset = null) => throw new NotImplementedException();

    /// <summary>
    /// Whether the bytes are text at all: false for images, archives, executables and other binary content.
    /// </summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
