using System.Buffers;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// Builds a page's tree as the tree construction stage of the HTML standard does (WHATWG, section 13.2.6), so that broken mark-up means what
/// it means to a browser: implied and missing tags, text between table rows, mis-nested formatting (the adoption agency), MathML and SVG. Scripts
/// do not run, so <c>noscript</c> is read. Each file of this class holds the rules for one part of a page.
/// <para>
/// It leaves out what no reader of text needs: comments, attributes that a second <c>html</c> or <c>body</c> tag adds, and the separate document
/// that a template's content belongs to (it stays inside the template). Nesting is bounded by <see cref="OpenElements"/>, so the time a
/// page takes is bounded by its length.
/// </para>
/// </summary>
internal sealed partial class HtmlTreeBuilder
{
    static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r\0");

    readonly HtmlTree tree;
    readonly HtmlTokenizer token;
    readonly OpenElements open;
    readonly FormattingElements formatting;
    readonly List<InsertionMode> templates = [];
    InsertionMode mode;
    int head = HtmlNode.None;
    int form = HtmlNode.None;
    bool isQuirky;
    bool mayHoldFrames = true;
    bool fosters;

    HtmlTreeBuilder(HtmlTree tree)
    {
        this.tree = tree;
        token = new HtmlTokenizer(tree);
        open = new OpenElements(tree);
        formatting = new FormattingElements(tree);
    }

