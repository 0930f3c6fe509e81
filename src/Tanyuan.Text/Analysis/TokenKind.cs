namespace Tanyuan.Text.Analysis;

/// <summary>The kinds of token that a text is indexed by.</summary>
public enum TokenKind
{
    /// <summary>A word: a dictionary word, a sub-word of one, or a Latin or digit run or a part of one.</summary>
    Word,

    /// <summary>Two neighbouring Han characters, a Han character that stands alone, or a Latin or digit run: exact phrases are matched on these.</summary>
    Gram,
}
