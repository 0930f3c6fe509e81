namespace Tanyuan.Text.Analysis;

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
