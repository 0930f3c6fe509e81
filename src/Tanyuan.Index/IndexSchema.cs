namespace Tanyuan.Index;

/// <summary>The fields and columns of an index. Each is known everywhere else by its place in its list.</summary>
/// <param name="Fields">The fields, 1 to 256.</param>
public sealed record IndexSchema(IReadOnlyList<FieldDefinition> Fields)
{
    /// <summary>The place of a column of numbers that every index has: the documents' keys. One that no column could hold counts as none.</summary>
    public const int KeyColumn = -1;

    /// <summary>The place of a column of numbers that every index has: the documents' groups. One that no column could hold counts as none.</summary>
    public const int GroupColumn = -2;

    /// <summary>The columns that documents are given values in, 0 to 256.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    /// <summary>
    /// Whether an index written under <paramref name="other"/> can be read under this schema: names, order, positions and columns agree.
    /// K1, B and Boost only matter while searching, so they may differ.
    /// </summary>
    public bool StoresTheSameAs(IndexSchema other) =>
        Fields.Count == other.Fields.Count
        && Fields.Zip(other.Fields).All(pair => pair.First.Name == pair.Second.Name && pair.First.Positions == pair.Second.Positions)
        && Columns.SequenceEqual(other.Columns);

    /// <summary>The name of a column that there is, in words.</summary>
    internal string NameOfColumn(int column) => column switch { KeyColumn => "key", GroupColumn => "group", _ => Columns[column].Name };

    /// <summary>What the values of a column are; null where there is no such column.</summary>
    internal ColumnKind? KindOfColumn(int column) =>
        column is KeyColumn or GroupColumn ? ColumnKind.Number : (uint)column < (uint)Columns.Count ? Columns[column].Kind : null;

    /// <summary>Whether there are fields, each field and column has its own name, and all they say is in range.</summary>
    internal bool IsValid =>
        Fields.Count is > 0 and <= 256
        && Fields.DistinctBy(definition => definition.Name, StringComparer.Ordinal).Count() == Fields.Count
        && Fields.All(definition => definition.K1 >= 0 && double.IsFinite(definition.K1) && definition.B is >= 0 and <= 1
            && definition.Boost > 0 && double.IsFinite(definition.Boost))
        && Columns.Count <= 256
        && Columns.DistinctBy(definition => definition.Name, StringComparer.Ordinal).Count() == Columns.Count
        && Columns.All(definition => definition.Kind is ColumnKind.Number or ColumnKind.Text);
}
