namespace Tanyuan.Answers.Reading;

/// <summary>How a candidate span is cut from its sentence.</summary>
internal enum SpanForm : byte
{
    /// <summary>Some tokens within one clause.</summary>
    Tokens,

    /// <summary>The inside of brackets or quotation marks.</summary>
    Bracketed,

    /// <summary>From a token to the end of its clause or of a later one.</summary>
    Remainder,

    /// <summary>Whole clauses.</summary>
    Clauses,

    /// <summary>The whole sentence.</summary>
    Sentence,

    /// <summary>A part of a quantity that tells something by itself: the year of a date, an end of a range.</summary>
    Piece,
}
