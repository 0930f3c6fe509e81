using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>A figure in an English sentence by itself, where the span that was judged best holds one and words beside it: «profit was 7.4 million euros».</summary>
internal static class WholeFigure
{
    /// <summary>A span that answers a question, with the borders of the figure in it.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Type is < AnswerType.Number or > AnswerType.Money || Phrases.HasHan(span.Sentence.Key))
            return span;
        var inside = span.Sentence.Quantities.Where(quantity => quantity.Start >= span.Candidate.Start && quantity.End <= span.Candidate.End).ToList();
        return inside.Count == 1 ? span with { Candidate = span.Candidate with { Start = inside[0].Start, End = inside[0].End } } : span;
    }
}
