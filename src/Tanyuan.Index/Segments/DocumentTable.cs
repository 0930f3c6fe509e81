using System.Buffers.Binary;
using Tanyuan.Index.Columns;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// What is known of each document of a segment. Body, for n documents, f fields and c columns:
/// <code>
/// keys i64×n | groups i64×n | documents by key u32×n | documents by group, then number u32×n
/// norms, for each field u8×n | columns, each as <see cref="ColumnWriter"/> has it | where each begins u64×c
/// statistics, for each field document count u64, total length u64 | n u32 | f u32 | c u32
/// </code>
/// No two documents of a segment have the same key. Thread-safe.
/// </summary>
sealed class DocumentTable
{
    const int TrailerLength = 3 * sizeof(uint);

    readonly SealedFile file;
    readonly long groups;
    readonly long byKey;
    readonly long byGroup;
    readonly long norms;
    readonly FieldStatistics[] statistics;
    readonly byte[]?[] loadedNorms;
    readonly IReadOnlyList<ColumnDefinition> definitions;
    readonly ColumnReader?[] columns;
    readonly long columnStarts;
    readonly Lazy<(long Smallest, long Greatest)> keyRange;
    readonly Lazy<bool> keysAscend;

    internal DocumentTable(SealedFile file, IndexSchema schema)
    {
        this.file = file;
        definitions = schema.Columns;
        columns = new ColumnReader?[definitions.Count];
        var fieldCount = schema.Fields.Count;
        var trailer = file.Read(file.Length - TrailerLength, TrailerLength);
        long count = trailer.ReadUInt32();
        if (trailer.ReadUInt32() != fieldCount || trailer.ReadUInt32() != columns.Length || count > int.MaxValue)
            throw file.Corrupt(trailer.Offset, $"it has not the {fieldCount} fields and {columns.Length} columns of the schema");

        Count = (int)count;
        groups = SealedFormat.HeaderLength + (count * sizeof(long));
        byKey = groups + (count * sizeof(long));
        byGroup = byKey + (count * sizeof(uint));
        norms = byGroup + (count * sizeof(uint));
        var statisticsStart = file.Length - TrailerLength - (fieldCount * 2L * sizeof(long));
        columnStarts = statisticsStart - (columns.Length * (long)sizeof(long));
        var columnsStart = norms + (count * fieldCount);
        if (columns.Length == 0 ? columnsStart != columnStarts : columnsStart > columnStarts || StartOfColumn(0) != columnsStart)
            throw file.Corrupt(file.Length - TrailerLength, $"it is too short or too long for {count} documents");

        loadedNorms = new byte[fieldCount][];
        statistics = new FieldStatistics[fieldCount];
        var reader = file.Read(statisticsStart, fieldCount * 2 * sizeof(long));
        for (var i = 0; i < fieldCount; i++)
        {
            statistics[i] = new FieldStatistics(reader.ReadInt64(), reader.ReadInt64());
            if (statistics[i].DocumentCount < 0 || statistics[i].DocumentCount > count || statistics[i].TotalLength < statistics[i].DocumentCount)
                throw file.Corrupt(reader.Offset, $"the statistics of field {i} cannot be");
        }

        keyRange = new Lazy<(long, long)>(
            () => Count == 0 ? (0, 0) : (Key(Ordered(byKey, 0)), Key(Ordered(byKey, Count - 1))), LazyThreadSafetyMode.PublicationOnly);
        keysAscend = new Lazy<bool>(AreKeysAscending, LazyThreadSafetyMode.PublicationOnly);
    }

    internal int Count { get; }

    /// <summary>The smallest key; 0 where there are no documents.</summary>
    internal long SmallestKey => keyRange.Value.Smallest;

    /// <summary>The greatest key; 0 where there are no documents.</summary>
    internal long GreatestKey => keyRange.Value.Greatest;

    /// <summary>Whether documents come in the order of their keys.</summary>
    internal bool KeysAscend => keysAscend.Value;

    internal FieldStatistics Statistics(int field) => statistics[field];

    /// <summary>The norms of a field, a byte a document; see <see cref="FieldLength"/>. Copied out of the file the first time, for it is read at random.</summary>
    internal byte[] Norms(int field) => Volatile.Read(ref loadedNorms[field]) ?? LoadNorms(field);

    /// <summary>A column; opened when it is first wanted.</summary>
    internal ColumnReader Column(int column) => Volatile.Read(ref columns[column]) ?? OpenColumn(column);

    internal long Key(int document) =>
        BinaryPrimitives.ReadInt64LittleEndian(file.GetSpan(SealedFormat.HeaderLength + ((long)document * sizeof(long)), sizeof(long)));

    internal long Group(int document) => BinaryPrimitives.ReadInt64LittleEndian(file.GetSpan(groups + ((long)document * sizeof(long)), sizeof(long)));

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
                throw file.Corrupt(byKey + ((long)i * sizeof(uint)), "the documents are not in the order of their keys");

            var (before, after) = (Ordered(byGroup, i - 1), Ordered(byGroup, i));
            if ((Group(before), before).CompareTo((Group(after), after)) >= 0)
                throw file.Corrupt(byGroup + ((long)i * sizeof(uint)), "the documents are not in the order of their groups");
        }
    }

    /// <summary>Checks every column.</summary>
    internal void VerifyColumns()
    {
        for (var column = 0; column < columns.Length; column++)
            Column(column).Verify();
    }

    internal Text.TanyuanException Corrupt(string what) => file.Corrupt(norms, what);

    bool AreKeysAscending()
    {
        for (var document = 1; document < Count; document++)
        {
            if (Key(document - 1) >= Key(document))
                return false;
        }

        return true;
    }

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

    int Ordered(long order, int place)
    {
        var offset = order + ((long)place * sizeof(uint));
        var document = BinaryPrimitives.ReadUInt32LittleEndian(file.GetSpan(offset, sizeof(uint)));
        if (document >= Count)
            throw file.Corrupt(offset, $"there is no document {document}");
        return (int)document;
    }
}
