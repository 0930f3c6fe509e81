using System.Globalization;

namespace Tanyuan.Pages.Metadata;

/// <summary>When something was published, as far as its page and the time of its fetching tell.</summary>
/// <param name="Iso">The date as ISO 8601 at the precision known, the clock as the page shows it: <c>2023-08</c>, <c>2023-08-17</c> or <c>2023-08-17T20:24:26</c>.</param>
internal sealed record PublicationDate(string Iso)
{
    /// <summary>How far the clock is ahead of UTC, where the page says so.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>Whether its year, or all of it, follows from when the page was fetched.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether the page gave a moment without a clock, as seconds since 1970: <see cref="Iso"/> shows it by UTC.</summary>
    public bool IsMoment { get; init; }

    /// <summary>Whether at least the day is known.</summary>
    public bool HasDay => Iso.Length >= 10;

    /// <summary>Whether the time of day is known.</summary>
    public bool HasTime => Iso.Length > 10;

    /// <summary>The date by the clock of its page: where the page leaves that open, the zone that most pages in its language are written in.</summary>
    /// <param name="language">The BCP 47 language of the page.</param>
    public PublicationDate InZoneOf(string language)
    {
        if (!HasTime || (Offset is not null && !IsMoment))
            return this;
        TimeSpan? usual = language switch
        {
            "zh" => ClockOffset.China,
            "ja" or "ko" => ClockOffset.Japan,
            _ => null,
        };
        if (!IsMoment)
            return this with { Offset = usual };
        var moment = DateTime.Parse(Iso, CultureInfo.InvariantCulture) + (usual ?? TimeSpan.Zero);
        return new PublicationDate(moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)) { Offset = usual ?? TimeSpan.Zero };
    }

    /// <summary>The date with its offset, as one ISO 8601 text.</summary>
    public override string ToString() => HasTime && Offset is { } offset ? Iso + ClockOffset.Format(offset) : Iso;
}
