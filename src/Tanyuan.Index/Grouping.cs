namespace Tanyuan.Index;

/// <summary>
/// What makes documents one group, of which a search returns only the first in its order: their own group, or an equal value in a number
/// column. A document without a value is a group by itself.
/// </summary>
/// <param name="Column">The place of the column in the schema; null for the documents' own groups.</param>
public sealed record Grouping(int? Column = null);
