namespace Tanyuan.Index;

/// <summary>A column of the index: one value a document, or none, for filters, sorting and grouping.</summary>
/// <param name="Name">Its name, unique among the columns of the schema.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ColumnDefinition(string Name, ColumnKind Kind)
{
    /// <summary>The smallest number that a column holds.</summary>
    public const long Smallest = -(1L << 62);

    /// <summary>The largest number that a column holds.</summary>
    public const long Largest = 1L << 62;
}
