namespace Tanyuan.Pages.Metadata;

/// <summary>Numbers as dates write them: in digits, in Chinese figures one by one, or in Chinese words.</summary>
internal static class ChineseNumber
{
    /// <summary>Reads a year written figure by figure, as in <c>二〇二三</c>.</summary>
    public static int Figures(ReadOnlySpan<char> value)
    {
        var number = 0;
        foreach (var character in value)
            number = (number * 10) + Digit(character);
        return number;
    }

    /// <summary>Reads a number under 1,000 in digits or in words, such as <c>17</c>, <c>十七</c>, <c>廿一</c> or <c>一百一十二</c>.</summary>
    public static int Small(ReadOnlySpan<char> value)
    {
        if (char.IsAsciiDigit(value[0]))
            return int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var (total, pending) = (0, 0);
        foreach (var character in value)
        {
            switch (character)
            {
                case '百':
                    (total, pending) = (total + (Math.Max(pending, 1) * 100), 0);
                    break;
                case '十':
                    (total, pending) = (total + (Math.Max(pending, 1) * 10), 0);
                    break;
                case '廿':
                    total += 20;
                    break;
                case '卅':
                    total += 30;
                    break;
                default:
                    pending = Digit(character);
                    break;
            }
        }

        return total + pending;
    }

    static int Digit(char character) => character switch
    {
        '一' or '元' => 1,
        '二' or '两' or '兩' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => 0,
    };
}
