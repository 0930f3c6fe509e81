using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Answers.Composing;
using Tanyuan.Answers.Offices;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Relations;

namespace Tanyuan.Answers.Contradictions;

/// <summary>
/// Somebody's wife, a company's share asked for, where the sentence tells of another's (沈知行的妻子林疏影, asked of 方若谷; 溪禾的市场份额为12%, asked of 临江): whose it is stands before the word for it.
/// </summary>
internal static partial class OtherOwner
{
    const int LongestName = 4, LongestOwner = 12;

    static readonly SearchValues<char> Borders = SearchValues.Create("，,。；;：: “”「」『』\"");

    /// <summary>Whether what a question asks for of somebody or something is another's in the sentence of an answer.</summary>
    public static bool IsTold(Question question, RankedSpan answer)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return false;
        var (who, role, key) = (asked.Groups["who"].Value, asked.Groups["role"].Value, answer.Sentence.Key);
        if (question.Kind != QuestionKind.Factoid || key.Contains(who, StringComparison.Ordinal) || (!asked.Groups["kin"].Success && !(IsNounOnly(who) && IsNounOnly(role))))
            return false;
        if (asked.Groups["kin"].Success && question.Type == AnswerType.Person && !Array.Exists(BackwardsRelation.WordsFor(role), word => key.Contains(word, StringComparison.Ordinal)))
            return true;
        for (var at = key.IndexOf(role, StringComparison.Ordinal); at >= 0; at = key.IndexOf(role, at + 1, StringComparison.Ordinal))
        {
            if (OwnerOf(answer.Sentence, at, asked.Groups["kin"].Success) is { Length: > 0 } owner && !Holds(who, owner) && !Holds(owner, who))
                return true;
        }

        return false;
    }

    // Names may be written with a point or without: 美特斯·邦威.
    static bool Holds(string longer, string shorter) => longer.Replace("·", "", StringComparison.Ordinal).Contains(shorter.Replace("·", "", StringComparison.Ordinal), StringComparison.Ordinal);

    static bool IsNounOnly(string key) => !Phrases.Words(key).Exists(word => Phrases.IsVerbal(key.AsSpan(word.Start, word.Length)) && !Phrases.IsNoun(key.AsSpan(word.Start, word.Length)));

    // A person's name before the word for kin; of anything else a name with 的 from where its clause begins.
    static string OwnerOf(AnnotatedSentence sentence, int at, bool isKin)
    {
        var before = sentence.Key.AsSpan(0, at).TrimEnd('的');
        if (isKin)
        {
            for (var length = Math.Min(LongestName, before.Length); length > 1; length--)
            {
                if (OfficeTitles.IsName(before[^length..]))
                    return before[^length..].ToString();
            }

            return "";
        }

        var start = before.LastIndexOfAny(Borders) + 1;
        return before.Length < at && before.Length - start is > 1 and <= LongestOwner && TopicNames.IsSpecific(sentence.Text.AsSpan(start, before.Length - start)) ? before[start..].ToString() : "";
    }

    [GeneratedRegex($"^(?:请问)?(?<who>(?:(?![的他她其和与])[\\p{{IsCJKUnifiedIdeographs}}·]){{2,12}})的(?:(?<role>(?<kin>{BackwardsRelation.Roles}))|(?<role>[\\p{{IsCJKUnifiedIdeographs}}]{{2,6}}?)(?:是|为|有|达|约)?(?:多少|几|多大|多高|哪|什么|谁))", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
