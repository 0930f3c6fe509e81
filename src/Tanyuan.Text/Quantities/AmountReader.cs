namespace Tanyuan.Text.Quantities;

/// <summary>
/// Reads what is a number with something to it: percentages, money, measures, durations and ordinals, alone or as a range
/// (<c>30%至40%</c>, <c>2.5万-3万美元</c>), and bare numbers. Chinese numerals alone are words more often than numbers, so they need a
/// unit, or places enough to be one.
/// </summary>
internal static class AmountReader
{
    /// <summary>Units that a single Chinese numeral makes a word of, as in 十分, 千里, 一度.</summary>
    const string WordUnits = "分平里度升寸尺两头口行道起处面类手例单步回瓦克样";

    const string DegreeRejects = "立员功为绩长本都熟果就交语因像效型体天品婚人";

    static readonly (string Sign, string Currency)[] Signs =
    [
        ("US$", "USD"), ("HK$", "HKD"), ("NT$", "TWD"), ("A$", "AUD"), ("C$", "CAD"), ("S$", "SGD"), ("R$", "BRL"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
        ("¥", "CNY"), ("￥", "CNY"), ("₩", "KRW"), ("₹", "INR"), ("₽", "RUB"), ("USD", "USD"), ("EUR", "EUR"), ("CNY", "CNY"), ("RMB", "CNY"),
        ("GBP", "GBP"), ("JPY", "JPY"), ("HKD", "HKD"), ("TWD", "TWD"), ("NTD", "TWD"), ("人民币", "CNY"), ("新台币", "TWD"), ("台币", "TWD"), ("港币", "HKD"),
        ("美金", "USD"), ("美元", "USD"), ("欧元", "EUR"), ("港元", "HKD"), ("日元", "JPY"), ("英镑", "GBP"),
    ];

    /// <summary>A number with the unit behind it.</summary>
    readonly record struct Amount(QuantityKind Kind, int Start, int End, NumberReading Number, decimal? Value, string? Unit);

    public static bool IsSign(char unit) => unit is '$' or '€' or '£' or '¥' or '￥' or '₩' or '₹' or '₽';

    public static Quantity? Read(in QuantityText text, int at)
    {
        if (ReadSigned(text, at) is { } signed)
            return signed;
        if (text[at] == '第')
            return ReadOrdinal(text, at);
        if (text.HasAny(at, "百分之", "千分之", "万分之"))
            return ReadShare(text, at);
        var start = text[at] == '-' ? at + 1 : at;
        if (NumberReader.Read(text, start) is not { } number)
            return text[at] == '半' ? ReadHalf(text, at) : null;
        return ReadAmount(text, at, number, start > at);
    }

    /// <summary>Reads an amount whose number is an English word, such as <c>two months</c>.</summary>
    public static Quantity? ReadEnglish(in QuantityText text, int at)
    {
        if (text.HasAny(at, "half a ", "Half a ", "half an ", "Half an "))
        {
            var unitAt = at + (text[at + 6] == ' ' ? 7 : 8);
            return UnitTable.Find(text, unitAt) is { Kind: QuantityKind.Duration or QuantityKind.Money } half
                ? new(half.Kind, at, unitAt + half.Surface.Length - at, 0.5m, half.Name, null)
                : null;
        }

        if (NumberReader.ReadEnglish(text, at) is not { } number)
            return null;
        var quantity = ReadAmount(text, at, number, false);
        return quantity is { Kind: QuantityKind.Number } && number.Value < 10 && !CountsThings(text, number) ? null : quantity;
    }

    /// <summary>Whether a plural follows a small English number, with one word between at most: <c>three new galleries</c>. Alone <c>one</c> and <c>two</c> count nothing.</summary>
    static bool CountsThings(in QuantityText text, NumberReading number)
    {
        var at = number.End;
        for (var words = 0; words < 2 && number.Value > 1 && text[at] == ' '; words++)
        {
            var start = at + 1;
            at = start;
            while (text[at] is >= 'a' and <= 'z')
                at++;
            if (at - start > 3 && text[at - 1] == 's' && text[at - 2] != 's')
                return true;
        }

        return false;
    }

    static Quantity? ReadAmount(in QuantityText text, int at, NumberReading number, bool negative)
    {
        if (text.Has(number.End, "分之") && NumberReader.Read(text, number.End + 2) is { Value: { } part } numerator && number.Value is > 0 and var whole)
            return new(QuantityKind.Percentage, at, numerator.End - at, decimal.Round(100 * part / whole, 4), "%", null);

        var first = ReadUnit(text, number);
        if (ReadRange(text, at, number, first) is { } range)
            return range;
        if (first is { } amount)
            return new(amount.Kind, at, amount.End - at, negative ? -amount.Value : amount.Value, amount.Unit, null) { Upper = Upper(amount) };
        return IsBareNumber(text, number) ? new(QuantityKind.Number, at, number.Length + (negative ? 1 : 0), negative ? -number.Value : number.Value, null, null) : null;
    }

    static decimal? Upper(Amount amount) => amount.Number.Upper is { } upper && amount.Value == amount.Number.Value ? upper : null;

    static bool IsBareNumber(in QuantityText text, NumberReading number)
    {
        if (number.Form is NumberForm.Digits or NumberForm.English)
            return !text.IsLatin(number.End);
        return number is { Form: NumberForm.Han, BareHead: false, Length: >= 3, Value: not null, Upper: null } && number.Value >= 20
            || (number is { Form: NumberForm.Han, BareHead: false, Length: 2, Value: >= 100 } && number.Multiplier > 1);
    }

    public static Quantity? ReadSigned(in QuantityText text, int at)
    {
        foreach (var (sign, signed) in Signs)
        {
            var currency = signed;
            if (!text.Has(at, sign))
                continue;
            var start = text.SkipBlank(at + sign.Length);
            if (text[start] is '$' or '¥' or '￥' && sign.Length > 1)
                start = text.SkipBlank(start + 1);
            if (NumberReader.Read(text, start) is not { } number || (number.Form != NumberForm.Digits && (!char.IsLetter(sign[0]) || number.Length < 2)))
                return null;
            number = ReadShortMultiplier(text, number);
            var end = number.End;
            if (UnitTable.Money(text, text.SkipBlank(end)) is { } repeated && !text.IsLatin(end))
                (end, currency) = (text.SkipBlank(end) + repeated.Surface.Length, repeated.Name == "CNY" ? currency : repeated.Name);
            var quantity = new Quantity(QuantityKind.Money, at, end - at, number.Value, currency, null);
            return ReadSignedRange(text, at, sign, number, end, currency) ?? quantity;
        }

        return null;
    }

    static Quantity? ReadSignedRange(in QuantityText text, int at, string sign, NumberReading low, int end, string currency)
    {
        var second = EndOfRangeMark(text, end);
        if (second == end)
            return null;
        second = text.SkipBlank(second);
        if (text.Has(second, sign))
            second = text.SkipBlank(second + sign.Length);
        if (!char.IsAsciiDigit(text[second]) || NumberReader.Read(text, second) is not { } high)
            return null;
        high = ReadShortMultiplier(text, high);
        if (text.IsLatin(high.End) || text[high.End] == '-')
            return null;
        var last = UnitTable.Money(text, text.SkipBlank(high.End)) is { } unit ? text.SkipBlank(high.End) + unit.Surface.Length : high.End;
        return new(QuantityKind.Money, at, last - at, Lower(low, high), currency, null) { Upper = high.Value };
    }

    /// <summary>K, M, B and bn count only in money: elsewhere they are names (4K, 7B).</summary>
    static NumberReading ReadShortMultiplier(in QuantityText text, NumberReading number)
    {
        var (length, multiplier) = text[number.End] switch
        {
            'K' or 'k' => (1, 1_000m),
            'M' or 'm' => (text[number.End + 1] == 'n' ? 2 : 1, 1_000_000m),
            'B' or 'b' => (text[number.End + 1] == 'n' ? 2 : 1, 1_000_000_000m),
            'T' or 't' => (text[number.End + 1] == 'n' ? 2 : 1, 1_000_000_000_000m),
            _ => (0, 1m),
        };
        return length == 0 || text.IsLatin(number.End + length) || number.Value > 1_000_000
            ? number
            : number with { End = number.End + length, Value = number.Value * multiplier, Multiplier = multiplier, Plain = false };
    }

    static Quantity? ReadShare(in QuantityText text, int at)
    {
        if (NumberReader.Read(text, at + 3) is not { } number)
            return null;
        var scale = text[at] switch
        {
            '百' => 1m,
            '千' => 0.1m,
            _ => 0.01m,
        };
        var mark = EndOfRangeMark(text, number.End);
        if (mark > number.End)
        {
            var second = text.Has(mark, "百分之") ? mark + 3 : mark;
            if (NumberReader.Read(text, second) is { } high && high.Value > number.Value)
                return new(QuantityKind.Percentage, at, high.End - at, number.Value * scale, "%", null) { Upper = high.Value * scale };
        }

        return new(QuantityKind.Percentage, at, number.End - at, number.Value * scale, "%", null);
    }

    static Quantity? ReadOrdinal(in QuantityText text, int at)
    {
        var start = text.SkipBlank(at + 1);
        if (NumberReader.Read(text, start) is not { } number || number.Value is null)
            return null;
        var han = number.Form != NumberForm.Digits;
        if (UnitTable.Find(text, han ? number.End : text.SkipBlank(number.End)) is { Kind: not QuantityKind.Money } unit && unit.Surface is not ("时" or "线"))
        {
            var end = (han ? number.End : text.SkipBlank(number.End)) + unit.Surface.Length;
            return new(QuantityKind.Number, at, end - at, number.Value, unit.Name, null);
        }

        // 第一 alone opens many words (第一时间, 第一线), and 第三方 is one.
        if (han && (number.Value == 1 ? char.IsLetter(text[number.End]) : text[number.End] is '方' or '者' or '产' or '世'))
            return null;
        return new(QuantityKind.Number, at, number.End - at, number.Value, null, null);
    }

    static Quantity? ReadHalf(in QuantityText text, int at)
    {
        if (text.LengthOfAny(at + 1, "个多月", "个月", "个小时", "个世纪", "个钟头", "个学期", "年", "小时", "天", "分钟", "秒") is > 0 and var length
            && UnitTable.Find(text, at + 1) is { } unit && text[at + 1 + length] is not ('级' or '夜' or '边'))
            return new(QuantityKind.Duration, at, 1 + unit.Surface.Length, 0.5m, unit.Name, null);
        if (UnitTable.Find(text, at + 1) is { Surface: "公里" or "吨" or "斤" or "公斤" or "米" or "亩" or "杯" or "瓶" or "数" } measure)
            return new(QuantityKind.Measure, at, 1 + measure.Surface.Length, 0.5m, measure.Name, null);
        return null;
    }

    static Quantity? ReadRange(in QuantityText text, int at, NumberReading low, Amount? first)
    {
        var from = first?.End ?? low.End;
        var mark = EndOfRangeMark(text, from);
        if (mark == from || low.Form == NumberForm.HanDigits)
            return null;
        var second = text.SkipBlank(mark);
        var high = low.Form == NumberForm.English ? NumberReader.ReadEnglish(text, second) : NumberReader.Read(text, second);
        if (high is not { } upper || ReadUnit(text, upper) is not { } last || upper.Form != low.Form)
            return null;
        if (first is { } opening && (opening.Kind != last.Kind || opening.Unit != last.Unit))
            return null;
        var lower = first is null ? Lower(low, upper) : first.Value.Value;
        if (lower > last.Value)
            return null;
        return new(last.Kind, at, last.End - at, lower, last.Unit, null) { Upper = last.Value };
    }

    /// <summary>The lower end of a range: in 2-3万 the multiplier belongs to both.</summary>
    static decimal? Lower(NumberReading low, NumberReading high) =>
        low.Multiplier == 1 && high.Multiplier > 1 && low.Value < high.Value / high.Multiplier ? low.Value * high.Multiplier : low.Value;

    /// <summary>The place behind the mark of a range, or the place itself where none stands.</summary>
    public static int EndOfRangeMark(in QuantityText text, int at)
    {
        if (text[at] is '-' or '~' or '–' or '—' or '至' or '到' or '〜')
            return text[at] == text[at + 1] && text[at] is '-' or '—' ? at + 2 : at + 1;
        if (text[at] == ' ')
        {
            if (text[at + 1] is '-' or '~' or '–' or '—' or '至' or '到')
                return at + 2;
            if (text.Has(at, " to "))
                return at + 4;
        }

        return at;
    }

    static Amount? ReadUnit(in QuantityText text, NumberReading number)
    {
        var at = number.Form is NumberForm.Digits or NumberForm.English ? text.SkipBlank(number.End) : number.End;
        if (ReadPercent(text, number, at) is { } percent)
            return percent;
        if (ReadCompound(text, number, at) is { } compound)
            return compound;
        if (at == number.End && text[at] == '-' && char.IsAsciiLetterLower(text[at + 1]))
            at++; // 3-hour, two-month
        if (UnitTable.Find(text, at) is not { } unit || IsWord(text, number, unit, at))
            return null;

        var end = at + unit.Surface.Length;
        var (kind, name, value) = (unit.Kind, unit.Name, number.Value);
        if (unit.Surface == "块" && UnitTable.IsCost(text, number.Start, end))
            (kind, name) = (QuantityKind.Money, "CNY");
        if (kind == QuantityKind.Money)
            (end, value) = ReadSmallMoney(text, unit, end, value);
        else if (kind == QuantityKind.Duration && unit.Surface is "年" or "天" or "周" && text[end] == '半')
            (end, value) = (end + 1, value + 0.5m);
        return new(kind, number.Start, end, number, value, name);
    }

    static Amount? ReadPercent(in QuantityText text, NumberReading number, int at)
    {
        var length = text.LengthOfAny(at, "个百分点", "百分点", "percentage points", "percentage point", "percent", "per cent", "pct", "%", "‰");
        if (length > 0)
        {
            var name = text[at] == '‰' ? "‰" : text[at + length - 1] == '点' || text.Has(at, "percentage") ? "百分点" : "%";
            return new(QuantityKind.Percentage, number.Start, at + length, number, number.Value, name);
        }

        if (text[at] == '成' && number.Value is < 10 or null && number.Form != NumberForm.HanDigits && !DegreeRejects.Contains(text[at + 1]) && !text.Has(at, "成不变") && !text.Has(at, "成分"))
        {
            var half = text[at + 1] == '半' ? 1 : 0;
            return new(QuantityKind.Percentage, number.Start, at + 1 + half, number, (number.Value * 10) + (half * 5), "%");
        }

        return null;
    }

    /// <summary>个半月, 个半小时.</summary>
    static Amount? ReadCompound(in QuantityText text, NumberReading number, int at)
    {
        var length = text.LengthOfAny(at, "个半月", "个半小时", "个半钟头", "个半世纪", "个半星期");
        return length == 0 ? null : new(QuantityKind.Duration, number.Start, at + length, number, number.Value + 0.5m, text[at + 2] switch
        {
            '月' => "月",
            '世' => "世纪",
            '星' => "周",
            _ => "小时",
        });
    }

    /// <summary>元 may go on with 角 and 分, with 人民币, or with the digits of 12块5.</summary>
    static (int End, decimal? Value) ReadSmallMoney(in QuantityText text, Unit unit, int end, decimal? value)
    {
        if (unit.Surface is not ("元" or "块"))
            return (end, value);
        foreach (var (name, worth) in new[] { ('角', 0.1m), ('毛', 0.1m), ('分', 0.01m) })
        {
            if (NumberReader.Read(text, end) is { Value: < 100 and var small } part && text[part.End] == name && part.Length <= 2)
                (end, value) = (part.End + 1, value + (small * worth));
        }

        return (end, value);
    }

    /// <summary>Whether number and unit together are a word rather than a quantity: 一个, 一些, 十分, 百年, 5A股.</summary>
    static bool IsWord(in QuantityText text, NumberReading number, Unit unit, int at)
    {
        if (number.Form == NumberForm.English)
            return unit.Counter || (number.Value == 1 && unit.Kind != QuantityKind.Duration);
        if (number.Form == NumberForm.Digits)
            return false;
        if (number.BareHead && number.Length == 1)
            return true;
        if (number.Length > 1 && number.Form != NumberForm.HanDigits)
            return false;
        if (number.Form == NumberForm.HanDigits)
            return number.Length < 2 || unit.Counter;
        var single = text[number.Start];
        if (single == '四' && unit.Surface == "周")
            return true; // all around
        if (single == '一' && (unit.Counter || (unit.Kind == QuantityKind.Duration && text[number.Start - 1] is '有' or '某' or '每' or '这' or '那' or '哪' or '同' or '第')))
            return true;
        return unit.Surface.Length == 1 && WordUnits.Contains(unit.Surface[0]);
    }
}
