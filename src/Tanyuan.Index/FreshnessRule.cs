namespace Tanyuan.Index;

/// <summary>How a document gains by being recent: <paramref name="Weight"/> on the day, half of it after a half-life, nothing without a value.</summary>
/// <param name="Column">The place of a number column in the schema that tells when, in any unit.</param>
/// <param name="Now">The present in the same unit; what lies after it counts as now.</param>
/// <param name="HalfLife">The half-life in the same unit, above 0.</param>
/// <param name="Weight">What the newest gain, 0 or more.</param>
public sealed record FreshnessRule(int Column, long Now, double HalfLife, double Weight);
