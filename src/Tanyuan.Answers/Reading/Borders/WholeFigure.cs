using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>
/// A figure by itself, where the span that was judged best holds words beside it: «profit was 7.4 million euros»; of 由2600平方米增至9400平方米 what it is now, unless what it was is asked; of
/// 财政按6:4的比例 the ratio.
/// </summary>
internal static partial class WholeFigure
{
    /// <summary>A span that answers a question, with the borders of the figure in it.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Kind != QuestionKind.Factoid || question.Type is < AnswerType.Number or > AnswerType.Duration)
            return span;
        if (question.Type == AnswerType.Percentage && question.Focus.EndsWith("比例", StringComparison.Ordinal) && Ratio().Match(span.Key) is { Success: true } ratio)
            return span with { Candidate = span.Candidate with { Start = span.Candidate.Start + ratio.Index, End = HasAside(span.Key, ratio) ? span.Candidate.End : span.Candidate.Start + ratio.Index + ratio.Length } };
        var inside = span.Sentence.Quantities.Where(quantity => quantity.Start >= span.Candidate.Start && quantity.End <= span.Candidate.End).ToList();
        if (inside.Count > 1 && question.Unit.Length > 0 && TypeConstraint.Of(question) is { } constraint && inside.Where(quantity => constraint.IsFitting(quantity, span.Sentence.Text)).ToList() is [var only])
            return Cut(span, only.Start, only.End);
        if (inside.Count == 2 && inside[0].Kind == inside[1].Kind && Change().IsMatch(span.Sentence.Key[inside[0].End..inside[1].Start]))
        {
            var asked = Former().IsMatch(question.Key) ? inside[0] : inside[1];
            return Cut(span, asked.Start, asked.End);
        }

        if (inside.Count == 1 && inside[0].Start == span.Candidate.Start && StartOfRate(span.Sentence.Key, inside[0].Start) is var rate && rate < inside[0].Start && !question.Key.Contains(span.Sentence.Key[rate..inside[0].Start], StringComparison.Ordinal))
            return Cut(span, rate, span.Candidate.End);
        return inside.Count == 1 && question.Type <= AnswerType.Money && !Phrases.HasHan(span.Sentence.Key) ? Cut(span, inside[0].Start, inside[0].End) : span;
    }

    /// <summary>Where what a figure is told for begins (每秒 of 每秒10米), or the figure itself where it is told for nothing.</summary>
    public static int StartOfRate(string key, int figure) => Rate().Match(key[..figure]) is { Success: true } rate ? rate.Index : figure;

    // 1:7（男:女）
    static bool HasAside(string key, Match ratio) => ratio.Index + ratio.Length < key.Length && key[ratio.Index + ratio.Length] is '(' or '（';

    static RankedSpan Cut(RankedSpan span, int start, int end) => span with { Candidate = span.Candidate with { Start = start, End = end } };

    [GeneratedRegex("^(?:大幅|逐步|迅速|进一步|扩建)?(?:增至|增加到|增加至|增长到|增长至|升至|上升到|上升至|提高到|提高至|提升到|提升至|扩大到|扩大至|扩至|涨至|涨到|降至|降到|下降到|下降至|降低到|减少到|减少至|减至|缩短到|缩短至|缩减到|缩减至|调整为|改为|变为|变成)$", RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    // 每秒10米, 每平方米1900条
    [GeneratedRegex("每(?:秒|分钟|小时|天|周|月|个月|年|平方米|平方公里|立方米|公顷|亩|升|公斤|吨|公里|人|户|台|件|次|场|套)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rate();

    [GeneratedRegex("原|之前|以前|先前|此前|前的|曾", RegexOptions.CultureInvariant)]
    private static partial Regex Former();

    [GeneratedRegex("[0-9]+(?:[.][0-9]+)?(?: ?[:：∶比] ?[0-9]+(?:[.][0-9]+)?)+", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();
}
