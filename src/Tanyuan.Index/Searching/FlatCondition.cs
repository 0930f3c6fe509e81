using Tanyuan.Index.Queries;

namespace Tanyuan.Index.Searching;

/// <summary>A condition of a <see cref="FlatQuery"/>.</summary>
/// <param name="Query">What the columns must hold.</param>
/// <param name="Prohibits">Whether no document found meets it, or every one does.</param>
readonly record struct FlatCondition(ColumnQuery Query, bool Prohibits);
