using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>A chosen span without what stands so in the question beside its question words: 样本是由什么采集的 is not answered with 由深蓝二号, nor 靠什么为食 with 甲烷菌为食.</summary>
internal static class WithoutEcho
{
    const string Prepositions = "由被靠向从";

    // A shorter rest of the question may end a name.
    const int Least = 2;

    /// <summary>A span that answers a question, without the question's words at its borders.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Kind != QuestionKind.Factoid || question.Gap.Length == 0 || span.Candidate.Form > SpanForm.Bracketed)
            return span;
        var (start, end) = (span.Candidate.Start, span.Candidate.End);
        var key = span.Sentence.Key;
        if (question.Gap.Start > 0 && key[start] == question.Key[question.Gap.Start - 1] && Prepositions.Contains(key[start]) && end - start > Least)
            start++;
        start = BehindWhen(question, span, start);
        var rest = question.Key.AsSpan(question.Gap.End).TrimEnd(" ?？的了");

        // What is between, after or above something is not that; and a figure needs its unit.
        if (question.Type > AnswerType.Title || rest is ['之' or '以' or '前' or '后' or '中' or '上' or '里' or '下' or '间', ..])
            rest = default;
        for (var length = Math.Min(rest.Length, end - start - Least); length >= Least; length--)
        {
            if (key.AsSpan(start, end - start).EndsWith(rest[..length]))
            {
                end -= length;
                break;
            }
        }

        return start == span.Candidate.Start && end == span.Candidate.End ? span : span with { Candidate = span.Candidate with { Start = start, End = end } };
    }

    // 去年8月由深蓝二号 by a question that asks 由什么: what stands before its preposition tells when.
    static int BehindWhen(Question question, RankedSpan span, int start)
    {
        if (question.Gap.Start == 0 || question.Type > AnswerType.Title || !Prepositions.Contains(question.Key[question.Gap.Start - 1]))
            return start;
        foreach (var token in span.Sentence.Tokens)
        {
            if (token.Start < start)
                continue;
            if (token.Start > start && span.Sentence.Key[token.Start] == question.Key[question.Gap.Start - 1] && token.Length == 1 && span.Candidate.End - token.End > Least)
                return token.End;
            if (token.Start >= span.Candidate.End || (token.Quantity < 0 && token.Class != TokenClass.TimeWord))
                return start;
        }

        return start;
    }
}
