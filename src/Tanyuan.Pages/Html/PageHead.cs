namespace Tanyuan.Pages.Html;

/// <summary>What a page says about itself outside its visible text, gathered while the page is laid out.</summary>
internal sealed class PageHead
{
    /// <summary>The title element's text.</summary>
    public string Title { get; set; } = "";

    /// <summary>The canonical address, or null.</summary>
    public string? Canonical { get; set; }

    /// <summary>Meta elements: lower-case name, property or item property, and content, in page order.</summary>
    public List<(string Name, string Content)> Metas { get; } = [];

    /// <summary>The bodies of JSON-LD scripts.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>The bodies of other scripts that may hold a publication time; their leading parts only.</summary>
    public List<ReadOnlyMemory<char>> Scripts { get; } = [];

    /// <summary>Elements that mark up an author, a date or a source by item property, relation, name or class, with the line they begin in.</summary>
    public List<(int Element, int Line)> Marked { get; } = [];

    /// <summary>The first content of a meta element with one of these names, or null.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var (key, content) in Metas)
            {
                if (key == name && !string.IsNullOrWhiteSpace(content))
                    return content.Trim();
            }
        }

        return null;
    }
}
