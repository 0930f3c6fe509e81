using System.Buffers;
using System.Text;
using Tanyuan.Text;

namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// A parsed page: nodes and attributes as structs in two rented arrays, texts and values as slices of the source. Building one allocates
/// nothing per node; whoever holds it gives the arrays back by disposing of it. Node 0 is the document.
/// </summary>
internal sealed class HtmlTree : IDisposable
{
    const int MostNodes = 4_000_000;
    const int MostNames = 60_000;

    readonly Dictionary<string, ElementName> customNames = [];
    readonly List<string> customTexts = [];
    HtmlNode[] nodes;
    HtmlAttribute[] attributes;

    /// <summary>An empty tree over a source.</summary>
    public HtmlTree(string source)
    {
        Source = source;
        nodes = ArrayPool<HtmlNode>.Shared.Rent(Math.Clamp(source.Length / 16, 64, 65_536));
        attributes = ArrayPool<HtmlAttribute>.Shared.Rent(Math.Clamp(source.Length / 32, 64, 65_536));
        Add(HtmlNodeKind.Document, ElementName.Unknown, 0, 0, false);
    }

    /// <summary>The page's text as it was parsed.</summary>
    public string Source { get; }

    /// <summary>How many nodes there are, those taken out again included.</summary>
    public int Count { get; private set; }

    /// <summary>How many attributes there are.</summary>
    public int AttributeCount { get; private set; }

