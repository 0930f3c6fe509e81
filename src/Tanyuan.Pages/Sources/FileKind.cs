namespace Tanyuan.Pages.Sources;

/// <summary>What a file is taken for.</summary>
internal enum FileKind
{
    /// <summary>Its name does not tell.</summary>
    Unnamed,

    /// <summary>Its name tells of a format that is not read.</summary>
    Foreign,

    /// <summary>Plain text or Markdown.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>JSON Lines.</summary>
    JsonLines,

    /// <summary>Not text at all.</summary>
    Binary,
}
