namespace Tanyuan.Pages.Html.Parsing;

// Tables.
internal sealed partial class HtmlTreeBuilder
{
    bool TakeInTable()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text when (open.Current.Traits & ElementTraits.TablePart) != 0 || open.Current.Name == ElementName.Template:
                if (IsBlank())
                    InsertText();
                else
                    Foster();
                return false;
            case HtmlTokenKind.Doctype or HtmlTokenKind.End:
                return false;
            case HtmlTokenKind.StartTag:
                switch (token.Name)
                {
                    case ElementName.Caption:
                        ClearToTable();
                        formatting.AddMarker();
                        Insert();
                        mode = InsertionMode.InCaption;
                        return false;
                    case ElementName.Colgroup:
                        ClearToTable();
                        Insert();
                        mode = InsertionMode.InColumnGroup;
                        return false;
                    case ElementName.Col:
                        ClearToTable();
                        InsertImplied(ElementName.Colgroup);
                        return Again(InsertionMode.InColumnGroup);
                    case ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                        ClearToTable();
                        Insert();
                        mode = InsertionMode.InTableBody;
                        return false;
                    case ElementName.Td or ElementName.Th or ElementName.Tr:
                        ClearToTable();
                        InsertImplied(ElementName.Tbody);
                        return Again(InsertionMode.InTableBody);
                    case ElementName.Table:
                        return CloseTable();
                    case ElementName.Style or ElementName.Script or ElementName.Template:
                        return TakeInHead();
                    case ElementName.Input when IsHiddenInput():
                        InsertVoid();
                        return false;
                    case ElementName.Form:
                        if (form == HtmlNode.None && !open.Has(ElementName.Template))
                        {
                            form = Insert();
                            open.Pop();
                        }

                        return false;
                }

                break;
            case HtmlTokenKind.EndTag:
                switch (token.Name)
                {
                    case ElementName.Table:
                        CloseTable();
                        return false;
                    case ElementName.Template:
                        return TakeInHead();
                    case ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Tbody
                        or ElementName.Td or ElementName.Tfoot or ElementName.Th or ElementName.Thead or ElementName.Tr:
                        return false;
                }

