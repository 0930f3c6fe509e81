namespace Tanyuan.Pages;

/// <summary>Limits that make hostile or mistaken input end in a named reason instead of an exhausted machine.</summary>
public sealed record PageLimits
{
    /// <summary>The limits that hold where none are given.</summary>
    public static PageLimits Default { get; } = new();

    /// <summary>The most bytes one page may hold.</summary>
    public int MaxPageBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The most bytes one line of a JSON Lines file may hold; base64 needs a third more than the page it holds.</summary>
    public int MaxRecordBytes { get; init; } = 48 * 1024 * 1024;

    /// <summary>How many folders deep a source is followed.</summary>
    public int MaxFolderDepth { get; init; } = 100;
}
