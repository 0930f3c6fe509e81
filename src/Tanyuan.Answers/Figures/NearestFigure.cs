using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Figures;

/// <summary>
/// Of several figures in a sentence the one whose clause says all that the other's says of the question, and more: of 补助标准为每台20万元，七层以上的每台增加3万元 the first answers 每台补助多少钱.
/// </summary>
internal static class NearestFigure
{
    // What the other clause has to say more of the question, by weight.
    const double More = 0.5;

    /// <summary>A span that answers a question, or the figure that stands nearer to it.</summary>
    public static RankedSpan Of(QuestionMatcher matcher, RankedSpan span)
    {
        var question = matcher.Question;
        if (question.Kind != QuestionKind.Factoid || question.Type is < AnswerType.Number or > AnswerType.Duration or AnswerType.Date or AnswerType.Time || AsksDegree(question) || TypeConstraint.Of(question) is not { } constraint)
            return span;
        var sentence = span.Sentence;
        var inside = sentence.Quantities.Where(quantity => quantity.Start >= span.Candidate.Start && quantity.End <= span.Candidate.End).ToList();
        if (inside.Count != 1)
            return span;
        var own = Said(matcher, sentence, inside[0]);
        var opens = ParallelFigures.Opening(question, sentence.Key, inside[0]) > 0;
        foreach (var other in sentence.Quantities)
        {
            if (other.Kind != inside[0].Kind || other.Unit != inside[0].Unit || ReferenceEquals(other, inside[0]) || !constraint.IsFitting(other, sentence.Text) || constraint.IsOfAnother(sentence, other))
                continue;
            var said = Said(matcher, sentence, other);
            var isParallel = !opens && other.Start > inside[0].Start && ParallelFigures.Opening(question, sentence.Key, other) > 0;
            if (isParallel || (own.Zip(said).All(pair => pair.First <= pair.Second) && Weigh(question, said) >= Weigh(question, own) + More))
                return span with { Candidate = span.Candidate with { Start = other.Start, End = other.End, Form = SpanForm.Tokens } };
        }

        return span;
    }

    // 多长 asks by the adjective that stands at the figure, not by what its clause says.
    static bool AsksDegree(Question question) => question.Gap.Of(question.Key) is ['多', not '少', ..];

    static float[] Said(QuestionMatcher matcher, AnnotatedSentence sentence, Quantity figure)
    {
        var clause = sentence.Clauses.FirstOrDefault(one => one.Start <= figure.Start && one.End >= figure.End);
        return matcher.Cover(sentence.Key.AsSpan(clause.Start, clause.Length)).Terms;
    }

    static double Weigh(Question question, float[] terms)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++)
            sum += terms[i] * question.Terms[i].Weight;
        return sum;
    }
}
