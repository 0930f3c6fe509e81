namespace Tanyuan.Pages.Sources;

/// <summary>What a file is taken for.</summary>
internal enum FileKind
{
    /// <summary>Its name does not tell.</summary>
    Unnamed,

    /// <summary>Its name tells of a format that is not read.</summary>
    Foreign,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A table as comma- or tab-separated values.</summary>
    Table,

    /// <summary>JSON Lines.</summary>
    JsonLines,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>An e-mail message.</summary>
    Mail,

    /// <summary>A mailbox of e-mail messages, one after the other.</summary>
    Mailbox,

    /// <summary>A web page saved with all its parts as one MIME message.</summary>
    Mhtml,

    /// <summary>A Word document.</summary>
    Word,

    /// <summary>An EPUB book.</summary>
    Book,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A ZIP archive.</summary>
    Zip,

    /// <summary>A TAR archive.</summary>
    Tar,

    /// <summary>One file compressed by gzip.</summary>
    GZip,

    /// <summary>A web crawl.</summary>
    Warc,

    /// <summary>Not text at all.</summary>
    Binary,
}
