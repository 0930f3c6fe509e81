using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Finds dates as pages write them: <c>2023年08月17日 20:24:26</c>, <c>2023-8-17 8:05</c>, <c>二〇二三年八月十七日</c>, <c>民國112年8月17日</c>,
/// <c>May 9, 2024</c>, <c>9. Mai 2024</c>, <c>17.08.2023</c>, and, where it is known when the page was fetched, what <see cref="RelativeDate"/> reads.
/// Guarantees that what it returns is a day of the calendar between 1990 and 2100. A clock time is kept as written, with the offset that stands
/// beside it apart, because readers compare a story with the date that its page shows. Day-first is read for <c>d/m/yyyy</c> unless only
/// month-first makes a date.
/// </summary>
internal static partial class DateParser
{
    /// <summary>The leading part of a text that is searched: dates stand in short lines, and hostile ones must cost nothing.</summary>
    const int Searched = 2_000;

    const int FirstRepublicanYear = 1911;

    static readonly SearchValues<char> OfDates = SearchValues.Create("0123456789年月天前刚剛");

    /// <summary>Some of these are in the name of every month.</summary>
    static readonly SearchValues<char> LettersOfMonths = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    static readonly Dictionary<string, int> Months = NameMonths();

    /// <summary>Finds the first date in a text, or null. Forms without a year, and relative ones, need <paramref name="fetched"/>.</summary>
    public static DateMatch? Find(string text, DateTimeOffset? fetched = null)
    {
        if (text.Length > Searched)
            text = text[..Searched];
        if (!text.AsSpan().ContainsAny(OfDates))
            return null;

        // A form is only looked for where the text has what it is written with.
        DateMatch? best = null;
        var signs = DateSigns.Of(text);
        if (signs.YearThenSign)
            Consider(ref best, Numeric().Match(text), FromNumeric);
        if (signs.YearThenWord)
            Consider(ref best, Chinese().Match(text), FromChinese);
        if (signs.YearInFigures)
            Consider(ref best, ChineseNumerals().Match(text), FromChineseNumerals);
        if (signs.Republic)
            Consider(ref best, Republic().Match(text), FromRepublic);
        if (signs.SignThenYear)
            Consider(ref best, DayFirst().Match(text), FromDayFirst);
        if (signs.Year && text.AsSpan().ContainsAny(LettersOfMonths))
            Consider(ref best, NamedMonth().Match(text), FromNamedMonth);
        if (best is null && text.AsSpan().ContainsAny('-', '/'))
            Consider(ref best, ShortYear().Match(text), FromShortYear);
        if (best is null && text.AsSpan().ContainsAny('期', '间', '間'))
            Consider(ref best, RepublicInDigits().Match(text), FromRepublic);
        if (best is null && fetched is { } moment)
            best = RelativeDate.Find(text, moment);

        return best is { HasTime: true } timed ? WithOffset(text, timed) : best;
    }

