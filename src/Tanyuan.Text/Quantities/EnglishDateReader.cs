namespace Tanyuan.Text.Quantities;

/// <summary>
/// Reads English dates: April 18, 2024; 18 April 2024; Apr. 18; April 2024; Thursday; Thu, 18 Apr 2024; last year; the 1990s;
/// 19th century; first quarter of 2024; in 2024. May, March and the short names count only next to a number.
/// </summary>
internal static class EnglishDateReader
{
    static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    static readonly string[] Prepositions =
        ["in ", "In ", "since ", "Since ", "by ", "By ", "until ", "Until ", "from ", "From ", "during ", "During ", "before ", "Before ", "after ", "After ", "early ", "Early ", "late ", "Late ", "mid-", "of ", "and ", "year ", "through ", "around ", "circa "];

    static readonly string[] Relative =
    [
        "yesterday", "today", "tomorrow", "last year", "this year", "next year", "last month", "this month", "next month", "last week", "this week", "next week", "last quarter",
        "this quarter", "next quarter", "last night", "last decade", "last century", "last weekend", "this weekend", "next weekend",
    ];

    static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    public static DateReading? ReadWord(in QuantityText text, int at)
    {
        if (ReadWeekday(text, at) is { } weekday)
            return weekday;
        if (ReadMonthFirst(text, at) is { } date)
            return date;
        if (ReadPeriod(text, at) is { } period)
            return period;
        foreach (var word in Relative)
        {
            var start = char.ToLowerInvariant(text[at]) == word[0] && text.Has(at + 1, word[1..]) ? at + word.Length : 0;
            if (start > 0 && !text.IsLatin(start))
                return new(start, default);
        }

        if (text.HasAny(at, "last ", "Last ", "this ", "This ", "next ", "Next ") && (FullDay(text, at + 5) is > 0 and var day))
            return new(at + 5 + day, default);
        return null;
    }

    /// <summary>Reads 18 April 2024, 18th of April, 19th century, 1990s, and the year that a preposition stands before.</summary>
    public static DateReading? ReadNumber(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        if (end - at == 4)
            return ReadYear(text, at, end);
        if (end - at is not (1 or 2))
            return null;
        var number = NumberReader.Integer(text, at, end);
        var suffix = text.LengthOfAny(end, "st", "nd", "rd", "th");
        end += suffix;
        if (suffix > 0 && text.LengthOfAny(end, " century", " Century", "-century") is > 0 and var century && number > 0)
            return new(end + century, new() { Era = $"{number - 1:D2}XX" });
        if (text.Has(end, " of "))
            end += 3;
        if (text[end] != ' ' || number is 0 or > 31 || Month(text, end + 1, out var length) is not { } month)
            return null;
        end += 1 + length;
        return WithYear(text, end, new() { Month = month, Day = number });
    }

    static DateReading? ReadYear(in QuantityText text, int at, int end)
    {
        var year = NumberReader.Integer(text, at, end);
        if (year is < 1000 or > 2100)
            return null;
        if (text[end] == 's' && !text.IsLatin(end + 1) && year % 10 == 0)
            return new(end + 1, new() { Era = $"{year / 10}X" });
        if (text.IsLatin(end) || text[end] is '-' or '.' or '/' or ',' && char.IsAsciiDigit(text[end + 1]) || UnitTable.Find(text, text.SkipBlank(end)) is not null)
            return null;
        foreach (var word in Prepositions)
        {
            if (text.Has(at - word.Length, word) && !text.IsLatin(at - word.Length - 1))
                return new(end, new() { Year = year });
        }

        return null;
    }

    static DateReading? ReadMonthFirst(in QuantityText text, int at)
    {
        if (Month(text, at, out var length) is not { } month)
            return null;
        var end = at + length;
        var full = length > 4 && month != 3;
        var start = text.SkipBlank(end);
        var digits = text.EndOfDigits(start);
        if (digits - start is 1 or 2 && start > end && NumberReader.Integer(text, start, digits) is >= 1 and <= 31 and var day)
        {
            digits += text.LengthOfAny(digits, "st", "nd", "rd", "th");
            if (!text.IsLatin(digits))
                return WithYear(text, digits, new() { Month = month, Day = day });
        }

        var alone = new DateReading(end, new() { Month = month });
        var dated = WithYear(text, end, alone.Parts);
        return dated.End > end ? dated : full && !text.IsLatin(end) && text[end] != '-' ? alone : null;
    }

    static DateReading WithYear(in QuantityText text, int end, DateParts parts)
    {
        var start = text.SkipBlank(text[end] == ',' ? end + 1 : text.Has(end, " of") ? end + 3 : end);
        var digits = text.EndOfDigits(start);
        return digits - start == 4 && start > end && NumberReader.Integer(text, start, digits) is >= 1000 and <= 2100 and var year && !text.IsLatin(digits)
            ? new(digits, parts with { Year = year })
            : new(end, parts);
    }

    static DateReading? ReadWeekday(in QuantityText text, int at)
    {
        var length = FullDay(text, at);
        var brief = length == 0;
        if (brief)
        {
            foreach (var day in Days)
            {
                if (text.Has(at, day[..3]))
                    length = text.Has(at, "Tues") || text.Has(at, "Thur") ? 4 : 3;
            }

            length += text.Has(at, "Thurs") ? 1 : 0;
        }

        var end = at + length;
        if (length == 0 || text.IsLatin(end))
            return null;
        var next = text.SkipBlank(text[end] is ',' or '.' ? end + 1 : end);
        if (next > end && ((char.IsAsciiDigit(text[next]) ? ReadNumber(text, next) : ReadMonthFirst(text, next)) is { Parts.Day: not null } date))
            return date;
        return brief && !(text[at] is 'M' or 'T' or 'W' or 'F' && text[end] is '.' or ',' or ')') ? brief && text[at] is 'T' or 'W' or 'F' ? new(end, default) : null : new(end, default);
    }

    static int FullDay(in QuantityText text, int at)
    {
        foreach (var day in Days)
        {
            if (text.Has(at, day))
                return day.Length;
        }

        return 0;
    }

    /// <summary>Reads first quarter (of 2024), first half of 2024, Q1 2024.</summary>
    static DateReading? ReadPeriod(in QuantityText text, int at)
    {
        if (text[at] == 'Q' && text[at + 1] is >= '1' and <= '4' && !text.IsLatin(at + 2))
            return WithYear(text, at + 2, new() { Period = $"Q{text[at + 1]}" });
        for (var i = 0; i < Ordinals.Length; i++)
        {
            var end = at + Ordinals[i].Length;
            if (char.ToLowerInvariant(text[at]) != Ordinals[i][0] || !text.Has(at + 1, Ordinals[i][1..]))
                continue;
            if (text.Has(end, " quarter") && !text.IsLatin(end + 8))
                return WithYear(text, end + 8, new() { Period = $"Q{i + 1}" });
            if (i < 2 && text.Has(end, " half of ") && WithYear(text, end + 5, new() { Period = $"H{i + 1}" }) is { Parts.Year: not null } half)
                return half;
        }

        return null;
    }

    static int? Month(in QuantityText text, int at, out int length)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            var name = Months[month];
            if (text[at] != name[0] || !text.Has(at, name[..3]))
                continue;
            length = text.Has(at, name) ? name.Length : month == 8 && text.Has(at, "Sept") ? 4 : 3;
            if (text.IsLatin(at + length))
                break;
            if (length < name.Length && text[at + length] == '.')
                length++;
            return month + 1;
        }

        length = 0;
        return null;
    }
}
