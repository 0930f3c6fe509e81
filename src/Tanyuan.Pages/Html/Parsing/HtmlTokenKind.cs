namespace Tanyuan.Pages.Html.Parsing;

/// <summary>What the tokenizer stands at. Comments, processing instructions and broken declarations are passed over.</summary>
internal enum HtmlTokenKind : byte
{
    /// <summary>The end of the page.</summary>
    End,

    /// <summary>A run of text.</summary>
    Text,

    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>The document type.</summary>
    Doctype,
}
