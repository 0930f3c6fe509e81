using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading.Borders;

/// <summary>
/// A person's name as it is, where the tagger cut through it: without the title before it and the brackets behind it (创始人乔以恒（CEO）), and, where the page has the name more than once, from the surname
/// to where what follows begins to differ (方以南周二, 方以南和 give 方以南). 和 before a verb joins nothing: 包清和负责种苗 tells of 包清和.
/// </summary>
internal static class WholeName
{
    const int Longest = 4;

    // A name and a word that is none of it are no longer than this together.
    const int Broken = 5;

    // What people are called by beside their titles: what they do.
    static readonly string[] Roles =
    [
        "支书", "村长", "店长", "站长", "理事长", "船长", "机长", "园长", "舰长", "团长", "班长", "老师", "教师", "护士", "画家", "书法家", "版画家", "摄影师", "摄影家", "厨师", "司机", "工人", "农民", "村民", "居民", "市民", "护林员", "飞行员", "宇航员", "航天员", "主播", "主持人",
        "评论家", "评论员", "批评家", "翻译家", "建筑师", "收藏家", "学生", "博主", "法官", "检察官", "民警", "战士", "队员", "选手", "球员", "前锋", "后卫", "门将", "主攻", "副攻", "二传", "接应", "外援", "替补", "志愿者", "游客", "业主", "商人", "企业家", "投资人", "店主", "老板", "馆员", "讲解员", "教练员", "经纪人",
    ];

    // What may stand behind a name, and hardly ends one.
    const string Outside = "的是在与和曾于为说及等对将被把向从任";

    // What goes on with what somebody will do or was made to, and was taken for the end of his name: 顾知微将于6月.
    const string Future = "将被曾已";

    /// <summary>A span that answers a question, with the borders of the name in it.</summary>
    public static RankedSpan Of(Question question, RankedSpan span)
    {
        if (question.Type != AnswerType.Person || !Phrases.HasHan(span.Key) || span.Candidate.Form > SpanForm.Bracketed)
            return span;
        var key = span.Sentence.Key;
        if (span.Key is { Length: > 2 } && Future.Contains(span.Key[^1]) && NameShapes.Person(span.Key.AsSpan(0, span.Key.Length - 1)) > 0 && span.Candidate.End < key.Length && !SentenceAnnotator.IsClauseBorder(key[span.Candidate.End]))
            span = span with { Candidate = span.Candidate with { End = span.Candidate.End - 1 } };
        var cut = WithSurname(key, span.Candidate);
        if (cut != span.Candidate.Start)
            return span with { Candidate = span.Candidate with { Start = cut } };
        var (start, end) = WithoutTitle(key, span.Candidate.Start, span.Candidate.End);
        if (Recurring(span.Sentence.Sentence.Passage.Key, key, start, end) is var (from, to) && (from < start || to >= end || span.Sentence.Tokens.Any(token => token.Start == to)))
            (start, end) = (from, to);
        else if (end - start < 2 && start > span.Candidate.Start && span.Sentence.Tokens.FirstOrDefault(token => token.Start == end) is { Length: 1 or 2, Class: not (TokenClass.Particle or TokenClass.Copula or TokenClass.Conjunction) } rest)
            end = rest.End;
        else if (end - start < 2)
            return span;
        if (end - start == 2 && NameShapes.Person(key.AsSpan(start, 3 <= key.Length - start ? 3 : 2)) > 0 && JoinsNothing(span.Sentence, end))
            end++;
        return span with { Candidate = span.Candidate with { Start = start, End = end } };
    }

    // 村支书向金莲: 向 was taken for a preposition.
    static int WithSurname(string key, Candidate candidate)
    {
        var at = candidate.Start - 1;
        return at > 1 && candidate.Length is 1 or 2 && NameShapes.Person(key.AsSpan(at, candidate.Length + 1)) > 0 && IsCalling(key.AsSpan(0, at)) ? at : candidate.Start;
    }

    static bool IsCalling(ReadOnlySpan<char> before)
    {
        foreach (var role in Roles)
        {
            if (before.EndsWith(role, StringComparison.Ordinal))
                return true;
        }

        return NameShapes.IsPosition(before);
    }

    static (int Start, int End) WithoutTitle(string key, int start, int end)
    {
        var bracket = key.AsSpan(start, end - start).IndexOfAny("(（");
        if (bracket > 1)
            end = start + bracket;

        // Of several titles the last one stands before the name: 联合创始人兼总裁方以南.
        for (var at = end - 1; at > start && end - at <= Broken; at--)
        {
            if (NameShapes.BeginsWithSurname(key.AsSpan(at, end - at)) && IsCalling(key.AsSpan(start, at - start)))
                return (at, end);
        }

        return (start, end);
    }

    // The longest stretch from a surname at the span's beginning, or right before it, that the page has before different characters.
    static (int Start, int End)? Recurring(string page, string key, int start, int end)
    {
        if (end - start > Broken || (end - start > 2 && NameShapes.Person(key.AsSpan(start, end - start)) > 0))
            return null;
        foreach (var from in new[] { start, start - 1 })
        {
            if (from < 0 || !NameShapes.BeginsWithSurname(key.AsSpan(from)))
                continue;
            for (var length = Math.Min(Longest, key.Length - from); length > 1; length--)
            {
                var name = key.AsSpan(from, length);
                if (NameShapes.Person(name) > 0 && !Outside.Contains(name[^1]) && from + length > start && IsFollowedVariously(page, name))
                    return (from, from + length);
            }
        }

        return null;
    }

    static bool IsFollowedVariously(ReadOnlySpan<char> page, ReadOnlySpan<char> name)
    {
        var first = '\0';
        for (var at = page.IndexOf(name); at >= 0;)
        {
            var next = at + name.Length < page.Length ? page[at + name.Length] : '\n';
            if (first != '\0' && next != first)
                return true;
            first = next;
            var again = page[(at + 1)..].IndexOf(name);
            at = again < 0 ? -1 : at + 1 + again;
        }

        return false;
    }

    static bool JoinsNothing(AnnotatedSentence sentence, int end)
    {
        if (end >= sentence.Key.Length || sentence.Key[end] is not ('和' or '与'))
            return false;
        var next = sentence.Tokens.FirstOrDefault(token => token.Start == end + 1);
        return next.Length > 0 && next.Class == TokenClass.Verb && sentence.Tokens.Any(token => token.Start == end && token.Length == 1);
    }
}
