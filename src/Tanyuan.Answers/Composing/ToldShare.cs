namespace Tanyuan.Answers.Composing;

/// <summary>How a sentence tells of a question's matter.</summary>
/// <param name="All">The share of it that is told, by the sentence, the one before it, its title or, for half, around it.</param>
/// <param name="NamesAll">Whether every name of the question is said.</param>
internal readonly record struct ToldShare(double All, bool NamesAll);
