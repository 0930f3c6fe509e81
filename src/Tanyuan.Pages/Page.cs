namespace Tanyuan.Pages;

/// <summary>Bytes from somewhere (a file, a JSONL record, an archive member), before anything was read into them.</summary>
/// <param name="Name">Where it comes from, as a user would name it: a path, or <c>path#line</c> for a record.</param>
/// <param name="Content">The bytes, as they were.</param>
/// <param name="Format">What the bytes hold.</param>
public sealed record Page(string Name, ReadOnlyMemory<byte> Content, PageFormat Format)
{
    /// <summary>The id that the page's origin gives it; batch outputs name its document by this id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A title known from outside the content.</summary>
    public string? Title { get; init; }

    /// <summary>The address the page was saved from.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, ISO 8601, where the origin says so.</summary>
    public string? Published { get; init; }

    /// <summary>The charset that the origin declares. It may lie.</summary>
    public string? DeclaredCharset { get; init; }
}

/// <summary>What the bytes of a page hold.</summary>
public enum PageFormat
{
    /// <summary>Text whose mark-up, if it ever had any, is gone; menus, notices and teasers may still stand in it.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>
    /// One article without anything around it, in UTF-8: a record that came with its own text. Only damaged characters are repaired;
    /// nothing is cut, split or trimmed, so offsets into the given text stay right.
    /// </summary>
    Article,
}
