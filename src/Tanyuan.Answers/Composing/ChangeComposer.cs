using System.Text.RegularExpressions;
using Tanyuan.Answers.Answering;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Finds how something is now, or was before, where a page tells that it changed: 开放时间调整为9:30至18:00, 成人票由20元降为免费, raised from 2 to 3 euros. What the latest such page says goes before what
/// older pages have. Says nothing where no change is told of what is asked.
/// </summary>
internal static partial class ChangeComposer
{
    const double Told = 0.6;
    const double Worth = 0.9;
    const int LongestName = 16;

    /// <summary>Whether a question asks for how something is now, or was before a change.</summary>
    public static bool Asks(Question question) => question.Kind == QuestionKind.Factoid && (QuestionConstraints.AsksNow(question.Key) || Before().IsMatch(question.Key));

    /// <summary>What a change made of it, or what it was before, with how likely that is what was asked; null where no page tells.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, IReadOnlyList<PooledSentence> pool)
    {
        var group = Before().IsMatch(question.Key) ? "from" : "to";
        var matter = new ToldMatter(question);
        (PooledSentence Sentence, TextSpan Answer, double Share)? best = null;
        foreach (var sentence in pool)
        {
            foreach (Match change in Change().Matches(sentence.Key))
            {
                if (!change.Groups[group].Success || IsDenied(sentence.Key, change) || Answer(question, sentence, change.Groups[group]) is not { } answer)
                    continue;
                var told = matter.Of(sentence);
                if (!told.NamesAll || told.All < Told || !matter.IsSaidIn(sentence.Passage))
                    continue;
                var later = best is { } known ? string.CompareOrdinal(sentence.Passage.Published, known.Sentence.Passage.Published) : 1;
                if (later > 0 || (later == 0 && told.All > best!.Value.Share))
                    best = (sentence, answer, told.All);
            }
        }

        return best is { } found ? (found.Sentence.ToStatement(found.Answer), Worth * found.Share) : null;
    }

    // 「…升至6人」有误: what is said of it takes it back.
    static bool IsDenied(string key, Match change)
    {
        var behind = key[(change.Index + change.Length)..];
        var end = behind.AsSpan().IndexOfAny("。；;，,");
        return Denial().IsMatch(end < 0 ? behind : behind[..end]) || Denial().IsMatch(change.Groups["to"].Value) || Planned().IsMatch(key[..change.Index]);
    }

    // An amount of the sort asked for, or what stands for one (免费); else a name.
    static TextSpan? Answer(Question question, PooledSentence sentence, Group told)
    {
        var text = sentence.Text.Substring(told.Index, told.Length);
        if (question.Type is >= AnswerType.Number and <= AnswerType.Duration)
        {
            var constraint = TypeConstraint.Of(question);
            if (QuantityRecognizer.Find(text).FirstOrDefault(quantity => constraint?.IsFitting(quantity, text) != false) is { Start: <= 4 } fitting)
                return new TextSpan(told.Index + fitting.Start, Math.Max(fitting.Length, question.Type == AnswerType.Time ? text.Length - fitting.Start : 0));
            return question.Type == AnswerType.Money && text.StartsWith("免费", StringComparison.Ordinal) ? new TextSpan(told.Index, 2) : null;
        }

        // Of names only a new one is told by a change: a player's club does not change by what the club is raised to.
        return AsksName().IsMatch(question.Key) && Renames().IsMatch(sentence.Key) && text.Length <= LongestName && QuantityRecognizer.Find(text) is [] ? new TextSpan(told.Index, told.Length) : null;
    }

    [GeneratedRegex(
        "(?:(?:由|从)(?<from>[^，,。；;由从]{1,20}?))?(?:调整|变更|更改|改|降低|降|上升|升|增加|增|减少|减|延长|延迟|延|推迟|提前|提高|提升|上调|下调|涨|跌|扩大|缩短|更名|改名|换)(?:为|至|到|成)了?(?<to>[^，,。；;（(]{1,24})"
        + "|(?:实际|经(?:核实|复核|确认|重新)|更正)[^，,。；;]{0,24}?[，,]?[^，,。；;]{0,12}?(?:应为|为|是)(?<to>[^，,。；;（(]{1,24})"
        + "|\\b(?:raised|cut|changed|increased|reduced|moved|lowered|extended|renamed|rises?|rose|falls?|fell)\\b (?:[a-z ]{0,24})?(?:from (?<from>[^,.;]{1,30}?) )?to (?<to>[^,.;]{1,30})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex("以前|原来|原先|过去|此前|从前|之前(?!的)|(?:调整|改|变|涨价|降价)(?:之)?前|\\b(?:previously|formerly|before the change|used to)\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("有误|不实|失实|错误|并非|不是事实|被否|谣言", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();

    [GeneratedRegex("(?:拟|建议|计划|打算|考虑|要求|传言|网传|或将?|可能|不会|没有|未)[^，,。；;]{0,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Planned();

    [GeneratedRegex("叫|名字|名称|\\bcalled\\b|\\bname\\b", RegexOptions.CultureInvariant)]
    private static partial Regex AsksName();

    [GeneratedRegex("更名|改名|名称|易名|\\brenamed\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Renames();
}
