namespace Tanyuan.Index;

/// <summary>
/// An order of documents by a number column; equal values by ascending key, documents without a value after all others.
/// </summary>
/// <param name="Column">The place of the column in the schema, <see cref="IndexSchema.KeyColumn"/> and <see cref="IndexSchema.GroupColumn"/> included.</param>
/// <param name="Descending">Whether greater values come first.</param>
public readonly record struct ColumnOrder(int Column, bool Descending = true);
