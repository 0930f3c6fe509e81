using System.Globalization;
using Tanyuan.Answers.Reading;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Figures;

/// <summary>
/// Of which year a figure in a sentence is told: of the one right behind it (4.9 million in 2022, 12亿元（2023年）), else of the last one before it that is not what it is compared with
/// (比2022年增长). 上年 and «a year earlier» are the year before.
/// </summary>
internal static class FigureYear
{
    static readonly string[] Joins = ["in", "of", "for", "during", "in fiscal", "in the year"];
    static readonly string[] Bases = ["比", "较", "相比", "与", "同", "自", "从", "than", "from", "since", "with", "to", "compared with", "against"];
    static readonly string[] YearBefore = ["a year earlier", "the year before", "the previous year", "in the previous year", "a year ago", "a year before"];
    static readonly string[] LastYear = ["上年", "上一年", "前一年", "去年", "上年度"];

    /// <summary>The year, or null where the sentence does not tell it.</summary>
    public static int? Of(AnnotatedSentence sentence, Quantity figure)
    {
        var dates = sentence.Quantities.Where(quantity => YearOf(quantity) is not null).ToList();
        if (dates.Count == 0)
            return null;
        var governing = Before(sentence, dates, figure);
        if (Array.Exists(YearBefore, phrase => sentence.Key.AsSpan(figure.End).TrimStart(' ').StartsWith(phrase)))
            return YearOf(governing ?? dates[0]) - 1;
        if (dates.Find(date => date.Start >= figure.End) is { } next && IsJoined(sentence.Key, figure.End, next))
            return YearOf(next);
        if (governing is null)
            return null;
        return TellsLastYear(sentence.Key.AsSpan(governing.End, figure.Start - governing.End)) ? YearOf(governing) - 1 : YearOf(governing);
    }

    static Quantity? Before(AnnotatedSentence sentence, List<Quantity> dates, Quantity figure) =>
        dates.FindLast(date => date.End <= figure.Start && !IsCompared(sentence.Key, date, figure) && !IsAside(sentence, date, figure));

    // 比2022年增长31%, but 较2022年的4.2亿元: what is told of the year right there is of it.
    static bool IsCompared(string key, Quantity date, Quantity figure)
    {
        var before = key.AsSpan(0, date.Start).TrimEnd(' ');
        foreach (var word in Bases)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
                return key.AsSpan(date.End, figure.Start - date.End).Trim(" 的为是") is not "";
        }

        return false;
    }

    // A year in brackets says nothing of what stands outside them.
    static bool IsAside(AnnotatedSentence sentence, Quantity date, Quantity figure) =>
        sentence.Brackets.Any(bracket => bracket.Inner.Start <= date.Start && date.End <= bracket.Inner.End && !(bracket.Inner.Start <= figure.Start && figure.End <= bracket.Inner.End));

    static bool IsJoined(string key, int end, Quantity date)
    {
        var between = key.AsSpan(end, date.Start - end).Trim(" （(");
        var opened = key.AsSpan(end, date.Start - end).IndexOfAny("（(") >= 0;
        if (opened)
            return between.IsEmpty && date.End < key.Length && key[date.End] is ')' or '）';
        if (key[date.Start] is < '0' or > '9' || (date.End < key.Length && key[date.End - 1] == '年'))
            return false;
        foreach (var join in Joins)
        {
            if (between.SequenceEqual(join))
                return true;
        }

        return false;
    }

    static bool TellsLastYear(ReadOnlySpan<char> between)
    {
        foreach (var word in LastYear)
        {
            var at = between.LastIndexOf(word);
            if (at >= 0 && !between[..at].TrimEnd(' ').EndsWith("比") && !between[..at].EndsWith("较") && between[(at + word.Length)..] is not ['同', '期', ..])
                return true;
        }

        return false;
    }

    static int? YearOf(Quantity quantity) =>
        quantity is { Kind: QuantityKind.Date, Date: { Length: >= 4 } date } && !date.Contains('/') && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
