using System.Globalization;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// Other ways to write the dates and large numbers of a question, by which texts that write them so are found: 2024年4月18日 as 4月18日 and 2024-04-18, 64亿 as
/// 6.4 billion and 6.4B, and back.
/// </summary>
internal static class QuantityVariants
{
    static readonly string[] MonthNames = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>The variants of all quantities of a text, without what it has itself.</summary>
    public static List<string> Of(string text)
    {
        var variants = new List<string>();
        foreach (var quantity in QuantityRecognizer.Find(text))
        {
            if (quantity.Kind == QuantityKind.Date)
                AddDate(quantity.Date, variants);
            else if (quantity.Value is { } value && quantity.Kind is QuantityKind.Number or QuantityKind.Money or QuantityKind.Measure)
                AddNumber(value, variants);
        }

        variants.RemoveAll(variant => text.Contains(variant, StringComparison.OrdinalIgnoreCase));
        return [.. variants.Distinct(StringComparer.Ordinal)];
    }

    static void AddDate(string? date, List<string> variants)
    {
        if (date is null || date.Contains('/', StringComparison.Ordinal))
            return;
        var yearless = date.StartsWith("--", StringComparison.Ordinal) && !date.StartsWith("---", StringComparison.Ordinal);
        var parts = (yearless ? date[2..] : date).Split('-');
        var (year, month, day) = yearless ? (null, parts[0], parts.ElementAtOrDefault(1)) : (parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var monthNumber) || monthNumber is < 1 or > 12)
            return;
        var name = MonthNames[monthNumber - 1];
        if (!int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayNumber))
        {
            if (year is not null)
                variants.AddRange([$"{year}年{monthNumber}月", $"{name} {year}", $"{year}-{month}"]);
            return;
        }

        variants.AddRange([$"{monthNumber}月{dayNumber}日", $"{name} {dayNumber}"]);
        if (year is not null)
            variants.AddRange([$"{year}年{monthNumber}月{dayNumber}日", $"{year}-{month}-{day}", $"{year}/{monthNumber}/{dayNumber}"]);
    }

    static void AddNumber(decimal value, List<string> variants)
    {
        if (value < 10_000)
            return;
        foreach (var (unit, worth) in (ReadOnlySpan<(string, decimal)>)[("万", 1e4m), ("亿", 1e8m), (" million", 1e6m), (" billion", 1e9m), ("M", 1e6m), ("B", 1e9m)])
        {
            var count = value / worth;
            if (count >= 1 && count < 10_000 && decimal.Round(count, 2) == count)
                variants.Add(count.ToString("0.##", CultureInfo.InvariantCulture) + unit);
        }

        if (decimal.Truncate(value) == value && value < 1e12m)
            variants.AddRange([value.ToString("0", CultureInfo.InvariantCulture), value.ToString("#,0", CultureInfo.InvariantCulture)]);
    }
}
