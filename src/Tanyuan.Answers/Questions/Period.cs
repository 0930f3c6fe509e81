using System.Globalization;

namespace Tanyuan.Answers.Questions;

/// <summary>A stretch of days, both ends included. An open end is the first or last day there is.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
internal readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>Reads a date as <see cref="Text.Quantities.Quantity.Date"/> writes it; null for one without a year or before the year 1.</summary>
    public static Period? Parse(string date)
    {
        var parts = date.Split('/');
        if (One(parts[0]) is not { } first)
            return null;
        return parts.Length == 1 ? first : One(parts[1]) is { } last && last.To >= first.From ? new Period(first.From, last.To) : null;
    }

    /// <summary>A whole year.</summary>
    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>A whole month.</summary>
    public static Period Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>Some months of a year, both included.</summary>
    public static Period Months(int year, int first, int last) => new(new DateOnly(year, first, 1), Month(year, last).To);

    /// <summary>Whether both have a day in common.</summary>
    public bool Overlaps(Period other) => From <= other.To && other.From <= To;

    /// <summary>The period in ISO 8601: a year, a month or a day where it is one, else its ends parted by a slash, an open end as two dots.</summary>
    public override string ToString()
    {
        if (this == Year(From.Year))
            return From.ToString("yyyy", CultureInfo.InvariantCulture);
        if (this == Month(From.Year, From.Month))
            return From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return From == To ? Day(From) : $"{Day(From)}/{Day(To)}";
    }

    static string Day(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? ".." : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Period? One(string date)
    {
        if (date.Length < 4 || !char.IsAsciiDigit(date[0]) || !char.IsAsciiDigit(date[1]))
            return null;
        if (date.Length == 4 && date[3] == 'X')
        {
            var first = int.Parse(date.Replace('X', '0'), CultureInfo.InvariantCulture);
            var length = date[2] == 'X' ? 100 : 10;
            return first == 0 ? null : new Period(Year(first).From, Year(first + length - 1).To);
        }

        if (!int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
            return null;
        return date.AsSpan(4) switch
        {
            "" => Year(year),
            ['-', 'Q', >= '1' and <= '4' and var quarter] => Months(year, (3 * (quarter - '0')) - 2, 3 * (quarter - '0')),
            ['-', 'H', '1'] => Months(year, 1, 6),
            ['-', 'H', '2'] => Months(year, 7, 12),
            ['-', _, _] => MonthOf(date, year),
            _ => DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Period(day, day) : null,
        };
    }

    static Period? MonthOf(string date, int year) =>
        int.TryParse(date.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12 ? Month(year, month) : null;
}
