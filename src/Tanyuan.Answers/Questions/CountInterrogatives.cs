using Tanyuan.Text;

namespace Tanyuan.Answers.Questions;

/// <summary>Reads what 多少, 几 and 多 with an adjective ask for in a folded Chinese question: the unit, the noun counted, the type of amount.</summary>
internal static class CountInterrogatives
{
    static readonly string[] Degrees = ["高", "大", "长", "远", "深", "宽", "快", "厚", "重", "早", "强"];
    static readonly string[] NotCounting = ["几何", "几乎", "几内亚", "几率", "几丁", "几近", "几度", "几经"];

    /// <summary>What 几 asks for at a place, or null where it does not ask.</summary>
    public static Interrogative? HowMany(string key, int at, int end)
    {
        if (at > 0 && key[at - 1] is '茶' or '好' or '十' or '每' or '这' or '近' or '数' or '哪')
            return null;
        foreach (var word in NotCounting)
        {
            if (key.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                return null;
        }

        // 星期几, 周几: a day of the week.
        var day = key.AsSpan(0, at) switch
        {
            [.., '星', '期'] or [.., '礼', '拜'] => 2,
            [.., '周'] => 1,
            _ => 0,
        };
        if (day > 0)
            return new Interrogative(new TextSpan(at - day, day + 1), QuestionKind.Factoid, AnswerType.Date, "星期");

        if (at + 1 < end && key[at + 1] is '年' or '天' or '日' or '月' && at > 0)
        {
            // 民国几年 and 在几年 ask for a date; 未来几年 and 每隔几天 do not ask.
            if (IsDated(key.AsSpan(0, at)))
                return new Interrogative(new TextSpan(at, 2), QuestionKind.Factoid, AnswerType.Date, key.Substring(at + 1, 1));
            if (key[at - 1] is '来' or '隔' or '前' or '后' or '过' or '最' or '头' or '往')
                return null;
        }

        return HowMuch(key, at, 1, end);
    }

    /// <summary>What 多少 or 几 asks for: an amount in the unit that follows, or of what the noun before it measures.</summary>
    public static Interrogative HowMuch(string key, int start, int length, int end)
    {
        if (start >= 3 && key.AsSpan(start - 3, 3) is "百分之")
            return new Interrogative(new TextSpan(start - 3, length + 3), QuestionKind.Factoid, AnswerType.Percentage);
        var after = start + length;
        while (after < end && key[after] is '万' or '亿' or '千' or '百' && !key.AsSpan(after).StartsWith("百分", StringComparison.Ordinal))
            after++;
        var unit = UnitOf(key.AsSpan(after, end - after));
        if (unit.Length == 0)
        {
            var counted = FocusNouns.After(key, after, end);
            var focus = counted.Length > 0 ? counted : FocusNouns.Before(key, start);
            var type = FocusTypes.Of(focus) switch
            {
                AnswerType.Percentage => AnswerType.Percentage,
                AnswerType.Money => AnswerType.Money,
                AnswerType.Duration => AnswerType.Duration,
                AnswerType.Measure => AnswerType.Measure,
                _ => AnswerType.Number,
            };
            if (IsShare(key, start))
                type = AnswerType.Percentage;
            return new Interrogative(new TextSpan(start, after - start), QuestionKind.Factoid, type, focus);
        }

        var noun = FocusNouns.After(key, after + unit.Length, end);
        var asked = UnitTypes.Of(unit);
        if (start > 0 && key[start - 1] == '第')
            return new Interrogative(new TextSpan(start - 1, after + unit.Length - start + 1), QuestionKind.Factoid, AnswerType.Number, noun, unit);
        return new Interrogative(new TextSpan(start, after + unit.Length - start), QuestionKind.Factoid, asked, noun, unit);
    }

    // 「占全球产量的多少」 asks for a share, whatever stands between.
    static bool IsShare(string key, int start)
    {
        var clause = key.AsSpan(0, start);
        var border = clause.LastIndexOfAny(",，;；");
        clause = clause[(border + 1)..];
        return clause.LastIndexOf('占') is var at and >= 0 && (at + 1 == clause.Length || clause[at + 1] is not ('地' or '据' or '领' or '用' or '有'));
    }

    static bool IsDated(ReadOnlySpan<char> left) =>
        left.EndsWith("公元", StringComparison.Ordinal) || left.EndsWith("西元", StringComparison.Ordinal) || left.EndsWith("民国", StringComparison.Ordinal)
        || (left[^1] is '于' or '在' or '是' && !left.EndsWith("存在", StringComparison.Ordinal));

    // The unit right after the question word; 年 in 多少年轻人 and 人 in 多少人口 are parts of words.
    static string UnitOf(ReadOnlySpan<char> text)
    {
        var unit = UnitTypes.Prefix(text);
        var words = Phrases.Words(text);
        if (text.StartsWith("个人"))
            return "个";
        if (unit.Length > 0 && words.Count > 0 && words[0].Start == 0 && words[0].Length > unit.Length && UnitTypes.Prefix(text[..words[0].Length]).Length < words[0].Length
            && Text.Words.WordSegmenter.Default.Tag(text[..words[0].Length]) is ['n', ..])
            return "";
        return unit;
    }

    /// <summary>What 多 before an adjective asks for (多高, 多大比例), or null where it does not ask.</summary>
    public static Interrogative? Degree(string key, int at, int end)
    {
        if (at + 1 >= end || (at > 0 && "许很最更众至差较太过诸加"
            .Contains(key[at - 1])))
            return null;
        // 多大份额, 多大比例: the noun behind says what sort of amount.
        if (key[at + 1] is '大' or '高' or '少' && FocusTypes.Of(FocusNouns.After(key, at + 2, end)) is >= AnswerType.Number and <= AnswerType.Duration and var asked)
            return new Interrogative(new TextSpan(at, 2), QuestionKind.Factoid, asked, FocusNouns.After(key, at + 2, end));

        foreach (var degree in Degrees)
        {
            // Asked only at the end or before a particle, so that 多大型, 多重 and names are left alone.
            if (key.AsSpan(at + 1).StartsWith(degree, StringComparison.Ordinal) && (at + 2 >= end || key[at + 2] is '的' or ',' or '，' or '?' or '时' || at + 4 >= end))
                return new Interrogative(new TextSpan(at, 2), QuestionKind.Factoid, degree == "早" ? AnswerType.Date : AnswerType.Measure, FocusNouns.Before(key, at));
        }

        return null;
    }
}
