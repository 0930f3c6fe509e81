namespace Tanyuan.Answers;

/// <summary>A step on the way to an answer: a question asked on the way, and what the sources say to it.</summary>
/// <param name="Question">The question of the step.</param>
/// <param name="Statement">Its answer, traced to its source.</param>
/// <param name="Confidence">How likely it is right, 0 to 1.</param>
public sealed record AnswerStep(string Question, Statement Statement, double Confidence);
