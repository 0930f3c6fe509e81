using Tanyuan.Pages;

namespace Tanyuan.Library;

/// <summary>What an add did.</summary>
/// <param name="Pages">Pages met, those set aside included.</param>
/// <param name="Added">Documents that are new.</param>
/// <param name="Updated">Pages whose content changed.</param>
/// <param name="Renamed">Pages known under another name that is gone.</param>
/// <param name="Unchanged">Pages that needed no work.</param>
/// <param name="Duplicates">Pages that are byte for byte another page.</param>
/// <param name="Quarantined">What could not be read, with reasons.</param>
public sealed record AddReport(
    int Pages, int Added, int Updated, int Renamed, int Unchanged, int Duplicates, IReadOnlyList<Quarantine> Quarantined)
{
    /// <summary>New documents that tell a story which another one told already.</summary>
    public int Reprints { get; init; }
}

/// <summary>How far an add has come.</summary>
/// <param name="Pages">Pages done so far.</param>
/// <param name="Current">The name of the page just done.</param>
public readonly record struct AddProgress(int Pages, string Current);
