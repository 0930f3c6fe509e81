using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers;

/// <summary>A term of a question.</summary>
/// <param name="Text">Its folded text.</param>
/// <param name="Weight">How much it tells, 0 to about 1.2.</param>
public readonly record struct WeightedTerm(string Text, double Weight);

/// <summary>How a question is understood, without asking any source.</summary>
/// <param name="Form">The form of answer that it asks for.</param>
/// <param name="Type">The type of answer that it expects.</param>
/// <param name="Focus">The folded noun asked for (公司 in 哪家公司), or empty.</param>
/// <param name="Unit">The folded unit or measure word asked for (公里 in 多少公里), or empty.</param>
/// <param name="Terms">Its key terms in order.</param>
/// <param name="Constraints">What it holds its answer to beside its matter.</param>
public sealed record QuestionReading(
    AnswerForm Form, AnswerType Type, string Focus, string Unit, IReadOnlyList<WeightedTerm> Terms, IReadOnlyList<AnswerConstraint> Constraints)
{
    /// <summary>Reads a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="today">The day that 去年 and last year are reckoned by; today where it is not given.</param>
    public static QuestionReading Of(string question, DateOnly? today = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        var constraints = QuestionConstraints.Of(question, today ?? DateOnly.FromDateTime(DateTime.Now));
        var asked = QuestionAnalyzer.Analyze(constraints.Time?.InDates(question) ?? question);
        return new QuestionReading(
            AskedForm.Of(asked), asked.Type, asked.Focus, asked.Unit, [.. asked.Terms.Select(term => new WeightedTerm(term.Key, term.Weight))], constraints.Named(question));
    }
}
