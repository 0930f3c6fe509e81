namespace Tanyuan.Text.Quantities;

/// <summary>
/// Reads Chinese dates and periods: 2024年4月18日, 二〇二四年, 民國112年, 公元前221年, 19世紀, 1990年代, 第一季度, 上半年, 去年12月,
/// 上月, 昨天, 周三, and ranges of them. Parts that follow each other are one date; a range is two.
/// </summary>
internal static class ChineseDateReader
{
    static readonly (string Name, int Before)[] Eras =
        [("民国", 1911), ("公元", 0), ("西元", 0), ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867),
        ("宣统", 1908), ("光绪", 1874), ("同治", 1861), ("咸丰", 1850), ("道光", 1820), ("嘉庆", 1795), ("乾隆", 1735), ("雍正", 1722), ("康熙", 1661), ("顺治", 1643),
        ("崇祯", 1627), ("天启", 1620), ("万历", 1572), ("隆庆", 1566), ("嘉靖", 1521), ("正德", 1505), ("弘治", 1487), ("成化", 1464), ("景泰", 1449), ("宣德", 1425),
        ("永乐", 1402), ("洪武", 1367), ("天宝", 741), ("开元", 712), ("永徽", 649), ("贞观", 626), ("武德", 617), ("大业", 604), ("开皇", 580)];

    static readonly string[] RelativeYears = ["去年", "今年", "明年", "前年", "后年", "本年", "当年", "同年", "次年", "翌年"];

    static readonly string[] RelativeMonths = ["上个月", "这个月", "下个月", "上月", "本月", "下月", "当月", "同月", "次月"];

    static readonly string[] RelativeDays =
    [
        "昨天", "今天", "明天", "前天", "后天", "昨日", "今日", "明日", "前日", "次日", "翌日", "昨晚", "今晚", "明晚", "昨夜", "今早", "今晨", "明早", "大前天", "大后天",
        "上半年", "下半年", "上个世纪", "上世纪", "本世纪", "上周末", "本周末", "下周末", "这周末", "上个星期", "下个星期", "这个星期", "上星期", "下星期", "本星期", "上周", "本周", "下周", "这周", "上个季度", "上季度", "本季度", "下季度", "月底", "月初", "年底", "年初", "周末",
    ];

    static readonly string[] Weeks = ["上个星期", "下个星期", "这个星期", "上星期", "下星期", "本星期", "星期", "礼拜", "上周", "本周", "下周", "这周", "周"];

    public static DateReading? Read(in QuantityText text, int at)
    {
        if (ReadYearRange(text, at) is { } years)
            return years;
        return ReadOne(text, at);
    }

    /// <summary>Reads the date behind a range mark: it must say at least as much as a day, month or year and no relative word.</summary>
    public static DateReading? ReadAbsolute(in QuantityText text, int at) => ReadCentury(text, at) ?? ReadYear(text, at) ?? ReadMonth(text, at) ?? ReadDay(text, at, inMonth: true);

    static DateReading? ReadOne(in QuantityText text, int at) =>
        ReadEra(text, at) ?? ReadRelativeYear(text, at) ?? ReadCentury(text, at) ?? ReadYear(text, at) ?? ReadMonth(text, at)
        ?? ReadPeriod(text, at, withYear: false) ?? ReadWeekday(text, at) ?? ReadRelative(text, at) ?? ReadDay(text, at, inMonth: false);

    static DateReading? ReadEra(in QuantityText text, int at)
    {
        foreach (var (name, before) in Eras)
        {
            if (!text.Has(at, name))
                continue;
            var start = at + name.Length;
            var negative = text[start] == '前' && before == 0;
            start = text.SkipBlank(negative ? start + 1 : start);
            var first = text.Has(start, "元年");
            if (!first && NumberReader.Read(text, start) is not { Value: > 0 and < 3000 })
                return null;
            var number = first ? new NumberReading(start, start + 1, 1, NumberForm.Han) : NumberReader.Read(text, start)!.Value;
            var end = text.SkipBlank(number.End);
            var year = (int)number.Value!.Value;
            if (text.Has(end, "世纪"))
                return new(end + 2, new() { Era = negative ? null : (year - 1).ToString("D2", null) + "XX" });
            if (text[end] != '年')
                return null;
            return ReadPartOfYear(text, end + 1, new() { Year = negative ? 1 - year : year + before });
        }

        return null;
    }

    static DateReading? ReadRelativeYear(in QuantityText text, int at)
    {
        var length = text.LengthOfAny(at, RelativeYears);
        if (length == 0)
            return null;
        var part = ReadPartOfYear(text, at + length, default);
        // 当年 and 同年 point back at a year named before: on their own they say nothing.
        return part.End == at + length && text[at] is '当' or '同' or '次' or '翌' or '本' ? null : part;
    }

    /// <summary>Reads 19世纪, 20世纪90年代, 上世纪八十年代, 1990年代, 90年代.</summary>
    static DateReading? ReadCentury(in QuantityText text, int at)
    {
        var century = 0;
        var end = at;
        if (text.LengthOfAny(at, "上个世纪", "上世纪", "本世纪") is > 0 and var named)
        {
            century = text[at] == '上' ? 19 : 20;
            end = at + named;
        }
        else if (NumberReader.Read(text, at) is { Value: > 0 and < 40 and var number, Length: <= 3 } reading && text.Has(text.SkipBlank(reading.End), "世纪"))
        {
            century = (int)number - 1;
            end = text.SkipBlank(reading.End) + 2;
        }

        var start = end;
        if (start > at && ReadDecades(text, start, century) is { } decades)
            return decades;
        if (NumberReader.Read(text, start) is { Value: >= 0 and < 3000 and var value } decade && text.Has(text.SkipBlank(decade.End), "年代"))
        {
            var year = (int)value;
            end = text.SkipBlank(decade.End) + 2;
            if (year >= 100)
                return start > at || year < 1000 ? null : new(end, new() { Era = $"{year / 10:D3}X" });
            return year % 10 != 0 ? null : new(end, new() { Era = $"{(century > 0 ? century : year >= 30 ? 19 : 20):D2}{year / 10}X" });
        }

        if (end == at)
            return null;
        end += text.LengthOfAny(end, "末期", "末", "初期", "初", "中叶", "中期", "后期", "前期");
        return new(end, char.IsAsciiDigit(text[at]) || HanNumberReader.Begins(text[at]) && text[at] != '上' ? new() { Era = $"{century:D2}XX" } : default);
    }

    /// <summary>Reads 50到60年代 behind its century.</summary>
    static DateReading? ReadDecades(in QuantityText text, int at, int century)
    {
        if (NumberReader.Read(text, at) is not { Value: >= 0 and < 100 and var from } first || from % 10 != 0)
            return null;
        var mark = AmountReader.EndOfRangeMark(text, first.End);
        return mark > first.End && NumberReader.Read(text, mark) is { Value: >= 0 and < 100 and var to } last && to % 10 == 0 && text.Has(last.End, "年代")
            ? new(last.End + 2, new() { Era = $"{century:D2}{(int)from / 10}X" }) { Last = new DateParts { Era = $"{century:D2}{(int)to / 10}X" } }
            : null;
    }

    static DateReading? ReadYear(in QuantityText text, int at)
    {
        if (NumberReader.Read(text, at) is not { Value: { } value } number)
            return null;
        var end = text.SkipBlank(number.End);
        if (text[end] != '年' || value != decimal.Truncate(value) || text[end + 1] is '级')
            return null;
        var year = (int)Math.Min(value, 9999);
        var written = number is { Form: NumberForm.Digits, Plain: true } or { Form: NumberForm.HanDigits };
        if (written && number.Length == 4 && year is >= 1000 and < 2300)
            return IsSpan(text, end + 1, year) ? null : ReadPartOfYear(text, end + 1, new() { Year = year });

        // Two digits are a year where a month follows, and with a nought in front.
        if (!written || number.Length != 2)
            return null;
        var full = year < 50 ? 2000 + year : 1900 + year;
        if (ReadMonth(text, text.SkipBlank(end + 1)) is { Parts.Month: not null } month && text[text.SkipBlank(end + 1)] != '第')
            return month with { Parts = month.Parts with { Year = full } };
        return text[at] == '0' && !IsSpan(text, end + 1, full) ? ReadPartOfYear(text, end + 1, new() { Year = full }) : null;
    }

    /// <summary>Whether 年 ends a length of time (3000年历史), not a year.</summary>
    static bool IsSpan(in QuantityText text, int at, int year) =>
        text.HasAny(at, "历史", "的历史", "之久", "以上", "寿命", "间隔") || (year is < 1900 or > 2100 && text.HasAny(at, "前", "来", "后", "左右"));

    static DateReading ReadPartOfYear(in QuantityText text, int at, DateParts parts)
    {
        var start = text.SkipBlank(at);
        if (ReadMonth(text, start) is { } month)
            return month with { Parts = month.Parts with { Year = parts.Year } };
        if (text[at] == '的')
            start = at + 1;
        if (ReadPeriod(text, start, withYear: true) is { } period)
            return period with { Parts = period.Parts with { Year = parts.Year } };
        var season = text.LengthOfAny(at, "春季", "夏季", "秋季", "冬季", "年底", "年初", "底", "末", "初", "年中");
        if (season == 1 && text[at + 1] is '部' or '层' or '线' or '次' or '步' or '中' or '级' or '期')
            season = 0;
        return new(at + season, parts);
    }

    static DateReading? ReadPeriod(in QuantityText text, int at, bool withYear)
    {
        if (text.Has(at, "上半年"))
            return new(at + 3, new() { Period = "H1" });
        if (text.Has(at, "下半年"))
            return new(at + 3, new() { Period = "H2" });
        if (text.Has(at, "前三季度") || text.Has(at, "前三季"))
            return new(at + (text[at + 3] == '度' ? 4 : 3), new() { Period = "Q1" }) { Last = new DateParts { Period = "Q3" } };
        if (withYear && text[at] == 'Q' && text[at + 1] is >= '1' and <= '4' && !text.IsLatin(at + 2))
            return new(at + 2, new() { Period = $"Q{text[at + 1]}" });
        var start = text[at] == '第' ? text.SkipBlank(at + 1) : at;
        if (NumberReader.Read(text, start) is not { Value: >= 1 and <= 4 and var quarter, Length: 1 } number)
            return null;
        var end = text.SkipBlank(number.End);
        if (text.Has(end, "季度") && (start > at || number.Form != NumberForm.Digits || withYear))
            return new(end + 2, new() { Period = $"Q{(int)quarter}" });
        return withYear && text[end] == '季' && text[end + 1] != '节' ? new(end + 1, new() { Period = $"Q{(int)quarter}" }) : null;
    }

    static DateReading? ReadMonth(in QuantityText text, int at)
    {
        if (text.LengthOfAny(at, RelativeMonths) is > 0 and var length)
        {
            var vague = text[at] is '当' or '同' or '次';
            var relative = ReadMonthPart(text, at + length, default);
            return vague && relative.End == at + length ? null : relative;
        }

        if (NumberReader.Read(text, at) is not { Value: >= 1 and <= 12 and var value } number || number.Length > 2 || value != decimal.Truncate(value)
            || number.Form is NumberForm.Digits && !number.Plain)
            return null;
        var end = text.SkipBlank(number.End);
        if (text[end] != '月')
            return ReadMonthRange(text, at, (int)value, number);
        if (text[end + 1] is '饼' or '球' or '亮' or '光' or '色' or '嫂' or '经' or '薪' or '台' or '子' or '圆' or '相' || (text[end + 1] == '票' && text[end + 2] != '房'))
            return null;
        return ReadMonthPart(text, text[end + 1] == '份' ? end + 2 : end + 1, new() { Month = (int)value });
    }

    /// <summary>3至5月: the first month stands without its 月.</summary>
    static DateReading? ReadMonthRange(in QuantityText text, int at, int month, NumberReading number)
    {
        var mark = AmountReader.EndOfRangeMark(text, number.End);
        if (mark == number.End || NumberReader.Read(text, mark) is not { Value: >= 1 and <= 12 and var last, Length: <= 2 } second || text[second.End] != '月'
            || last <= month || char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '-' or '/' || ReadDay(text, second.End + 1, inMonth: true) is not null)
            return null;
        var end = text[second.End + 1] == '份' ? second.End + 2 : second.End + 1;
        return new(end, new() { Month = month }) { Last = new DateParts { Month = (int)last } };
    }

    static DateReading ReadMonthPart(in QuantityText text, int at, DateParts parts)
    {
        if (ReadDay(text, text.SkipBlank(at), inMonth: true) is { } day)
            return day with { Parts = parts with { Day = day.Parts.Day } };
        var part = text.LengthOfAny(at, "上旬", "中旬", "下旬", "底", "末", "初");
        if (part == 1 && text[at + 1] is '部' or '层' or '线' or '次' or '步' or '中' or '级' or '期')
            part = 0;
        return new(at + part, parts);
    }

    static DateReading? ReadDay(in QuantityText text, int at, bool inMonth)
    {
        if (NumberReader.Read(text, at) is not { Value: >= 1 and <= 31 and var value } number || number.Length > 3 || value != decimal.Truncate(value)
            || (number.Form == NumberForm.Digits && !number.Plain) || number.Upper is not null)
            return null;
        var end = text.SkipBlank(number.End);
        if (text[end] is not ('日' or '号'))
        {
            // 9月12-15日, 9月12日至15日: the caller reads on from the first day.
            var mark = AmountReader.EndOfRangeMark(text, number.End);
            return inMonth && mark > number.End && NumberReader.Read(text, mark) is { Value: <= 31, Length: <= 3 } last && text[last.End] is '日' or '号' && last.Value > value
                ? new(number.End, new() { Day = (int)value })
                : null;
        }

        if (!inMonth && (text[end] == '号' || number.Form != NumberForm.Digits || text[end + 1] is '元' or '圆' or '语' or '夜' or '益' or '子' || (text[end + 1] == '本' && !text.HasAny(end + 1, "本报", "本次", "本周", "本届", "本刊"))))
            return null;
        return new(end + 1, new() { Day = (int)value });
    }

    static DateReading? ReadWeekday(in QuantityText text, int at)
    {
        var length = text.LengthOfAny(at, Weeks);
        if (length == 0)
            return null;
        var end = at + length;
        if (text[end] is not ('一' or '二' or '三' or '四' or '五' or '六' or '日' or '天') || (length == 1 && text[end] == '天'))
            return null;
        if (length == 1 && (text[end + 1] is '围' or '岁' or '年' or '期' or '刊' or '边' || text[at - 1] is '一' or '每' or '两' or '几' or '数' or '四' || char.IsAsciiDigit(text[at - 1])))
            return null;
        return new(end + 1, default);
    }

    static DateReading? ReadRelative(in QuantityText text, int at)
    {
        var length = text.LengthOfAny(at, RelativeDays);
        if (length == 0 || text.HasAny(at, "今日头条", "后天性", "周末版"))
            return null;
        if (text[at + length - 1] == '周' && text[at + length] is '期' or '转' or '边' or '刊' or '岁' or '年')
            return null;
        return new(at + length, default);
    }

    static DateReading? ReadYearRange(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        if (end - at != 4)
            return null;
        var mark = AmountReader.EndOfRangeMark(text, end);
        var last = text.EndOfDigits(text.SkipBlank(mark));
        if (mark == end || last - text.SkipBlank(mark) != 4)
            return null;
        var (from, to) = (NumberReader.Integer(text, at, end), NumberReader.Integer(text, last - 4, last));
        if (from is < 1000 or > 2300 || to < from || to > 2300 || text[last] is '-' or '.' || text.IsLatin(last))
            return null;
        var close = text.SkipBlank(last);
        if (text[close] == '年' && text[close + 1] is not ('代' or '级'))
            return new(text[close + 1] == '度' ? close + 2 : close + 1, new() { Year = from }) { Last = new DateParts { Year = to } };
        return from >= 1800 && to < 2100 && text[mark - 1] is '-' or '–' or '—' ? new(last, new() { Year = from }) { Last = new DateParts { Year = to } } : null;
    }
}
