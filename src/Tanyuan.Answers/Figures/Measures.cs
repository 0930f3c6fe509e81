using System.Collections.Frozen;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Figures;

/// <summary>
/// What figures measure: revenue, profit, staff. Words of one row name one measure, told by the first of it; different rows exclude each other. A figure is of the measure named right behind it
/// (3100名员工), else of the last one named before it, unless its own clause names something else.
/// </summary>
internal static class Measures
{
    static readonly string[] Rows =
    [
        "营业收入 营业总收入 总收入 营收 营业额 销售额 销售收入 收入 revenue revenues turnover sales", "净利润 利润 净利 纯利 盈利 盈余 profit profits earnings", "亏损 净亏损 loss losses",
        "成本 造价 总投资 投资额 投资 耗资 斥资 花费 费用 支出 expenses investment", "研发投入 研发费用 研发支出", "市值 估值 valuation", "融资额 融资 募资", "票房", "预算 budget", "负债 债务 debt debts", "总资产 净资产 资产 assets",
        "售价 价格 单价 定价 票价 门票 price prices ticket tickets", "租金 房租 rent", "奖金 prize", "罚款 罚金", "注册资本", "员工 雇员 职工 employees staff workers", "门店 店铺 分店 stores shops", "产量 output", "产能 capacity", "销量 销售量",
        "用户 users", "人口 population", "面积 占地 area", "海拔 高度 height", "全长 总长 长度 length", "宽度 width", "重量 体重 weight", "visitors 游客 访客", "passengers 乘客 旅客",
    ];

    static readonly FrozenDictionary<string, string> ByWord = Rows.Select(row => row.Split(' ')).SelectMany(words => words.Select(word => (word, words[0]))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly int Longest = ByWord.Keys.Max(word => word.Length);

    /// <summary>The measure that a folded question asks for, or empty where it names none or several.</summary>
    public static string AskedIn(ReadOnlySpan<char> question)
    {
        var asked = "";
        for (var at = 0; at < question.Length;)
        {
            var (measure, length) = At(question, at);
            if (length > 0 && asked.Length > 0 && asked != measure)
                return "";
            asked = length > 0 ? measure : asked;
            at += Math.Max(1, length);
        }

        return asked;
    }

    /// <summary>Whether a measure is asked for by its name: what was paid or spent is neither revenue nor profit.</summary>
    public static bool IsAskedByName(string measure) => measure is "营业收入" or "净利润" or "亏损" or "市值" or "负债" or "总资产" or "预算";

    /// <summary>The measure that a figure of a sentence is told of, or empty where that is not plain.</summary>
    public static string Of(AnnotatedSentence sentence, Quantity figure)
    {
        var behind = sentence.Key.AsSpan(figure.End);
        var (named, length) = At(behind.TrimStart("的 "), 0);
        if (length > 0)
            return named;
        behind = behind.TrimStart(' ');
        if (behind.StartsWith("of ") || behind.StartsWith("in "))
        {
            (named, length) = At(behind[3..].TrimStart(' '), 0);
            if (length > 0)
                return named;
        }

        var clause = sentence.Clauses.FirstOrDefault(one => one.Start <= figure.Start && one.End > figure.Start);
        var (last, lastEnd) = ("", -1);
        for (var at = 0; at < figure.Start;)
        {
            (named, length) = At(sentence.Key, at);
            if (length > 0 && at + length <= figure.Start)
                (last, lastEnd) = (named, at + length);
            at += Math.Max(1, length);
        }

        return lastEnd > clause.Start || (figure.Kind == QuantityKind.Percentage && !NamesSomething(sentence, clause.Start, figure.Start)) ? last : "";
    }

    static bool NamesSomething(AnnotatedSentence sentence, int start, int end)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Start >= start && token.End <= end && token.Quantity < 0 && token.Class is TokenClass.Noun or TokenClass.ProperNoun or TokenClass.Work or TokenClass.Place or TokenClass.Organisation or TokenClass.Person or TokenClass.Latin)
                return true;
        }

        return false;
    }

    static (string Measure, int Length) At(ReadOnlySpan<char> key, int at)
    {
        if (at > 0 && char.IsAsciiLetter(key[at - 1]) && char.IsAsciiLetter(key[at]))
            return ("", 0);
        for (var length = Math.Min(Longest, key.Length - at); length > 1; length--)
        {
            if (Lookup.TryGetValue(key.Slice(at, length), out var measure) && !(char.IsAsciiLetter(key[at]) && at + length < key.Length && char.IsAsciiLetter(key[at + length])))
                return (measure, length);
        }

        return ("", 0);
    }
}
