namespace Tanyuan.Pages;

/// <summary>What a part of a document's text was on its page.</summary>
public enum DocumentBlockKind
{
    /// <summary>A paragraph: one line.</summary>
    Paragraph,

    /// <summary>A heading: one line.</summary>
    Heading,

    /// <summary>A list: a line for each paragraph of its items.</summary>
    List,

    /// <summary>A table: a line for each row, cells parted by tabs.</summary>
    Table,

    /// <summary>A quotation set apart from the text.</summary>
    Quote,

    /// <summary>Program text or other text whose lines are kept as they were.</summary>
    Code,
}
