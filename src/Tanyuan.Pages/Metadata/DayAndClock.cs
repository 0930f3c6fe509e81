using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>A day of the calendar between 1990 and 2100, and the time of day that may stand behind one.</summary>
internal static class DayAndClock
{
    /// <summary>The first year that a page may be from.</summary>
    public const int FirstYear = 1990;

    /// <summary>The last one.</summary>
    public const int LastYear = 2100;

    /// <summary>The time of day behind a date: the groups <c>h</c>, <c>i</c>, <c>s</c> and <c>pm</c>.</summary>
    public const string Pattern =
        @"(?:[T\s　,，|]*(?:\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?)?[T\s　,，|]*(?<pm>下午|晚上|PM)?(?:上午|凌晨|早上|at|um|à|-)?\s*(?<h>[0-2]?\d)\s*[:：时時點点hH]\s*(?<i>[0-5]\d)(?:\s*[:：分]\s*(?<s>[0-5]\d))?(?:\s*(?<pm>[pP]\.?[mM]))?)?";

    /// <summary>A day as ISO 8601, or null where the calendar has none such.</summary>
    public static string? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? $"{year:D4}-{month:D2}-{day:D2}"
            : null;

    /// <summary>A day as ISO 8601.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day with the time of day of a match, if it has one.</summary>
    public static string? WithTime(Match match, string? day)
    {
        if (day is null || !match.Groups["h"].Success)
            return day;
        var (hour, minute) = (Number(match, "h"), Number(match, "i"));
        if (match.Groups["pm"].Success && hour < 12)
            hour += 12;
        var seconds = match.Groups["s"];
        if (hour > 23 || minute > 59)
            return day;
        return seconds.Success && Number(match, "s") < 60 ? $"{day}T{hour:D2}:{minute:D2}:{Number(match, "s"):D2}" : $"{day}T{hour:D2}:{minute:D2}";
    }

    /// <summary>The number in a group.</summary>
    public static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
}
