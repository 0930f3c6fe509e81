namespace Tanyuan.Text.Decoding;

/// <summary>How the charset of a page was settled.</summary>
public enum CharsetEvidence
{
    /// <summary>A byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The bytes are valid UTF-8 and hold multi-byte characters, or are plain ASCII.</summary>
    ValidUtf8,

    /// <summary>The declared charset decodes the bytes, and no other reads nearly as well.</summary>
    Declared,

    /// <summary>The most plausible reading of those that decode.</summary>
    Plausibility,
}
