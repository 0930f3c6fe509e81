namespace Tanyuan.Index.Queries;

/// <summary>
/// What any of several queries finds, scored by the best of them: for the same thing looked for in several ways,
/// such as one word in several fields, which counts once.
/// </summary>
/// <param name="Queries">The queries.</param>
/// <param name="TieBreaker">How much the others add, as a factor from 0 (nothing) to 1 (all).</param>
public sealed record DisjunctionMaxQuery(IReadOnlyList<Query> Queries, double TieBreaker = 0) : Query;
