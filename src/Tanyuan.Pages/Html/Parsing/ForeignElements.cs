namespace Tanyuan.Pages.Html.Parsing;

/// <summary>What the standard asks of elements of MathML and SVG. An element belongs to the one that its outermost foreign element opened.</summary>
internal static class ForeignElements
{
    const ElementTraits Bound = ElementTraits.Scope | ElementTraits.Special;

    /// <summary>What holds of an element.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="element">The element.</param>
    /// <param name="isSvg">Whether it belongs to SVG.</param>
    public static ElementTraits TraitsOf(HtmlTree tree, int element, bool isSvg) => (isSvg ? ElementTraits.Svg : ElementTraits.None) | ElementTraits.Foreign | tree[element].Name switch
    {
        ElementName.Mi or ElementName.Mo or ElementName.Mn or ElementName.Ms or ElementName.Mtext when !isSvg => Bound | ElementTraits.TextIntegration,
        ElementName.Annotation_Xml when !isSvg => IsHtml(tree.RawAttribute(element, AttributeName.Encoding)) ? Bound | ElementTraits.HtmlIntegration : Bound,
        ElementName.ForeignObject or ElementName.Desc or ElementName.Title when isSvg => Bound | ElementTraits.HtmlIntegration,
        _ => ElementTraits.None,
    };

    /// <summary>Whether a start tag ends what is foreign around it: it can only be meant as HTML.</summary>
    public static bool BreaksOut(ElementName name) => name is
        ElementName.B or ElementName.Big or ElementName.Blockquote or ElementName.Body or ElementName.Br or ElementName.Center or ElementName.Code
        or ElementName.Dd or ElementName.Div or ElementName.Dl or ElementName.Dt or ElementName.Em or ElementName.Embed
        or ElementName.H1 or ElementName.H2 or ElementName.H3 or ElementName.H4 or ElementName.H5 or ElementName.H6 or ElementName.Head
        or ElementName.Hr or ElementName.I or ElementName.Img or ElementName.Li or ElementName.Listing or ElementName.Menu or ElementName.Meta
        or ElementName.Nobr or ElementName.Ol or ElementName.P or ElementName.Pre or ElementName.Ruby or ElementName.S or ElementName.Small
        or ElementName.Span or ElementName.Strong or ElementName.Strike or ElementName.Sub or ElementName.Sup or ElementName.Table
        or ElementName.Tt or ElementName.U or ElementName.Ul or ElementName.Var;

    static bool IsHtml(ReadOnlySpan<char> encoding) =>
        encoding.Equals("text/html", StringComparison.OrdinalIgnoreCase) || encoding.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
}
