namespace Tanyuan.Text.Analysis;

/// <summary>The kinds of token that a text is indexed by.</summary>
public enum TokenKind
{
    /// <summary>A word: a dictionary word, a sub-word of one, or a Latin or digit run.</summary>
    Word,

    /// <summary>Two neighbouring Han characters, a Han character that stands alone, or a Latin or digit run: exact phrases are matched on these.</summary>
    Gram,
}

/// <summary>Receives the tokens of a text. The span is valid only during the call.</summary>
public interface ITokenSink
{
    /// <summary>Takes a token.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="term">Its folded form.</param>
    /// <param name="start">Where it begins in the text, in UTF-16 units; also its position in the index.</param>
    /// <param name="length">How many UTF-16 units of the text it covers.</param>
    void Add(TokenKind kind, ReadOnlySpan<char> term, int start, int length);
}

/// <summary>Turns text into index tokens: fold, words, sub-words of 2–4 characters, and grams.</summary>
public sealed class IndexAnalyzer
{
    /// <summary>Sends the tokens of <paramref name="text"/> to <paramref name="sink"/>, ordered by start within each kind.</summary>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink sink) => throw new NotImplementedException();
}
