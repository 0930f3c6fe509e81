using System.Text.RegularExpressions;
using Tanyuan.Answers.Offices;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Composing;

/// <summary>How a body or an office comes about (议员是如何产生的) is told by a word of choosing; what a page tells of its size and term of office is no answer.</summary>
internal static partial class ElectedHow
{
    /// <summary>Whether a question asks how somebody is chosen, and no statement says.</summary>
    public static bool IsUntold(Question question, IReadOnlyList<Statement> statements) =>
        Asked().IsMatch(question.Key) && !statements.Any(statement => Chooses().IsMatch(TextFolder.Fold(statement.Sentence)));

    [GeneratedRegex($"(?:议员|议会|国会|议院|上院|下院|参议院|众议院|委员会?|代表|理事会?|董事会?|评委|法官|陪审员|领导人|成员|人选|院士|{OfficeTitles.Title})[^,，?？]{{0,4}}(?:如何|怎么|怎样|怎麼|以什么方式|通过什么方式|什么方式)(?:被)?(?:产生|选出|选举|选拔|推选|当选|选的|选上)", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("(?<!当)选|任命|委任|委派|指派|推举|提名|聘|世袭|继承|抽签|互推|票", RegexOptions.CultureInvariant)]
    private static partial Regex Chooses();
}
