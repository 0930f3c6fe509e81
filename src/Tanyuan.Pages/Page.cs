namespace Tanyuan.Pages;

/// <summary>Bytes from somewhere (a file, a JSONL record, an archive member), before anything was read into them.</summary>
/// <param name="Name">
/// Where it comes from, as a user would name it: a path, <c>path#line</c> for a record, <c>path!/member</c> for what stands in an archive.
/// </param>
/// <param name="Content">The bytes, as they were.</param>
/// <param name="Format">What the bytes hold.</param>
public sealed record Page(string Name, ReadOnlyMemory<byte> Content, PageFormat Format)
{
    /// <summary>The id that the page's origin gives it; batch outputs name its document by this id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A title known from outside the content.</summary>
    public string? Title { get; init; }

    /// <summary>An author known from outside the content.</summary>
    public string? Author { get; init; }

    /// <summary>The site or book that it stands in, where the origin says so.</summary>
    public string? Site { get; init; }

    /// <summary>The address the page was saved from.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, ISO 8601, where the origin says so.</summary>
    public string? Published { get; init; }

    /// <summary>When it was fetched, ISO 8601, where the origin says so: what <c>昨天</c> on it is read against.</summary>
    public string? Fetched { get; init; }

    /// <summary>When the file that it stands in was last written; stands in for <see cref="Fetched"/>.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>The charset that the origin declares. It may lie.</summary>
    public string? DeclaredCharset { get; init; }
}
