namespace Tanyuan.Answers.Writing;

/// <summary>What a language model read and wrote.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="IsEstimate">Whether the server did not tell, so that the figures are our estimate.</param>
public readonly record struct TokenUsage(long Input, long Output, bool IsEstimate)
{
    /// <summary>Both together.</summary>
    public long Total => Input + Output;

    /// <summary>The sum of two uses.</summary>
    public static TokenUsage operator +(TokenUsage left, TokenUsage right) =>
        new(left.Input + right.Input, left.Output + right.Output, left.IsEstimate || right.IsEstimate);

    /// <summary>The sum of two uses.</summary>
    public static TokenUsage Add(TokenUsage left, TokenUsage right) => left + right;

    /// <summary>
    /// About how many tokens a text is: two for three Han characters and the like, one for four units of anything else. Tokenizers differ by a
    /// third either way; a budget needs no more.
    /// </summary>
    public static int Estimate(ReadOnlySpan<char> text)
    {
        var wide = 0;
        foreach (var unit in text)
            wide += unit >= '\u2E80' ? 1 : 0;
        return (wide * 2 / 3) + ((text.Length - wide) / 4) + 1;
    }
}
