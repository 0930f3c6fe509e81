namespace Tanyuan.Pages.Metadata;

/// <summary>A date found in text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, its time of day included.</param>
/// <param name="Iso">The date as ISO 8601 at the precision known: <c>2023-08</c>, <c>2023-08-17</c> or <c>2023-08-17T20:24:26</c>.</param>
internal readonly record struct DateMatch(int Start, int Length, string Iso)
{
    /// <summary>Whether at least the day is known.</summary>
    public bool HasDay => Iso.Length >= 10;

    /// <summary>Whether the time of day is known.</summary>
    public bool HasTime => Iso.Length > 10;
}
