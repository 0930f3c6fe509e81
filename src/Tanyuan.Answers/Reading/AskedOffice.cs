using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Verification;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Who holds an office (总裁, 首席技术官, CEO) is told where the office is named: in the sentence or the one beside it. A deputy or an assistant does not hold it, and whoever wrote the
/// page down (记者, 编辑) is no answer to a question for any role but that.
/// </summary>
internal sealed partial class AskedOffice
{
    static readonly string[] Offices =
    [
        "总裁", "董事长", "执行官", "技术官", "财务官", "运营官", "总监", "总经理", "经理", "主席", "总理", "首相", "总统", "部长", "市长", "省长", "州长", "县长", "镇长", "校长", "院长", "局长", "会长", "社长", "台长", "馆长", "队长",
        "主任", "书记", "秘书长", "ceo", "cto", "cfo", "coo",
    ];

    static readonly string[] Reporters = ["记者", "通讯员", "编辑", "责编", "撰文", "摄影", "供稿", "校对"];

    static readonly string[] Assistants = ["助理", "秘书"];

    readonly List<string> titles;
    readonly List<string[]> offices;

    readonly bool now;
    readonly bool first;

    AskedOffice(Question question, List<string> titles, List<string[]> offices)
    {
        (this.titles, this.offices) = (titles, offices);
        now = Now().IsMatch(question.Key);
        first = First().IsMatch(question.Key);
    }

    /// <summary>Whether it is an office that a person holds: 人 and 作者 are roles, too.</summary>
    public bool IsHeld => offices.Count > 0;

    /// <summary>The role that a question for a person names, or null.</summary>
    public static AskedOffice? Of(Question question)
    {
        if (question.Type != AnswerType.Person || Array.Exists(Reporters, role => question.Key.Contains(role, StringComparison.Ordinal)))
            return null;
        var titles = question.Terms.Where(term => term.IsTitle).Select(term => term.Key).ToList();

        // No word of the dictionary: 首席财务官.
        if (Chief().Match(question.Key) is { Success: true } chief && !titles.Exists(title => title.Contains(chief.Value, StringComparison.Ordinal)))
            titles.Add(chief.Value);
        if (titles.Count == 0)
            return null;
        var offices = new List<string[]>();
        foreach (var title in titles)
        {
            if (title[0] == '副')
                offices.Add([title]);
            else if (Array.Find(Offices, office => title.EndsWith(office, StringComparison.Ordinal)) is { } head)
                offices.Add([head, .. Glossary.Of(title), .. Synonyms.Of(title)]);
        }

        return new AskedOffice(question, titles, offices);
    }

    /// <summary>Whether a sentence or one beside it names every office asked for; true where the role is none (设计师).</summary>
    public bool IsToldBy(EvidenceSentence sentence)
    {
        var passage = sentence.Passage;
        var from = passage.Sentences[Math.Max(0, sentence.Index - 1)].Start;
        var to = passage.Sentences[Math.Min(passage.Sentences.Count - 1, sentence.Index + 1)].End;
        var text = passage.Key.AsSpan(from, to - from);
        foreach (var names in offices)
        {
            var told = false;
            foreach (var name in names)
                told |= Holds(text, name);
            if (!told)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether a span stands beside another office than the one asked for (副总裁, 总裁助理), is another one that somebody holds as well (联合创始人 in 联合创始人兼总裁), or stands where a page
    /// says who reported.
    /// </summary>
    public bool IsOfAnother(AnnotatedSentence sentence, Candidate candidate)
    {
        var before = sentence.Key.AsSpan(0, candidate.Start).TrimEnd(" :：/、").ToString();
        for (var token = candidate.First - 1; token >= 0 && sentence.Tokens[token].Class == TokenClass.Person && sentence.Tokens[token].End == before.Length; token--)
            before = before[..sentence.Tokens[token].Start].TrimEnd(' ', '、');
        if (Array.Exists(Reporters, role => before.EndsWith(role, StringComparison.Ordinal)))
            return true;
        var span = sentence.Key.AsSpan(candidate.Start, candidate.Length);
        if (Array.Exists(Reporters, role => sentence.Key.AsSpan(candidate.Start, candidate.Length).StartsWith(role)))
            return true;
        var after = sentence.Key.AsSpan(candidate.End);
        if (span.EndsWith("兼") || (after.StartsWith("兼") && !after.StartsWith("兼任") && NameShapes.IsPosition(span)))
            return true;
        if (IsOfOtherTime(sentence, candidate))
            return true;
        foreach (var title in titles)
        {
            var deputy = "副" + title;
            if (before.EndsWith(deputy, StringComparison.Ordinal) || span.StartsWith(deputy) || span.EndsWith(deputy) || after.StartsWith(deputy))
                return true;
            foreach (var assistant in Assistants)
            {
                var aide = title + assistant;
                if (before.EndsWith(aide, StringComparison.Ordinal) || span.StartsWith(aide) || span.EndsWith(aide) || after.StartsWith(aide))
                    return true;
            }
        }

        return false;
    }

    // 现任馆长 is not whom the page calls 首任馆长 or 前馆长.
    bool IsOfOtherTime(AnnotatedSentence sentence, Candidate candidate)
    {
        foreach (var title in titles)
        {
            for (var at = sentence.Key.IndexOf(title, StringComparison.Ordinal); at >= 0; at = sentence.Key.IndexOf(title, at + 1, StringComparison.Ordinal))
            {
                var told = Time().Match(sentence.Key[..at]).Value;
                var holder = sentence.Tokens.FirstOrDefault(token => token.Start >= at + title.Length);
                if (holder.Length > 0 && candidate.Start < holder.End && candidate.End > at - told.Length
                    && ((now && told.Length > 0 && told is not ("现任" or "新任" or "现")) || (first && told is "现任" or "新任" or "现" or "前任" or "继任")))
                    return true;
            }
        }

        return false;
    }

    static bool Holds(ReadOnlySpan<char> text, string office)
    {
        for (var at = QuestionMatcher.Find(text, office, 0); at >= 0; at = QuestionMatcher.Find(text, office, at + 1))
        {
            if (at == 0 || text[at - 1] != '副')
                return true;
        }

        return false;
    }

    [GeneratedRegex("首席[^,，的是]{1,4}官", RegexOptions.CultureInvariant)]
    private static partial Regex Chief();

    [GeneratedRegex("现任|现在|目前|如今|当前|新任", RegexOptions.CultureInvariant)]
    private static partial Regex Now();

    [GeneratedRegex("首任|第一任|首位|第一位", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex("(?:首任|第一任|前任|原任|时任|现任|新任|继任|上任|已故|(?<![之以目])前|原|现)$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
