namespace Tanyuan.Text.Quantities;

/// <summary>Reads times of day: 20:24, 8時30分, 下午三点半, 9点, 5 p.m., and ranges of them. Their value is minutes after midnight.</summary>
internal static class ClockReader
{
    static readonly string[] DayParts =
        ["凌晨", "清晨", "早上", "早晨", "上午", "中午", "正午", "下午", "午后", "傍晚", "晚上", "晚间", "夜间", "夜里", "深夜", "午夜", "当晚", "北京时间", "早", "晚"];

    static readonly string[] Counted = ["建议", "意见", "要求", "原因", "启示", "看法", "理由", "结论", "内容", "体会", "共识", "说明", "优势", "不足", "好处", "要点", "问题", "改进", "收获"];

    public static Quantity? Read(in QuantityText text, int at)
    {
        if (ReadOne(text, at, null) is not { } first)
            return null;
        var mark = AmountReader.EndOfRangeMark(text, first.End);
        var quantity = new Quantity(QuantityKind.Time, at, first.End - at, first.Minutes, null, null);
        if (mark == first.End || ReadOne(text, text.SkipBlank(mark), first.Part) is not { } second)
            return quantity;
        return quantity with { Length = second.End - at, Upper = second.Minutes };
    }

    static (int End, int Minutes, string Part)? ReadOne(in QuantityText text, int at, string? part)
    {
        var length = text.LengthOfAny(at, DayParts);
        if (length == 0 && part is null && text[at - 1] is not ('天' or '日' or '晚' or '早') && !char.IsAsciiDigit(text[at]) && !HanNumberReader.Begins(text[at]))
            return null;
        var named = length > 0 ? text.Part(at, at + length).ToString() : part;
        var start = text.SkipBlank(at + length);
        var reading = ReadColon(text, start) ?? ReadHours(text, start, length > 0 || part is not null || text[at - 1] is '天' or '日' or '晚' or '早') ?? (length == 0 ? ReadEnglish(text, start) : null);
        if (reading is not { } time)
            return null;
        var late = named is "下午" or "午后" or "傍晚" or "晚上" or "晚间" or "夜间" or "夜里" or "深夜" or "晚" or "当晚";
        var minutes = late && time.Minutes < 720 ? time.Minutes + 720 : time.Minutes;
        return (time.End, minutes, named ?? "");
    }

    static (int End, int Minutes)? ReadColon(in QuantityText text, int at)
    {
        var hours = text.EndOfDigits(at);
        if (hours - at is not (1 or 2) || text[hours] != ':' || (text[at - 1] is ':' or '.' && char.IsAsciiDigit(text[at - 2])))
            return null;
        var minutes = text.EndOfDigits(hours + 1);
        if (minutes - hours != 3)
            return null;
        var end = minutes;
        if (text[end] == ':' && text.EndOfDigits(end + 1) == end + 3)
            end += 3;
        if (text[end] == ':' && char.IsAsciiDigit(text[end + 1]))
            return null;
        var (hour, minute) = (NumberReader.Integer(text, at, hours), NumberReader.Integer(text, hours + 1, minutes));
        if (hour > 24 || minute > 59)
            return null;
        return Meridiem(text, end, hour, minute);
    }

    /// <summary>Reads 三点半, 8时30分, 三点一刻; a bare 三点 only where something shows that no three points are meant.</summary>
    static (int End, int Minutes)? ReadHours(in QuantityText text, int at, bool expected)
    {
        if (NumberReader.Read(text, at) is not { Value: >= 0 and <= 24 and var hour } number || number.Length > 3 || hour != decimal.Truncate(hour) || number.Upper is not null
            || text[number.End] is not ('点' or '时'))
            return null;
        var (sign, end) = (text[number.End], number.End + 1);
        if (text[end] == '半' && text[end + 1] is not ('年' or '天' or '个'))
            return (end + 1, ((int)hour * 60) + 30);
        if (text.HasAny(end, "一刻", "三刻"))
            return (end + 2, ((int)hour * 60) + (text[end] == '一' ? 15 : 45));
        if (text[end] is '整' or '钟' && !(text[end] == '整' && text[end + 1] is '体' or '个'))
            return (end + 1, (int)hour * 60);
        var zero = text[end] == '零' ? end + 1 : end;
        if (NumberReader.Read(text, zero) is { Value: >= 0 and < 60 and var minute, Length: <= 3 } part)
        {
            if (text[part.End] == '分' && text[part.End + 1] is not ('之' or '钟'))
            {
                var last = part.End + 1;
                if (NumberReader.Read(text, last) is { Value: < 60, Length: <= 3 } seconds && text[seconds.End] == '秒')
                    last = seconds.End + 1;
                return (last, ((int)hour * 60) + (int)minute);
            }

            if (expected && part.Form == NumberForm.Han && part.Length >= 2 && sign == '点')
                return (part.End, ((int)hour * 60) + (int)minute);
        }

        var digits = number.Form == NumberForm.Digits;
        if (sign == '时' && text[end] is '代' or '候' or '间' or '期' or '尚' or '常' or '刻' or '段' or '空' or '差' or '速')
            return null;
        if (expected || (digits && sign == '时' && hour > 0 && text[at - 1] != '第'))
            return text[end] is '五' or '六' || text.HasAny(end, Counted) ? null : (end, (int)hour * 60);
        return null;
    }

    static (int End, int Minutes)? ReadEnglish(in QuantityText text, int at)
    {
        var end = text.EndOfDigits(at);
        if (end - at is not (1 or 2))
            return null;
        var hour = NumberReader.Integer(text, at, end);
        return hour is >= 1 and <= 12 && Meridiem(text, end, hour, 0) is { } time && time.End > end ? time : null;
    }

    static (int End, int Minutes) Meridiem(in QuantityText text, int end, int hour, int minute)
    {
        var start = text.SkipBlank(end);
        var length = text.LengthOfAny(start, "a.m.", "p.m.", "AM", "PM", "am", "pm", "A.M.", "P.M.");
        if (length == 0 || text.IsLatin(start + length) || hour > 12)
            return (end, (hour * 60) + minute);
        var afternoon = text[start] is 'p' or 'P';
        return (start + length, (((hour % 12) + (afternoon ? 12 : 0)) * 60) + minute);
    }
}