                break;
        }

        return Foster();
    }

    /// <summary>Takes what a table cannot hold, putting it before the table.</summary>
    bool Foster()
    {
        fosters = true;
        var again = TakeInBody();
        fosters = false;
        return again;
    }

    bool CloseTable()
    {
        if (!open.HasInScope(ElementName.Table, ElementTraits.TableScope))
            return false;
        open.PopThrough(ElementName.Table);
        ResetMode();
        return true;
    }

    void ClearToTable() => ClearTo(ElementName.Table, ElementName.Table, ElementName.Table);

    void ClearTo(ElementName first, ElementName second, ElementName third)
    {
        while (open.Count > 1 && open.Current.Name is var name && name != first && name != second && name != third && name is not (ElementName.Template or ElementName.Html))
            open.Pop();
    }

    bool TakeInCaption()
    {
        var isEnd = token.Kind == HtmlTokenKind.EndTag;
        if (isEnd && token.Name == ElementName.Caption)
        {
            CloseCaption();
            return false;
        }

        if ((token.Kind == HtmlTokenKind.StartTag && OpensTablePart(token.Name)) || (isEnd && token.Name == ElementName.Table))
            return CloseCaption();
        if (isEnd && token.Name is ElementName.Body or ElementName.Col or ElementName.Colgroup or ElementName.Html or ElementName.Tbody or ElementName.Td
            or ElementName.Tfoot or ElementName.Th or ElementName.Thead or ElementName.Tr)
            return false;
        return TakeInBody();
    }

    bool CloseCaption()
    {
        if (!open.HasInScope(ElementName.Caption, ElementTraits.TableScope))
            return false;
        open.ImplyEnds();
        open.PopThrough(ElementName.Caption);
        formatting.ClearToMarker();
        mode = InsertionMode.InTable;
        return true;
    }

    bool TakeInColumnGroup()
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Doctype or HtmlTokenKind.End:
            case HtmlTokenKind.Text when TakesBlanks(insert: true):
            case HtmlTokenKind.StartTag when token.Name == ElementName.Html:
            case HtmlTokenKind.EndTag when token.Name == ElementName.Col:
                return false;
            case HtmlTokenKind.StartTag when token.Name == ElementName.Col:
                InsertVoid();
                return false;
            case HtmlTokenKind.StartTag or HtmlTokenKind.EndTag when token.Name == ElementName.Template:
                return TakeInHead();
        }

        if (open.Current.Name != ElementName.Colgroup)
            return false;
        open.Pop();
        mode = InsertionMode.InTable;
        return token.Kind != HtmlTokenKind.EndTag || token.Name != ElementName.Colgroup;
    }

    bool TakeInTableBody()
    {
        var name = token.Name;
        switch (token.Kind)
        {
            case HtmlTokenKind.StartTag when name == ElementName.Tr:
                ClearToTableBody();
                Insert();
                mode = InsertionMode.InRow;
                return false;
            case HtmlTokenKind.StartTag when name is ElementName.Th or ElementName.Td:
                ClearToTableBody();
                InsertImplied(ElementName.Tr);
                return Again(InsertionMode.InRow);
            case HtmlTokenKind.StartTag when name is ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
            case HtmlTokenKind.EndTag when name == ElementName.Table:
                if (!HasSectionInScope())
                    return false;
                CloseSection();
                return true;
            case HtmlTokenKind.EndTag when name is ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                if (open.HasInScope(name, ElementTraits.TableScope))
                    CloseSection();
                return false;
            case HtmlTokenKind.EndTag when name is ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html
                or ElementName.Td or ElementName.Th or ElementName.Tr:
                return false;
            default:
                return TakeInTable();
        }
    }

    void ClearToTableBody() => ClearTo(ElementName.Tbody, ElementName.Tfoot, ElementName.Thead);

    bool HasSectionInScope() =>
        open.HasInScope(ElementName.Tbody, ElementTraits.TableScope) || open.HasInScope(ElementName.Thead, ElementTraits.TableScope)
        || open.HasInScope(ElementName.Tfoot, ElementTraits.TableScope);

    void CloseSection()
    {
        ClearToTableBody();
        open.Pop();
        mode = InsertionMode.InTable;
    }

    bool TakeInRow()
    {
        var name = token.Name;
        switch (token.Kind)
        {
            case HtmlTokenKind.StartTag when name is ElementName.Th or ElementName.Td:
                ClearTo(ElementName.Tr, ElementName.Tr, ElementName.Tr);
                Insert();
                formatting.AddMarker();
                mode = InsertionMode.InCell;
                return false;
            case HtmlTokenKind.EndTag when name == ElementName.Tr:
                CloseRow();
                return false;
            case HtmlTokenKind.StartTag when OpensTablePart(name):
            case HtmlTokenKind.EndTag when name == ElementName.Table:
                return CloseRow();
            case HtmlTokenKind.EndTag when name is ElementName.Tbody or ElementName.Tfoot or ElementName.Thead:
                return open.HasInScope(name, ElementTraits.TableScope) && CloseRow();
            case HtmlTokenKind.EndTag when name is ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html
                or ElementName.Td or ElementName.Th:
                return false;
            default:
                return TakeInTable();
        }
    }

    bool CloseRow()
    {
        if (!open.HasInScope(ElementName.Tr, ElementTraits.TableScope))
            return false;
        ClearTo(ElementName.Tr, ElementName.Tr, ElementName.Tr);
        open.Pop();
        mode = InsertionMode.InTableBody;
        return true;
    }

    bool TakeInCell()
    {
        var name = token.Name;
        switch (token.Kind)
        {
            case HtmlTokenKind.EndTag when name is ElementName.Td or ElementName.Th:
                if (open.HasInScope(name, ElementTraits.TableScope))
                {
                    open.ImplyEnds();
                    open.PopThrough(name);
                    formatting.ClearToMarker();
                    mode = InsertionMode.InRow;
                }

                return false;
            case HtmlTokenKind.StartTag when OpensTablePart(name):
                return CloseCell();
            case HtmlTokenKind.EndTag when name is ElementName.Body or ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Html:
                return false;
            case HtmlTokenKind.EndTag when name is ElementName.Table or ElementName.Tbody or ElementName.Tfoot or ElementName.Thead or ElementName.Tr:
                return open.HasInScope(name, ElementTraits.TableScope) && CloseCell();
            default:
                return TakeInBody();
        }
    }

    bool CloseCell()
    {
        open.ImplyEnds();
        if (open.HasInScope(ElementName.Td, ElementTraits.TableScope))
            open.PopThrough(ElementName.Td);
        else if (open.HasInScope(ElementName.Th, ElementTraits.TableScope))
            open.PopThrough(ElementName.Th);
        formatting.ClearToMarker();
        return Again(InsertionMode.InRow);
    }

    static bool OpensTablePart(ElementName name) => name is
        ElementName.Caption or ElementName.Col or ElementName.Colgroup or ElementName.Tbody or ElementName.Td or ElementName.Tfoot or ElementName.Th
        or ElementName.Thead or ElementName.Tr;
}
