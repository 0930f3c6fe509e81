using Tanyuan.Index.Columns;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// What is known of each document of a segment. Body, for n documents, f fields and c columns:
/// <code>
/// distances of keys from the smallest | of groups | documents by key | documents by group, then number; <see cref="PackedNumbers"/> all, the latter two 0 where documents have that order themselves
/// norms, for each field u8×n | extents, for each field that keeps positions u8×n | columns, each as <see cref="ColumnWriter"/> has it | where each begins u64×c
/// statistics, for each field document count u64, total length u64
/// smallest key i64 | smallest group i64 | widths of keys, of groups, of the orders u8×4 | n u32 | f u32 | c u32
/// </code>
/// No two documents of a segment have the same key. Thread-safe.
/// </summary>
sealed class DocumentTable
{
    const int TrailerLength = (2 * sizeof(long)) + (4 * sizeof(byte)) + (3 * sizeof(uint));

    readonly SealedFile file;
    readonly long smallestKey;
    readonly long smallestGroup;
    readonly PackedNumbers keys;
    readonly PackedNumbers groups;
    readonly PackedNumbers byKey;
    readonly PackedNumbers byGroup;
    readonly long norms;
    readonly long extents;
    readonly FieldStatistics[] statistics;
    readonly byte[]?[] loadedNorms;
    readonly byte[]?[] loadedExtents;
    readonly IReadOnlyList<FieldDefinition> fields;
    readonly IReadOnlyList<ColumnDefinition> definitions;
    readonly ColumnReader?[] columns;
    readonly long columnStarts;
    readonly Lazy<ColumnReader> keyColumn;
    readonly Lazy<ColumnReader> groupColumn;
    readonly Lazy<long> greatestKey;

    internal DocumentTable(SealedFile file, IndexSchema schema)
    {
        this.file = file;
        (fields, definitions) = (schema.Fields, schema.Columns);
        columns = new ColumnReader?[definitions.Count];
        var fieldCount = schema.Fields.Count;
        var trailer = file.Read(file.Length - TrailerLength, TrailerLength);
        (smallestKey, smallestGroup) = (trailer.ReadInt64(), trailer.ReadInt64());
        var widths = trailer.ReadBytes(4);
        long count = trailer.ReadUInt32();
        if (trailer.ReadUInt32() != fieldCount || trailer.ReadUInt32() != columns.Length || count > int.MaxValue)
            throw file.Corrupt(trailer.Offset, $"it has not the {fieldCount} fields and {columns.Length} columns of the schema");

        Count = (int)count;
        keys = new PackedNumbers(file, SealedFormat.HeaderLength, widths[0], Count);
        groups = new PackedNumbers(file, keys.End, widths[1], Count);
        byKey = new PackedNumbers(file, groups.End, widths[2], Count);
        byGroup = new PackedNumbers(file, byKey.End, widths[3], Count);
        norms = byGroup.End;
        extents = norms + (count * fieldCount);
        var statisticsStart = file.Length - TrailerLength - (fieldCount * 2L * sizeof(long));
        columnStarts = statisticsStart - (columns.Length * (long)sizeof(long));
        var columnsStart = extents + (count * fields.Count(field => field.Positions));
        if (columns.Length == 0 ? columnsStart != columnStarts : columnsStart > columnStarts || StartOfColumn(0) != columnsStart)
            throw file.Corrupt(file.Length - TrailerLength, $"it is too short or too long for {count} documents");

        loadedNorms = new byte[fieldCount][];
        loadedExtents = new byte[fieldCount][];
        statistics = new FieldStatistics[fieldCount];
        var reader = file.Read(statisticsStart, fieldCount * 2 * sizeof(long));
        for (var i = 0; i < fieldCount; i++)
        {
            statistics[i] = new FieldStatistics(reader.ReadInt64(), reader.ReadInt64());
            if (statistics[i].DocumentCount < 0 || statistics[i].DocumentCount > count || statistics[i].TotalLength < statistics[i].DocumentCount)
                throw file.Corrupt(reader.Offset, $"the statistics of field {i} cannot be");
        }

        keyColumn = new Lazy<ColumnReader>(() => new ColumnReader(file, keys, smallestKey, Count), LazyThreadSafetyMode.PublicationOnly);
        groupColumn = new Lazy<ColumnReader>(() => new ColumnReader(file, groups, smallestGroup, Count), LazyThreadSafetyMode.PublicationOnly);
        greatestKey = new Lazy<long>(() => Count == 0 ? 0 : Key(Ordered(byKey, Count - 1)), LazyThreadSafetyMode.PublicationOnly);
    }

