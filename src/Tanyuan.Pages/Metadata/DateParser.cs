using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Finds dates as pages write them: <c>2023年08月17日 20:24:26</c>, <c>2023-8-17 8:05</c>, <c>二〇二三年八月十七日</c>, <c>民國112年8月17日</c>,
/// <c>May 9, 2024</c>, <c>9. Mai 2024</c>, <c>17.08.2023</c>, and, where a reference day is given, <c>8月17日</c>, <c>昨天 10:20</c> and
/// <c>3小时前</c>. Guarantees that what it returns is a day of the calendar between 1990 and 2100. A clock time is kept as written: zone
/// offsets are left out, because readers compare a story with the date that its page shows. Day-first is read for <c>d/m/yyyy</c> unless
/// only month-first makes a date.
/// </summary>
internal static partial class DateParser
{
    const int FirstYear = 1990;
    const int LastYear = 2100;

    /// <summary>The leading part of a text that is searched: dates stand in short lines, and hostile ones must cost nothing.</summary>
    const int Searched = 2_000;

    static readonly Dictionary<string, int> Months = NameMonths();

    /// <summary>Finds the first date in a text, or null. Forms without a year, and relative ones, need <paramref name="reference"/>.</summary>
    public static DateMatch? Find(string text, DateOnly? reference = null)
    {
        if (text.Length > Searched)
            text = text[..Searched];
        if (!MayHoldDate(text))
            return null;

        DateMatch? best = null;
        var holdsYear = text.Contains("19", StringComparison.Ordinal) || text.Contains("20", StringComparison.Ordinal);
        if (holdsYear)
        {
            Consider(ref best, Numeric().Match(text), FromNumeric);
            Consider(ref best, Chinese().Match(text), FromChinese);
        }

        if (text.Contains('年'))
        {
            Consider(ref best, ChineseNumerals().Match(text), FromChineseNumerals);
            Consider(ref best, Republic().Match(text), FromRepublic);
        }

        if (holdsYear)
        {
            Consider(ref best, DayFirst().Match(text), FromDayFirst);
            Consider(ref best, NamedMonth().Match(text), FromNamedMonth);
        }

        if (best is null)
            Consider(ref best, ShortYear().Match(text), FromShortYear);
        if (best is null && reference is { } day)
        {
            Consider(ref best, MonthAndDay().Match(text), match => FromMonthAndDay(match, day));
            Consider(ref best, Relative().Match(text), match => FromRelative(match, day));
        }

        return best;
    }

    /// <summary>Reads a machine-written date such as a <c>datetime</c> attribute or a JSON-LD value, or returns null.</summary>
    public static string? Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        value = value.Trim();
        var compact = Compact().Match(value);
        if (compact.Success)
            return Day(Number(compact, 1), Number(compact, 2), Number(compact, 3));
        if (UnixSeconds().IsMatch(value))
        {
            var number = long.Parse(value, CultureInfo.InvariantCulture);
            var moment = value.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
            return moment.Year is < FirstYear or > LastYear ? null : moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        }

