namespace Tanyuan.Pages;

/// <summary>What came of reading a page: its documents, or why there are none.</summary>
/// <param name="Page">The page.</param>
/// <param name="Documents">Its documents, in page order; empty when quarantined.</param>
/// <param name="Charset">The charset it was decoded with, or null when it was not decoded.</param>
/// <param name="Quarantine">Why it could not be read, or null.</param>
public sealed record PageReading(Page Page, IReadOnlyList<Document> Documents, string? Charset, Quarantine? Quarantine);

/// <summary>Why a page was set aside.</summary>
/// <param name="Name">The page's name.</param>
/// <param name="Code">A stable kebab-case code; see <see cref="QuarantineCodes"/>.</param>
/// <param name="Reason">What is wrong and where, for people.</param>
public sealed record Quarantine(string Name, string Code, string Reason);

/// <summary>The codes that a <see cref="Quarantine"/> may carry. They are stable across versions.</summary>
public static class QuarantineCodes
{
    /// <summary>The bytes are an image, an archive, a program or other binary content.</summary>
    public const string NotText = "not-text";

    /// <summary>There is nothing, or nothing but white space.</summary>
    public const string Empty = "empty";

    /// <summary>More bytes than the limit allows.</summary>
    public const string TooLarge = "too-large";

    /// <summary>A line of a JSON Lines file is not a record.</summary>
    public const string BadJson = "bad-json";

    /// <summary>The file system refused to open or read it.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Text in a format that is not read.</summary>
    public const string UnknownFormat = "unknown-format";

    /// <summary>So many bytes make no sense in any known charset that no text is left to trust.</summary>
    public const string Undecodable = "undecodable";

    /// <summary>The page is understood, but nothing of it is an article.</summary>
    public const string NoArticle = "no-article";

    /// <summary>The page's structure could not be read.</summary>
    public const string Malformed = "malformed";

    /// <summary>The file ends before its content does.</summary>
    public const string Truncated = "truncated";

    /// <summary>A password protects it.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>It unpacks to more than any honest file of its size.</summary>
    public const string ExpandsTooMuch = "expands-too-much";

    /// <summary>It nests deeper than is followed.</summary>
    public const string TooDeep = "too-deep";

    /// <summary>Reading it took longer than the limit allows.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>A program that reads it is not installed.</summary>
    public const string MissingTool = "missing-tool";
}
