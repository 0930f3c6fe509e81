namespace Tanyuan.Pages;

/// <summary>Limits that make hostile or mistaken input end in a named reason instead of an exhausted machine.</summary>
public sealed record PageLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static PageLimits Default { get; } = new();

    /// <summary>The most bytes one page may hold.</summary>
    public int MaxPageBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The longest that the reading of one page may take.</summary>
    public TimeSpan MaxPageTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The most bytes one line of a JSON Lines file may hold; base64 needs a third more than the page it holds.</summary>
    public int MaxRecordBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>How many folders deep a source is followed.</summary>
    public int MaxFolderDepth { get; init; } = 100;

    /// <summary>How many archives deep a file is followed: a page in a compressed archive stands two deep.</summary>
    public int MaxArchiveDepth { get; init; } = 5;

    /// <summary>How many times its own size a file may unpack to, above <see cref="ExpansionAllowance"/>.</summary>
    public int MaxExpansion { get; init; } = 100;

    /// <summary>How many bytes any file may unpack to, whatever its size.</summary>
    public long ExpansionAllowance { get; init; } = 64 * 1024 * 1024;
}
