namespace Tanyuan.Text.Decoding;

/// <summary>Bytes made text.</summary>
/// <param name="Text">The text, without a byte order mark.</param>
/// <param name="Charset">The charset used, by its IANA name in lower case.</param>
/// <param name="Evidence">How the charset was settled.</param>
/// <param name="Malformed">How many malformed byte sequences became U+FFFD.</param>
public sealed record DecodedText(string Text, string Charset, CharsetEvidence Evidence, int Malformed);
