namespace Tanyuan.Index.Queries;

/// <summary>Every document, all with the same score.</summary>
/// <param name="Score">That score, 0 or more.</param>
public sealed record AllQuery(double Score = 1) : Query;
