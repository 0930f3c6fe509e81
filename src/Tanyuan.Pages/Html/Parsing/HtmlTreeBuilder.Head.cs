namespace Tanyuan.Pages.Html.Parsing;

// What stands before and after the body.
internal sealed partial class HtmlTreeBuilder
{
    bool TakeFirst()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text when TakesBlanks(insert: false):
                return false;
            case HtmlTokenKind.Doctype:
                isQuirky = QuirksMode.IsAskedBy(tree.Source.AsSpan(token.Start, token.Length));
                mode = InsertionMode.BeforeHtml;
                return false;
            default:
                isQuirky = true;
                return Again(InsertionMode.BeforeHtml);
        }
    }

    bool TakeBeforeHtml()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.Text when TakesBlanks(insert: false):
            case HtmlTokenKind.EndTag when token.Name is not (ElementName.Head or ElementName.Body or ElementName.Html or ElementName.Br):
                return false;
            case HtmlTokenKind.StartTag when token.Name == ElementName.Html:
                Insert();
                mode = InsertionMode.BeforeHead;
                return false;
            default:
                InsertImplied(ElementName.Html);
                return Again(InsertionMode.BeforeHead);
        }
    }

    bool TakeBeforeHead()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.Text when TakesBlanks(insert: false):
            case HtmlTokenKind.StartTag when token.Name == ElementName.Html:
            case HtmlTokenKind.EndTag when token.Name is not (ElementName.Head or ElementName.Body or ElementName.Html or ElementName.Br):
                return false;
            case HtmlTokenKind.StartTag when token.Name == ElementName.Head:
                head = Insert();
                mode = InsertionMode.InHead;
                return false;
            default:
                head = InsertImplied(ElementName.Head);
                return Again(InsertionMode.InHead);
        }
    }

    bool TakeInHead()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.Text when TakesBlanks(insert: true):
                return false;
            case HtmlTokenKind.StartTag:
                switch (token.Name)
                {
                    case ElementName.Html or ElementName.Head:
                        return false;
                    case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta:
                        InsertVoid();
                        return false;
                    case ElementName.Title or ElementName.Style or ElementName.Script or ElementName.Noframes:
                        InsertRaw();
                        return false;
                    case ElementName.Noscript:
                        Insert();
                        mode = InsertionMode.InHeadNoscript;
                        return false;
                    case ElementName.Template:
                        OpenTemplate();
                        return false;
                }

                break;
            case HtmlTokenKind.EndTag:
                switch (token.Name)
                {
                    case ElementName.Head:
                        open.Pop();
                        mode = InsertionMode.AfterHead;
                        return false;
                    case ElementName.Template:
                        CloseTemplate();
                        return false;
                    case ElementName.Body or ElementName.Html or ElementName.Br:
                        break;
                    default:
                        return false;
                }

                break;
        }

        open.Pop();
        return Again(InsertionMode.AfterHead);
    }

    bool TakeInHeadNoscript()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.Text when TakesBlanks(insert: true):
                return false;
            case HtmlTokenKind.StartTag when token.Name is ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Noframes or ElementName.Style:
                return TakeInHead();
            case HtmlTokenKind.StartTag when token.Name is ElementName.Html or ElementName.Head or ElementName.Noscript:
            case HtmlTokenKind.EndTag when token.Name is not (ElementName.Noscript or ElementName.Br):
                return false;
            case HtmlTokenKind.EndTag when token.Name == ElementName.Noscript:
                open.Pop();
                mode = InsertionMode.InHead;
                return false;
            default:
                open.Pop();
                return Again(InsertionMode.InHead);
        }
    }

    bool TakeAfterHead()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.Text when TakesBlanks(insert: true):
                return false;
            case HtmlTokenKind.StartTag:
                switch (token.Name)
                {
                    case ElementName.Html or ElementName.Head:
                        return false;
                    case ElementName.Body:
                        Insert();
                        mayHoldFrames = false;
                        mode = InsertionMode.InBody;
                        return false;
                    case ElementName.Frameset:
                        Insert();
                        mode = InsertionMode.InFrameset;
                        return false;
                    case ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Noframes
                        or ElementName.Script or ElementName.Style or ElementName.Template or ElementName.Title:
                        open.Push(head);
                        TakeInHead();
                        open.RemoveAt(open.DepthOf(head));
                        return false;
                }

                break;
            case HtmlTokenKind.EndTag when token.Name == ElementName.Template:
                return TakeInHead();
            case HtmlTokenKind.EndTag when token.Name is not (ElementName.Body or ElementName.Html or ElementName.Br):
                return false;
        }

        InsertImplied(ElementName.Body);
        return Again(InsertionMode.InBody);
    }

    bool TakeAfterBody()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.End:
            case HtmlTokenKind.Doctype:
            case HtmlTokenKind.EndTag when token.Name == ElementName.Html:
                return false;
            case HtmlTokenKind.Text when IsBlank():
                return TakeInBody();
            default:
                return Again(InsertionMode.InBody);
        }
    }

    bool TakeInFrameset()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.StartTag when token.Name == ElementName.Frameset:
                Insert();
                break;
            case HtmlTokenKind.StartTag when token.Name == ElementName.Frame:
                InsertVoid();
                break;
            case HtmlTokenKind.StartTag when token.Name == ElementName.Noframes:
                InsertRaw();
                break;
            case HtmlTokenKind.EndTag when token.Name == ElementName.Frameset:
                open.Pop();
                if (open.Current.Name != ElementName.Frameset)
                    mode = InsertionMode.AfterFrameset;
                break;
        }

        return false;
    }

    bool TakeAfterFrameset()
    {
        if (token.Kind == HtmlTokenKind.StartTag && token.Name == ElementName.Noframes)
            InsertRaw();
        return false;
    }

    void OpenTemplate()
    {
        Insert();
        formatting.AddMarker();
        mayHoldFrames = false;
        mode = InsertionMode.InTemplate;
        templates.Add(InsertionMode.InTemplate);
    }

    void CloseTemplate()
    {
        if (!open.Has(ElementName.Template))
            return;
        while (open.Current.Name != ElementName.Template)
            open.Pop();
        open.Pop();
        formatting.ClearToMarker();
        if (templates.Count > 0)
            templates.RemoveAt(templates.Count - 1);
        ResetMode();
    }

    bool TakeInTemplate()
    {
        if (token.Kind == HtmlTokenKind.Text)
            return TakeInBody();
        if (token.Kind == HtmlTokenKind.EndTag)
            return token.Name == ElementName.Template && TakeInHead();
        if (token.Kind != HtmlTokenKind.StartTag)
            return false;
        var next = token.Name switch
        {
            ElementName.Base or ElementName.Basefont or ElementName.Bgsound or ElementName.Link or ElementName.Meta or ElementName.Noframes
                or ElementName.Script or ElementName.Style or ElementName.Template or ElementName.Title => InsertionMode.InHead,
            ElementName.Caption or ElementName.Colgroup or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead => InsertionMode.InTable,
            ElementName.Col => InsertionMode.InColumnGroup,
            ElementName.Tr => InsertionMode.InTableBody,
            ElementName.Td or ElementName.Th => InsertionMode.InRow,
            _ => InsertionMode.InBody,
        };
        if (next == InsertionMode.InHead)
            return TakeInHead();
        if (templates.Count > 0)
            templates[^1] = next;
        return Again(next);
    }
}
