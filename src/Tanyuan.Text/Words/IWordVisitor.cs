namespace Tanyuan.Text.Words;

/// <summary>Receives the words of a folded text in order, and before them each stretch that they fill.</summary>
internal interface IWordVisitor
{
    /// <summary>A stretch without white space or punctuation begins; its words follow.</summary>
    void VisitStretch(int start, int length);

    /// <summary>
    /// A word. Bit n of <paramref name="dictionaryWords"/>[i] is set where a dictionary word of n units begins at unit i of
    /// the word; the span is empty for a word that stands alone and holds no Chinese character.
    /// </summary>
    void VisitWord(int start, int length, ReadOnlySpan<uint> dictionaryWords);
}
