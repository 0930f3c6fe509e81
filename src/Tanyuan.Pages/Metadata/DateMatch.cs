namespace Tanyuan.Pages.Metadata;

/// <summary>A date found in text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, its time of day and its zone included.</param>
/// <param name="Date">The date.</param>
internal readonly record struct DateMatch(int Start, int Length, PublicationDate Date)
{
    /// <summary>The date as ISO 8601 at the precision known.</summary>
    public string Iso => Date.Iso;

    /// <summary>Whether at least the day is known.</summary>
    public bool HasDay => Date.HasDay;

    /// <summary>Whether the time of day is known.</summary>
    public bool HasTime => Date.HasTime;
}
