namespace Tanyuan.Pages.Sources;

/// <summary>Bytes about to be opened: a file, a member of an archive, an attachment, a response in a crawl.</summary>
/// <param name="Name">What its page is called: a path, or <c>archive!/member</c>.</param>
/// <param name="FileName">The file name that tells its kind, so far as names do.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Source(string Name, string FileName, Stream Content)
{
    /// <summary>Its length where that is known beforehand.</summary>
    public long? Length { get; init; }

    /// <summary>How many archives it stands in.</summary>
    public int Depth { get; init; }

    /// <summary>Whether the user named this very file: then text in an unknown format is taken at its word.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The address it was fetched from, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it was fetched, ISO 8601, or null.</summary>
    public string? Fetched { get; init; }

    /// <summary>When its file was last written, or null.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>The charset that came with it from outside, or null.</summary>
    public string? DeclaredCharset { get; init; }

    /// <summary>Something that stands in this.</summary>
    /// <param name="name">What it is called there.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="written">When it was last written, so far as that is told; what is later than what it stands in is not believed.</param>
    public Source Member(string name, Stream content, DateTimeOffset? written = null) =>
        new($"{Name}!/{name}", name[(name.LastIndexOf('/') + 1)..], content)
        {
            Depth = Depth + 1,
            Written = written is null || written > Written + TimeSpan.FromDays(1) ? Written : written,
        };
}
