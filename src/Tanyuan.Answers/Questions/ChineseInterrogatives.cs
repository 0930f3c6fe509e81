using Tanyuan.Text;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Finds the question words of a folded Chinese question and what they ask for. The last question word decides; 什么, 哪, 何, 多少 and 几 are
/// read on to their classifier and focus noun (哪一家公司, 什么类型的节目, 多少公里), or back to the noun before 是/为/叫 (首都是什么).
/// </summary>
internal static class ChineseInterrogatives
{
    const string Classifiers = "个位家座所种类条项名本部首支只款台架辆艘间栋届场次件片张颗句篇幅门届队组群块段层级号边些样";

    static readonly (string Word, QuestionKind Kind, AnswerType Type)[] Fixed =
    [
        ("为何", QuestionKind.Why, AnswerType.Reason), ("何以", QuestionKind.Why, AnswerType.Reason), ("何故", QuestionKind.Why, AnswerType.Reason),
        ("因何", QuestionKind.Why, AnswerType.Reason), ("缘何", QuestionKind.Why, AnswerType.Reason), ("怎么会", QuestionKind.Why, AnswerType.Reason),
        ("什么原因", QuestionKind.Why, AnswerType.Reason), ("哪些原因", QuestionKind.Why, AnswerType.Reason),
        ("怎么样", QuestionKind.How, AnswerType.Manner), ("怎么", QuestionKind.How, AnswerType.Manner), ("怎样", QuestionKind.How, AnswerType.Manner),
        ("如何", QuestionKind.How, AnswerType.Manner), ("怎", QuestionKind.How, AnswerType.Manner),
        ("什么人", QuestionKind.Factoid, AnswerType.Person), ("何人", QuestionKind.Factoid, AnswerType.Person), ("谁", QuestionKind.Factoid, AnswerType.Person),
        ("什么时候", QuestionKind.Factoid, AnswerType.Date), ("什么时间", QuestionKind.Factoid, AnswerType.Date), ("甚么时候", QuestionKind.Factoid, AnswerType.Date),
        ("何年何月何日", QuestionKind.Factoid, AnswerType.Date), ("何年何月", QuestionKind.Factoid, AnswerType.Date), ("何时", QuestionKind.Factoid, AnswerType.Date),
        ("几月几日", QuestionKind.Factoid, AnswerType.Date), ("几月几号", QuestionKind.Factoid, AnswerType.Date), ("几时", QuestionKind.Factoid, AnswerType.Date),
        ("何年", QuestionKind.Factoid, AnswerType.Date), ("何月", QuestionKind.Factoid, AnswerType.Date), ("何日", QuestionKind.Factoid, AnswerType.Date),
        ("哪里", QuestionKind.Factoid, AnswerType.Place), ("哪儿", QuestionKind.Factoid, AnswerType.Place), ("哪边", QuestionKind.Factoid, AnswerType.Place),
        ("那里", QuestionKind.Factoid, AnswerType.Place), ("何处", QuestionKind.Factoid, AnswerType.Place), ("何地", QuestionKind.Factoid, AnswerType.Place),
        ("什么地方", QuestionKind.Factoid, AnswerType.Place), ("百分之几", QuestionKind.Factoid, AnswerType.Percentage),
        ("百分之多少", QuestionKind.Factoid, AnswerType.Percentage), ("多久一次", QuestionKind.Factoid, AnswerType.Phrase), ("多久前", QuestionKind.Factoid, AnswerType.Phrase), ("多久", QuestionKind.Factoid, AnswerType.Duration),
        ("多长时间", QuestionKind.Factoid, AnswerType.Duration), ("多大年纪", QuestionKind.Factoid, AnswerType.Duration),
    ];

    // What asks for more than a figure.
    static readonly string[] Requests = ["比较", "对比", "总结", "概括", "介绍", "梳理", "列出", "列举", "说说", "讲讲", "分析", "情况", "怎"];

