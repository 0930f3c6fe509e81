using Tanyuan.Pages.Html.Parsing;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Lays a parsed page out as blocks and lines, in one walk over the tree with a stack of its own: depth costs heap, not stack. A data table's
/// row is one line, cells parted by tabs, and so is a term with its value (<see cref="TermRows"/>); a table that arranges the page is no table.
/// </summary>
internal sealed class PageLayoutReader
{
    readonly HtmlTree tree;
    readonly PageHeadReader head;
    readonly LineBuilder lines = new();
    readonly List<Block> blocks = [];
    readonly Dictionary<(ElementName, string), BlockKind> kinds = [];
    Block block = new(0, null, "html", "");
    Frame[] stack = new Frame[64];
    int depth;
    int rowDepth;
    bool isTermOpen;

    PageLayoutReader(HtmlTree tree)
    {
        this.tree = tree;
        head = new PageHeadReader(tree);
    }

    /// <summary>What is to be done when an element is left.</summary>
    [Flags]
    enum Opened
    {
        Nothing = 0,
        Link = 1,
        Row = 2,
        Pre = 4,
        Aside = 8,
        Unseen = 16,
        Term = 32,
    }

    /// <summary>An element that is being read, and its child that comes next.</summary>
    record struct Frame(int Node, int Next, Opened Opened, Block? Outer);

    /// <summary>Lays out a page.</summary>
    public static PageLayout Read(HtmlTree tree, CancellationToken cancellationToken)
    {
        var reader = new PageLayoutReader(tree);
        reader.Walk(cancellationToken);
        return new PageLayout(tree, reader.blocks, reader.lines.Lines, reader.head.Head);
    }

    void Walk(CancellationToken cancellationToken)
    {
        blocks.Add(block);
        var root = tree[0].FirstChild;
        var visited = 0;
        Push(root, Opened.Nothing, null);
        while (depth > 0)
        {
            ref var frame = ref stack[depth - 1];
            var node = frame.Next;
            if (node == HtmlNode.None)
            {
                depth--;
                Leave(frame);
                continue;
            }

            ref var child = ref tree[node];
            frame.Next = child.Next;
            if (child.Kind == HtmlNodeKind.Element)
                Enter(node);
            else if (child.Flag)
                lines.Append(CharacterReferences.Resolve(tree.RawText(node), inAttribute: false), block);
            else
                lines.Append(tree.RawText(node), block);
            if ((++visited & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        lines.EndLine(block);
        blocks[0].End = blocks.Count;
        blocks[0].EndLine = lines.Lines.Count;
    }

    /// <summary>Takes up an element, unless its content is not visible.</summary>
    void Enter(int element)
    {
        ref var node = ref tree[element];
        var name = node.Name;
        if (name == ElementName.Head)
            head.ReadHead(element);
        else if (name is ElementName.Script or ElementName.Meta or ElementName.Link or ElementName.Title)
            head.Read(element);
        if (ElementLayout.IsUnseen(tree, element))
            return;
        if (name == ElementName.Br)
        {
            if (lines.IsAside || rowDepth > 0)
                lines.Space();
            else
                lines.EndLine(block);
            return;
        }

        head.Mark(element, lines.Lines.Count);
        var opened = Opened.Nothing;
        var isInline = ElementLayout.IsInline(name);
        if (lines.IsAside)
        {
            Push(element, opened, null);
            return;
        }

        if (ElementLayout.RuleOf(tree, element) is { } rule)
        {
            if (isInline)
            {
                lines.BeginAside(rule);
                Push(element, Opened.Aside, null);
                return;
            }

            if (lines.UnseenRule is null)
            {
                lines.EndLine(block);
                lines.UnseenRule = rule;
                opened |= Opened.Unseen;
            }
        }

        if (name == ElementName.A && tree.Has(element, AttributeName.Href))
        {
            lines.LinkDepth++;
            opened |= Opened.Link;
        }

        if (isInline)
            Push(element, opened, null);
        else if (rowDepth > 0)
            EnterCell(element, opened);
        else
            EnterBlock(element, opened);
    }

    void EnterCell(int element, Opened opened)
    {
        if (tree[element].Name is ElementName.Td or ElementName.Th && lines.HasText)
            lines.Tab();
        else
            lines.Space();
        lines.Join();
        Push(element, opened, null);
    }

    void EnterBlock(int element, Opened opened)
    {
        var name = tree[element].Name;
        var isValue = isTermOpen && name == ElementName.Dd;
        isTermOpen = false;
        if (!isValue)
            lines.EndLine(block);
        var outer = block;
        var tag = tree.NameText(name);
        var hints = Hints(element);
        if (!kinds.TryGetValue((name, hints), out var kind))
            kinds.Add((name, hints), kind = BlockHints.Read(tag, hints));
        block = new Block(blocks.Count, block, tag, hints) { Kind = kind, FirstLine = lines.Lines.Count };
        blocks.Add(block);
        if (name is ElementName.Pre or ElementName.Xmp or ElementName.Listing or ElementName.Plaintext)
        {
            lines.PreDepth++;
            opened |= Opened.Pre;
        }

        if (name == ElementName.Dt && TermRows.IsTerm(tree, element))
            opened |= Opened.Term;
        if (isValue || (name == ElementName.Tr && DataRows.IsData(tree, element)))
        {
            rowDepth++;
            opened |= Opened.Row;
        }

        Push(element, opened, outer);
    }

    void Push(int element, Opened opened, Block? outer)
    {
        if (depth == stack.Length)
            Array.Resize(ref stack, 2 * depth);
        stack[depth++] = new Frame(element, tree[element].FirstChild, opened, outer);
    }

    void Leave(in Frame frame)
    {
        if ((frame.Opened & Opened.Link) != 0)
            lines.LinkDepth--;
        if ((frame.Opened & Opened.Aside) != 0)
            lines.EndAside(block);
        if ((frame.Opened & Opened.Unseen) != 0)
        {
            lines.EndLine(block);
            lines.UnseenRule = null;
        }

        if (frame.Outer is null)
        {
            if (rowDepth > 0 && !ElementLayout.IsInline(tree[frame.Node].Name))
                lines.Space();
            return;
        }

        if ((frame.Opened & Opened.Term) != 0 && lines.HasText)
        {
            lines.Tab();
            isTermOpen = true;
        }
        else
        {
            lines.EndLine(block);
        }

        block.End = blocks.Count;
        block.EndLine = lines.Lines.Count;
        block = frame.Outer;
        if ((frame.Opened & Opened.Pre) != 0)
            lines.PreDepth--;
        if ((frame.Opened & Opened.Row) != 0)
            rowDepth--;
    }

    string Hints(int element)
    {
        if (tree[element].Length == 0)
            return "";
        var (name, id, role) = (tree.Attribute(element, AttributeName.Class), tree.Attribute(element, AttributeName.Id), tree.Attribute(element, AttributeName.Role));
        if (name is null && role is null)
            return id ?? "";
        return role is null ? $"{name} {id}" : $"{name} {id} {role}";
    }
}
