using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;

namespace Tanyuan.Answers.Contradictions;

/// <summary>
/// What is told of one of a row of things that differ by their number only (追光一号 beside 追光二号, S2 beside S3 and S2 Pro), asked of another: the sentence names only another, or names it last before the answer.
/// </summary>
internal static partial class OtherModel
{
    /// <summary>Whether an answer is told of another of the row that the question names one of.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        foreach (Match asked in Named().Matches(question.Key))
        {
            if (asked.Index >= question.Gap.Start && asked.Index < question.Gap.End)
                continue;
            var stem = asked.Groups["stem"].Value;
            Match? nearest = null;
            foreach (Match told in Named().Matches(answer.Sentence.Key))
            {
                if (told.Groups["stem"].Value == stem && told.Groups["end"].Value == asked.Groups["end"].Value && (nearest is null || told.Index < answer.Candidate.End))
                    nearest = told;
            }

            if (nearest is not null && !IsSame(nearest, asked) && !IsNameItself(nearest, answer.Candidate))
                return true;
        }

        return false;
    }

    // Which of them is asked for (哪一款).
    static bool IsNameItself(Match told, Candidate answer) => answer.Start >= told.Index - 1 && answer.End <= told.Index + told.Length + 1;

    static bool IsSame(Match told, Match asked) => Number(told) == Number(asked) && told.Groups["grade"].Value == asked.Groups["grade"].Value;

    static string Number(Match match) => match.Groups["number"].Value is [>= '一', ..] numeral ? ("零一二三四五六七八九十".IndexOf(numeral[0])).ToString(System.Globalization.CultureInfo.InvariantCulture) : match.Groups["number"].Value;

    [GeneratedRegex("(?<![a-z0-9])(?<stem>[a-z]{1,8})-?(?<number>[0-9]{1,4})(?<end>)(?![0-9a-z.%])(?: ?(?<grade>pro|max|plus|ultra|mini|lite|air)(?![a-z]))?|(?<stem>[\\p{IsCJKUnifiedIdeographs}]{2})(?<number>[0-9]{1,3}|[一二三四五六七八九十])(?<end>号|代|期)(?<grade>)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