    static readonly string[] BeforeWhatAsIs = ["称", "叫", "算", "作", "成", "名", "译", "誉", "定", "改", "视", "认", "列", "分", "评", "选", "命名", "解释"];
    static readonly string[] CopulaEndings = ["是", "为", "叫", "叫做", "叫作", "称为", "称作", "即", "指", "于", "在", "到", "由", "有", "名为", "被称为"];

    /// <summary>The question words of a question, or null when it has none.</summary>
    public static Interrogative? Find(string key)
    {
        var end = key.AsSpan().TrimEnd(" ?？。！!.~…呢啊呀").Length;
        var compare = Comparison(key);
        Interrogative? loose = null;
        for (var at = end - 1; at >= 0; at--)
        {
            if (At(key, at, end) is not { } found)
                continue;

            // 几 also means some, 是否 also whether: 哪位球员为未来几年奠下基础 asks who.
            if ((key[at] == '几' && found.Type is not (AnswerType.Date or AnswerType.Percentage)) || key[at] is '否' or '不')
            {
                loose ??= found;
                continue;
            }

            return compare && found.Kind == QuestionKind.Factoid ? found with { Kind = QuestionKind.Compare } : found;
        }

        return Closing(key, end) ?? loose ?? Unmarked(key, end);
    }

    static bool Comparison(string key) =>
        key.Contains("区别", StringComparison.Ordinal) || key.Contains("不同之处", StringComparison.Ordinal)
        || key.Contains("有何不同", StringComparison.Ordinal) || key.Contains("有什么不同", StringComparison.Ordinal)
        || key.Contains("差异", StringComparison.Ordinal);

    static Interrogative? At(string key, int at, int end)
    {
        switch (key[at])
        {
            case '么' when at > 0 && (key[at - 1] is '什' or '甚'):
                return What(key, at - 1, 2, end);
            case '么' when at > 0 && key[at - 1] == '怎':
                return FixedAt(key, at - 1, end);
            case '样' when at > 0 && key[at - 1] == '怎':
                return FixedAt(key, at - 1, end);
            case '何' when at > 0 && key[at - 1] == '如':
                return FixedAt(key, at - 1, end);
            case '啥':
                return What(key, at, 1, end);
            case '谁' or '怎':
                return FixedAt(key, at, end);
            case '哪':
                return FixedAt(key, at, end) ?? Which(key, at, end);
            case '那' when at > 0 && end - at <= 3:
                return FixedAt(key, at, end);
            case '何':
                return FixedAt(key, at, end) ?? BareHe(key, at, end);
            case '少' when at > 0 && key[at - 1] == '多':
                return CountInterrogatives.HowMuch(key, at - 1, 2, end);
            case '几':
                return FixedAt(key, at, end) is { } listed && listed.Gap.Start <= at ? listed : CountInterrogatives.HowMany(key, at, end);
            case '多':
                return FixedAt(key, at, end) is { } known && known.Gap.Start == at ? known : CountInterrogatives.Degree(key, at, end);
            case '吗' or '嘛' when at == end - 1:
                return new Interrogative(new TextSpan(at, 1), QuestionKind.YesNo, AnswerType.Phrase);
            case '否' when at > 0 && key[at - 1] is '是' or '能' or '可' or '会' or '曾':
                return new Interrogative(new TextSpan(at - 1, 2), QuestionKind.YesNo, AnswerType.Phrase);
            case '不' when at > 0 && at + 1 < end && key[at - 1] == key[at + 1]:
                return new Interrogative(new TextSpan(at - 1, 3), QuestionKind.YesNo, AnswerType.Phrase);
            default:
                return null;
        }
    }

