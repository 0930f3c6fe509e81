namespace Tanyuan.Pages.Html.Parsing;

/// <summary>What a node of a page is.</summary>
internal enum HtmlNodeKind : byte
{
    /// <summary>The page.</summary>
    Document,

    /// <summary>An element.</summary>
    Element,

    /// <summary>A run of text. Two may follow each other.</summary>
    Text,
}
