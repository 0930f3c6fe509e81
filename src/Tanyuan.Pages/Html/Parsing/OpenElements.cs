using Tanyuan.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// The stack of open elements. It is never deeper than <see cref="Deepest"/>: what would nest deeper closes the innermost element first and
/// becomes its sibling, so nothing is lost and every search through the stack stays short. How many elements of a name are open is counted, which
/// answers most questions about scopes without a search.
/// </summary>
internal sealed class OpenElements(HtmlTree tree)
{
    /// <summary>The depth at which browsers stop nesting, too.</summary>
    const int Deepest = 512;

    /// <summary>How many elements may be open beyond that before the page is refused.</summary>
    const int MostBeyond = 8_000;

    readonly Entry[] entries = new Entry[Deepest + 1];
    readonly int[] open = new int[ElementNames.Count];
    int beyond;

    /// <summary>One open element.</summary>
    /// <param name="Node">Its node.</param>
    /// <param name="Name">Its name; <see cref="ElementName.Unknown"/> for one of MathML or SVG, which no HTML rule means.</param>
    /// <param name="Traits">What the standard asks of it.</param>
    internal readonly record struct Entry(int Node, ElementName Name, ElementTraits Traits);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The innermost.</summary>
    public Entry Current => entries[Count - 1];

    /// <summary>One by its depth, the root's being 0.</summary>
    public Entry this[int depth] => entries[depth];

    /// <summary>Whether the stack is as deep as it may be.</summary>
    public bool IsFull => Count == Deepest;

    /// <summary>Opens an HTML element.</summary>
    public void Push(int node)
    {
        var entry = EntryOf(node);
        entries[Count++] = entry;
        CountName(entry.Name, 1);
    }

    /// <summary>Opens an element of MathML or SVG.</summary>
    public void PushForeign(int node, ElementTraits traits) => entries[Count++] = new Entry(node, ElementName.Unknown, traits);

    /// <summary>Closes the innermost element to make room for one more.</summary>
    /// <exception cref="TanyuanException"><c>too-deep</c></exception>
    public void MakeRoom()
    {
        RemoveAt(Count - 1);
        if (++beyond > MostBeyond)
            throw new TanyuanException("too-deep", $"The page nests more than {Deepest + MostBeyond:N0} elements. Repair its mark-up, or leave it out.");
    }

    /// <summary>Closes the innermost element; the root stays.</summary>
    public void Pop()
    {
        if (Count <= 1)
            return;
        RemoveAt(Count - 1);
        if (beyond > 0)
            beyond--;
    }

    /// <summary>Closes elements up to and with the innermost of a name.</summary>
    public void PopThrough(ElementName name)
    {
        while (Count > 1)
        {
            var found = Current.Name == name;
            Pop();
            if (found)
                return;
        }
    }

    /// <summary>Closes elements up to and with the one at a depth.</summary>
    public void PopTo(int depth)
    {
        while (Count > Math.Max(1, depth))
            Pop();
    }

    /// <summary>Closes elements that end by themselves, except one name's.</summary>
    public void ImplyEnds(ElementName except = ElementName.Unknown)
    {
        while ((Current.Traits & ElementTraits.ImpliedEnd) != 0 && Current.Name != except)
            Pop();
    }

    /// <summary>Whether an element of a name is open at all.</summary>
    public bool Has(ElementName name) => (int)name < open.Length && name != ElementName.Unknown && open[(int)name] > 0;

    /// <summary>Whether an element of a name is open inside everything that bounds scopes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="bounds">What bounds this scope.</param>
    public bool HasInScope(ElementName name, ElementTraits bounds = ElementTraits.Scope) =>
        ((int)name >= open.Length || open[(int)name] > 0) && DepthInScope(name, bounds) >= 0;

    /// <summary>Whether a paragraph is open that a block closes.</summary>
    public bool HasParagraphInScope()
    {
        if (open[(int)ElementName.P] == 0)
            return false;
        for (var depth = Count - 1; depth > 0; depth--)
        {
            ref readonly var entry = ref entries[depth];
            if (entry.Name == ElementName.P)
                return true;
            if ((entry.Traits & ElementTraits.Scope) != 0 || entry.Name == ElementName.Button)
                return false;
        }

        return false;
    }

    /// <summary>Whether a heading is open in scope.</summary>
    public bool HasHeadingInScope()
    {
        for (var depth = Count - 1; depth > 0; depth--)
        {
            if (entries[depth].Name is >= ElementName.H1 and <= ElementName.H6)
                return true;
            if ((entries[depth].Traits & ElementTraits.Scope) != 0)
                return false;
        }

        return false;
    }

    /// <summary>The depth of an open element, or -1.</summary>
    public int DepthOf(int node)
    {
        for (var depth = Count - 1; depth >= 0; depth--)
        {
            if (entries[depth].Node == node)
                return depth;
        }

        return -1;
    }

    /// <summary>The depth of the innermost element of a name, or -1.</summary>
    public int DepthOf(ElementName name)
    {
        for (var depth = Count - 1; depth >= 0; depth--)
        {
            if (entries[depth].Name == name)
                return depth;
        }

        return -1;
    }

    /// <summary>Whether everything inside an open element leaves it in scope.</summary>
    public bool IsInScope(int depth)
    {
        for (var inner = Count - 1; inner > depth; inner--)
        {
            if ((entries[inner].Traits & ElementTraits.Scope) != 0)
                return false;
        }

        return true;
    }

    /// <summary>Takes the element at a depth out; those inside it stay open.</summary>
    public void RemoveAt(int depth)
    {
        CountName(entries[depth].Name, -1);
        for (var inner = depth + 1; inner < Count; inner++)
            entries[inner - 1] = entries[inner];
        Count--;
    }

    /// <summary>Opens an element at a depth, around those that are deeper.</summary>
    public void InsertAt(int depth, int node)
    {
        var entry = EntryOf(node);
        for (var inner = Count; inner > depth; inner--)
            entries[inner] = entries[inner - 1];
        entries[depth] = entry;
        Count++;
        CountName(entry.Name, 1);
    }

    /// <summary>Puts another element in the place of the one at a depth.</summary>
    public void Replace(int depth, int node)
    {
        CountName(entries[depth].Name, -1);
        entries[depth] = EntryOf(node);
        CountName(entries[depth].Name, 1);
    }

    int DepthInScope(ElementName name, ElementTraits bounds)
    {
        for (var depth = Count - 1; depth >= 0; depth--)
        {
            if (entries[depth].Name == name)
                return depth;
            if ((entries[depth].Traits & bounds) != 0)
                return -1;
        }

        return -1;
    }

    Entry EntryOf(int node) => new(node, tree[node].Name, ElementNames.TraitsOf(tree[node].Name));

    void CountName(ElementName name, int change)
    {
        if ((int)name < open.Length)
            open[(int)name] += change;
    }
}
