using Tanyuan.Index.Columns;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Segments;

/// <summary>
/// What is known of each document of a segment. Body, for n documents, f fields and c columns:
/// <code>
/// keys above their line | groups above theirs, both <see cref="StraightNumbers"/>
/// documents by key | documents by group, then number, both <see cref="PackedNumbers"/>, 0 where documents have that order themselves
/// norms, for each field | for each field that keeps positions what extents are more than norms, as <see cref="FieldLength.Beside"/>, both <see cref="PackedBytes"/>
/// columns, each as <see cref="ColumnWriter"/> has it | where each begins u64×c
/// for each field document count u64, total length u64, heads of its norms and extents u8×4
/// line of the keys, of the groups: for each least i64, slope i64, width u8 | widths of the orders u8×2 | n u32 | f u32 | c u32
/// </code>
/// No two documents of a segment have the same key. Thread-safe.
/// </summary>
sealed class DocumentTable
{
    const int LineLength = (2 * sizeof(long)) + sizeof(byte);
    const int StatisticsLength = (2 * sizeof(long)) + (2 * PackedBytes.HeadLength);
    const int TrailerLength = (2 * LineLength) + (2 * sizeof(byte)) + (3 * sizeof(uint));

    readonly SealedFile file;
    readonly StraightNumbers keys;
    readonly StraightNumbers groups;
    readonly PackedNumbers byKey;
    readonly PackedNumbers byGroup;
    readonly PackedBytes[] norms;
    readonly PackedBytes[] besides;
    readonly FieldStatistics[] statistics;
    readonly byte[]?[] loadedNorms;
    readonly byte[]?[] loadedExtents;
    readonly DocumentPlaces?[] loadedPlaces;
    readonly IReadOnlyList<FieldDefinition> fields;
    readonly IReadOnlyList<ColumnDefinition> definitions;
    readonly ColumnReader?[] columns;
    readonly long columnStarts;
    readonly Lazy<ColumnReader> keyColumn;
    readonly Lazy<ColumnReader> groupColumn;
    readonly Lazy<long> smallestKey;
    readonly Lazy<long> greatestKey;

    internal DocumentTable(SealedFile file, IndexSchema schema)
    {
        this.file = file;
        (fields, definitions) = (schema.Fields, schema.Columns);
        columns = new ColumnReader?[definitions.Count];
        var fieldCount = schema.Fields.Count;
        var trailer = file.Read(file.Length - TrailerLength, TrailerLength);
        var (keyLine, groupLine) = (ReadLine(ref trailer), ReadLine(ref trailer));
        var (keyOrderWidth, groupOrderWidth) = (trailer.ReadByte(), trailer.ReadByte());
        long count = trailer.ReadUInt32();
        if (trailer.ReadUInt32() != fieldCount || trailer.ReadUInt32() != columns.Length || count > int.MaxValue)
            throw file.Corrupt(trailer.Offset, $"it has not the {fieldCount} fields and {columns.Length} columns of the schema");

        Count = (int)count;
        keys = new StraightNumbers(file, SealedFormat.HeaderLength, keyLine, Count);
        groups = new StraightNumbers(file, keys.End, groupLine, Count);
        byKey = new PackedNumbers(file, groups.End, keyOrderWidth, Count);
        byGroup = new PackedNumbers(file, byKey.End, groupOrderWidth, Count);
        var statisticsStart = file.Length - TrailerLength - (fieldCount * (long)StatisticsLength);
        norms = new PackedBytes[fieldCount];
        besides = new PackedBytes[fieldCount];
        statistics = new FieldStatistics[fieldCount];
        var columnsStart = ReadFields(file.Read(statisticsStart, fieldCount * StatisticsLength));
        columnStarts = statisticsStart - (columns.Length * (long)sizeof(long));
        if (columns.Length == 0 ? columnsStart != columnStarts : columnsStart > columnStarts || StartOfColumn(0) != columnsStart)
            throw file.Corrupt(file.Length - TrailerLength, $"it is too short or too long for {count} documents");

        loadedNorms = new byte[fieldCount][];
        loadedExtents = new byte[fieldCount][];
        loadedPlaces = new DocumentPlaces[fieldCount];
        keyColumn = new Lazy<ColumnReader>(() => new ColumnReader(file, keys, Count), LazyThreadSafetyMode.PublicationOnly);
        groupColumn = new Lazy<ColumnReader>(() => new ColumnReader(file, groups, Count), LazyThreadSafetyMode.PublicationOnly);
        smallestKey = new Lazy<long>(() => Count == 0 ? 0 : Key(Ordered(byKey, 0)), LazyThreadSafetyMode.PublicationOnly);
        greatestKey = new Lazy<long>(() => Count == 0 ? 0 : Key(Ordered(byKey, Count - 1)), LazyThreadSafetyMode.PublicationOnly);
    }

