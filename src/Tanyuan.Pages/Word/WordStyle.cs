namespace Tanyuan.Pages.Word;

/// <summary>What a paragraph style of a Word document says that its paragraphs are.</summary>
internal enum WordStyle
{
    /// <summary>Nothing said.</summary>
    Body,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>A heading of some level.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    List,

    /// <summary>A quotation.</summary>
    Quote,
}
