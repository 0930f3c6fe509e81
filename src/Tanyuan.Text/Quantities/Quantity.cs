namespace Tanyuan.Text.Quantities;

/// <summary>A number, amount, date or duration found in a text.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Value">
/// Its value in units of <paramref name="Unit"/> (a percentage as 37.9, a time of day in minutes after midnight, a range by its lower end),
/// or null where it has none, as with dates and <c>数十名</c>.
/// </param>
/// <param name="Unit">The unit, measure word or ISO currency code (folded to Simplified), or null.</param>
/// <param name="Date">
/// For a date: ISO 8601 at the precision known (<c>2024</c>, <c>2024-04</c>, <c>2024-04-18</c>, <c>--04-18</c> without a year, <c>---18</c> a day alone),
/// two of them parted by a slash for a range; decades and centuries as <c>199X</c> and <c>18XX</c>, quarters and halves as <c>2024-Q1</c>
/// and <c>2024-H1</c>; null for relative dates such as <c>去年</c> and for all that is no date.
/// </param>
public sealed record Quantity(QuantityKind Kind, int Start, int Length, decimal? Value, string? Unit, string? Date)
{
    /// <summary>The unit after the last one.</summary>
    public int End => Start + Length;

    /// <summary>The upper end of a range such as <c>30%至40%</c>; else null.</summary>
    public decimal? Upper { get; init; }
}
