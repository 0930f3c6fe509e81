namespace Tanyuan.Index.Columns;

/// <summary>Collects the values of one column, document by document.</summary>
sealed class ColumnBuffer
{
    // A reference, an entry of the table and the object's own overhead.
    const int TextOverhead = 64;

    readonly List<long> numbers = [];
    readonly List<string> texts = [];
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Memory held, roughly.</summary>
    internal long Size { get; private set; }

    /// <summary>Adds the number of the next document, the place of its text, or <see cref="ColumnValues.Missing"/>.</summary>
    internal void Add(long number)
    {
        numbers.Add(number);
        Size += sizeof(long);
    }

    /// <summary>The place that a text has or gets.</summary>
    internal int PlaceOf(string text)
    {
        if (places.TryGetValue(text, out var place))
            return place;

        place = texts.Count;
        texts.Add(text);
        places.Add(text, place);
        Size += TextOverhead + (text.Length * sizeof(char));
        return place;
    }

    internal void Clear()
    {
        numbers.Clear();
        texts.Clear();
        places.Clear();
        Size = 0;
    }

    /// <summary>The values of all documents.</summary>
    internal ColumnValues Build() => new([.. numbers], texts);

    /// <summary>The values of the documents that are not renumbered to −1.</summary>
    internal ColumnValues Build(int[] renumbered) => new([.. numbers.Where((_, document) => renumbered[document] >= 0)], texts);
}