        return Find(value)?.Iso;
    }

    /// <summary>Finds the day that an address carries (<c>/2024-05/09/</c>, <c>/2024/0510/</c>, <c>/20240509/</c>, <c>t20240509_</c>), or null.</summary>
    public static string? FromUrl(string? url)
    {
        if (string.IsNullOrEmpty(url))
            return null;
        foreach (Match match in UrlDay().Matches(url))
        {
            if (Day(Number(match, 1), Number(match, 2), Number(match, 3)) is { } day)
                return day;
        }

        return null;
    }

    static bool MayHoldDate(string text)
    {
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character) || character is '年' or '月' or '天' or '前')
                return true;
        }

        return false;
    }

    static void Consider(ref DateMatch? best, Match match, Func<Match, string?> read)
    {
        while (match.Success)
        {
            if (best is { } other && match.Index >= other.Start)
                return;
            if (read(match) is { } iso)
            {
                best = new DateMatch(match.Index, match.Length, iso);
                return;
            }

            match = match.NextMatch();
        }
    }

    static string? FromNumeric(Match match) =>
        WithTime(match, Day(Number(match, "y"), Number(match, "m"), Number(match, "d")));

    static string? FromChinese(Match match)
    {
        var (year, month) = (Number(match, "y"), Number(match, "m"));
        if (match.Groups["d"].Success)
            return WithTime(match, Day(year, month, Number(match, "d")));
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 ? $"{year:D4}-{month:D2}" : null;
    }

    static string? FromChineseNumerals(Match match)
    {
        var year = 0;
        foreach (var digit in match.Groups["y"].Value)
            year = (year * 10) + Digit(digit);
        return WithTime(match, Day(year, SmallNumber(match.Groups["m"].Value), SmallNumber(match.Groups["d"].Value)));
    }

    static string? FromRepublic(Match match)
    {
        var year = match.Groups["y"].Value is var value && char.IsAsciiDigit(value[0]) ? Number(match, "y") : SmallNumber(value);
        var month = match.Groups["m"].Value is var m && char.IsAsciiDigit(m[0]) ? Number(match, "m") : SmallNumber(m);
        var day = match.Groups["d"].Value is var d && char.IsAsciiDigit(d[0]) ? Number(match, "d") : SmallNumber(d);
        return WithTime(match, Day(year + 1911, month, day));
    }

    static string? FromDayFirst(Match match)
    {
        var (first, second, year) = (Number(match, 1), Number(match, 2), Number(match, 3));
        return WithTime(match, Day(year, second, first) ?? Day(year, first, second));
    }

    static string? FromNamedMonth(Match match) =>
        Months.TryGetValue(match.Groups["n"].Value.ToLowerInvariant(), out var month)
            ? WithTime(match, Day(Number(match, "y"), month, Number(match, "d")))
            : null;

    static string? FromShortYear(Match match) =>
        WithTime(match, Day(2000 + Number(match, "y"), Number(match, "m"), Number(match, "d")));

    static string? FromMonthAndDay(Match match, DateOnly reference)
    {
        var (month, day) = (Number(match, "m"), Number(match, "d"));
        var written = Day(reference.Year, month, day);
        var isLater = written is not null && string.CompareOrdinal(written, Iso(reference.AddDays(1))) > 0;
        return WithTime(match, isLater ? Day(reference.Year - 1, month, day) : written);
    }

    static string? FromRelative(Match match, DateOnly reference)
    {
        if (match.Groups["w"].Success)
        {
            var days = match.Groups["w"].Value switch { "昨天" or "昨日" => 1, "前天" or "前日" => 2, _ => 0 };
            return WithTime(match, Iso(reference.AddDays(-days)));
        }

        var count = Number(match, "n");
        return Iso(match.Groups["u"].Value is "天" or "日" ? reference.AddDays(-count) : reference);
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? $"{year:D4}-{month:D2}-{day:D2}"
            : null;

    static string? WithTime(Match match, string? day)
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

    static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    static int Digit(char character) => character switch
    {
        '一' or '元' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => 0,
    };

    /// <summary>Reads a Chinese number under 1,000, such as <c>十七</c>, <c>廿一</c> or <c>一百一十二</c>.</summary>
    static int SmallNumber(string value)
    {
        var (total, pending) = (0, 0);
        foreach (var character in value)
        {
            switch (character)
            {
                case '百':
                    (total, pending) = (total + (Math.Max(pending, 1) * 100), 0);
                    break;
                case '十':
                    (total, pending) = (total + (Math.Max(pending, 1) * 10), 0);
                    break;
                case '廿':
                    total += 20;
                    break;
                case '卅':
                    total += 30;
                    break;
                default:
                    pending = Digit(character);
                    break;
            }
        }

        return total + pending;
    }

    static Dictionary<string, int> NameMonths()
    {
        string[] names =
        [
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń januára ledna",
            "february feb februar februari février fevrier févr febrero febbraio fevereiro fev lutego luty února",
            "march mar märz mrz maart mars marzo março marca marzec března",
            "april apr abril abr aprile avril avr kwietnia kwiecień dubna",
            "may mai mayo maggio mag mei maj maio maja května",
            "june jun juni juin junio giugno giu junho czerwca czerwiec června",
            "july jul juli juillet juil julio luglio lug julho lipca lipiec července",
            "august aug août aout agosto ago augustus augusti sierpnia sierpień srpna",
            "september sep sept septembre septiembre settembre set setembro września wrzesień září",
            "october oct oktober okt octobre octubre ottobre ott outubro out października październik října",
            "november nov novembre noviembre novembro listopada listopad",
            "december dec dezember dez décembre decembre diciembre dic dicembre dezembro grudnia grudzień prosince",
        ];
        var months = new Dictionary<string, int>();
        for (var month = 0; month < names.Length; month++)
        {
            foreach (var name in names[month].Split(' '))
                months.TryAdd(name, month + 1);
        }

        return months;
    }

    const string Time =
        @"(?:[T\s　,，|]*(?:\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?)?[T\s　,，|]*(?<pm>下午|晚上|PM)?(?:上午|凌晨|早上|at|um|à|-)?\s*(?<h>[0-2]?\d)\s*[:：时時點点hH]\s*(?<i>[0-5]\d)(?:\s*[:：分]\s*(?<s>[0-5]\d))?(?:\s*(?<pm>[pP]\.?[mM]))?)?";

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\s?(?<p>[-/.．－–])\s?(?<m>\d{1,2})\s?\k<p>\s?(?<d>\d{1,2})(?!\d)" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\s*年\s*(?<m>\d{1,2})\s*月(?:\s*(?<d>\d{1,2})\s*[日号號]" + Time + ")?", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex("(?<y>[一二][〇○零Ｏ一二三四五六七八九]{3})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十廿卅]{1,3})[日号號]" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNumerals();

    [GeneratedRegex(@"民[國国]\s*(?<y>\d{2,3}|[一二三四五六七八九十百]{1,6})\s*年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s*[日號号]" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex Republic();

    [GeneratedRegex(@"(?<![\d.,/-])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})(?!\d)" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"(?:(?<![\d\p{L}])(?<d>\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?[\s-]*(?:de |d')?(?<n>\p{L}{3,12})\.?,?[\s-]*(?:de |del )?(?<y>(?:19|20)\d{2})(?!\d)|(?<!\p{L})(?<n>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d{2})(?!\d))" + Time, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"(?<![\d.:/-])(?<y>\d{2})[-/](?<m>\d{2})[-/](?<d>\d{2})(?![\d.:/-])" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"(?<!\d)(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号號]" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?<w>今天|今日|昨天|昨日|前天|前日)" + Time + @"|(?<!\d)(?<n>\d{1,3})\s*(?:个|個)?(?<u>秒|分钟|分鐘|小时|小時|天|日)(?:钟|鐘)?之?前", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex(@"^((?:19|20)\d{2})(\d{2})(\d{2})(?:$|[T\s]|\d{6}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{10}(?:\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnixSeconds();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-/_.]?([01]?\d)[-/_.]?([0-3]\d)(?=\D|\d{4,8}\D|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDay();
}
