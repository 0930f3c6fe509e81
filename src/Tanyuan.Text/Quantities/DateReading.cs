namespace Tanyuan.Text.Quantities;

/// <summary>A date read from a text.</summary>
/// <param name="End">The unit after its last one.</param>
/// <param name="Parts">What is known of it.</param>
internal readonly record struct DateReading(int End, DateParts Parts)
{
    /// <summary>The end of a range that has one mark for both, as in 3至5月; what it leaves out is as in <see cref="Parts"/>.</summary>
    public DateParts? Last { get; init; }
}