    static Interrogative? FixedAt(string key, int at, int end)
    {
        // The loop above meets the end of a word first: look back for the longest listed word that covers this place.
        Interrogative? best = null;
        foreach (var (word, kind, type) in Fixed)
        {
            for (var start = Math.Max(0, at - word.Length + 1); start <= at; start++)
            {
                if (start + word.Length <= end && string.CompareOrdinal(key, start, word, 0, word.Length) == 0
                    && (best is null || word.Length > best.Value.Gap.Length))
                {
                    best = new Interrogative(new TextSpan(start, word.Length), kind, type);
                }
            }
        }

        if (best is not { } found)
            return null;
        if (found.Kind == QuestionKind.How && IsHowCome(key.AsSpan(found.Gap.End, end - found.Gap.End)))
            return found with { Kind = QuestionKind.Why, Type = AnswerType.Reason };
        if (key.AsSpan(found.Gap.Start, found.Gap.Length) is "谁" && IsWhoIs(key, found.Gap, end))
            return found with { Kind = QuestionKind.Definition, Type = AnswerType.Phrase };
        return found.Kind == QuestionKind.Why && IsCopulaWhat(key, found.Gap, end) ? WithFocus(key, found.Gap.Start + 1, found.Gap.End, end) : found;
    }

    // 「名字怎么来的」「怎么推迟了」「怎么晚了一年才通车」「怎么还没开工」 ask why; 「怎么办」「怎么做到的」「怎么申请」 how.
    static bool IsHowCome(ReadOnlySpan<char> rest) =>
        rest is "来的" || rest.Length > 2 && rest[0] is not ('办' or '样' or '说' or '看' or '了' or '才' or '做') && (rest[^1] == '了' || IsLate(rest) || rest[0] is '没' or '不' or '还' or '又' || rest.StartsWith("这么") || rest.StartsWith("那么"));

    // 「怎么等了三年才修好」 is late; 「怎么存才不会坏」 wants to get there.
    static readonly System.Buffers.SearchValues<char> Elapsed = System.Buffers.SearchValues.Create("了年月天日久晚到现在");

    static bool IsLate(ReadOnlySpan<char> rest) =>
        rest.IndexOf('才') is >= 0 and var at && rest[..at].ContainsAny(Elapsed) && !rest[(at + 1)..].StartsWith("能") && !rest[(at + 1)..].StartsWith("会") && !rest[(at + 1)..].StartsWith("不会");

    // 「停电是什么引起的」「什么导致了停电」 ask for the reason.
    static bool IsCause(string key, int start, int after, int end)
    {
        foreach (var verb in (ReadOnlySpan<string>)["引起", "导致", "造成", "引发", "促成"])
        {
            if (key.AsSpan(after, end - after).StartsWith(verb))
                return true;
        }

        return key.AsSpan(0, start) is [.., '凭' or '图'] or [.., '因', '为'];
    }

    // 「林岚是谁？」 names the person, and asks what he is.
    static bool IsWhoIs(string key, TextSpan gap, int end)
    {
        var name = key.AsSpan(0, Math.Max(0, gap.Start - 1)).Trim();
        return gap.End == end && gap.Start > 2 && !name.Contains('的') && key[gap.Start - 1] == '是' && Reading.NameShapes.Person(name) > 0 && FocusTypes.Of(name) == AnswerType.Phrase
            && Text.Words.WordSegmenter.Default.Tag(name) is null or ['n', 'r', ..];
    }

