using System.Buffers;

namespace Tanyuan.Text.Quantities;

/// <summary>
/// Finds numbers, units, percentages, money, dates, times and durations in Chinese and English text. At every place each reader
/// that may begin there gives its reading; the longest wins, dates before times before amounts. Digits that are part of a name
/// (GPT-4, H100, 5G, iPhone 15, v2.0.1) are no quantity. Each reader looks ahead a bounded way, so the time is linear in the text.
/// </summary>
public static class QuantityRecognizer
{
    /// <summary>What an expression, or a Latin word that is to be passed whole, begins with.</summary>
    static readonly SearchValues<char> Beginnings = SearchValues.Create(
        "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$€£¥￥₩₹₽〇零○一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅几数上" +
        "第半公西民令平昭大明去今后前本当同次翌这下昨周星礼月年早晚凌清中正午傍夜深北人新台港美欧日英宣光咸道嘉乾雍康顺崇天隆弘成景永洪开贞武");

    /// <summary>The expressions of a text in order; they do not overlap, and each is the longest reading at its place.</summary>
    public static List<Quantity> Find(string source)
    {
        var quantities = new List<Quantity>();
        var text = new QuantityText(source);
        var nameEnd = -1;
        for (var at = 0; at < text.Length;)
        {
            at = text.IndexOfAny(Beginnings, at);
            if (at < 0)
                break;
            if (FixedPhrases.LengthAt(text, at) is > 0 and var phrase)
            {
                at += phrase;
                continue;
            }

            if (Longest(text, at) is { } quantity && !(quantity is { Kind: QuantityKind.Number, Unit: null } && at == nameEnd + 1 && text[nameEnd] == ' '))
            {
                quantity = Compounds.Whole(text, quantity);
                quantities.Add(quantity);
                at = quantity.End;
                if (text[at] == 'T' && char.IsAsciiDigit(text[at + 1]) && quantity.Kind == QuantityKind.Date)
                    at++;
                continue;
            }

            var end = EndOfName(text, at);
            if (HasCapital(text, at, end))
                nameEnd = end;
            at = end;
        }

        return quantities;
    }

    static Quantity? Longest(in QuantityText text, int at)
    {
        if (char.IsAsciiLetter(text[at]))
            return Longer(DateFrom(text, at, EnglishDateReader.ReadWord(text, at)), Longer(AmountReader.ReadSigned(text, at), AmountReader.ReadEnglish(text, at)));
        if (text[at] == '-')
            return ReadNegative(text, at);

        var date = DateFrom(text, at, ChineseDateReader.Read(text, at));
        var time = ClockReader.Read(text, at);
        var amount = AmountReader.Read(text, at);
        if (char.IsAsciiDigit(text[at]))
        {
            if (DateFrom(text, at, NumericDateReader.Read(text, at)) is { } numeric)
                return numeric;
            date = Longer(DateFrom(text, at, EnglishDateReader.ReadNumber(text, at)), date);
            if (amount is { Kind: QuantityKind.Number } && IsPartOfName(text, at))
                amount = null;
        }

        return Longer(date, Longer(time, amount));
    }

    /// <summary>A hyphen is a minus where nothing is joined by it; behind a Han character only with a degree or per cent sign.</summary>
    static Quantity? ReadNegative(in QuantityText text, int at)
    {
        if (!char.IsAsciiDigit(text[at + 1]) || text.IsLatin(at - 1) || AmountReader.Read(text, at) is not { } amount)
            return null;
        return at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or ':' || amount.Unit is "%" or "℃" or "℉" or "度" or "摄氏度" ? amount : null;
    }

    static Quantity? Longer(Quantity? first, Quantity? second) => first is null || second?.Length > first.Length ? second : first;

    /// <summary>Makes a date of a reading, and of two that a range mark joins.</summary>
    static Quantity? DateFrom(in QuantityText text, int at, DateReading? reading)
    {
        if (reading is not { } first)
            return null;
        if (first.Last is { } close)
            return new(QuantityKind.Date, at, first.End - at, null, null, first.Parts.Iso is { } open ? $"{open}/{close.After(first.Parts).Iso}" : null);
        var mark = AmountReader.EndOfRangeMark(text, first.End);
        if (mark > first.End && !(text[mark - 1] is '到' && first.Parts == default))
        {
            var start = text.SkipBlank(mark);
            var second = ChineseDateReader.ReadAbsolute(text, start);
            if (char.IsAsciiDigit(text[start]) && NumericDateReader.Read(text, start) is { } numeric && numeric.End > (second?.End ?? 0))
                second = numeric;
            if (second is { } last && first.Parts.Iso is { } from && last.Parts.After(first.Parts).Iso is { } to)
                return new(QuantityKind.Date, at, last.End - at, null, null, $"{from}/{to}");
            if (second is { } unknown && first.Parts.Iso is null)
                return new(QuantityKind.Date, at, unknown.End - at, null, null, null);
        }

        return new(QuantityKind.Date, at, first.End - at, null, null, first.Parts.Iso);
    }

    /// <summary>Whether digits belong to a name: Latin letters or further digits are glued to them (5G, 2.0.1, 400-820-8820).</summary>
    static bool IsPartOfName(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        if (text.IsLatin(end) || end - at > 15)
            return true;
        if (text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var fraction = text.EndOfDigits(end + 1);
            return text.IsLatin(fraction) || (text[fraction] == '.' && char.IsAsciiDigit(text[fraction + 1]));
        }

        if (text[end] != '-' || !char.IsAsciiDigit(text[end + 1]))
            return text[end] == '-' && char.IsAsciiLetter(text[end + 1]);
        var second = text.EndOfDigits(end + 1);
        return text[second] == '-' && char.IsAsciiDigit(text[second + 1]);
    }

    /// <summary>The end of the name, Latin word or digits at a place, so that nothing in the middle of it is read; one unit for all else.</summary>
    static int EndOfName(in QuantityText text, int at)
    {
        var end = at;
        while (text.IsLatin(end) || (end > at && text[end] is '-' or '_' or '.' or '\'' or '’' or '+' or '/' or '&' or ':' or '@' && char.IsAsciiLetterOrDigit(text[end + 1])))
            end++;
        return end == at ? at + 1 : end;
    }

    static bool HasCapital(in QuantityText text, int start, int end)
    {
        for (var at = start; at < Math.Min(end, start + 40); at++)
        {
            if (char.IsAsciiLetterUpper(text[at]))
                return true;
        }

        return false;
    }
}
