using Tanyuan.Answers.Questions;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Answers.Reading;

/// <summary>
/// Which units answer a question for an amount. What has a dimension must be told in a unit of that dimension, some counters stand for one thing only (岁, 分, 票), people are counted in those of people;
/// all else may be told in any counter (家, 个, 座).
/// </summary>
internal static class AskedUnit
{
    const int Length = 0, Weight = 3;

    static readonly string[][] Dimensions =
    [
        ["公里", "千米", "米", "公尺", "厘米", "公分", "毫米", "微米", "纳米", "英里", "海里", "里", "英尺", "尺", "英寸", "寸", "光年", "km", "m", "cm", "mm", "nm", "kilometre", "metre", "centimetre", "millimetre", "mile", "foot", "yard", "inch"],
        ["平方公里", "平方千米", "平方米", "平方公尺", "平方英里", "公顷", "亩", "坪", "hectare", "acre"],
        ["升", "毫升", "公升", "立方米", "立方公尺", "加仑", "l", "ml"],
        ["公斤", "千克", "克", "吨", "磅", "斤", "两", "盎司", "毫克", "kg", "g", "mg", "t", "tonne", "ton", "kilogram", "gram", "pound", "ounce"],
        ["瓦", "千瓦", "兆瓦", "吉瓦", "马力", "w", "kw", "mw", "gw"],
        ["gb", "tb", "mb", "kb", "字节"],
    ];

    static readonly string[][] Counters =
        [["岁", "周岁"], ["分"], ["票"], ["层", "楼"], ["页"], ["字"], ["度", "千瓦时", "℃", "摄氏度", "°", "℉", "华氏度", "degree"], ["步"], ["倍"], ["集"], ["章"], ["帧"]];

    static readonly string[] People = ["人", "名", "位", "口", "个", "员", "人次", "person"];

    static readonly (string Degree, int Dimension)[] Degrees = [("多重", Weight), ("多远", Length), ("多深", Length), ("多宽", Length), ("多厚", Length)];

    /// <summary>Whether an amount in one unit answers a question for another; an amount without a unit answers any.</summary>
    /// <param name="asked">The unit asked for.</param>
    /// <param name="unit">The unit of the amount, or null.</param>
    public static bool Fits(string asked, string? unit)
    {
        if (unit is null)
            return true;
        var dimension = DimensionOf(unit);
        return DimensionOf(asked) == dimension && CounterOf(asked) == CounterOf(unit) && (asked is not ("位" or "名" or "人") || dimension >= 0 || Array.IndexOf(People, unit) >= 0);
    }

    /// <summary>Whether an amount is of the dimension that question words ask for by an adjective: 多重 in kilograms, 多远 in kilometres, 多长 in either metres or hours.</summary>
    /// <param name="asked">The question words.</param>
    /// <param name="focus">The noun asked about, or empty.</param>
    /// <param name="quantity">The amount.</param>
    public static bool FitsDegree(string asked, string focus, Quantity quantity)
    {
        if (asked == "多长")
        {
            var type = FocusTypes.Of(focus);
            return (quantity.Kind == QuantityKind.Duration && type != AnswerType.Place) || (type != AnswerType.Duration && IsLength(quantity.Unit));
        }

        foreach (var (degree, dimension) in Degrees)
        {
            if (asked == degree)
                return quantity.Unit is { } unit && DimensionOf(unit) == dimension;
        }

        return true;
    }

    /// <summary>Whether a unit is one of length.</summary>
    public static bool IsLength(string? unit) => unit is not null && DimensionOf(unit) == Length;

    static int DimensionOf(string unit) => Array.FindIndex(Dimensions, units => Array.IndexOf(units, unit) >= 0 || (unit is [.., 's'] && Array.IndexOf(units, unit[..^1]) >= 0) || (unit is "feet" or "inches" && Array.IndexOf(units, "foot") >= 0));

    static int CounterOf(string unit) => Array.FindIndex(Counters, units => Array.IndexOf(units, unit) >= 0);
}
