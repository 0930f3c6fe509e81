namespace Tanyuan.Answers.Composing;

/// <summary>What the evidence gives as an answer.</summary>
/// <param name="Statements">The statements in order.</param>
/// <param name="Confidence">How likely they answer the question, 0 to 1.</param>
internal sealed record Composition(List<Statement> Statements, double Confidence)
{
    /// <summary>The answer as one span or sentence, where the statements tell it otherwise; else null.</summary>
    public Statement? InOne { get; init; }

    /// <summary>The form that the statements have, where it is another than the question's.</summary>
    public AnswerForm? Form { get; init; }

    /// <summary>Whether it is so, where that was asked and is plain.</summary>
    public bool? IsSo { get; init; }

    /// <summary>Whether the statements contradict each other.</summary>
    public bool Disagrees { get; init; }
}
