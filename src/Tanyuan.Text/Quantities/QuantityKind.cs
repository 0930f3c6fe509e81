namespace Tanyuan.Text.Quantities;

/// <summary>What a recognised expression measures.</summary>
public enum QuantityKind
{
    /// <summary>A bare number or an ordinal, such as <c>第3</c> or <c>1,024</c>.</summary>
    Number,

    /// <summary>A number with a unit or measure word, such as <c>5.5万名</c>, <c>180公里</c>, <c>64 GB</c>.</summary>
    Measure,

    /// <summary>A percentage, such as <c>37.9%</c>, <c>百分之二十</c>, <c>两成</c>.</summary>
    Percentage,

    /// <summary>An amount of money, such as <c>777亿欧元</c>, <c>$2.5万</c>, <c>人民币三百元</c>.</summary>
    Money,

    /// <summary>A date or period, such as <c>2024年4月18日</c>, <c>去年</c>, <c>第一季度</c>, <c>April 18, 2024</c>.</summary>
    Date,

    /// <summary>A time of day, such as <c>20:24</c>, <c>下午三点</c>.</summary>
    Time,

    /// <summary>A length of time, such as <c>48小时</c>, <c>三年</c>, <c>two months</c>.</summary>
    Duration,
}
