namespace Tanyuan.Pages.Html.Parsing;

/// <summary>
/// The list of active formatting elements: those that are opened again where a block has cut them off. Markers part what stands in a cell,
/// a caption or an object from what stands around it. Of elements alike no more than three are kept, as the standard asks, and no more than
/// <see cref="Most"/> in all.
/// </summary>
internal sealed class FormattingElements(HtmlTree tree)
{
    /// <summary>The node of a marker.</summary>
    public const int Marker = -1;

    const int Most = 128;
    const int MostAlike = 3;

    readonly List<Entry> entries = [];

    /// <summary>One active element.</summary>
    /// <param name="Node">Its node, or <see cref="Marker"/>.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Start">Where its attributes begin in the source.</param>
    /// <param name="Length">How long they are.</param>
    internal readonly record struct Entry(int Node, ElementName Name, int Start, int Length);

    /// <summary>How many there are, markers included.</summary>
    public int Count => entries.Count;

    /// <summary>One of them.</summary>
    public Entry this[int index]
    {
        get => entries[index];
        set => entries[index] = value;
    }

    /// <summary>Adds an element.</summary>
    public void Add(Entry entry)
    {
        var alike = 0;
        for (var index = entries.Count - 1; index >= 0 && entries[index].Node != Marker; index--)
        {
            if (IsAlike(entries[index], entry) && ++alike == MostAlike)
            {
                entries.RemoveAt(index);
                break;
            }
        }

        Append(entry);
    }

    /// <summary>Adds a marker.</summary>
    public void AddMarker() => Append(new Entry(Marker, ElementName.Unknown, 0, 0));

    /// <summary>Takes out everything down to the last marker, and the marker.</summary>
    public void ClearToMarker()
    {
        while (entries.Count > 0)
        {
            var isMarker = entries[^1].Node == Marker;
            entries.RemoveAt(entries.Count - 1);
            if (isMarker)
                return;
        }
    }

    /// <summary>The index of the last element of a name behind the last marker, or -1.</summary>
    public int LastOf(ElementName name)
    {
        for (var index = entries.Count - 1; index >= 0 && entries[index].Node != Marker; index--)
        {
            if (entries[index].Name == name)
                return index;
        }

        return -1;
    }

    /// <summary>The index of an element, or -1.</summary>
    public int IndexOf(int node)
    {
        for (var index = entries.Count - 1; index >= 0; index--)
        {
            if (entries[index].Node == node)
                return index;
        }

        return -1;
    }

    /// <summary>Takes one out.</summary>
    public void RemoveAt(int index) => entries.RemoveAt(index);

    /// <summary>Puts one in at an index.</summary>
    public void Insert(int index, Entry entry) => entries.Insert(index, entry);

    void Append(Entry entry)
    {
        if (entries.Count >= Most)
            entries.RemoveAt(0);
        entries.Add(entry);
    }

    bool IsAlike(in Entry left, in Entry right) =>
        left.Name == right.Name && tree.Source.AsSpan(left.Start, left.Length).SequenceEqual(tree.Source.AsSpan(right.Start, right.Length));
}
