namespace Tanyuan.Pages.Tests.Samples;

/// <summary>A record or a file that must be set aside.</summary>
/// <param name="Code">The quarantine code.</param>
internal sealed record ExpectedQuarantine(string Code)
{
    /// <summary>The line of the record, or null where the whole file is set aside.</summary>
    public int? Line { get; init; }
}
