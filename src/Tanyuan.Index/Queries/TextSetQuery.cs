namespace Tanyuan.Index.Queries;

/// <summary>Documents whose text in a column is one of several; compared unit by unit.</summary>
/// <param name="Column">The place of the column in the schema.</param>
/// <param name="Values">The texts, in any order.</param>
public sealed record TextSetQuery(int Column, IReadOnlyList<string> Values) : ColumnQuery(Column);
