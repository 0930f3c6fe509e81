using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Figures;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Restrictions;

namespace Tanyuan.Answers.Contradictions;

/// <summary>
/// A figure of another year, quarter or half than the one asked for. A sentence, a row or what stands behind a label often leaves its period to the page: then the title counts, or what was said last before it.
/// </summary>
internal static partial class OtherPeriod
{
    // How far above a sentence its year may be told.
    const int SentencesBefore = 3;

    /// <summary>Whether a figure is told of another period.</summary>
    public static bool IsTold(Question question, RankedSpan answer) =>
        question.Type is AnswerType.Number or AnswerType.Measure or AnswerType.Percentage or AnswerType.Money && IsTold(question, answer.Sentence.Sentence.Passage, answer.Sentence.Sentence.Index, answer.Candidate.Start);

    /// <summary>Whether what stands somewhere in a sentence of a passage is told of another period than the question asks for.</summary>
    public static bool IsTold(Question question, EvidencePassage passage, int sentence, int at)
    {
        var asked = RestrictionFinder.Find(question.Key).FindAll(one => one.Span.End <= question.Gap.Start || one.Span.Start >= question.Gap.End);
        return asked.FindAll(one => one.IsQuarterOrHalf) is [var part] && IsOfOtherPart(part, passage, sentence, at) || (asked.FindAll(one => one.Kind == RestrictionKind.Year) is [var year] && (IsOfOtherYear(year, passage, sentence) || (asked.Count == 1 && IsOfPart(question, passage, sentence, at))));
    }

    // Nothing that is told of no quarter at all answers for one.
    static bool IsOfOtherPart(Restriction asked, EvidencePassage passage, int sentence, int at)
    {
        var own = Parts(passage.Sentences[sentence].Of(passage.Key));
        if (own.Count > 0)
            return (own.FindLast(part => part.Span.Start <= at) is { Span.Length: > 0 } before ? before : own[0]).With(asked) != Agreement.Same;
        if (Parts(passage.TitleKey) is { Count: > 0 } title)
            return !title.Exists(part => part.With(asked) == Agreement.Same);
        for (var i = sentence - 1; i >= 0; i--)
        {
            if (Parts(passage.Sentences[i].Of(passage.Key)) is { Count: > 0 } above)
                return !above.Exists(part => part.With(asked) == Agreement.Same);
        }

        return true;
    }

    // What was earned in a half is not what was earned in the year.
    static bool IsOfPart(Question question, EvidencePassage passage, int sentence, int at)
    {
        var key = passage.Sentences[sentence].Of(passage.Key);
        return question.Type == AnswerType.Money && Measures.AskedIn(question.Key).Length > 0 && Parts(key).Exists(part => part.Span.Start <= at) && !key.Contains("全年", StringComparison.Ordinal);
    }

    // A page that has a year in its title is of that year where its sentences tell none.
    static bool IsOfOtherYear(Restriction asked, EvidencePassage passage, int sentence)
    {
        var title = TitleYear().Matches(passage.TitleKey).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        if (title.Count == 0 || title.Contains(asked.Value))
            return false;
        for (var i = sentence; i >= 0 && i >= sentence - SentencesBefore; i--)
        {
            if (Years(passage.Sentences[i].Of(passage.Key)).Exists(IsAsked))
                return false;
        }

        return Years(passage.Sentences[sentence].Of(passage.Key)).Count == 0;

        bool IsAsked(Restriction year) => year.With(asked) == Agreement.Same;
    }

    static List<Restriction> Parts(ReadOnlySpan<char> key) => RestrictionFinder.Find(key).FindAll(one => one.IsQuarterOrHalf);

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex TitleYear();

    static List<Restriction> Years(ReadOnlySpan<char> key) => RestrictionFinder.Find(key).FindAll(one => one.Kind == RestrictionKind.Year);
}
