namespace Tanyuan.Index.Queries;

/// <summary>Documents whose number in a column lies in a range; a document without one does not match.</summary>
/// <param name="Column">The place of the column in the schema, <see cref="IndexSchema.KeyColumn"/> and <see cref="IndexSchema.GroupColumn"/> included.</param>
/// <param name="From">The smallest number that matches; <see cref="long.MinValue"/> for no limit.</param>
/// <param name="To">The largest number that matches; <see cref="long.MaxValue"/> for no limit.</param>
public sealed record NumberRangeQuery(int Column, long From, long To) : ColumnQuery(Column);
