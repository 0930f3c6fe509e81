using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Verification;

namespace Tanyuan.Answers.Labels;

/// <summary>
/// What the label of a question's answer may be: the words next to the question word (门票多少钱, 有哪些颜色), the noun asked for or another word for it, or what the question word itself stands for
/// (多重: 重量; 讲解多少钱: 讲解费). Words that a page's labels are made of say which question they answer: …时间 when, …地址 where.
/// </summary>
internal sealed class AskedLabel
{
    // What may stand between a label and the question word.
    const string Between = "的是为有叫约用大概分别都共要在于到至呢 ";

    static readonly (string Degree, string[] Labels)[] Degrees =
    [
        ("多重", ["重量", "净重", "毛重", "体重", "机身重量"]), ("多高", ["高度", "身高", "海拔"]), ("多长", ["长度", "全长", "时长", "片长"]), ("多宽", ["宽度"]), ("多厚", ["厚度"]), ("多深", ["深度", "水深"]),
        ("多远", ["距离"]), ("多大", ["大小", "尺寸", "面积", "年龄"]), ("多快", ["速度"]), ("多久", ["时长", "时间", "期限"]), ("多长时间", ["时长", "时间", "期限"]),
    ];

    // Which types of answer a label's ending is for.
    static readonly (string Ending, AnswerType[] Types)[] Endings =
    [
        ("时间", [AnswerType.Date, AnswerType.Time, AnswerType.Duration]), ("日期", [AnswerType.Date]), ("年份", [AnswerType.Date]), ("地点", [AnswerType.Place]), ("地址", [AnswerType.Place]), ("地", [AnswerType.Place]),
        ("价格", [AnswerType.Money]), ("价", [AnswerType.Money]), ("费用", [AnswerType.Money]), ("费", [AnswerType.Money]), ("金额", [AnswerType.Money]), ("额", [AnswerType.Money]),
        ("人", [AnswerType.Person]), ("者", [AnswerType.Person]), ("单位", [AnswerType.Person, AnswerType.Organisation]), ("方", [AnswerType.Person, AnswerType.Organisation]), ("机构", [AnswerType.Person, AnswerType.Organisation]), ("公司", [AnswerType.Person, AnswerType.Organisation]),
        ("数量", [AnswerType.Number, AnswerType.Measure]), ("人数", [AnswerType.Number, AnswerType.Measure]), ("数", [AnswerType.Number, AnswerType.Measure]), ("期限", [AnswerType.Duration]), ("时长", [AnswerType.Duration]), ("期", [AnswerType.Duration]),
    ];

    // Labels that need no other word: a page about one event has one time and place.
    static readonly string[] Bare = ["时间", "日期", "地点", "地址", "价格", "售价", "起售价", "零售价", "票价", "费用", "指导价", "参考价", "定价", "单价"];

    // 比赛时间 tells when what the page announces takes place.
    static readonly string[] Events = ["比赛", "活动", "会议", "演出", "展览", "举办", "举行", "开幕", "讲座", "培训", "考试", "开课", "开赛", "上映", "首播", "面试", "集合", "开放"];
    static readonly string[] Happens = ["举行", "举办", "进行", "召开", "开始", "开幕", "开赛", "上映", "开课", "开演", "集合"];

    readonly Question question;
    readonly string degree;

    AskedLabel(Question question)
    {
        this.question = question;
        degree = question.Gap.Of(question.Key);
    }

    /// <summary>The label that a question may be answered under, or null where it asks for more than a fact.</summary>
    public static AskedLabel? Of(Question question) =>
        question.Kind is QuestionKind.Factoid or QuestionKind.List || (question.Kind == QuestionKind.Why && question.Focus.Length > 1) ? new AskedLabel(question) : null;