    internal int Count { get; }

    /// <summary>The smallest key; 0 where there are no documents.</summary>
    internal long SmallestKey => smallestKey.Value;

    /// <summary>The greatest key; 0 where there are no documents.</summary>
    internal long GreatestKey => greatestKey.Value;

    /// <summary>Whether documents come in the order of their keys.</summary>
    internal bool KeysAscend => byKey.Width == 0;

    internal FieldStatistics Statistics(int field) => statistics[field];

    /// <summary>The norms of a field, a byte a document; see <see cref="FieldLength"/>. Copied out of the file the first time, for it is read at random.</summary>
    internal byte[] Norms(int field) => Volatile.Read(ref loadedNorms[field]) ?? LoadNorms(field);

    /// <summary>The extents of a field that keeps positions, a byte a document; see <see cref="FieldLength.EncodeExtent"/>. Copied like the norms.</summary>
    internal byte[] Extents(int field) => Volatile.Read(ref loadedExtents[field]) ?? LoadExtents(field);

    /// <summary>The places of the documents in a field.</summary>
    internal DocumentPlaces Places(int field) => Volatile.Read(ref loadedPlaces[field]) ?? LoadPlaces(field);

    /// <summary>A column, or the keys or groups as one; opened when it is first wanted.</summary>
    internal ColumnReader Column(int column) => column switch
    {
        IndexSchema.KeyColumn => keyColumn.Value,
        IndexSchema.GroupColumn => groupColumn.Value,
        _ => Volatile.Read(ref columns[column]) ?? OpenColumn(column),
    };

    internal long Key(int document) => keys[document];

    internal long Group(int document) => groups[document];

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

    /// <summary>Checks that both orders are orders of all documents, and that nothing takes more bits than it needs.</summary>
    internal void Verify()
    {
        VerifyLine(keys, "keys");
        VerifyLine(groups, "groups");
        for (var field = 0; field < norms.Length; field++)
        {
            if (norms[field].Head != PackedBytes.HeadOf(Norms(field)) || besides[field].Head != PackedBytes.HeadOf(besides[field].ToArray()))
                throw Corrupt($"the norms or extents of field {field} take more bits than they need");
        }

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

    internal Text.TanyuanException Corrupt(string what) => file.Corrupt(byGroup.End, what);

    void VerifyLine(in StraightNumbers numbers, string name)
    {
        var all = new long[Count];
        for (var document = 0; document < all.Length; document++)
            all[document] = numbers[document];
        if (StraightNumbers.LineOf(all) != numbers.Line)
            throw file.Corrupt(SealedFormat.HeaderLength, $"the line of the {name} is not theirs");
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
        var loaded = norms[field].ToArray();
        Volatile.Write(ref loadedNorms[field], loaded);
        return loaded;
    }

    byte[] LoadExtents(int field)
    {
        var loaded = FieldLength.FromBeside(besides[field].ToArray(), Norms(field));
        Volatile.Write(ref loadedExtents[field], loaded);
        return loaded;
    }

    // Returns where the bytes of fields end.
    long ReadFields(ByteReader reader)
    {
        var heads = new byte[2 * PackedBytes.HeadLength * norms.Length];
        for (var field = 0; field < norms.Length; field++)
        {
            statistics[field] = new FieldStatistics(reader.ReadInt64(), reader.ReadInt64());
            if (statistics[field].DocumentCount < 0 || statistics[field].DocumentCount > Count || statistics[field].TotalLength < statistics[field].DocumentCount)
                throw file.Corrupt(reader.Offset, $"the statistics of field {field} cannot be");
            reader.ReadBytes(2 * PackedBytes.HeadLength).CopyTo(heads.AsSpan(2 * PackedBytes.HeadLength * field));
        }

        var end = byGroup.End;
        for (var field = 0; field < norms.Length; field++)
        {
            norms[field] = new PackedBytes(file, end, heads.AsSpan(2 * PackedBytes.HeadLength * field), Count);
            end = norms[field].End;
        }

        for (var field = 0; field < norms.Length; field++)
        {
            besides[field] = new PackedBytes(file, end, heads.AsSpan((2 * PackedBytes.HeadLength * field) + PackedBytes.HeadLength), fields[field].Positions ? Count : 0);
            end = besides[field].End;
        }

        return end;
    }

    static StraightLine ReadLine(ref ByteReader trailer) => new(trailer.ReadInt64(), trailer.ReadInt64(), trailer.ReadByte());

    DocumentPlaces LoadPlaces(int field)
    {
        try
        {
            var loaded = fields[field].Positions ? DocumentPlaces.Of(Extents(field)) : DocumentPlaces.OneEach(Count);
            Volatile.Write(ref loadedPlaces[field], loaded);
            return loaded;
        }
        catch (OverflowException failure)
        {
            throw Corrupt(failure.Message);
        }
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
