using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>A chosen span without what only repeats the question: asked for 什么奖励, 得到的奖励是二十元钱 is answered with what stands behind 奖励是.</summary>
internal static class WithoutFocus
{
    static readonly string[] Copulas = ["是:", "是", "为", "包括", "叫", "有"];

    /// <summary>A span that answers a question, behind the noun asked for and its copula.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Kind != QuestionKind.Factoid || question.Focus.Length < 2 || question.Type is >= AnswerType.Reason)
            return span;
        var key = span.Key;
        var focus = question.Focus.Length > 2 && !key.Contains(question.Focus, StringComparison.Ordinal) ? question.Focus[^2..] : question.Focus;
        var at = key.LastIndexOf(focus, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && !span.Sentence.Clauses.Any(clause => clause.Start > span.Candidate.Start && clause.Start <= span.Candidate.Start + at) && key[^1] is not ('」' or '”' or '》' or '"')))
            return span;
        var behind = key.AsSpan(at + focus.Length);
        var inside = span.Candidate.End - behind.Length + 1;
        foreach (var copula in Copulas)
        {
            if (behind.StartsWith(copula, StringComparison.Ordinal) && behind[copula.Length..].TrimStart(' ').Length > 1)
                return From(span, key.Length - behind[copula.Length..].TrimStart(' ').Length);
        }

        // 招牌飲品「雲霧烏龍」每杯65元
        if (behind.Length > 2 && behind[0] is '「' or '“' or '《' or '"' && span.Sentence.Brackets.FirstOrDefault(bracket => bracket.Inner.Start == inside) is { Inner.Length: > 0 } named && named.Inner.End <= span.Candidate.End)
            return span with { Candidate = span.Candidate with { Start = named.Inner.Start, End = named.Inner.End } };
        return span;
    }

    static RankedSpan From(RankedSpan span, int start) => span with { Candidate = span.Candidate with { Start = span.Candidate.Start + start } };
}
