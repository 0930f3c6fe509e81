namespace Tanyuan.Index;

/// <summary>One thing that a second pass looks for.</summary>
/// <param name="Forms">The terms that stand for it, by field: occurrences of all of them count together, at most one term a field.</param>
/// <param name="Weight">A factor on what it counts, 0 or more.</param>
public sealed record RescoringTerm(IReadOnlyList<(int Field, string Term)> Forms, double Weight = 1);
