namespace Tanyuan.Pages.Html.Parsing;

// MathML and SVG.
internal sealed partial class HtmlTreeBuilder
{
    /// <summary>Whether the token is HTML although what is open is not.</summary>
    bool IsHtmlHere()
    {
        var traits = open.Current.Traits;
        if (token.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.Text))
            return token.Kind == HtmlTokenKind.End;
        if ((traits & ElementTraits.HtmlIntegration) != 0)
            return true;
        if ((traits & ElementTraits.TextIntegration) != 0)
            return token.Kind == HtmlTokenKind.Text || token.Name is not (ElementName.Mglyph or ElementName.Malignmark);
        return token.Kind == HtmlTokenKind.StartTag && token.Name == ElementName.Svg && tree[open.Current.Node].Name == ElementName.Annotation_Xml;
    }

    bool TakeForeign()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                InsertText();
                mayHoldFrames = mayHoldFrames && IsBlank();
                return false;
            case HtmlTokenKind.StartTag when ForeignElements.BreaksOut(token.Name) || IsOldFont():
            case HtmlTokenKind.EndTag when token.Name is ElementName.Br or ElementName.P:
                while (open.Count > 1 && (open.Current.Traits & ElementTraits.Foreign) != 0
                    && (open.Current.Traits & (ElementTraits.HtmlIntegration | ElementTraits.TextIntegration)) == 0)
                    open.Pop();
                return Take(mode);
            case HtmlTokenKind.StartTag:
                InsertForeign();
                return false;
            case HtmlTokenKind.EndTag:
                return CloseForeign();
            default:
                return false;
        }
    }

    void InsertForeign()
    {
        if (open.IsFull)
            open.MakeRoom();
        var traits = open.Current.Traits;
        var isSvg = (traits & ElementTraits.Foreign) == 0 ? token.Name == ElementName.Svg : (traits & ElementTraits.Svg) != 0;
        var node = tree.Add(HtmlNodeKind.Element, token.Name, token.FirstAttribute, token.AttributeCount, true);
        Place(node);
        if (!token.IsSelfClosing)
            open.PushForeign(node, ForeignElements.TraitsOf(tree, node, isSvg));
    }

    bool CloseForeign()
    {
        for (var depth = open.Count - 1; depth > 0; depth--)
        {
            if ((open[depth].Traits & ElementTraits.Foreign) == 0)
                return Take(mode);
            if (tree[open[depth].Node].Name == token.Name && token.Name != ElementName.Unknown)
            {
                open.PopTo(depth);
                return false;
            }
        }

        return false;
    }

    bool IsOldFont()
    {
        if (token.Name != ElementName.Font)
            return false;
        var (start, length) = token.AttributeSource;
        var attributes = tree.Source.AsSpan(start, length);
        return attributes.Contains("color", StringComparison.OrdinalIgnoreCase) || attributes.Contains("face", StringComparison.OrdinalIgnoreCase)
            || attributes.Contains("size", StringComparison.OrdinalIgnoreCase);
    }
}
