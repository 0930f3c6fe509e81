namespace Tanyuan.Text.Quantities;

/// <summary>
/// Reads Chinese numerals: with places (<c>三百二十</c>, <c>一万五</c>), digit by digit (<c>二〇二四</c>), two neighbours for a range
/// (<c>七八十</c>, <c>三四百</c>), with a fraction (<c>三点五亿</c>), and indefinite (<c>几十</c>, <c>十多万</c>, <c>上百</c>).
/// </summary>
internal static class HanNumberReader
{
    const int Longest = 24;

    /// <summary>Characters before 上 which make it part of another word, as in 网上.</summary>
    const string UpperWords = "以晚早网线身加路马世史之地天海楼台桌岸山车船会事实基本手心脸历晚";

    public static NumberReading? Read(in QuantityText text, int at)
    {
        if (text[at] is '几' or '数' || (text[at] == '上' && text[at + 1] is '百' or '千' or '万' or '亿' && !UpperWords.Contains(text[at - 1])))
            return ReadIndefinite(text, at);
        if (Digit(text[at]) is { } low && Digit(text[at + 1]) is { } high && (high == low + 1 || (low, high) is (3, 5)) && low > 0 && Digit(text[at + 2]) is null)
        {
            if (ReadPlaces(text, at + 1) is { } upper)
                return upper with { Start = at, Value = upper.Value * low / high, Upper = upper.Value };
        }

        var digits = EndOfNumerals(text, at);
        if (digits - at >= 3 || (digits - at == 2 && Place(text[digits]) == 0))
            return new(at, digits, DigitValue(text, at, digits), NumberForm.HanDigits);
        return ReadPlaces(text, at);
    }

    public static int? Digit(char unit) => unit switch
    {
        '〇' or '零' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => null,
    };

    public static bool Begins(char unit) => unit is '几' or '数' or '上' || Digit(unit) is not null || Place(unit) > 0 || unit is '廿' or '卅';

    static long Place(char unit) => unit switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    /// <summary>The end of numerals that stand one after the other without places; 两 and 〇 at the front do not make such a number.</summary>
    static int EndOfNumerals(in QuantityText text, int at)
    {
        var end = at;
        while (end - at < Longest && Digit(text[end]) is not null && text[end] != '两')
            end++;
        return end;
    }

    static decimal DigitValue(in QuantityText text, int start, int end)
    {
        decimal value = 0;
        for (var i = start; i < end; i++)
            value = (value * 10) + Digit(text[i])!.Value;
        return value;
    }

    static NumberReading? ReadIndefinite(in QuantityText text, int at)
    {
        var end = at + 1;
        while (Place(text[end]) > 0 && end - at < 5)
            end++;
        if (end == at + 1)
            return null;
        end += NumberReader.OpenLength(text, end, null);
        return new(at, end, null, NumberForm.Han);
    }

    static NumberReading? ReadPlaces(in QuantityText text, int at)
    {
        decimal total = 0;
        decimal section = 0;
        decimal pending = -1;
        long lastPlace = 0;
        var zero = false;
        var opened = false;
        var end = at;
        for (; end - at < Longest; end++)
        {
            var unit = text[end];
            if (Digit(unit) is { } digit)
            {
                if (pending > 0 || (digit == 0 && end == at))
                    break;
                zero |= digit == 0;
                pending = digit == 0 ? -1 : digit;
            }
            else if (unit is '廿' or '卅' && pending < 0 && section == 0)
            {
                section = unit == '廿' ? 20 : 30;
                (lastPlace, zero) = (10, true);
            }
            else if (Place(unit) is > 0 and var place)
            {
                if (!Take(place, end == at))
                    break;
            }
            else if (!opened && pending < 0 && end > at && NumberReader.OpenLength(text, end, total + section) > 0)
            {
                opened = true;
                if (Place(text[end + 1]) < 10_000)
                {
                    end++;
                    break;
                }
            }
            else
            {
                break;
            }
        }

        while (end > at && text[end - 1] is '零' or '〇')
            end--;
        if (end == at)
            return null;
        if (pending > 0)
            total += section + (lastPlace > 10 && !zero ? pending * lastPlace / 10 : pending);
        else
            total += section;

        var number = new NumberReading(at, end, total, NumberForm.Han)
        {
            BareHead = Place(text[at]) >= 100,
            Multiplier = lastPlace >= 10_000 ? lastPlace : 1,
        };
        return ReadFraction(text, number);

        bool Take(long place, bool head)
        {
            if (total > 1e18m)
                return false;
            if (place < 10_000)
            {
                if ((pending < 0 && !head && !(place == 10 && (zero || section == 0 || lastPlace > 10))) || (lastPlace is > 0 and < 10_000 && place >= lastPlace))
                    return false;
                section += (pending < 0 ? 1 : pending) * place;
            }
            else
            {
                var part = section + Math.Max(pending, 0);
                if (part == 0 && total == 0)
                {
                    if (!head)
                        return false;
                    part = 1;
                }

                total = place == 10_000 ? total + (part * place) : (total + part) * place;
                section = 0;
            }

            (pending, lastPlace, zero) = (-1, place, false);
            return true;
        }
    }

    /// <summary>A fraction counts where 万, 亿 or a unit follows; 三点五分 is a time of day.</summary>
    static NumberReading ReadFraction(in QuantityText text, NumberReading number)
    {
        if (text[number.End] != '点' || Digit(text[number.End + 1]) is null)
            return number;
        var start = number.End + 1;
        var end = EndOfNumerals(text, start);
        if (end == start || end - start > 6 || text[end] is '分' or '十' || (text[end] is '半' or '到' or '至'))
            return number;
        var value = number.Value;
        var weight = 0.1m;
        for (var i = start; i < end; i++, weight /= 10)
            value += Digit(text[i]) * weight;
        for (; Place(text[end]) >= 10_000; end++)
        {
            value *= Place(text[end]);
            number = number with { Multiplier = number.Multiplier * Place(text[end]) };
        }

        return number.Multiplier > 1 || text.Has(number.Start - 2, "分之") || UnitTable.Find(text, end) is not null || text.Has(end, "个百分点")
            ? number with { End = end, Value = value }
            : number;
    }
}
