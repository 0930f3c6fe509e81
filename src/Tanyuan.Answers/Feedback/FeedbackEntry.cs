namespace Tanyuan.Answers.Feedback;

/// <summary>A person's word on an answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Span">The answer that is right or wrong, or the better one.</param>
/// <param name="At">When it was said.</param>
public sealed record FeedbackEntry(string Question, FeedbackKind Kind, string Span, DateTimeOffset At);
