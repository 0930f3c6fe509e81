namespace Tanyuan.Index.Queries;

/// <summary>A condition on a column. It matches with score 0, so it is for <see cref="BooleanQuery.Must"/> and <see cref="BooleanQuery.MustNot"/>.</summary>
/// <param name="Column">The place of the column in the schema, <see cref="IndexSchema.KeyColumn"/> and <see cref="IndexSchema.GroupColumn"/> included.</param>
public abstract record ColumnQuery(int Column) : Query;