    /// <summary>Parses a page. Whoever asks disposes of the tree.</summary>
    /// <exception cref="Tanyuan.Text.TanyuanException"><c>too-large</c>, <c>too-deep</c></exception>
    public static HtmlTree Parse(string html, CancellationToken cancellationToken)
    {
        var tree = new HtmlTree(html);
        try
        {
            new HtmlTreeBuilder(tree).Build(cancellationToken);
            return tree;
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    void Build(CancellationToken cancellationToken)
    {
        for (var tokens = 0; ; tokens++)
        {
            if ((tokens & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            token.IsInForeign = open.Count > 0 && (open.Current.Traits & ElementTraits.Foreign) != 0;
            token.Next();
            while (Take())
            {
                // The token is looked at again in the mode that it led to.
            }

            if (token.Kind == HtmlTokenKind.End)
                return;
        }
    }

    /// <summary>Takes the token; true where it is to be taken again.</summary>
    bool Take()
    {
        if (token.Kind == HtmlTokenKind.End && open.Has(ElementName.Template))
        {
            CloseTemplate();
            return true;
        }

        if (token.IsInForeign && open.Count > 0 && (open.Current.Traits & ElementTraits.Foreign) != 0 && !IsHtmlHere())
            return TakeForeign();
        return Take(mode);
    }

    /// <summary>Takes the token by the rules of a mode.</summary>
    bool Take(InsertionMode by) => by switch
    {
        InsertionMode.InBody => TakeInBody(),
        InsertionMode.InTable => TakeInTable(),
        InsertionMode.InCell => TakeInCell(),
        InsertionMode.InRow => TakeInRow(),
        InsertionMode.InTableBody => TakeInTableBody(),
        InsertionMode.InCaption => TakeInCaption(),
        InsertionMode.InColumnGroup => TakeInColumnGroup(),
        InsertionMode.InHead => TakeInHead(),
        InsertionMode.InHeadNoscript => TakeInHeadNoscript(),
        InsertionMode.Initial => TakeFirst(),
        InsertionMode.BeforeHtml => TakeBeforeHtml(),
        InsertionMode.BeforeHead => TakeBeforeHead(),
        InsertionMode.AfterHead => TakeAfterHead(),
        InsertionMode.InTemplate => TakeInTemplate(),
        InsertionMode.AfterBody => TakeAfterBody(),
        InsertionMode.InFrameset => TakeInFrameset(),
        _ => TakeAfterFrameset(),
    };

    bool Again(InsertionMode next)
    {
        mode = next;
        return true;
    }

    /// <summary>Inserts the start tag's element and opens it.</summary>
    int Insert() => Insert(token.Name, token.FirstAttribute, token.AttributeCount);

    int Insert(ElementName name, int firstAttribute, int attributes)
    {
        if (open.IsFull)
            open.MakeRoom();
        var node = tree.Add(HtmlNodeKind.Element, name, firstAttribute, attributes, false);
        Place(node);
        open.Push(node);
        return node;
    }

    /// <summary>Inserts an element that the page left out.</summary>
    int InsertImplied(ElementName name) => Insert(name, 0, 0);

    /// <summary>Inserts the start tag's element, which has no content.</summary>
    void InsertVoid() => InsertVoid(token.Name);

    void InsertVoid(ElementName name) => Place(tree.Add(HtmlNodeKind.Element, name, token.FirstAttribute, token.AttributeCount, false));

    /// <summary>Inserts the start tag's element with its raw text.</summary>
    void InsertRaw()
    {
        Insert();
        token.ReadRawText();
        if (token.Length > 0)
            InsertText();
        open.Pop();
    }

    void InsertText() => Place(tree.Add(HtmlNodeKind.Text, ElementName.Unknown, token.Start, token.Length, token.HasReferences));

    /// <summary>Puts a node where the standard wants it: in the current element, or before the table where text stands between its rows.</summary>
    void Place(int node)
    {
        if (open.Count == 0)
            tree.Append(node, 0);
        else
            Place(node, open.Current);
    }

    void Place(int node, OpenElements.Entry target)
    {
        if (!fosters || (target.Traits & ElementTraits.TablePart) == 0)
        {
            tree.Append(node, target.Node);
            return;
        }

        var table = open.DepthOf(ElementName.Table);
        var template = open.Has(ElementName.Template) ? open.DepthOf(ElementName.Template) : -1;
        if (template > table)
            tree.Append(node, open[template].Node);
        else if (table < 0)
            tree.Append(node, open[0].Node);
        else if (tree[open[table].Node].Parent != HtmlNode.None)
            tree.InsertBefore(node, open[table].Node);
        else
            tree.Append(node, open[table - 1].Node);
    }

    /// <summary>Takes blanks off the front of the token's text; true where nothing else is left of it.</summary>
    bool TakesBlanks(bool insert)
    {
        var text = tree.Source.AsSpan(token.Start, token.Length);
        var blanks = text.IndexOfAnyExcept(Blanks);
        if (blanks == 0)
            return false;
        var (start, length) = (token.Start, token.Length);
        var isAll = blanks < 0;
        if (insert)
        {
            token.Length = isAll ? length : blanks;
            InsertText();
        }

        if (!isAll)
            (token.Start, token.Length) = (start + blanks, length - blanks);
        return isAll;
    }

    bool IsBlank() => tree.Source.AsSpan(token.Start, token.Length).IndexOfAnyExcept(Blanks) < 0;

    void CloseParagraph()
    {
        if (!open.HasParagraphInScope())
            return;
        open.ImplyEnds(ElementName.P);
        open.PopThrough(ElementName.P);
    }

    /// <summary>Finds the mode that what is open asks for.</summary>
    void ResetMode()
    {
        for (var depth = open.Count - 1; depth >= 0; depth--)
        {
            InsertionMode? found = open[depth].Name switch
            {
                ElementName.Td or ElementName.Th when depth > 0 => InsertionMode.InCell,
                ElementName.Tr => InsertionMode.InRow,
                ElementName.Tbody or ElementName.Thead or ElementName.Tfoot => InsertionMode.InTableBody,
                ElementName.Caption => InsertionMode.InCaption,
                ElementName.Colgroup => InsertionMode.InColumnGroup,
                ElementName.Table => InsertionMode.InTable,
                ElementName.Template => templates.Count > 0 ? templates[^1] : InsertionMode.InBody,
                ElementName.Head when depth > 0 => InsertionMode.InHead,
                ElementName.Body => InsertionMode.InBody,
                ElementName.Frameset => InsertionMode.InFrameset,
                ElementName.Html => head == HtmlNode.None ? InsertionMode.BeforeHead : InsertionMode.AfterHead,
                _ => null,
            };
            if (found is not { } next)
                continue;
            mode = next;
            return;
        }

        mode = InsertionMode.InBody;
    }
}
