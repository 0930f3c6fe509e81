namespace Tanyuan.Answers.Rendering;

/// <summary>A statement as one line, with what it rests on.</summary>
/// <param name="Line">The line.</param>
/// <param name="Statement">The statement.</param>
internal sealed record AnswerBranch(string Line, Statement Statement);
