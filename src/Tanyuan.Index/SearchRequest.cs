namespace Tanyuan.Index;

/// <summary>Which of the documents that a query finds a search returns, and in which order.</summary>
/// <param name="Count">How many at most, 0 or more.</param>
public sealed record SearchRequest(int Count)
{
    /// <summary>The order; by descending score, equal scores by ascending key, where it is null.</summary>
    public ColumnOrder? Order { get; init; }

    /// <summary>Of which documents only the first in this order is returned; null to return each.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>Which documents may be returned; all where it is null. It is asked only about documents good enough to be returned.</summary>
    public IDocumentFilter? Filter { get; init; }
}
