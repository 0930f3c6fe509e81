namespace Tanyuan.Pages.Html.Parsing;

// Formatting elements that blocks cut off, and those that are mis-nested: the standard's "adoption agency algorithm".
internal sealed partial class HtmlTreeBuilder
{
    const int MostAdoptions = 8;
    const int DeepestAdoption = 3;

    void InsertFormatting()
    {
        var node = Insert();
        var (start, length) = token.AttributeSource;
        formatting.Add(new FormattingElements.Entry(node, token.Name, start, length));
    }

    void OpenLink()
    {
        if (formatting.LastOf(ElementName.A) is >= 0 and var index)
        {
            var node = formatting[index].Node;
            Adopt(ElementName.A);
            if (formatting.IndexOf(node) is >= 0 and var left)
                formatting.RemoveAt(left);
            if (open.DepthOf(node) is > 0 and var depth)
                open.RemoveAt(depth);
        }

        Reopen();
        InsertFormatting();
    }

    /// <summary>Opens again the active formatting elements that were closed with the blocks they stood in.</summary>
    void Reopen()
    {
        var index = formatting.Count - 1;
        if (index < 0 || IsSettled(formatting[index].Node))
            return;
        while (index > 0 && !IsSettled(formatting[index - 1].Node))
            index--;
        for (; index < formatting.Count; index++)
        {
            var node = formatting[index].Node;
            var again = Insert(tree[node].Name, tree[node].Start, tree[node].Length);
            formatting[index] = formatting[index] with { Node = again };
        }
    }

    bool IsSettled(int node) => node == FormattingElements.Marker || open.DepthOf(node) >= 0;

    /// <summary>Ends a formatting element where blocks may stand across its end: they are cut into a part inside it and a part behind it.</summary>
    void Adopt(ElementName name)
    {
        if (open.Current.Name == name && formatting.IndexOf(open.Current.Node) < 0)
        {
            open.Pop();
            return;
        }

        for (var round = 0; round < MostAdoptions; round++)
        {
            var active = formatting.LastOf(name);
            if (active < 0)
            {
                CloseOther(name);
                return;
            }

            var element = formatting[active].Node;
            var depth = open.DepthOf(element);
            if (depth < 0)
            {
                formatting.RemoveAt(active);
                return;
            }

            if (!open.IsInScope(depth))
                return;
            var block = FurthestBlock(depth);
            if (block < 0)
            {
                open.PopTo(depth);
                formatting.RemoveAt(active);
                return;
            }

            Adopt(active, depth, block);
        }
    }

    /// <summary>The depth of the outermost special element inside a formatting element, or -1.</summary>
    int FurthestBlock(int depth)
    {
        for (var inner = depth + 1; inner < open.Count; inner++)
        {
            if ((open[inner].Traits & ElementTraits.Special) != 0)
                return inner;
        }

        return -1;
    }

    void Adopt(int active, int depth, int block)
    {
        var entry = formatting[active];
        var furthest = open[block].Node;
        var bookmark = active;
        var last = furthest;
        var level = 0;
        for (var inner = block - 1; inner > depth; inner--)
        {
            level++;
            var node = open[inner].Node;
            var listed = formatting.IndexOf(node);
            if (level > DeepestAdoption && listed >= 0)
            {
                formatting.RemoveAt(listed);
                if (listed < bookmark)
                    bookmark--;
                listed = -1;
            }

            if (listed < 0)
            {
                open.RemoveAt(inner);
                block--;
                continue;
            }

            var clone = Clone(node);
            formatting[listed] = formatting[listed] with { Node = clone };
            open.Replace(inner, clone);
            if (last == furthest)
                bookmark = listed + 1;
            tree.Detach(last);
            tree.Append(last, clone);
            last = clone;
        }

        tree.Detach(last);
        var wasFostering = fosters;
        fosters = true;
        Place(last, open[depth - 1]);
        fosters = wasFostering;
        var adopted = Clone(entry.Node);
        tree.MoveChildren(furthest, adopted);
        tree.Append(adopted, furthest);

        var old = formatting.IndexOf(entry.Node);
        formatting.RemoveAt(old);
        if (old < bookmark)
            bookmark--;
        formatting.Insert(bookmark, entry with { Node = adopted });
        open.RemoveAt(open.DepthOf(entry.Node));
        open.InsertAt(open.DepthOf(furthest) + 1, adopted);
    }

    int Clone(int node) => tree.Add(HtmlNodeKind.Element, tree[node].Name, tree[node].Start, tree[node].Length, false);
}
