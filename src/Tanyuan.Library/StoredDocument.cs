using Tanyuan.Pages;

namespace Tanyuan.Library;

/// <summary>A document as the library holds it.</summary>
/// <param name="Id">The library's own id: stable, short, letters and digits.</param>
/// <param name="ExternalId">The id its origin gave it, or null.</param>
/// <param name="PageName">The name of the page it came from.</param>
/// <param name="Document">The document.</param>
/// <param name="Added">When it was first added.</param>
public sealed record StoredDocument(string Id, string? ExternalId, string PageName, Document Document, DateTimeOffset Added)
{
    /// <summary>The id that outputs show: the external id where there is one, else the library's own.</summary>
    public string PublicId => ExternalId ?? Id;

    /// <summary>The story that it tells with others, or null where it alone tells it.</summary>
    public ReprintCluster? Reprints { get; init; }
}

/// <summary>A document in a listing.</summary>
public sealed record DocumentSummary(
    string Id, string? ExternalId, string Title, string? Published, string? Site, string Script, int Length, string PageName, DateTimeOffset Added)
{
    /// <summary>The story that it tells with others, or null where it alone tells it.</summary>
    public ReprintCluster? Reprints { get; init; }
}

/// <summary>What a library holds.</summary>
/// <param name="Path">Its folder; empty for one in memory.</param>
/// <param name="Pages">Pages kept.</param>
/// <param name="Documents">Documents.</param>
/// <param name="Passages">Passages indexed.</param>
/// <param name="Characters">UTF-16 units of document text.</param>
/// <param name="OriginalBytes">Bytes of the originals before compression.</param>
/// <param name="DiskBytes">Bytes the folder takes.</param>
/// <param name="Quarantined">What is set aside, with reasons.</param>
/// <param name="LastChange">The number of the last change recorded.</param>
/// <param name="IndexedChange">The last change that the index holds.</param>
public sealed record LibraryStatus(
    string Path, int Pages, int Documents, int Passages, long Characters, long OriginalBytes, long DiskBytes,
    IReadOnlyList<Quarantine> Quarantined, long LastChange, long IndexedChange);
