namespace Tanyuan.Text.Quantities;

/// <summary>Reads dates in figures: 2024-04-18, 2024/4/18, 2024.04.18, 2024-04, 20240418, 4/18/2024, 2024Q1.</summary>
internal static class NumericDateReader
{
    public static DateReading? Read(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        if (text[at - 1] is '-' or '/' or '.' && char.IsAsciiDigit(text[at - 2]))
            return null;
        return (end - at) switch
        {
            4 => ReadFromYear(text, at, end),
            8 => ReadCompact(text, at, end),
            1 or 2 => ReadToYear(text, at, end),
            _ => null,
        };
    }

    static DateReading? ReadFromYear(in QuantityText text, int at, int end)
    {
        var year = NumberReader.Integer(text, at, end);
        if (year is < 1000 or > 2300)
            return null;
        if (text[end] == 'Q' && text[end + 1] is >= '1' and <= '4' && !text.IsLatin(end + 2))
            return new(end + 2, new() { Year = year, Period = $"Q{text[end + 1]}" });
        var separator = text[end];
        if (separator is not ('-' or '/' or '.'))
            return null;
        var month = text.EndOfDigits(end + 1);
        if (month - end is not (2 or 3) || NumberReader.Integer(text, end + 1, month) is not (>= 1 and <= 12 and var monthNumber))
            return null;
        var day = text[month] == separator ? text.EndOfDigits(month + 1) : month;
        if (day - month is 2 or 3 && IsDay(year, monthNumber, NumberReader.Integer(text, month + 1, day)) && !IsJoined(text, day, separator))
            return new(day, new() { Year = year, Month = monthNumber, Day = NumberReader.Integer(text, month + 1, day) });
        return separator != '.' && month - end == 3 && text[month] != separator && year is >= 1900 and < 2100 && !text.IsLatin(month) && !text.HasAny(month, "年", "月")
            ? new(month, new() { Year = year, Month = monthNumber })
            : null;
    }

    static DateReading? ReadCompact(in QuantityText text, int at, int end)
    {
        var (year, month, day) = (NumberReader.Integer(text, at, at + 4), NumberReader.Integer(text, at + 4, at + 6), NumberReader.Integer(text, at + 6, end));
        return year is >= 1900 and < 2100 && month is >= 1 and <= 12 && IsDay(year, month, day) && !text.IsLatin(end) && text[end] != '-'
            ? new(end, new() { Year = year, Month = month, Day = day })
            : null;
    }

    /// <summary>4/18/2024 or 18/4/2024; where either reading is possible only the year is certain.</summary>
    static DateReading? ReadToYear(in QuantityText text, int at, int end)
    {
        var separator = text[end];
        if (separator is not ('/' or '-'))
            return null;
        var second = text.EndOfDigits(end + 1);
        if (second - end is not (2 or 3) || text[second] != separator)
            return null;
        var last = text.EndOfDigits(second + 1);
        if (last - second != 5 || IsJoined(text, last, separator))
            return null;
        var (a, b, year) = (NumberReader.Integer(text, at, end), NumberReader.Integer(text, end + 1, second), NumberReader.Integer(text, second + 1, last));
        if (year is < 1900 or > 2100 || a is 0 or > 31 || b is 0 or > 31 || (a > 12 && b > 12))
            return null;
        return new(last, a > 12 ? new() { Year = year, Month = b, Day = a } : b > 12 || a == b ? new() { Year = year, Month = a, Day = b } : new() { Year = year });
    }

    static bool IsDay(int year, int month, int day) => day >= 1 && day <= DateTime.DaysInMonth(year, month);

    static bool IsJoined(in QuantityText text, int end, char separator) =>
        (text.IsLatin(end) && text[end] is not ('T' or 't')) || (text[end] == separator && text.IsLatin(end + 1));
}