    /// <summary>A node.</summary>
    public ref HtmlNode this[int node] => ref nodes[node];

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<HtmlNode>.Shared.Return(nodes);
        ArrayPool<HtmlAttribute>.Shared.Return(attributes);
        (nodes, attributes) = ([], []);
    }

    /// <summary>Makes a node that stands nowhere yet.</summary>
    /// <exception cref="TanyuanException"><c>too-large</c></exception>
    public int Add(HtmlNodeKind kind, ElementName name, int start, int length, bool flag)
    {
        if (Count == nodes.Length)
        {
            if (Count >= MostNodes)
                throw new TanyuanException("too-large", $"The page is too large to read: it has more than {MostNodes:N0} elements. Split it, or leave it out.");
            nodes = Grow(nodes);
        }

        nodes[Count] = new HtmlNode
        {
            Parent = HtmlNode.None,
            FirstChild = HtmlNode.None,
            LastChild = HtmlNode.None,
            Previous = HtmlNode.None,
            Next = HtmlNode.None,
            Start = start,
            Length = length,
            Name = name,
            Kind = kind,
            Flag = flag,
        };
        return Count++;
    }

    /// <summary>Adds an attribute.</summary>
    public void Add(HtmlAttribute attribute)
    {
        if (AttributeCount == attributes.Length)
            attributes = Grow(attributes);
        attributes[AttributeCount++] = attribute;
    }

    /// <summary>Puts a node behind a parent's last child.</summary>
    public void Append(int node, int parent)
    {
        ref var placed = ref nodes[node];
        ref var outer = ref nodes[parent];
        placed.Parent = parent;
        placed.Previous = outer.LastChild;
        placed.Next = HtmlNode.None;
        if (outer.LastChild == HtmlNode.None)
            outer.FirstChild = node;
        else
            nodes[outer.LastChild].Next = node;
        outer.LastChild = node;
    }

    /// <summary>Puts a node before another.</summary>
    public void InsertBefore(int node, int reference)
    {
        ref var placed = ref nodes[node];
        ref var next = ref nodes[reference];
        placed.Parent = next.Parent;
        placed.Previous = next.Previous;
        placed.Next = reference;
        if (next.Previous == HtmlNode.None)
            nodes[next.Parent].FirstChild = node;
        else
            nodes[next.Previous].Next = node;
        next.Previous = node;
    }

    /// <summary>Takes a node, with what it holds, out of its place.</summary>
    public void Detach(int node)
    {
        ref var taken = ref nodes[node];
        if (taken.Parent == HtmlNode.None)
            return;
        if (taken.Previous == HtmlNode.None)
            nodes[taken.Parent].FirstChild = taken.Next;
        else
            nodes[taken.Previous].Next = taken.Next;
        if (taken.Next == HtmlNode.None)
            nodes[taken.Parent].LastChild = taken.Previous;
        else
            nodes[taken.Next].Previous = taken.Previous;
        taken.Parent = taken.Previous = taken.Next = HtmlNode.None;
    }

    /// <summary>Moves all children of one node behind those of another; returns how many.</summary>
    public int MoveChildren(int from, int to)
    {
        var moved = 0;
        while (nodes[from].FirstChild is not HtmlNode.None and var child)
        {
            Detach(child);
            Append(child, to);
            moved++;
        }

        return moved;
    }

    /// <summary>The number of a name that the parser does not know, the same for the same letters in any case.</summary>
    public ElementName Intern(ReadOnlySpan<char> name)
    {
        if (name.Length > 100)
            return ElementName.Unknown;
        Span<char> lower = stackalloc char[100];
        lower = lower[..name.Length];
        for (var index = 0; index < name.Length; index++)
            lower[index] = char.IsAsciiLetterUpper(name[index]) ? (char)(name[index] | 0x20) : name[index];
        if (customNames.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var found))
            return found;
        if (customTexts.Count >= MostNames)
            return ElementName.Unknown;
        found = ElementName.FirstCustom + (ushort)customTexts.Count;
        customTexts.Add(lower.ToString());
        customNames.Add(customTexts[^1], found);
        return found;
    }

    /// <summary>A name as written, in lower case.</summary>
    public string NameText(ElementName name) =>
        name < ElementName.FirstCustom ? ElementNames.Text(name) : customTexts[name - ElementName.FirstCustom];

    /// <summary>Whether an element has an attribute.</summary>
    public bool Has(int element, AttributeName name) => Find(element, name) >= 0;

    /// <summary>The value of an element's attribute as the source has it, character references unresolved; empty where it has none.</summary>
    public ReadOnlySpan<char> RawAttribute(int element, AttributeName name) =>
        Find(element, name) is >= 0 and var index ? Source.AsSpan(attributes[index].Start, attributes[index].Length) : default;

    /// <summary>The value of an element's attribute, or null where it has none.</summary>
    public string? Attribute(int element, AttributeName name)
    {
        var index = Find(element, name);
        if (index < 0)
            return null;
        var raw = Source.AsSpan(attributes[index].Start, attributes[index].Length);
        return CharacterReferences.Resolve(raw, inAttribute: true);
    }

    /// <summary>Whether one of a run of attributes has this name and value.</summary>
    public bool IsValue(int first, int count, AttributeName name, string value)
    {
        foreach (var attribute in attributes.AsSpan(first, count))
        {
            if (attribute.Name == name)
                return Source.AsSpan(attribute.Start, attribute.Length).Equals(value, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    /// <summary>The text of a text node.</summary>
    public ReadOnlySpan<char> RawText(int node) => Source.AsSpan(nodes[node].Start, nodes[node].Length);

    /// <summary>All text of a node and what it holds, in order, character references resolved.</summary>
    public string TextOf(int node)
    {
        if (nodes[node].FirstChild == nodes[node].LastChild && nodes[node].FirstChild is not HtmlNode.None and var only && nodes[only].Kind == HtmlNodeKind.Text)
            return nodes[only].Flag ? CharacterReferences.Resolve(RawText(only), inAttribute: false) : RawText(only).ToString();
        var text = new StringBuilder();
        for (var inner = nodes[node].FirstChild; inner != HtmlNode.None; inner = After(inner, node))
        {
            if (nodes[inner].Kind != HtmlNodeKind.Text)
                continue;
            if (nodes[inner].Flag)
                text.Append(CharacterReferences.Resolve(RawText(inner), inAttribute: false));
            else
                text.Append(RawText(inner));
        }

        return text.ToString();
    }

    /// <summary>The node after another in document order inside <paramref name="root"/>, or <see cref="HtmlNode.None"/>.</summary>
    public int After(int node, int root)
    {
        if (nodes[node].FirstChild is not HtmlNode.None and var child)
            return child;
        while (node != root && nodes[node].Next == HtmlNode.None)
            node = nodes[node].Parent;
        return node == root ? HtmlNode.None : nodes[node].Next;
    }

    int Find(int element, AttributeName name)
    {
        ref var node = ref nodes[element];
        for (var index = node.Start; index < node.Start + node.Length; index++)
        {
            if (attributes[index].Name == name)
                return index;
        }

        return -1;
    }

    static T[] Grow<T>(T[] array)
    {
        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        return larger;
    }
}
