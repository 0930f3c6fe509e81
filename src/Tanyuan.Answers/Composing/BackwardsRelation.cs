using System.Text.RegularExpressions;
using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Text;

namespace Tanyuan.Answers.Composing;

/// <summary>
/// A relation asked backwards: whose pupil, wife or son somebody is (叶金水是谁的弟子). It is told as it is asked (叶金水是叶火旺的弟子, 叶火旺的弟子叶金水) or, of couples, the other way round (陈阿土的妻子王氏). Whoever else
/// a sentence names beside him stands in another relation, so nothing but what is told so is an answer.
/// </summary>
internal static partial class BackwardsRelation
{
    const double Worth = 0.85;

    /// <summary>Words for whom somebody is to another, as a part of a pattern.</summary>
    internal const string Roles = "(?:丈夫|老公|妻子|太太|老婆|配偶|儿子|女儿|孩子|父亲|母亲|爸爸|妈妈|爷爷|奶奶|祖父|祖母|外公|外婆|孙子|孙女|外孙|哥哥|弟弟|姐姐|妹妹|兄长|叔叔|侄子|外甥|女婿|儿媳|岳父|岳母|学生|弟子|徒弟|门生|门徒|传人|老师|师父|师傅|导师|下属|上司|秘书|助手|继承人|后代|后人|经纪人|搭档)";
    const string Name = "(?<name>[\\p{IsCJKUnifiedIdeographs}·]{2,5})";

    static readonly (string Role, string[] Words)[] Kin =
    [
        ("儿子", ["儿子", "之子", "长子", "次子", "三子", "四子", "幼子", "独子", "养子", "其父", "父亲", "母亲"]), ("女儿", ["女儿", "之女", "长女", "次女", "三女", "幼女", "独女", "其父", "父亲", "母亲"]),
        ("妻子", ["妻", "嫁", "夫人", "丈夫", "皇后", "王后"]), ("太太", ["妻", "嫁", "夫人", "太太", "丈夫"]), ("丈夫", ["丈夫", "娶", "之夫", "嫁"]), ("母亲", ["母亲", "生母", "之母", "所生", "其母"]), ("父亲", ["父亲", "之父", "生父", "其父", "其子", "其女"]),
        ("弟弟", ["弟"]), ("哥哥", ["兄", "哥哥"]), ("妹妹", ["妹"]), ("姐姐", ["姐", "姊"]), ("弟子", ["弟子", "徒", "门生", "师从", "门下"]), ("学生", ["学生", "弟子", "门生", "师从", "门下"]), ("孙子", ["孙"]), ("老师", ["师"]),
    ];

    static readonly string[] Wives = ["妻子", "太太", "老婆", "配偶", "夫人"];
    static readonly string[] Husbands = ["丈夫", "老公", "配偶", "先生"];

    /// <summary>Whether a folded question asks for a relation backwards.</summary>
    public static bool IsAskedBy(string key) => Asked().IsMatch(key);

    /// <summary>Whether a page about him tells of the relation asked for where a statement stands: what names the kin, the other way round or in old words (之女, 嫁), too.</summary>
    public static bool IsToldBy(Question question, Statement statement, IReadOnlyList<PooledSentence> sentences)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return true;
        var who = asked.Groups["who"].Value;
        var words = WordsFor(asked.Groups["role"].Value);
        return sentences.Any(sentence => sentence.Text == statement.Sentence && Array.Exists(words, word => sentence.Key.Contains(word, StringComparison.Ordinal))
            && $"{sentence.Passage.TitleKey}\n{sentence.Passage.Key}".Contains(who, StringComparison.Ordinal));
    }

    /// <summary>The words that tell of a kin, the other way round and in old words, too.</summary>
    internal static string[] WordsFor(string role) => Array.Find(Kin, kin => kin.Role == role).Words ?? [role];

    /// <summary>Whose relation somebody is, with how likely that is what was asked; null where no passage tells.</summary>
    public static (Statement Statement, double Confidence)? Compose(Question question, IReadOnlyList<PooledSentence> sentences)
    {
        if (Asked().Match(question.Key) is not { Success: true } asked)
            return null;
        var (who, role) = (asked.Groups["who"].Value, asked.Groups["role"].Value);
        var others = Inverse(role);
        foreach (var sentence in sentences)
        {
            if (!sentence.Key.Contains(who, StringComparison.Ordinal))
                continue;
            if ((AsAsked(sentence.Key, who, role) ?? (others.Length > 0 ? Inverted(sentence.Key, who, others) : null)) is { } name)
                return (sentence.ToStatement(name), Worth);
        }

        return null;
    }

    // 叶金水是(名匠)叶火旺的弟子; 叶火旺的弟子叶金水.
    static TextSpan? AsAsked(string key, string who, string role)
    {
        foreach (var pattern in new[] { $"{Regex.Escape(who)}[^。；;]{{0,12}}?(?:是|为|系|乃|,|，)(?<name>[^,，。；;是为]{{2,16}}?)的[^,，。；;的]{{0,4}}{role}", $"{Name}的{role}{Regex.Escape(who)}" })
        {
            if (Regex.Match(key, pattern, RegexOptions.CultureInvariant) is { Success: true } told)
                return WithoutTitle(told.Groups["name"]);
        }

        return null;
    }

    static TextSpan? Inverted(string key, string who, string[] others) =>
        Regex.Match(key, $"{Regex.Escape(who)}的(?:{string.Join('|', others)})(?:是|叫|为|名叫)?(?<name>[\\p{{IsCJKUnifiedIdeographs}}·]{{2,4}}?)(?=相传|是|为|[,，。；;、（(]|在|曾|也|于|和|与)", RegexOptions.CultureInvariant) is { Success: true } told
            ? new TextSpan(told.Groups["name"].Index, told.Groups["name"].Length) : null;

    // Either may be somebody's spouse.
    static string[] Inverse(string role) => [.. Husbands.Contains(role) ? Wives : [], .. Wives.Contains(role) ? Husbands : []];

    // 名匠叶火旺 is 叶火旺.
    static TextSpan WithoutTitle(Group told)
    {
        for (var length = Math.Min(4, told.Length - 1); length >= 2; length--)
        {
            var from = told.Length - length;
            if (Offices.OfficeTitles.IsName(told.ValueSpan[from..]))
                return new TextSpan(told.Index + from, length);
        }

        return new TextSpan(told.Index, told.Length);
    }

    [GeneratedRegex($"^(?:请问)?(?<who>[^,，?？谁]{{2,20}}?)(?:是|为|系)(?:谁|哪位|何人|什么人)的(?<role>{Roles})[?？]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