    /// <summary>How surely a folded label is the one asked for: 0 not, <see cref="LabelFits.ByName"/> by its very words.</summary>
    public int Fit(ReadOnlySpan<char> label)
    {
        label = WithoutAside(label);
        if (label.Length < 2)
            return 0;
        var key = question.Key.AsSpan();
        if (question.Focus.Length > 1 && (label.SequenceEqual(question.Focus) || (label.EndsWith(question.Focus) && IsInQuestion(label[..^question.Focus.Length]))))
            return LabelFits.ByName;
        for (var at = key.IndexOf(label); at >= 0;)
        {
            if (IsBeside(at, at + label.Length))
                return LabelFits.ByName;
            var next = key[(at + 1)..].IndexOf(label);
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (question.Kind == QuestionKind.Why)
            return 0;
        if (LabelWords.Ask(question.Key, label))
            return 2;
        label = LabelWords.Plain(label);
        if (question.Focus.Length > 1 && label.SequenceEqual(question.Focus))
            return 2;

        // 电池容量 may stand under 电池.
        if (question.Focus.Length > label.Length && question.Focus.StartsWith(label.ToString(), StringComparison.Ordinal) && question.Type is >= AnswerType.Number and <= AnswerType.Money)
            return 1;
        foreach (var (asked, labels) in Degrees)
        {
            if (degree == asked && Array.IndexOf(labels, label.ToString()) >= 0)
                return 2;
        }

        // 连续录音 gives the 录音时间.
        if (question.Focus is [.., '时', '间' or '长'] and { Length: > 3 } && label.SequenceEqual(question.Focus.AsSpan()[..^2]))
            return 2;
        if (question.Focus.Length > 1 && Array.IndexOf(Synonyms.Of(question.Focus).ToArray(), label.ToString()) >= 0)
            return 2;
        foreach (var (ending, types) in Endings)
        {
            if (!label.EndsWith(ending) || Array.IndexOf(types, question.Type) < 0)
                continue;
            var stem = label[..^ending.Length];
            if (stem.Length > 1 && (IsBesideGap(stem) || (Array.IndexOf(Events, stem.ToString()) >= 0 && Array.Exists(Happens, verb => question.Key.EndsWith(verb, StringComparison.Ordinal) || question.Key.Contains(verb + "?", StringComparison.Ordinal)))))
                return 2;
            if (question.Gap.Length > 1 && Array.IndexOf(Bare, label.ToString()) >= 0)
                return 1;
        }

        return 0;
    }

    /// <summary>The terms of a question that say of what it asks, by their places: those that are no part of the label or of the question words.</summary>
    public IEnumerable<int> Topic(string label)
    {
        for (var i = 0; i < question.Terms.Count; i++)
        {
            var term = question.Terms[i];
            if ((term.Start < question.Gap.End && question.Gap.Start < term.End) || label.Contains(term.Key, StringComparison.Ordinal) || (question.Focus.Length > 1 && term.Key.Contains(question.Focus, StringComparison.Ordinal)))
                continue;
            yield return i;
        }
    }

    // 颜色(官方), 保修期（整机）.
    static ReadOnlySpan<char> WithoutAside(ReadOnlySpan<char> label)
    {
        var aside = label.IndexOfAny("(（");
        return aside > 1 ? label[..aside].TrimEnd(' ') : label.TrimEnd(' ');
    }

    bool IsInQuestion(ReadOnlySpan<char> part) => part.IsEmpty || question.Key.AsSpan().IndexOf(part) >= 0;

    bool IsBesideGap(ReadOnlySpan<char> stem)
    {
        var key = question.Key.AsSpan();
        for (var at = key.IndexOf(stem); at >= 0;)
        {
            if (IsBeside(at, at + stem.Length))
                return true;
            var next = key[(at + 1)..].IndexOf(stem);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // Nothing but words of grammar between it and the question words, or it is a part of these.
    bool IsBeside(int start, int end)
    {
        var key = question.Key.AsSpan();
        var between = end <= question.Gap.Start ? key[end..question.Gap.Start] : start >= question.Gap.End ? key[question.Gap.End..start] : default;
        foreach (var unit in between)
        {
            if (!Between.Contains(unit))
                return false;
        }

        return true;
    }
}
