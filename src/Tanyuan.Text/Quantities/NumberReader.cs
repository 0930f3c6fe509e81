using System.Globalization;

namespace Tanyuan.Text.Quantities;

/// <summary>
/// Reads numbers: digits with thousands separators and a fraction, Chinese numerals, digits with Chinese or English multipliers
/// (<c>1亿5000万</c>, <c>3.5 million</c>), and indefinite ones (<c>十多万</c>, <c>数百</c>). A number is read in one pass;
/// what is longer than <see cref="LongestNumber"/> digits has no value.
/// </summary>
internal static class NumberReader
{
    const int LongestNumber = 24;

    const string SignUnits = "米克瓦伏卡赫帕焦吨字比安"; // behind 千 and 兆 these make a unit, as in 千米

    static readonly (string Word, decimal Value)[] EnglishMultipliers =
        [("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000)];

    static readonly Dictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> EnglishWords = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["one"] = 1,
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    public static NumberReading? Read(in QuantityText text, int at) =>
        char.IsAsciiDigit(text[at]) ? ReadDigits(text, at) : HanNumberReader.Read(text, at);

    /// <summary>The value of an ASCII integer of at most nine digits that ends where <paramref name="end"/> says.</summary>
    public static int Integer(in QuantityText text, int start, int end) => int.Parse(text.Part(start, end), CultureInfo.InvariantCulture);

    public static NumberReading? ReadEnglish(in QuantityText text, int at)
    {
        var end = EndOfWord(text, at);
        if (!EnglishWords.TryGetValue(text.Part(at, end), out var value))
            return null;
        if (value is >= 20 && text[end] is '-' or ' ')
        {
            var ones = EndOfWord(text, end + 1);
            if (ones > end + 1 && EnglishWords.TryGetValue(text.Part(end + 1, ones), out var one) && one < 10)
                (value, end) = (value + one, ones);
        }

        return MultiplyEnglish(text, new(at, end, value, NumberForm.English));
    }

    static int EndOfWord(in QuantityText text, int at)
    {
        var end = at;
        while (end - at < 12 && char.IsAsciiLetter(text[end]))
            end++;
        return end;
    }

    static NumberReading ReadDigits(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        var plain = true;
        if (end - at > LongestNumber)
            return new(at, end, null, NumberForm.Digits);
        if (end - at <= 3)
        {
            var grouped = end;
            while (text[grouped] == ',' && text.EndOfDigits(grouped + 1) == grouped + 4 && grouped - at < LongestNumber)
                grouped += 4;
            plain = grouped == end;
            end = grouped;
        }

        if (text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var fraction = text.EndOfDigits(end + 1);
            if (fraction - end > LongestNumber)
                return new(at, fraction, null, NumberForm.Digits);
            (end, plain) = (fraction, false);
        }

        var known = decimal.TryParse(text.Part(at, end), NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        var number = new NumberReading(at, end, known ? value : null, NumberForm.Digits) { Plain = plain };
        var multiplied = Multiply(text, number);
        return multiplied.End > end ? multiplied : MultiplyEnglish(text, number);
    }

    /// <summary>Takes in 万, 千万, 亿 and so on, what stands behind them (<c>1亿5000万</c>), and 多 or 余.</summary>
    static NumberReading Multiply(in QuantityText text, NumberReading number)
    {
        var start = text.SkipBlank(number.End);
        var open = OpenLength(text, number.End, number.Value);
        var end = ReadMultiplier(text, open > 0 ? number.End + open : start, out var multiplier);
        if (multiplier == 1)
            return open > 0 ? number with { End = number.End + open, Plain = false } : number;

        var value = Times(number.Value, multiplier);
        if (open == 0 && char.IsAsciiDigit(text[end]))
        {
            var rest = text.EndOfDigits(end);
            if (rest - end is >= 1 and <= 4)
            {
                var after = ReadMultiplier(text, rest, out var lower);
                if (lower > 1 && lower < multiplier)
                    (value, end) = (value + (Integer(text, end, rest) * lower), after);
                else if (lower == 1 && rest - end == 4 && multiplier == 10_000 && text[rest] is not ('年' or '-' or '/'))
                    (value, end) = (value + Integer(text, end, rest), rest);
            }
        }

        end += OpenLength(text, end, value);
        return number with { End = end, Value = value, Multiplier = multiplier, Plain = false };
    }

    /// <summary>The length of 多, 余, 来 or 几 behind a round number; 0 where they belong to the next word.</summary>
    public static int OpenLength(in QuantityText text, int at, decimal? value)
    {
        if (value is < 10 || text[at] is not ('多' or '余' or '来' or '几'))
            return 0;
        if (value is { } round && round % 10 != 0)
            return 0;
        var next = text[at + 1];
        return text[at] switch
        {
            '多' => next is '次' && text[at + 2] is '元' or '方' or '少' or '么' or '样' or '数' or '半' or '种' && text[at + 2] is '多' ? 0 : 1,
            '余' => next is '额' or '地' or '下' ? 0 : 1,
            _ => next is '个' or '名' or '人' or '家' or '岁' or '天' or '年' or '万' or '亿' or '块' or '公' or '米' or '分' or '里' ? 1 : 0,
        };
    }

    /// <summary>Reads 千, 万, 百万, 万亿 and so on.</summary>
    static int ReadMultiplier(in QuantityText text, int at, out decimal multiplier)
    {
        multiplier = 1;
        for (; ; at++)
        {
            decimal place = text[at] switch
            {
                '十' => 10,
                '百' => 100,
                '千' => 1_000,
                '万' => 10_000,
                '亿' => 100_000_000,
                '兆' when UnitTable.Money(text, at + 1) is not null || char.IsAsciiDigit(text[at + 1]) => 1_000_000_000_000,
                _ => 0,
            };
            if (place == 0 || (place < 10_000 && multiplier > 1) || multiplier * place > 1_000_000_000_000_000m)
                return at;
            if (text[at] is '千' or '兆' && SignUnits.Contains(text[at + 1]) && text[at + 1] != '安' && !(text[at + 1] == '卡' && text[at + 2] is '车' or '通'))
                return at;
            if ((text[at] == '百' && text[at + 1] is '分' or '度') || (text[at] == '万' && text[at + 1] is '能' or '圣' or '科' or '达'))
                return at;
            multiplier *= place;
        }
    }

    static NumberReading MultiplyEnglish(in QuantityText text, NumberReading number)
    {
        while (text[number.End] is ' ' or '-')
        {
            var start = number.End + 1;
            var end = EndOfWord(text, start);
            var word = text.Part(start, end);
            decimal multiplier = 0;
            foreach (var (name, value) in EnglishMultipliers)
            {
                if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
                    multiplier = value;
            }

            if (multiplier == 0 || text.IsLatin(end) || number.Multiplier > 1_000_000)
                break;
            number = number with { End = end, Value = Times(number.Value, multiplier), Multiplier = number.Multiplier * multiplier, Plain = false };
        }

        return number;
    }

    /// <summary>The product without the noughts that a fraction leaves behind, as 1.5 times 100 is 150 and not 150.0.</summary>
    static decimal? Times(decimal? value, decimal multiplier) => value < 1e26m / multiplier ? value * multiplier / 1.000000000000m : null;
}
