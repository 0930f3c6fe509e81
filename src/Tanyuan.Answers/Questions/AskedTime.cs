using System.Globalization;
using System.Text.RegularExpressions;
using Tanyuan.Text;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Questions;

/// <summary>The time that a question holds its answer to: 2023年, 去年上半年, 2020年以来, last year, since 2020.</summary>
/// <param name="Span">Where it stands in the question, with the words that open or close it.</param>
/// <param name="Date">Where the date proper stands in it.</param>
/// <param name="Period">The days it means.</param>
/// <param name="Named">The days that the date proper means: texts that tell of a time before 2025 may well name 2025.</param>
/// <param name="OfPublication">Whether it is the time of the reports that is meant, not of what they tell.</param>
/// <param name="IsRelative">Whether what it means depends on the day of asking.</param>
internal sealed partial record AskedTime(TextSpan Span, TextSpan Date, Period Period, Period Named, bool OfPublication, bool IsRelative)
{
    /// <summary>The time that a question names, or null where it names none, or several: those are compared, not held to.</summary>
    /// <param name="text">The question.</param>
    /// <param name="key">Its folded form.</param>
    /// <param name="today">The day of asking.</param>
    public static AskedTime? Of(string text, string key, DateOnly today)
    {
        if (RelativeTime.Recent(key, today) is { } recent)
        {
            var whole = new TextSpan(recent.Start, recent.Length);
            return new AskedTime(whole, whole, recent.Period, recent.Period, IsOfPublication(key, whole), true);
        }

        AskedTime? found = null;
        foreach (var quantity in QuantityRecognizer.Find(text))
        {
            if (quantity.Kind != QuantityKind.Date)
                continue;
            var date = new TextSpan(quantity.Start, quantity.Length);
            var absolute = quantity.Date is { } told ? Period.Parse(told) : null;
            if ((absolute ?? RelativeTime.Resolve(date.Of(key).Trim(), today)) is not { } period)
                continue;
            if (found is not null)
                return null;
            var (span, opened) = Opened(key, date, period);
            found = new AskedTime(span, date, opened, period, IsOfPublication(key, span), absolute is null);
        }

        return found;
    }

    /// <summary>The days that a text may tell of to tell of the time asked for.</summary>
    public Period Told => new(Named.From < Period.From ? Named.From : Period.From, Named.To > Period.To ? Named.To : Period.To);

    /// <summary>The question with its relative time told as a date, so that texts that give the date are found by it; else as it is.</summary>
    public string InDates(string text)
    {
        if (!IsRelative || Date != Span || DateName(Phrases.HasHan(text)) is not { } name)
            return text;
        return text[..Date.Start] + name + text[Date.End..];
    }

    string? DateName(bool chinese)
    {
        var (year, from) = (Period.From.Year, Period.From);
        if (Period == Period.Year(year))
            return chinese ? $"{year}年" : $"{year}";
        if (Period == Period.Month(year, from.Month))
            return chinese ? $"{year}年{from.Month}月" : from.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        if (!chinese)
            return null;
        return Period == Period.Months(year, 1, 6) ? $"{year}年上半年"
            : Period == Period.Months(year, 7, 12) ? $"{year}年下半年"
            : Period.From == Period.To ? $"{year}年{from.Month}月{from.Day}日" : null;
    }

    // 2020年以来, since 2020: from then on; 2020年以前, before 2020: until then.
    static (TextSpan Span, Period Period) Opened(string key, TextSpan date, Period period)
    {
        var behind = After().Match(key, date.End, Math.Min(6, key.Length - date.End));
        if (behind.Success)
            return (new TextSpan(date.Start, date.Length + behind.Length), key[date.End - 1] is '底' or '末' && behind.Groups["before"].Success ? period with { From = DateOnly.MinValue } : Opened(period, behind.Groups["since"].Success, behind.Groups["after"].Success));
        var before = Before().Match(key[..date.Start]);
        return before.Success
            ? (new TextSpan(before.Index, date.End - before.Index), Opened(period, before.Groups["since"].Success, before.Groups["after"].Success))
            : (date, period);
    }

    static Period Opened(Period period, bool since, bool after) =>
        since ? new Period(period.From, DateOnly.MaxValue)
        : after ? new Period(period.To == DateOnly.MaxValue ? period.To : period.To.AddDays(1), DateOnly.MaxValue)
        : new Period(DateOnly.MinValue, period.From == DateOnly.MinValue ? period.From : period.From.AddDays(-1));

    static bool IsOfPublication(string key, TextSpan span) =>
        Published().IsMatch(key.AsSpan(span.End, Math.Min(10, key.Length - span.End))) || PublishedBefore().IsMatch(key.AsSpan(0, span.Start));

    [GeneratedRegex("\\G(?:(?<since>以来|至今|起|开始)|(?<after>之后|以后)|(?<before>之前|以前))", RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex("(?:(?<since>\\bsince|自从?|从)|(?<after>\\bafter)|(?<before>\\bbefore|\\buntil)) ?$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("^的?(?:(?:发表|发布|刊登|刊发|登载)的?)?(?:报道|报导|新闻|文章|消息|帖子|稿件)", RegexOptions.CultureInvariant)]
    private static partial Regex Published();

    [GeneratedRegex("(?:published|reported|written|posted|articles?|reports?|news)(?: in| from| on)? ?$", RegexOptions.CultureInvariant)]
    private static partial Regex PublishedBefore();
}
