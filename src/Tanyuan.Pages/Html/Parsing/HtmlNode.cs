namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// A node of an <see cref="HtmlTree"/>. Its neighbours are indices, <c>-1</c> for none. A text node's slice is one of the source; an
/// element's is one of the tree's attributes.
/// </summary>
internal struct HtmlNode
{
    /// <summary>No node.</summary>
    public const int None = -1;

    /// <summary>The node around it.</summary>
    public int Parent;

    /// <summary>Its first child.</summary>
    public int FirstChild;

    /// <summary>Its last child.</summary>
    public int LastChild;

    /// <summary>The sibling before it.</summary>
    public int Previous;

    /// <summary>The sibling after it.</summary>
    public int Next;

    /// <summary>Where its slice begins.</summary>
    public int Start;

    /// <summary>How long its slice is.</summary>
    public int Length;

    /// <summary>An element's name.</summary>
    public ElementName Name;

    /// <summary>What it is.</summary>
    public HtmlNodeKind Kind;

    /// <summary>Whether the text has character references to resolve, or the element belongs to MathML or SVG.</summary>
    public bool Flag;
}
