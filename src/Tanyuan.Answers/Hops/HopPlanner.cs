using System.Text.RegularExpressions;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Hops;

/// <summary>
/// Plans questions that need two passages, by the way they name a thing without its name (<see cref="ChineseHops"/>, <see cref="EnglishHops"/>). The part that stands for the name becomes the first
/// question, what is left the second. What it leaves may be planned again. Pure.
/// </summary>
internal static partial class HopPlanner
{
    static readonly (string Roles, string Verb)[] Deeds =
    [
        ("创始人|创办人|創始人|創辦人|创立者", "创立"), ("导演|導演", "执导"), ("作者", "写"), ("设计师|設計師|设计者|設計者|建筑师", "设计"), ("发明者|发明人", "发明"), ("发起人|發起人", "发起"),
        ("开发商|开发公司|開發公司|开发团队|開發團隊|开发者", "开发"), ("承建方|承建单位|承建商", "承建"), ("制造商|生产商", "制造"), ("代工厂", "代工"), ("投资方|领投方", "投资"), ("买家|買家|收购方|收購方|东家|東家", "收购"),
    ];

    /// <summary>The plans of a question, most specific first; none for a question that one passage may answer.</summary>
    public static IEnumerable<HopPlan> Plan(string question) => Phrases.HasHan(question) ? ChineseHops.Plan(question.Trim()) : EnglishHops.Plan(question.Trim());

    /// <summary>A question for who did something, where it asks for the role: 谁创立了X for X的创始人是谁. Null where there is none.</summary>
    public static string? Reworded(string question)
    {
        if (!Phrases.HasHan(question))
            return EnglishHops.Reworded(question);
        if (Role().Match(question) is not { Success: true } match)
            return null;
        var verb = Array.Find(Deeds, deed => deed.Roles.Split('|').Contains(match.Groups["role"].Value, StringComparer.Ordinal)).Verb;
        return verb is null ? null : $"谁{verb}了{match.Groups["thing"].Value}？";
    }

    [GeneratedRegex("^(?<thing>.{2,24})的(?<role>[^的]{2,5})(?:是|叫)(?:谁|誰|哪家|哪家公司|什么|哪个|哪位)[^，,]{0,4}[？?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();
}
