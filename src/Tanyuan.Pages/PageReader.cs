namespace Tanyuan.Pages;

/// <summary>Reads pages into documents: decode, repair, extract, split, describe.</summary>
public static class PageReader
{
    /// <summary>Reads a page. Never throws for what a page holds: a page that cannot be read gives a reading with a <see cref="Quarantine"/>.</summary>
    public static PageReading Read(Page page, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}

/// <summary>What came of reading a page: its documents, or why there are none.</summary>
/// <param name="Page">The page.</param>
/// <param name="Documents">Its documents, in page order; empty when quarantined.</param>
/// <param name="Charset">The charset it was decoded with, or null when it was not decoded.</param>
/// <param name="Quarantine">Why it could not be read, or null.</param>
public sealed record PageReading(Page Page, IReadOnlyList<Document> Documents, string? Charset, Quarantine? Quarantine);

/// <summary>Why a page was set aside.</summary>
/// <param name="Name">The page's name.</param>
/// <param name="Code">A stable kebab-case code, such as <c>not-text</c>, <c>empty</c>, <c>bad-json</c>, <c>too-large</c>, <c>unreadable</c>.</param>
/// <param name="Reason">What is wrong and where, for people.</param>
public sealed record Quarantine(string Name, string Code, string Reason);
