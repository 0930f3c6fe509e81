using System.Globalization;

namespace Tanyuan.Text.Quantities;

/// <summary>What is known of a date: year, month and day, or a period of a year, decade or century.</summary>
internal readonly record struct DateParts
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>A part of a year such as Q1 or H2.</summary>
    public string? Period { get; init; }

    /// <summary>A decade or century, whole: 199X, 18XX.</summary>
    public string? Era { get; init; }

    /// <summary>The ISO 8601 form at the precision known; null when nothing absolute is known.</summary>
    public string? Iso
    {
        get
        {
            if (Era is not null)
                return Era;
            var year = Year is { } known ? known < 0 ? "-" + (-known).ToString("D4", CultureInfo.InvariantCulture) : known.ToString("D4", CultureInfo.InvariantCulture) : null;
            if (Period is not null)
                return year is null ? null : $"{year}-{Period}";
            return (year, Month, Day) switch
            {
                (null, null, null) => null,
                (null, null, { } day) => string.Create(CultureInfo.InvariantCulture, $"---{day:D2}"),
                (null, { } month, null) => string.Create(CultureInfo.InvariantCulture, $"--{month:D2}"),
                (null, { } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"--{month:D2}-{day:D2}"),
                (_, { } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}-{day:D2}"),
                (_, { } month, null) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}"),
                _ => year,
            };
        }
    }

    /// <summary>The end of a range that begins with <paramref name="start"/>: what it leaves out is as there.</summary>
    public DateParts After(DateParts start) => Era is not null || Year is not null ? this
        : Month is not null || Period is not null ? this with { Year = start.Year }
        : this with { Year = start.Year, Month = start.Month };
}
