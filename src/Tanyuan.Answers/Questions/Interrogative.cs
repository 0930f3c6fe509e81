using Tanyuan.Text;

namespace Tanyuan.Answers.Questions;

/// <summary>The question words of a question with what they ask for.</summary>
/// <param name="Gap">The place that the answer would fill.</param>
/// <param name="Kind">What form of answer is asked for.</param>
/// <param name="Type">The type of answer expected.</param>
/// <param name="Focus">The noun asked for, or empty.</param>
/// <param name="Unit">The measure word or unit asked for, or empty.</param>
internal readonly record struct Interrogative(TextSpan Gap, QuestionKind Kind, AnswerType Type, string Focus = "", string Unit = "");
