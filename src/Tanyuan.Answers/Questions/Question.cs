using Tanyuan.Text;

namespace Tanyuan.Answers.Questions;

/// <summary>A question, analysed. All strings but <see cref="Text"/> are folded, so scripts, width and case do not matter.</summary>
/// <param name="Text">The question as asked.</param>
/// <param name="Key">Its folded form, of the same length.</param>
/// <param name="Kind">What form of answer it asks for.</param>
/// <param name="Type">The type of answer expected.</param>
/// <param name="Gap">The place that the answer would fill: the question words with their focus. Empty at the end for a bare 「…是？」.</param>
/// <param name="Focus">The noun asked for (<c>公司</c> in 哪家公司, <c>首都</c> in 首都是什么), or empty.</param>
/// <param name="Unit">The measure word or unit after 多少 or 几, or empty.</param>
/// <param name="Terms">The key terms in order.</param>
internal sealed record Question(
    string Text, string Key, QuestionKind Kind, AnswerType Type, TextSpan Gap, string Focus, string Unit, IReadOnlyList<QuestionTerm> Terms)
{
    /// <summary>The sum of the weights of the terms.</summary>
    public double TotalWeight { get; } = Terms.Sum(term => term.Weight);

    /// <summary>The indexes of the last term before the gap and of the first one after it; −1 where there is none.</summary>
    public (int Left, int Right) TermsBesideGap()
    {
        var (left, right) = (-1, -1);
        for (var i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].End <= Gap.Start && (left < 0 || Terms[i].End >= Terms[left].End))
                left = i;
            if (Terms[i].Start >= Gap.End && (right < 0 || Terms[i].Start < Terms[right].Start))
                right = i;
        }

        return (left, right);
    }
}
