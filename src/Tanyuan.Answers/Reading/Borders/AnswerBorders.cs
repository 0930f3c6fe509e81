using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>
/// Puts the borders of the chosen span right. The judges choose among spans that the tagger's words allow; where it cut a name or a figure in two, or where the page's own label, the question's words or the
/// rest of a row belong out or in, no choice among them is right.
/// </summary>
internal static class AnswerBorders
{
    /// <summary>A span that answers a question, with its borders put right.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        span = WithoutLabel.Of(question, span);
        span = WithoutEcho.Of(question, span);
        span = WithoutFocus.Of(question, span);
        span = WholeName.Of(question, span);
        span = WholePlace.Of(question, span);
        span = WholeRow.Of(question, span);
        return WholeFigure.Of(question, span);
    }
}
