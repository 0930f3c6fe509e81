using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// Sets side by side what the evidence says of the two things a question compares: for each its sentences that say most of what is compared,
/// those of the first side first. Says nothing unless both sides are found.
/// </summary>
internal static partial class ComparisonComposer
{
    const int SentencesASide = 3;
    const float Told = 0.8f;

    // What tells how much of it either has, where they are compared in one measure (哪个更重): anything else is beside the point.
    static readonly string[] Measures = ["重轻", "高矮低", "长短久", "大小寸", "快慢速", "远近距", "厚薄", "宽窄", "深浅", "早晚年月", "贵便价钱元费"];

    /// <summary>The two things a question compares, folded, or null.</summary>
    public static (string First, string Second)? Sides(Question question)
    {
        var match = Pair().Match(question.Key);
        if (!match.Success)
            return null;
        var (first, second) = (Trim(match.Groups["a"].Value), Trim(Compared().Replace(match.Groups["b"].Value, "")));

        // 青鸾X2和X1续航差多少: a model's name ends with its letters and digits.
        if (Model().IsMatch(first) && LeadingModel().Match(second) is { Success: true } leading)
            second = leading.Value;

        // PebbleDB 1.6 and 2.0: the name stands once for both.
        if (Version(first) is { Name.Length: > 0 } named && Version(second) is { Name.Length: 0 })
            second = $"{named.Name} {second}";
        else if (Model().Match(first) is { Success: true } model && OnlyModel().IsMatch(second))
            second = model.Groups["name"].Value + second;
        // 博远第一季度和第三季度: whose quarters they are stands once for both.
        else if (Period().Match(second) is { Success: true } && Period().Match(first) is { Success: true, Index: > 0 } period)
            second = first[..period.Index] + second;
        return first.Length > 0 && second.Length > 0 && first != second ? (first, second) : null;
    }

    /// <summary>The statements, or none where a side is missing.</summary>
    public static List<Statement> Compose(TopicMatter topic, (string First, string Second) sides, IReadOnlyList<PooledSentence> all)
    {
        var pool = all.ToList();
        if (Degree().Match(topic.Text) is { Success: true } degree && Array.Find(Measures, measure => measure.Contains(degree.Groups["of"].Value[0], StringComparison.Ordinal)) is { } told)
            pool.RemoveAll(sentence => !sentence.Key.AsSpan().ContainsAny(told));
        var asked = topic.Terms.Where(term => term.Key.Length > 1 && !sides.First.Contains(term.Key, StringComparison.Ordinal) && !sides.Second.Contains(term.Key, StringComparison.Ordinal)).ToList();
        var first = Side(topic, asked, sides.First, sides.Second, pool);
        var second = Side(topic, asked, sides.Second, sides.First, pool);
        return first.Count == 0 || second.Count == 0
            ? []
            : [.. first.Concat(second).Distinct().Select(sentence => sentence.ToStatement())];
    }

    // Where the sides are compared in something (哪个续航长), only what tells of it counts.
    static List<PooledSentence> Side(TopicMatter topic, List<QuestionTerm> asked, string side, string other, List<PooledSentence> pool)
    {
        var chosen = new List<PooledSentence>();
        var candidates = pool
            .Where(sentence => asked.Count == 0 || asked.Exists(term => ToldMatter.Strength(term, sentence.Key) >= Told))
            .Where(sentence => Names(sentence, side) || (Names(sentence.Passage.TitleKey, side) && !Names(sentence, other)))
            .OrderByDescending(sentence => topic.Covered(sentence.Key) + (Names(sentence, side) ? 0.5 : 0) - (0.02 * sentence.Rank));
        foreach (var sentence in candidates)
        {
            if (chosen.Count == SentencesASide)
                break;
            if (!chosen.Exists(before => before.Repeats(sentence)))
                chosen.Add(sentence);
        }

        return [.. chosen.OrderBy(sentence => sentence.Rank).ThenBy(sentence => sentence.Start)];
    }

    // A page about PebbleDB says 1.6 for PebbleDB 1.6.
    static bool Names(PooledSentence sentence, string side) =>
        Names(sentence.Key, side)
        || (Version(side) is { Name.Length: > 0 } version && QuestionMatcher.Find(sentence.Key, version.Number, 0) >= 0
            && (QuestionMatcher.Find(sentence.Passage.TitleKey, version.Name, 0) >= 0 || QuestionMatcher.Find(sentence.Passage.Key, version.Name, 0) >= 0));

    // 青石渡轮的票价 is named where both its words stand.
    static bool Names(string key, string side) =>
        key.Contains(side, StringComparison.Ordinal) || (side.Contains('的', StringComparison.Ordinal) && Array.TrueForAll(side.Split('的'), part => key.Contains(part, StringComparison.Ordinal)));

    // The name and the number of a version; no name where a number stands alone, null where there is none.
    static (string Name, string Number)? Version(string side)
    {
        var apart = side.LastIndexOf(' ');
        var number = side[(apart + 1)..];
        return number.Length > 0 && number.All(unit => char.IsAsciiDigit(unit) || unit == '.') ? (apart < 0 ? "" : side[..apart].TrimEnd(), number) : null;
    }

    static string Trim(string side) => TextFolder.Fold(side).Trim(' ', '“', '”', '"', '《', '》', '「', '」', '的', '?', '？');

    [GeneratedRegex(
        "(?:比较一下|对比一下|比较|对比|请问)?(?<a>[^,，。?？]{2,20}?)(?:和|与|跟|同|对比|比起|相比|比)(?<b>[^,，。?？的有相哪谁在]{2,20})(?:的|有|相比|之间|哪|谁|在|,|，|更|$|？|\\?)"
        + "|between (?<a>[^,?]+?) and (?<b>[^,?]+)|compare (?<a>[^,?]+?) (?:and|with|to) (?<b>[^,?]+)|(?<a>[\\w ]+?) (?:versus|vs\\.?) (?<b>[\\w ]+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pair();

    // 青鸾X2和X1: the name stands once for both, too.
    [GeneratedRegex("^(?<name>[\\p{IsCJKUnifiedIdeographs}]{1,8}[ -]?)[a-z]{1,4}[ -]?[0-9]{1,4}[a-z]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Model();

    [GeneratedRegex("(?:[12][0-9]{3}年?)?(?:第?[一二三四1-4]季度|q[1-4]|[上下]半年|[12][0-9]{3}年)$", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex("^[a-z]{1,4}[ -]?[0-9]{1,4}[a-z]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyModel();

    [GeneratedRegex("^(?:[\\p{IsCJKUnifiedIdeographs}]{1,8}[ -]?)?[a-z]{1,4}[ -]?[0-9]{1,4}[a-z]{0,4}(?=[\\p{IsCJKUnifiedIdeographs}])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingModel();

    // 甲比乙贵多少: what they are compared in is no part of either.
    [GeneratedRegex("(?:便宜|[贵重轻高矮长短久大小快慢远近厚薄宽窄深浅多少早晚低])(?:了|出)?(?:多少|几)[^,，?？]{0,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex("(?:哪|谁)[^,，?？]{0,8}?(?<of>便宜|[贵重轻高矮长短久大小快慢远近厚薄宽窄深浅早晚低])(?:一些|一点|些|点)?[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();
}