    // 「称为什么」「其首都为什么？」「为什么样的地形」 ask what, not why.
    static bool IsCopulaWhat(string key, TextSpan gap, int end)
    {
        if (key[gap.Start] != '为')
            return false;
        if (key.AsSpan(gap.End).StartsWith("样的"))
            return true;
        foreach (var word in BeforeWhatAsIs)
        {
            if (key.AsSpan(0, gap.Start).EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return gap.End == end && gap.Start > 0 && key[gap.Start - 1] is not (',' or '，' or ' ' or '。' or '?' or '？' or '是');
    }

    static Interrogative What(string key, int start, int length, int end)
    {
        if (start > 0 && key[start - 1] == '为')
        {
            var why = new TextSpan(start - 1, length + 1);
            if (!IsCopulaWhat(key, why, end))
                return new Interrogative(why, QuestionKind.Why, AnswerType.Reason);
        }

        if (FixedAt(key, start, end) is { } found && found.Gap.Start == start)
            return found;
        var after = start + length;
        if (IsCause(key, start, after, end))
            return new Interrogative(new TextSpan(start, length), QuestionKind.Why, AnswerType.Reason);
        if (start <= 1 && after < end && key[after] == '是')
            return new Interrogative(new TextSpan(start, after + 1 - start), QuestionKind.Definition, AnswerType.Phrase);
        if (key.AsSpan(after, end - after) is "意思" or "含义" or "含意")
            return new Interrogative(new TextSpan(start, end - start), QuestionKind.Definition, AnswerType.Phrase);
        return WithFocus(key, start, after, end);
    }

    static Interrogative Which(string key, int start, int end)
    {
        var after = start + 1;
        while (after < end && key[after] is '一' or '两' or '二' or '三' or '几' or '四' or '五')
            after++;
        if (after < end && (key[after] is '年' or '天' or '日' or '月' || key.AsSpan(after).StartsWith("个月")))
        {
            var stop = after + (key[after] == '个' ? 2 : 1);
            while (stop < end && key[stop] is '份' or '代')
                stop++;
            return new Interrogative(new TextSpan(start, stop - start), QuestionKind.Factoid, AnswerType.Date, key[(stop - 1)..stop]);
        }

        var several = after > start + 1 && key[after - 1] != '一';
        if (after < end && Classifiers.Contains(key[after]))
        {
            var classifier = key[after];
            several |= classifier == '些';
            var found = WithFocus(key, start, after + 1, end, lookBack: false);
            if (classifier is '位' or '名' && found.Type is AnswerType.Phrase or AnswerType.Place)
                found = found with { Type = AnswerType.Person };
            else if (found.Type == AnswerType.Phrase)
                found = found with { Type = classifier switch { '家' or '所' or '队' => AnswerType.Organisation, '座' or '边' or '条' => AnswerType.Place, '本' or '部' or '首' or '篇' => AnswerType.Title, '届' or '次' => AnswerType.Date, _ => AnswerType.Phrase } };
            if (found.Focus.Length == 0 && after + 1 >= end && FocusNouns.Before(key, start) is { Length: > 0 } noun)
                found = FocusTypes.Of(noun) == AnswerType.Reason ? found with { Kind = QuestionKind.Why, Type = AnswerType.Reason, Focus = noun } : found with { Focus = noun };
            return several && found.Kind != QuestionKind.Why ? found with { Kind = QuestionKind.List } : found;
        }

        var bare = WithFocus(key, start, after, end, lookBack: false);
        return several ? bare with { Kind = QuestionKind.List } : bare;
    }

    // 何 alone asks only before a noun and after a verb or preposition; else it is a surname (何秀兰).
    static Interrogative? BareHe(string key, int at, int end)
    {
        if (at == 0 || at + 1 >= end || !"于在为是因由以属叫称到从有与至指自向得任获是对是何姓名出被用和".Contains(key[at - 1]))
            return key.AsSpan(at, end - at) is "何" ? WithFocus(key, at, at + 1, end) : null;
        if (at == 0 && key.AsSpan(at).StartsWith("何谓"))
            return new Interrogative(new TextSpan(at, 2), QuestionKind.Definition, AnswerType.Phrase);
        var after = key[at + 1] == '种' ? at + 2 : at + 1;
        return WithFocus(key, at, after, end, lookBack: false);
    }

    static Interrogative WithFocus(string key, int start, int after, int end, bool lookBack = true)
    {
        var noun = FocusNouns.After(key, after, end);
        var gapEnd = after;
        var kind = QuestionKind.Factoid;
        if (noun.Length > 0)
        {
            gapEnd = key.IndexOf(noun, after, StringComparison.Ordinal) + noun.Length;
        }
        else if (lookBack && (after >= end || !char.IsLetterOrDigit(key[after])))
        {
            noun = FocusNouns.Before(key, start);
        }

        var type = noun is "名字" or "姓名" ? TypeOfNamed(key, start) : FocusTypes.Of(noun);
        if (type == AnswerType.Reason)
            kind = QuestionKind.Why;
        if ((type is AnswerType.Person or AnswerType.Organisation or AnswerType.Place or AnswerType.Title) && IsSort(key.AsSpan(start, gapEnd - start)))
            type = AnswerType.Phrase;
        return new Interrogative(new TextSpan(start, gapEnd - start), kind, type, noun);
    }

    // 「什么样的部队」「哪一种类型的大学」「扮演什么角色」 ask what sort or what part, not which body or who.
    static bool IsSort(ReadOnlySpan<char> gap) => gap.Contains("样的", StringComparison.Ordinal) || gap.Contains("类型的", StringComparison.Ordinal)
        || gap.Contains("性质的", StringComparison.Ordinal) || (gap.EndsWith("角色") && gap[0] != '哪');

    static readonly string[] NamedThings = ["店", "铺", "餐厅", "厂", "项目", "计划", "工程", "展厅", "课程", "栏目", "账号", "公众号", "网站", "船", "船只", "狗", "猫", "马", "村子", "活动", "比赛"];

    // Whose name: a person's unless the subject is of another type (这款软件叫什么名字).
    static AnswerType TypeOfNamed(string key, int start)
    {
        var noun = FocusNouns.Before(key, start);
        if (FocusTypes.Of(noun) is not AnswerType.Phrase and < AnswerType.Number and var type)
            return type;
        return Array.Exists(NamedThings, ending => noun.EndsWith(ending, StringComparison.Ordinal)) ? AnswerType.Name : AnswerType.Person;
    }

    // Without any other question word 何 before a noun asks (位居何职), and so does 那 where 哪 is meant.
    static Interrogative? Unmarked(string key, int end)
    {
        for (var at = end - 2; at >= 0; at--)
        {
            if (key[at] == '何')
            {
                var after = key[at + 1] is '种' or '等' ? at + 2 : at + 1;
                if (FocusNouns.After(key, after, end).Length > 0)
                    return WithFocus(key, at, after, end, lookBack: false);
            }

            if (key[at] == '那' && key[at + 1] is '里' or '儿' or '边')
                return new Interrogative(new TextSpan(at, 2), QuestionKind.Factoid, AnswerType.Place);
            if (key[at] == '那' && key[at + 1] is '一' or '个' or '位' or '种' or '些')
                return Which(key, at, end);
        }

        // 「他登基的时间？」: only the mark asks, and the noun before it says for what; a figure is asked for by its name alone (博远 Q3 营收).
        var focus = FocusNouns.Before(key, end);
        var type = FocusTypes.Of(focus);
        if ((end == key.Length || !key.AsSpan(end).ContainsAny('?', '？')) && (type is not (>= AnswerType.Number and <= AnswerType.Money) || focus.Length < 2 || Array.Exists(Requests, request => key.Contains(request, StringComparison.Ordinal))))
            return null;
        return new Interrogative(new TextSpan(end, 0), QuestionKind.Factoid, type, focus);
    }

    // 「声阻抗的定义是？」: nothing is written where the answer goes.
    static Interrogative? Closing(string key, int end)
    {
        var left = key.AsSpan(0, end);
        foreach (var ending in CopulaEndings)
        {
            if (left.EndsWith(ending, StringComparison.Ordinal) && end < key.Length && !EndsInLongerNoun(left, ending.Length))
            {
                var focus = FocusNouns.Before(key, end);
                return new Interrogative(new TextSpan(end, 0), QuestionKind.Factoid, FocusTypes.Of(focus), focus);
            }
        }

        return null;
    }

    // The 指 of 手指 asks nothing.
    static bool EndsInLongerNoun(ReadOnlySpan<char> text, int length)
    {
        var words = Phrases.Words(text);
        return words.Count > 0 && words[^1].Length > length && Text.Words.WordSegmenter.Default.Tag(text.Slice(words[^1].Start, words[^1].Length)) is ['n', ..];
    }
}
