using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>All of a row where the span that was judged best is one of it: what is stored 在贵阳和乌兰察布 is not stored in 贵阳. A question for one of several is answered with one.</summary>
internal static partial class WholeRow
{
    const int Longest = 6;

    /// <summary>A span that answers a question, with the others of its row.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Kind != QuestionKind.Factoid || question.Gap.Of(question.Key).Contains('哪') && !question.Gap.Of(question.Key).Contains("哪里", StringComparison.Ordinal))
            return span;
        var tokens = span.Sentence.Tokens;
        var (first, last) = (span.Candidate.First, span.Candidate.Last);
        if (first != last || tokens[first].Start != span.Candidate.Start || tokens[last].End != span.Candidate.End || !IsRowed(span.Sentence, tokens[first]))
            return span;
        for (var i = 0; i < Longest && Joined(span.Sentence, last, 1) is { } next; i++)
            last = next;
        for (var i = 0; i < Longest && Joined(span.Sentence, first, -1) is { } before; i++)
            first = before;
        for (var i = first; i <= last; i++)
        {
            // 一个是黄河，另一个是？ What the question names is no answer, nor are then the others.
            if (tokens[i].Class != TokenClass.Conjunction && question.Key.Contains(span.Sentence.Key[tokens[i].Start..tokens[i].End], StringComparison.Ordinal))
                return span;
        }

        return Others().IsMatch(question.Key) ? span : span with { Candidate = span.Candidate with { Start = tokens[first].Start, End = tokens[last].End, First = first, Last = last } };
    }

    [GeneratedRegex("另|还有|除了|以及(?:谁|哪里)|(?:和|与|跟)(?:谁|哪里)[^一]|其中", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    // Names, and figures in a unit.
    static bool IsRowed(AnnotatedSentence sentence, Token token) =>
        token.Class is TokenClass.Person or TokenClass.Place or TokenClass.Organisation or TokenClass.Work || (token.Quantity >= 0 && sentence.Quantities[token.Quantity].Unit is "路");

    // The next one of the same sort, with nothing but 和 or 、 between.
    static int? Joined(AnnotatedSentence sentence, int at, int step)
    {
        var tokens = sentence.Tokens;
        var next = at + step;
        if (next >= 0 && next < tokens.Count && tokens[next].Class == TokenClass.Conjunction)
            next += step;
        if (next < 0 || next >= tokens.Count || tokens[next].Class != tokens[at].Class || !IsRowed(sentence, tokens[next]))
            return null;
        var (from, to) = step > 0 ? (tokens[at].End, tokens[next].Start) : (tokens[next].End, tokens[at].Start);
        return sentence.Key[from..to].Trim() is "和" or "与" or "及" or "、" or "以及" ? next : null;
    }
}
