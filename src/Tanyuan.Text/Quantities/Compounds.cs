namespace Tanyuan.Text.Quantities;

/// <summary>Quantities told in several units: 2小时26分钟 and 两年零四个月 are one length of time, 11毫克每升 is one measure.</summary>
internal static class Compounds
{
    // How many of the next unit one is; a month has no fixed number of days.
    static readonly (string Unit, string Smaller, decimal Count)[] Ratios =
    [
        ("年", "月", 12), ("年", "天", 365), ("月", "天", 30), ("周", "天", 7), ("天", "小时", 24), ("小时", "分钟", 60), ("小时", "分", 60), ("分钟", "秒", 60), ("小时", "秒", 3600),
    ];

    /// <summary>A quantity with what follows it in smaller units, or with the unit that it is told for.</summary>
    public static Quantity Whole(in QuantityText text, Quantity first) => first.Kind switch
    {
        QuantityKind.Duration when first is { Value: not null, Upper: null } => WithSmaller(text, first),
        QuantityKind.Measure when first is { Unit.Length: > 0, Upper: null } => For(text, first),
        _ => first,
    };

    static Quantity WithSmaller(in QuantityText text, Quantity whole)
    {
        var (last, share) = (whole.Unit, 1m);
        while (AmountReader.Read(text, whole.End) is { Kind: QuantityKind.Duration or QuantityKind.Measure, Value: { } value, Upper: null } next)
        {
            var ratio = Array.Find(Ratios, one => one.Unit == last && one.Smaller == next.Unit);
            if (ratio.Count == 0 || value >= ratio.Count)
                break;
            share *= ratio.Count;
            last = next.Unit == "分" ? "分钟" : next.Unit;
            whole = whole with { Length = next.End - whole.Start, Value = decimal.Round(whole.Value!.Value + (value / share), 4) };
        }

        return whole;
    }

    // A measure for each of another one: 毫克每升, 毫克/升, 人每平方公里.
    static Quantity For(in QuantityText text, Quantity measure)
    {
        if (text[measure.End] is not ('每' or '/') || UnitTable.Find(text, measure.End + 1) is not { Kind: QuantityKind.Measure or QuantityKind.Duration, Counter: false } unit || char.IsAsciiLetter(unit.Surface[0]))
            return measure;
        return measure with { Length = measure.Length + 1 + unit.Surface.Length, Unit = $"{measure.Unit}/{unit.Name}" };
    }
}
