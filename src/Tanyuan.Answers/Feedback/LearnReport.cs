namespace Tanyuan.Answers.Feedback;

/// <summary>What learning from feedback came to.</summary>
/// <param name="Learnt">Questions learnt from.</param>
/// <param name="HeldOut">Questions held out, on which the two rankings were compared.</param>
/// <param name="Before">The share of held-out feedback that the ranking before agrees with, 0 to 1.</param>
/// <param name="After">The share that the new ranking agrees with.</param>
/// <param name="Kept">Whether the new ranking is kept: it is better on the questions held out.</param>
public sealed record LearnReport(int Learnt, int HeldOut, double Before, double After, bool Kept);
