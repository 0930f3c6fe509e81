namespace Tanyuan.Pages.Html.Parsing;

// What stands in the body, tables apart.
internal sealed partial class HtmlTreeBuilder
{
    bool TakeInBody()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                Reopen();
                InsertText();
                if (mayHoldFrames && !IsBlank())
                    mayHoldFrames = false;
                return false;
            case HtmlTokenKind.StartTag:
                return OpenInBody();
            case HtmlTokenKind.EndTag:
                return CloseInBody();
            default:
                return false;
        }
    }

    bool OpenInBody()
    {
        var name = token.Name;
        var traits = ElementNames.TraitsOf(name);
        if ((traits & ElementTraits.Block) != 0 || name == ElementName.P)
        {
            CloseParagraph();
            Insert();
            return false;
        }

        switch (name)
        {
            case ElementName.A:
                OpenLink();
                return false;
            case ElementName.Nobr:
                Reopen();
                if (open.HasInScope(ElementName.Nobr))
                {
                    Adopt(ElementName.Nobr);
                    Reopen();
                }

                InsertFormatting();
                return false;
            case ElementName.B or ElementName.Big or ElementName.Code or ElementName.Em or ElementName.Font or ElementName.I or ElementName.S
                or ElementName.Small or ElementName.Strike or ElementName.Strong or ElementName.Tt or ElementName.U:
                Reopen();
                InsertFormatting();
                return false;
            case ElementName.H1 or ElementName.H2 or ElementName.H3 or ElementName.H4 or ElementName.H5 or ElementName.H6:
                CloseParagraph();
                if (open.Current.Name is >= ElementName.H1 and <= ElementName.H6)
                    open.Pop();
                Insert();
                return false;
            case ElementName.Li:
                mayHoldFrames = false;
                CloseItem(ElementName.Li, ElementName.Li);
                CloseParagraph();
                Insert();
                return false;
            case ElementName.Dd or ElementName.Dt:
                mayHoldFrames = false;
                CloseItem(ElementName.Dd, ElementName.Dt);
                CloseParagraph();
                Insert();
                return false;
            case ElementName.Area or ElementName.Br or ElementName.Embed or ElementName.Img or ElementName.Keygen or ElementName.Wbr:
                Reopen();
                InsertVoid();
                mayHoldFrames = false;
                return false;
            case ElementName.Image:
                Reopen();
                InsertVoid(ElementName.Img);
                mayHoldFrames = false;
                return false;
            case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Noframes
                or ElementName.Script or ElementName.Style or ElementName.Template or ElementName.Title:
                return TakeInHead();
            case ElementName.Html or ElementName.Body:
                mayHoldFrames &= name == ElementName.Html;
                return false;
            case ElementName.Frameset:
                OpenFrameset();
                return false;
            case ElementName.Pre or ElementName.Listing:
                CloseParagraph();
                Insert();
                token.SkipLineEnd();
                mayHoldFrames = false;
                return false;
            case ElementName.Form:
                OpenForm();
                return false;
            case ElementName.Plaintext:
                CloseParagraph();
                Insert();
                token.ReadRest();
                InsertText();
                return false;
            case ElementName.Button:
                if (open.HasInScope(ElementName.Button))
                {
                    open.ImplyEnds();
                    open.PopThrough(ElementName.Button);
                }

                Reopen();
                Insert();
                mayHoldFrames = false;
                return false;
            case ElementName.Applet or ElementName.Marquee or ElementName.Object:
                Reopen();
                Insert();
                formatting.AddMarker();
                mayHoldFrames = false;
                return false;
            case ElementName.Table:
                if (!isQuirky)
                    CloseParagraph();
                Insert();
                mayHoldFrames = false;
                mode = InsertionMode.InTable;
                return false;
            case ElementName.Input:
                CloseSelect();
                Reopen();
                InsertVoid();
                mayHoldFrames &= IsHiddenInput();
                return false;
            case ElementName.Param or ElementName.Source or ElementName.Track:
                InsertVoid();
                return false;
            case ElementName.Hr:
                CloseParagraph();
                if (open.HasInScope(ElementName.Select))
                    open.ImplyEnds();
                InsertVoid();
                mayHoldFrames = false;
                return false;
            case ElementName.Textarea:
                CloseSelect();
                token.SkipLineEnd();
                InsertRaw();
                mayHoldFrames = false;
                return false;
            case ElementName.Xmp:
                CloseParagraph();
                Reopen();
                InsertRaw();
                mayHoldFrames = false;
                return false;
            case ElementName.Iframe:
                InsertRaw();
                mayHoldFrames = false;
                return false;
            case ElementName.Noembed:
                InsertRaw();
                return false;
            case ElementName.Select:
                if (CloseSelect())
                    return false;
                Reopen();
                Insert();
                mayHoldFrames = false;
                return false;
            case ElementName.Option or ElementName.Optgroup:
                if (open.HasInScope(ElementName.Select))
                    open.ImplyEnds(name == ElementName.Option ? ElementName.Optgroup : ElementName.Unknown);
                else if (open.Current.Name == ElementName.Option)
                    open.Pop();
                Reopen();
                Insert();
                return false;
            case ElementName.Rb or ElementName.Rtc:
                if (open.HasInScope(ElementName.Ruby))
                    open.ImplyEnds();
                Insert();
                return false;
            case ElementName.Rp or ElementName.Rt:
                if (open.HasInScope(ElementName.Ruby))
                    open.ImplyEnds(ElementName.Rtc);
                Insert();
                return false;
            case ElementName.Math or ElementName.Svg:
                Reopen();
                InsertForeign();
                return false;
            case ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Frame or ElementName.Head or ElementName.Tbody
                or ElementName.Td or ElementName.Tfoot or ElementName.Th or ElementName.Thead or ElementName.Tr:
                return false;
            default:
                Reopen();
                Insert();
                return false;
        }
    }

    bool CloseInBody()
    {
        var name = token.Name;
        var traits = ElementNames.TraitsOf(name);
        if ((traits & ElementTraits.Formatting) != 0)
        {
            Adopt(name);
            return false;
        }

        if ((traits & ElementTraits.Block) != 0 || name is ElementName.Button or ElementName.Listing or ElementName.Pre or ElementName.Select)
        {
            CloseInScope(name);
            return false;
        }

        switch (name)
        {
            case ElementName.P:
                if (!open.HasParagraphInScope())
                    InsertImplied(ElementName.P);
                CloseParagraph();
                return false;
            case ElementName.Li:
                if (open.HasInScope(ElementName.Li, ElementTraits.Scope | ElementTraits.ListScope))
                {
                    open.ImplyEnds(ElementName.Li);
                    open.PopThrough(ElementName.Li);
                }

                return false;
            case ElementName.Dd or ElementName.Dt:
                if (open.HasInScope(name))
                {
                    open.ImplyEnds(name);
                    open.PopThrough(name);
                }

                return false;
            case ElementName.H1 or ElementName.H2 or ElementName.H3 or ElementName.H4 or ElementName.H5 or ElementName.H6:
                CloseHeading();
                return false;
            case ElementName.Form:
                CloseForm();
                return false;
            case ElementName.Applet or ElementName.Marquee or ElementName.Object:
                if (CloseInScope(name))
                    formatting.ClearToMarker();
                return false;
            case ElementName.Br:
                Reopen();
                Place(tree.Add(HtmlNodeKind.Element, ElementName.Br, 0, 0, false));
                mayHoldFrames = false;
                return false;
            case ElementName.Template:
                CloseTemplate();
                return false;
            case ElementName.Body:
                if (open.HasInScope(ElementName.Body))
                    mode = InsertionMode.AfterBody;
                return false;
            case ElementName.Html:
                return open.HasInScope(ElementName.Body) && Again(InsertionMode.AfterBody);
            default:
                CloseOther(name);
                return false;
        }
    }

    bool CloseInScope(ElementName name)
    {
        if (!open.HasInScope(name))
            return false;
        open.ImplyEnds();
        open.PopThrough(name);
        return true;
    }

    void CloseHeading()
    {
        if (!open.HasHeadingInScope())
            return;
        open.ImplyEnds();
        while (open.Current.Name is < ElementName.H1 or > ElementName.H6)
            open.Pop();
        open.Pop();
    }

    /// <summary>Closes the list item or term that a new one follows.</summary>
    void CloseItem(ElementName name, ElementName orName)
    {
        if (!open.Has(name) && !open.Has(orName))
            return;
        for (var depth = open.Count - 1; depth > 0; depth--)
        {
            var entry = open[depth];
            if (entry.Name == name || entry.Name == orName)
            {
                open.ImplyEnds(entry.Name);
                open.PopTo(depth);
                return;
            }

            if ((entry.Traits & ElementTraits.Special) != 0 && entry.Name is not (ElementName.Address or ElementName.Div or ElementName.P))
                return;
        }
    }

    /// <summary>Closes the selection list that is open, whose options cannot hold what follows.</summary>
    bool CloseSelect()
    {
        if (!open.HasInScope(ElementName.Select))
            return false;
        open.PopThrough(ElementName.Select);
        return true;
    }

    bool IsHiddenInput() => tree.IsValue(token.FirstAttribute, token.AttributeCount, AttributeName.Type, "hidden");

    void OpenForm()
    {
        var inTemplate = open.Has(ElementName.Template);
        if (form != HtmlNode.None && !inTemplate)
            return;
        CloseParagraph();
        var node = Insert();
        if (!inTemplate)
            form = node;
    }

    void CloseForm()
    {
        if (open.Has(ElementName.Template))
        {
            CloseInScope(ElementName.Form);
            return;
        }

        var depth = form == HtmlNode.None ? -1 : open.DepthOf(form);
        form = HtmlNode.None;
        if (depth <= 0 || !open.IsInScope(depth))
            return;
        open.ImplyEnds();
        if (depth < open.Count)
            open.RemoveAt(depth);
    }

    void OpenFrameset()
    {
        if (!mayHoldFrames || open.Count < 2 || open[1].Name != ElementName.Body)
            return;
        tree.Detach(open[1].Node);
        open.PopTo(1);
        Insert();
        mode = InsertionMode.InFrameset;
    }

    void CloseOther(ElementName name)
    {
        if (name == ElementName.Unknown)
            return;
        for (var depth = open.Count - 1; depth > 0; depth--)
        {
            var entry = open[depth];
            if (entry.Name == name)
            {
                open.ImplyEnds(name);
                open.PopTo(depth);
                return;
            }

            if ((entry.Traits & ElementTraits.Special) != 0)
                return;
        }
    }
}
