namespace Tanyuan.Text.Quantities;

/// <summary>Finds numbers, units, percentages, money, dates, times and durations in Chinese and English text.</summary>
public static class QuantityRecognizer
{
    /// <summary>The expressions of a text in order; they do not overlap, and each is the longest reading at its place.</summary>
    public static List<Quantity> Find(string text) => throw new NotImplementedException();
}
