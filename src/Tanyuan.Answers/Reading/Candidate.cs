namespace Tanyuan.Answers.Reading;

/// <summary>A span of a sentence that may be the answer.</summary>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="End">The unit after it.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token.</param>
/// <param name="Form">How it is cut.</param>
internal readonly record struct Candidate(int Start, int End, int First, int Last, SpanForm Form)
{
    /// <summary>Its length.</summary>
    public int Length => End - Start;
}