    /// <summary>Reads a machine-written date such as a <c>datetime</c> attribute or a JSON-LD value, or returns null.</summary>
    public static PublicationDate? Parse(string? value, DateTimeOffset? fetched = null)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        value = value.Trim();
        var compact = Compact().Match(value);
        if (compact.Success)
            return DayAndClock.Day(Number(compact, 1), Number(compact, 2), Number(compact, 3)) is { } day ? new PublicationDate(day) : null;
        if (UnixSeconds().IsMatch(value))
        {
            var number = long.Parse(value, CultureInfo.InvariantCulture);
            var moment = value.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
            return moment.Year is < DayAndClock.FirstYear or > DayAndClock.LastYear
                ? null
                : new PublicationDate(moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)) { Offset = TimeSpan.Zero, IsMoment = true };
        }

        return Find(value, fetched)?.Date;
    }

    /// <summary>Reads a moment such as a time of fetching, or returns null; a clock without an offset is that of UTC.</summary>
    public static DateTimeOffset? Moment(string? value) =>
        Parse(value) is { HasDay: true } date && DateTime.TryParse(date.Iso, CultureInfo.InvariantCulture, out var clock)
            ? new DateTimeOffset(clock, date.Offset ?? TimeSpan.Zero)
            : null;

    /// <summary>Finds the day that an address carries (<c>/2024-05/09/</c>, <c>/2024/0510/</c>, <c>/20240509/</c>, <c>t20240509_</c>), or null.</summary>
    public static PublicationDate? FromUrl(string? url)
    {
        if (string.IsNullOrEmpty(url))
            return null;
        foreach (Match match in UrlDay().Matches(url))
        {
            if (DayAndClock.Day(Number(match, 1), Number(match, 2), Number(match, 3)) is { } day)
                return new PublicationDate(day);
        }

        return null;
    }

    static DateMatch WithOffset(string text, DateMatch match)
    {
        var offset = ClockOffset.Find(text, match.Start, match.Start + match.Length, out var length);
        // A clock time, a hyphen and another one are from when to when.
        var isSpan = match.Iso.Length < "yyyy-MM-ddTHH:mm:ss".Length && text.AsSpan(match.Start + match.Length).TrimStart().StartsWith('-');
        if (offset is null || isSpan)
            return match;
        return match with { Length = match.Length + length, Date = match.Date with { Offset = offset } };
    }

    static void Consider(ref DateMatch? best, Match match, Func<Match, string?> read)
    {
        while (match.Success)
        {
            if (best is { } other && match.Index >= other.Start)
                return;
            if (read(match) is { } iso)
            {
                best = new DateMatch(match.Index, match.Length, new PublicationDate(iso));
                return;
            }

            match = match.NextMatch();
        }
    }

    static string? FromNumeric(Match match) =>
        DayAndClock.WithTime(match, DayAndClock.Day(Number(match, "y"), Number(match, "m"), Number(match, "d")));

    static string? FromChinese(Match match)
    {
        var (year, month) = (Number(match, "y"), ChineseNumber.Small(match.Groups["m"].ValueSpan));
        if (match.Groups["d"].Success)
            return DayAndClock.WithTime(match, DayAndClock.Day(year, month, ChineseNumber.Small(match.Groups["d"].ValueSpan)));
        return DayAndClock.Day(year, month, 1)?[..7];
    }

    static string? FromChineseNumerals(Match match)
    {
        var year = ChineseNumber.Figures(match.Groups["y"].ValueSpan);
        var month = ChineseNumber.Small(match.Groups["m"].ValueSpan);
        if (match.Groups["d"].Success)
            return DayAndClock.WithTime(match, DayAndClock.Day(year, month, ChineseNumber.Small(match.Groups["d"].ValueSpan)));
        return DayAndClock.Day(year, month, 1)?[..7];
    }

    static string? FromRepublic(Match match) => DayAndClock.WithTime(match, DayAndClock.Day(
        ChineseNumber.Small(match.Groups["y"].ValueSpan) + FirstRepublicanYear, ChineseNumber.Small(match.Groups["m"].ValueSpan), ChineseNumber.Small(match.Groups["d"].ValueSpan)));

    static string? FromDayFirst(Match match)
    {
        var (first, second, year) = (Number(match, 1), Number(match, 2), Number(match, 3));
        return DayAndClock.WithTime(match, DayAndClock.Day(year, second, first) ?? DayAndClock.Day(year, first, second));
    }

    static string? FromNamedMonth(Match match) =>
        Months.TryGetValue(match.Groups["n"].Value.ToLowerInvariant(), out var month)
            ? DayAndClock.WithTime(match, DayAndClock.Day(Number(match, "y"), month, Number(match, "d")))
            : null;

    static string? FromShortYear(Match match) =>
        DayAndClock.WithTime(match, DayAndClock.Day(2000 + Number(match, "y"), Number(match, "m"), Number(match, "d")));

    static int Number(Match match, string group) => DayAndClock.Number(match, group);

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

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

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\s?(?<p>[-/.．－–])\s?(?<m>\d{1,2})\s?\k<p>\s?(?<d>\d{1,2})(?!\d)" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    internal static partial Regex Numeric();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})\s*年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s*[日号號]" + DayAndClock.Pattern + ")?", RegexOptions.CultureInvariant)]
    internal static partial Regex Chinese();

    [GeneratedRegex(@"(?<y>[一二][〇○零Ｏ一二三四五六七八九]{3})\s*年\s*(?<m>[一二三四五六七八九十]{1,2}|\d{1,2})\s*月(?:\s*(?<d>[一二三四五六七八九十廿卅]{1,3}|\d{1,2})\s*[日号號]" + DayAndClock.Pattern + ")?", RegexOptions.CultureInvariant)]
    internal static partial Regex ChineseNumerals();

    [GeneratedRegex(@"民[國国]\s*(?<y>\d{2,3}|[一二三四五六七八九十百]{1,6})\s*年\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(?<d>\d{1,2}|[一二三四五六七八九十廿]{1,3})\s*[日號号]" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    internal static partial Regex Republic();

    /// <summary>Taiwanese pages write the year of the Republic without saying so, behind a label.</summary>
    [GeneratedRegex(@"(?:日期|時間|时间)\s*[:：]?\s*(?<y>1[0-4]\d|9\d)(?<p>[-/.年])(?<m>\d{1,2})[-/.月](?<d>\d{1,2})(?![\d/.-])日?" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex RepublicInDigits();

    [GeneratedRegex(@"(?<![\d.,/-])(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})(?!\d)" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    internal static partial Regex DayFirst();

    [GeneratedRegex(@"(?:(?<![\d\p{L}])(?<d>\d{1,2})(?:\.|st|nd|rd|th|er|º|°)?[\s-]*(?:de |d')?(?<n>\p{L}{3,12})\.?,?[\s-]*(?:de |del )?(?<y>(?:19|20)\d{2})(?!\d(?!\d?:\d\d))|(?<!\p{L})(?<n>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d{2})(?!\d))" + DayAndClock.Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    internal static partial Regex NamedMonth();

    [GeneratedRegex(@"(?<![\d.:/-])(?<y>\d{2})[-/](?<m>\d{2})[-/](?<d>\d{2})(?![\d.:/-])" + DayAndClock.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^((?:19|20)\d{2})(\d{2})(\d{2})(?:$|[T\s]|\d{6}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{10}(?:\d{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex UnixSeconds();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-/_.]?([01]?\d)[-/_.]?([0-3]\d)(?=\D|\d{4,8}\D|$)", RegexOptions.CultureInvariant)]
    private static partial Regex UrlDay();
}
