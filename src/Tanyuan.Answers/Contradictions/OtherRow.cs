using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Contradictions;

/// <summary>One of a row of figures, each told of a sort of its own (博士20万元，硕士8万元，本科3万元), where the question names none of the sorts: it asks for another one.</summary>
internal static class OtherRow
{
    const int LeastFigures = 3;
    const int LongestSort = 6;

    /// <summary>Whether a figure is told of one of several sorts of which the question names none.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        if (question.Type is not (AnswerType.Number or AnswerType.Measure or AnswerType.Percentage or AnswerType.Money)
            || answer.Sentence.Quantities.FirstOrDefault(quantity => quantity.Start >= answer.Candidate.Start && quantity.End <= answer.Candidate.End) is not { } figure)
            return false;
        var row = Row(answer.Sentence, figure);
        return row.Count >= LeastFigures && row.TrueForAll(sort => !IsNamed(question, sort));
    }

    // What opens each of the neighbouring clauses that are nothing but a sort and its figure.
    static List<string> Row(AnnotatedSentence sentence, Quantity figure)
    {
        var row = new List<string>();
        var holds = false;
        foreach (var clause in sentence.Clauses)
        {
            var inside = sentence.Quantities.Where(quantity => quantity.Start >= clause.Start && quantity.End <= clause.End && quantity.Kind is not (QuantityKind.Date or QuantityKind.Time)).ToList();
            if (inside is [{ } only] && only.Kind == figure.Kind && only.Unit == figure.Unit && Sort(sentence.Key.AsSpan(clause.Start, only.Start - clause.Start)) is { Length: > 1 } sort)
            {
                row.Add(sort);
                holds |= ReferenceEquals(only, figure);
                continue;
            }

            if (holds)
                break;
            row.Clear();
        }

        return holds ? row : [];
    }

    static string Sort(ReadOnlySpan<char> before)
    {
        before = before.Trim("每月每年为是的约达:： ");
        return before.Length is > 1 and <= LongestSort ? before.ToString() : "";
    }

    // 硕士研究生 names 硕士, and 本科生 本科.
    static bool IsNamed(Question question, string sort)
    {
        for (var i = 0; i + 1 < sort.Length; i++)
        {
            if (question.Key.Contains(sort.Substring(i, 2), StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
