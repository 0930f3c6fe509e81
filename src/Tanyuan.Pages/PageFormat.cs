namespace Tanyuan.Pages;

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

    /// <summary>One article in HTML without anything around it: an entry of a feed, a chapter of a book.</summary>
    HtmlArticle,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>A table as comma- or tab-separated values.</summary>
    Table,

    /// <summary>An e-mail message.</summary>
    Mail,

    /// <summary>A web page saved with its parts as one MIME message.</summary>
    Mhtml,

    /// <summary>A Word document.</summary>
    Word,

    /// <summary>A PDF document.</summary>
    Pdf,
}