    internal int Count { get; }

    /// <summary>The smallest key; 0 where there are no documents.</summary>
    internal long SmallestKey => smallestKey;

    /// <summary>The greatest key; 0 where there are no documents.</summary>
    internal long GreatestKey => greatestKey.Value;

    /// <summary>Whether documents come in the order of their keys.</summary>
    internal bool KeysAscend => byKey.Width == 0;

    internal FieldStatistics Statistics(int field) => statistics[field];

    /// <summary>The norms of a field, a byte a document; see <see cref="FieldLength"/>. Copied out of the file the first time, for it is read at random.</summary>
    internal byte[] Norms(int field) => Volatile.Read(ref loadedNorms[field]) ?? LoadNorms(field);

    /// <summary>The extents of a field that keeps positions, a byte a document; see <see cref="FieldLength.EncodeExtent"/>. Copied like the norms.</summary>
    internal byte[] Extents(int field) => Volatile.Read(ref loadedExtents[field]) ?? LoadExtents(field);

    /// <summary>A column, or the keys or groups as one; opened when it is first wanted.</summary>
    internal ColumnReader Column(int column) => column switch
    {
        IndexSchema.KeyColumn => keyColumn.Value,
        IndexSchema.GroupColumn => groupColumn.Value,
        _ => Volatile.Read(ref columns[column]) ?? OpenColumn(column),
    };

    internal long Key(int document) => unchecked(smallestKey + (long)keys[document]);

    internal long Group(int document) => unchecked(smallestGroup + (long)groups[document]);

    /// <summary>The document with a key, or −1.</summary>
    internal int Find(long key)
    {
        if (Count == 0 || key < SmallestKey || key > GreatestKey)
            return -1;

        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var document = Ordered(byKey, middle);
            var found = Key(document);
            if (found == key)
                return document;
            if (found < key)
                low = middle + 1;
            else
                high = middle;
        }

        return -1;
    }

    /// <summary>The documents of a group.</summary>
    internal IEnumerable<int> FindGroup(long group)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Group(Ordered(byGroup, middle)) < group)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < Count; low++)
        {
            var document = Ordered(byGroup, low);
            if (Group(document) != group)
                yield break;
            yield return document;
        }
    }

    /// <summary>Checks that both orders are orders of all documents.</summary>
    internal void Verify()
    {
        for (var i = 1; i < Count; i++)
        {
            if (Key(Ordered(byKey, i - 1)) >= Key(Ordered(byKey, i)))
                throw file.Corrupt(byKey.OffsetOf(i), "the documents are not in the order of their keys");

            var (before, after) = (Ordered(byGroup, i - 1), Ordered(byGroup, i));
            if ((Group(before), before).CompareTo((Group(after), after)) >= 0)
                throw file.Corrupt(byGroup.OffsetOf(i), "the documents are not in the order of their groups");
        }
    }

    /// <summary>Checks every column.</summary>
    internal void VerifyColumns()
    {
        for (var column = 0; column < columns.Length; column++)
            Column(column).Verify();
    }

    internal Text.TanyuanException Corrupt(string what) => file.Corrupt(norms, what);

    ColumnReader OpenColumn(int column)
    {
        var opened = new ColumnReader(file, definitions[column].Kind, StartOfColumn(column), StartOfColumn(column + 1), Count);
        Volatile.Write(ref columns[column], opened);
        return opened;
    }

    // The one after the last is where the table of beginnings lies.
    long StartOfColumn(int column) =>
        column == columns.Length ? columnStarts : file.Read(columnStarts + (column * (long)sizeof(long)), sizeof(long)).ReadInt64();

    byte[] LoadNorms(int field)
    {
        var loaded = file.GetSpan(norms + ((long)field * Count), Count).ToArray();
        Volatile.Write(ref loadedNorms[field], loaded);
        return loaded;
    }

    byte[] LoadExtents(int field)
    {
        var place = fields.Take(field).Count(earlier => earlier.Positions);
        var loaded = file.GetSpan(extents + ((long)place * Count), Count).ToArray();
        Volatile.Write(ref loadedExtents[field], loaded);
        return loaded;
    }

    int Ordered(in PackedNumbers order, int place)
    {
        if (order.Width == 0)
            return place;

        var document = order[place];
        if (document >= (ulong)Count)
            throw file.Corrupt(order.OffsetOf(place), $"there is no document {document}");
        return (int)document;
    }
}
