using System.Text.RegularExpressions;
using Tanyuan.Answers.Offices;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Holds the reason why somebody left an office to him and to a reason: a sentence that tells of another's leaving gives none, however near he is named, and that he left is no reason either.
/// </summary>
internal static partial class WhoLeft
{
    /// <summary>Whether a question asks why somebody left, and statements tell only of somebody else, or only that he did.</summary>
    public static bool IsUntold(Question question, IReadOnlyList<Statement> statements, Func<IReadOnlyList<PooledSentence>> sentences)
    {
        if (question.Kind != QuestionKind.Why && !Reason().IsMatch(question.Key) || Asked().Match(question.Key) is not { Success: true } asked || !OfficeTitles.IsName(asked.Groups["who"].Value))
            return false;
        var who = asked.Groups["who"].Value;
        foreach (var sentence in sentences())
        {
            if (!statements.Any(statement => statement.Sentence == sentence.Text) || !Leaves().IsMatch(sentence.Key))
                continue;
            var leaving = TenureFinder.Find(sentence, "").FindAll(told => told.Event == TenureEvent.Leaves);
            if (!Cause().IsMatch(sentence.Key) || (leaving.Count > 0 && !leaving.Exists(told => told.Person == who)))
                return true;
        }

        return false;
    }

    [GeneratedRegex("原因|理由|缘故", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex("^(?:请问)?(?:为什么|为何|为啥)?(?<who>[\\p{IsCJKUnifiedIdeographs}·]{2,4}?)(?:为什么|为何|为啥|因为什么|因何|要|会|的)*(?:辞|卸任|离任|离职|下台|去职|不再担任)", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("辞|卸任|离任|离职|下台|不再担任|免去", RegexOptions.CultureInvariant)]
    private static partial Regex Leaves();

    [GeneratedRegex("因|由于|为了|鉴于|为由|受[^,，。]{1,12}影响|退休|到龄|届满|健康|个人", RegexOptions.CultureInvariant)]
    private static partial Regex Cause();
}
