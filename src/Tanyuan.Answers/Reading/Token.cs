namespace Tanyuan.Answers.Reading;

/// <summary>A word, quantity or name of a sentence.</summary>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">The unit after it.</param>
/// <param name="Class">What sort of word it is.</param>
/// <param name="Information">How much it tells, 0 to about 1.1.</param>
/// <param name="Quantity">The index of the sentence's quantity that it is, or −1.</param>
/// <param name="Clause">The clause of the sentence that it lies in, from 0.</param>
internal readonly record struct Token(int Start, int End, TokenClass Class, float Information, int Quantity, int Clause)
{
    /// <summary>Its length.</summary>
    public int Length => End - Start;
}
