namespace Tanyuan.Text.Quantities;

/// <summary>How a number is written.</summary>
internal enum NumberForm
{
    /// <summary>In digits, with a multiplier perhaps: <c>5.5万</c>.</summary>
    Digits,

    /// <summary>In Chinese numerals with their places: <c>三百二十</c>.</summary>
    Han,

    /// <summary>In Chinese numerals one after the other: <c>二〇二四</c>.</summary>
    HanDigits,

    /// <summary>In English words: <c>two</c>.</summary>
    English,
}

/// <summary>A number read from a text.</summary>
/// <param name="Start">Its first unit.</param>
/// <param name="End">The unit after the last one.</param>
/// <param name="Value">Its value; null where it is indefinite (<c>数十</c>) or too long to be a number.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct NumberReading(int Start, int End, decimal? Value, NumberForm Form)
{
    /// <summary>The larger number where two neighbouring ones are named, as in <c>三四百</c>.</summary>
    public decimal? Upper { get; init; }

    /// <summary>What 万, 亿, million and their like multiplied it by; 1 for none.</summary>
    public decimal Multiplier { get; init; } = 1;

    /// <summary>Whether it begins with a place instead of a numeral, as 百万 does.</summary>
    public bool BareHead { get; init; }

    /// <summary>Whether it is an ASCII integer without separators or multiplier.</summary>
    public bool Plain { get; init; }

    public int Length => End - Start;
}
