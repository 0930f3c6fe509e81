namespace Tanyuan.Index.Queries;

/// <summary>Documents whose number in a column is one of several.</summary>
/// <param name="Column">The place of the column in the schema, <see cref="IndexSchema.KeyColumn"/> and <see cref="IndexSchema.GroupColumn"/> included.</param>
/// <param name="Values">The numbers, in any order.</param>
public sealed record NumberSetQuery(int Column, IReadOnlyList<long> Values) : ColumnQuery(Column);
