using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Answers.Questions;

/// <summary>Works out what days a relative expression of time means, said on a given day: 去年, 今年上半年, 上个月, 近三年, last year.</summary>
internal static partial class RelativeTime
{
    /// <summary>The days that a folded expression means, or null where it is none that we know.</summary>
    public static Period? Resolve(string expression, DateOnly said)
    {
        if (OfYear().Match(expression) is { Success: true } ofYear)
        {
            var year = said.Year + ofYear.Groups["year"].Value switch
            {
                "前年" => -2,
                "去年" or "上年" or "last year" => -1,
                "明年" or "next year" => 1,
                "后年" => 2,
                _ => 0,
            };
            return PartOf(year, ofYear);
        }

        return expression switch
        {
            "上半年" => Period.Months(said.Year, 1, 6),
            "下半年" => Period.Months(said.Month < 7 ? said.Year - 1 : said.Year, 7, 12),
            "本月" or "这个月" or "当月" or "this month" => MonthOf(said),
            "上月" or "上个月" or "last month" => MonthOf(said.AddMonths(-1)),
            "下月" or "下个月" or "next month" => MonthOf(said.AddMonths(1)),
            "本周" or "这周" or "本星期" or "这个星期" or "this week" => WeekOf(said),
            "上周" or "上星期" or "上个星期" or "last week" => WeekOf(said.AddDays(-7)),
            "今天" or "今日" or "today" => new Period(said, said),
            "昨天" or "昨日" or "昨晚" or "yesterday" => new Period(said.AddDays(-1), said.AddDays(-1)),
            "前天" or "前日" => new Period(said.AddDays(-2), said.AddDays(-2)),
            _ => null,
        };
    }

    /// <summary>The days up to now that a count of years, months, weeks or days behind 近, 最近 or 过去 means, with where the expression stands; null where there is none.</summary>
    public static (int Start, int Length, Period Period)? Recent(string key, DateOnly said)
    {
        if (Recently().Match(key) is not { Success: true } match)
            return null;
        var count = CountOf(match.Groups["count"].Value);
        if (count is < 1 or > 200)
            return null;
        var from = match.Groups["unit"].Value switch
        {
            "年" or "years" or "year" => said.AddYears(-count),
            "月" or "months" or "month" => said.AddMonths(-count),
            "周" or "星期" or "weeks" or "week" => said.AddDays(-7 * count),
            _ => said.AddDays(-count),
        };
        return (match.Index, match.Length, new Period(from, said));
    }

    static Period? PartOf(int year, Match match)
    {
        if (match.Groups["half"] is { Success: true } half)
            return half.Value == "上" ? Period.Months(year, 1, 6) : Period.Months(year, 7, 12);
        if (match.Groups["quarter"] is { Success: true } quarter && CountOf(quarter.Value) is >= 1 and <= 4 and var number)
            return Period.Months(year, (3 * number) - 2, 3 * number);
        if (match.Groups["month"] is not { Success: true } month)
            return Period.Year(year);
        if (CountOf(month.Value) is not (>= 1 and <= 12 and var of))
            return null;
        return match.Groups["day"] is { Success: true } day
            ? CountOf(day.Value) is var at && at >= 1 && at <= DateTime.DaysInMonth(year, of) ? new Period(new DateOnly(year, of, at), new DateOnly(year, of, at)) : null
            : Period.Month(year, of);
    }

    static Period MonthOf(DateOnly day) => Period.Month(day.Year, day.Month);

    static Period WeekOf(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new Period(monday, monday.AddDays(6));
    }

    // 三, 十二, 两, 12 and, in English, three.
    static int CountOf(string count)
    {
        if (int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var ten = count.IndexOf('十', StringComparison.Ordinal);
        if (ten >= 0)
            return ((ten == 0 ? 1 : Digit(count[..ten])) * 10) + (ten + 1 == count.Length ? 0 : Digit(count[(ten + 1)..]));
        return Digit(count);
    }

    static int Digit(string word) => word switch
    {
        "一" or "one" => 1,
        "二" or "两" or "two" => 2,
        "三" or "three" => 3,
        "四" or "four" => 4,
        "五" or "five" => 5,
        "六" or "six" => 6,
        "七" or "seven" => 7,
        "八" or "eight" => 8,
        "九" or "nine" => 9,
        "ten" => 10,
        _ => 0,
    };

    [GeneratedRegex("^(?<year>今年|本年度?|去年|上年|前年|明年|后年|this year|last year|next year)(?:的)?(?:(?<half>上|下)半年|第?(?<quarter>[一二三四1-4])季度?|(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?(?:(?<day>\\d{1,2})[日号])?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfYear();

    [GeneratedRegex("(?:最近|近|过去)(?:的)?(?<count>\\d{1,3}|[一二两三四五六七八九十]{1,3})个?(?<unit>年|月|周|星期|天|日)(?:以来|来|内|里|间)?|(?:in|over|during) the (?:last|past) (?<count>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten) (?<unit>years?|months?|weeks?|days?)", RegexOptions.CultureInvariant)]
    private static partial Regex Recently();
}
