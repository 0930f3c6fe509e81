namespace Tanyuan.Pages.Sources;

/// <summary>One thing met on the way through a source: a page, or something that had to be set aside.</summary>
/// <param name="Page">The page, or null.</param>
/// <param name="Quarantine">Why there is no page, or null.</param>
public sealed record SourceItem(Page? Page, Quarantine? Quarantine)
{
    internal static SourceItem Of(Page page) => new(page, null);

    internal static SourceItem SetAside(string name, string code, string reason) => new(null, new Quarantine(name, code, reason));
}
