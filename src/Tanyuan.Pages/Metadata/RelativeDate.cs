using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Reads dates that need the moment at which their page was fetched: <c>8月17日</c> and <c>08-17 10:20</c>, whose year is the latest that does not
/// lie in the future, <c>昨天 10:20</c>, <c>3小时前</c>, <c>3 hours ago</c>, <c>vor 2 Tagen</c>. Chinese words mean the clock of China.
/// </summary>
internal static partial class RelativeDate
{
    /// <summary>The first such date in a text, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fetched">When the page was fetched.</param>
    public static DateMatch? Find(string text, DateTimeOffset fetched)
    {
        var here = MayBeChinese().IsMatch(text) ? fetched.ToOffset(ClockOffset.China) : fetched;
        var day = DateOnly.FromDateTime(here.DateTime);
        foreach (Match match in MonthAndDay().Matches(text))
        {
            if (OfMonthAndDay(match, day) is { } iso)
                return Inferred(match, iso);
        }

        if (Named().Match(text) is { Success: true } named)
            return Inferred(named, DayAndClock.WithTime(named, DayAndClock.Iso(day.AddDays(-DaysBack(named.Groups["w"].Value)))));
        if (Ago().Match(text) is { Success: true } ago)
            return Inferred(ago, DayAndClock.Iso(DateOnly.FromDateTime((here - Distance(ago)).DateTime)));
        return null;
    }

    static DateMatch? Inferred(Match match, string? iso) => iso is null ? null : new DateMatch(match.Index, match.Length, new PublicationDate(iso) { IsInferred = true });

    static string? OfMonthAndDay(Match match, DateOnly day)
    {
        var (month, date) = (ChineseNumber.Small(match.Groups["m"].ValueSpan), ChineseNumber.Small(match.Groups["d"].ValueSpan));
        var written = DayAndClock.Day(day.Year, month, date);
        var isLater = written is null || string.CompareOrdinal(written, DayAndClock.Iso(day.AddDays(1))) > 0;
        return DayAndClock.WithTime(match, isLater ? DayAndClock.Day(day.Year - 1, month, date) : written);
    }

    static int DaysBack(string word) => word.ToUpperInvariant() switch
    {
        "昨天" or "昨日" or "YESTERDAY" or "GESTERN" => 1,
        "前天" or "前日" => 2,
        _ => 0,
    };

    static TimeSpan Distance(Match match)
    {
        var count = match.Groups["n"] is { Success: true } number ? ChineseNumber.Small(number.ValueSpan) : 0;
        return match.Groups["u"].Value.ToUpperInvariant() switch
        {
            "天" or "日" or "DAY" or "TAG" => TimeSpan.FromDays(count),
            "周" or "星期" or "WEEK" or "WOCHE" => TimeSpan.FromDays(7 * count),
            "小时" or "小時" or "HOUR" or "STUNDE" => TimeSpan.FromHours(count),
            "分钟" or "分鐘" or "MINUTE" => TimeSpan.FromMinutes(count),
            _ => TimeSpan.Zero,
        };
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.CultureInvariant)]
    private static partial Regex MayBeChinese();

    [GeneratedRegex(@"(?:(?<![\d一二三四五六七八九十])(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*[日号號]|(?<![\d:/.-])(?<m>[01]?\d)[-/](?<d>[0-3]?\d)(?=\s+\d{1,2}:\d{2}))" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?<w>今天|今日|昨天|昨日|前天|前日|\b(?:today|yesterday|heute|gestern)\b)" + DayAndClock.Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\d一二三四五六七八九十])(?<n>\d{1,3}|[一二两兩三四五六七八九十]{1,3})\s*(?:个|個)?(?<u>秒|分钟|分鐘|小时|小時|天|日|周|星期)(?:钟|鐘)?[之以]?前|刚刚|剛剛|刚才|\b(?<n>\d{1,3}) (?<u>minute|hour|day|week)s? ago\b|\bvor (?<n>\d{1,3}) (?<u>Minute|Stunde|Tag|Woche)(?:n|en)?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ago();
}
