namespace Tanyuan.Pages.Sources;

/// <summary>One thing met on the way through a source: a page, or something that had to be set aside.</summary>
/// <param name="Page">The page, or null.</param>
/// <param name="Quarantine">Why there is no page, or null.</param>
public sealed record SourceItem(Page? Page, Quarantine? Quarantine);

/// <summary>Finds the pages in files, folders and JSON Lines files.</summary>
public static class PageSource
{
    /// <summary>How many files lie under <paramref name="path"/>, for progress.</summary>
    public static int CountFiles(string path) => throw new NotImplementedException();

    /// <summary>
    /// The pages of a file or a folder tree, in ordinal path order, streamed. Hidden files and folders (a leading dot) are passed over;
    /// unreadable or foreign files come as quarantined items.
    /// </summary>
    /// <exception cref="Tanyuan.Text.TanyuanException"><c>path-not-found</c>: nothing is there.</exception>
    public static IEnumerable<SourceItem> Enumerate(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
