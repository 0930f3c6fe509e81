using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Contradictions;

/// <summary>
/// What a page leaves open: asked how something was done (什么时候开工的, 花了多少钱) it is told only as planned, or the sentence says that it is not decided (场地还没有定), which answers nothing but whether it is.
/// </summary>
internal static partial class LeftOpen
{
    /// <summary>Whether a fact is told only as planned where it is asked as done, or told to be undecided.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        var clause = ClauseOf(answer);
        return Undecided().IsMatch(clause.Behind) || Undecided().IsMatch(clause.Before) || (Done().IsMatch(question.Key) && Planned().IsMatch(clause.Before) && !Happened().IsMatch(clause.Before));
    }

    // From where the clause before that of the answer begins to the end of the answer (计划2026年开工，2029年建成), and from where it begins to the end of the next clause.
    static (string Before, string Behind) ClauseOf(RankedSpan answer)
    {
        var key = answer.Sentence.Key;
        var (own, end) = (answer.ClauseStart, answer.Candidate.End);
        var start = answer.Sentence.Clauses.Where(clause => clause.End <= own && clause.Length > 0).Select(clause => clause.Start).DefaultIfEmpty(own).Max();
        for (var borders = 0; end < key.Length && borders < 2; end++)
            borders += key[end] is ',' or '，' or ';' or '；' or '。' ? 1 : 0;
        return (key[start..answer.Candidate.End], key[answer.Candidate.Start..end]);
    }

    [GeneratedRegex("(?:什么时候|何时|哪一?[年天月]|几[月号])[^?？]{0,12}(?:的|了)[?？]*$|(?:[^为除不]了|过)(?:多少|几|哪|什么|谁)|已经", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex("计划|(?<![模虚草比类])拟(?!人|态|定了|出|写|订)|预计|预期|预定|原定|有望|力争|争取|最快|将(?:于|在|会)|若获|获批后|目标是|料将?", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    [GeneratedRegex("如期|按计划|已于|提前|完成了", RegexOptions.CultureInvariant)]
    private static partial Regex Happened();

    [GeneratedRegex("(?:尚未|还没有?|没有|未|仍未)(?:最终|最后|正式)?(?:确定|决定|定(?![期的价])|敲定|公布|明确|落实)(?!的|地)|(?:有待|待)(?:确定|公布|定(?![期价])|敲定)|未定(?![式])|没有时间表|不得而知", RegexOptions.CultureInvariant)]
    private static partial Regex Undecided();
}
