namespace Tanyuan.Index.Queries;

/// <summary>
/// Documents with a term that begins in a given way, scored by the best of those terms. Where there are more than
/// <paramref name="MaxExpansions"/> such terms, the most frequent ones stand for all.
/// </summary>
/// <param name="Field">The place of the field in the schema.</param>
/// <param name="Prefix">How the term begins; empty for every term.</param>
/// <param name="MaxExpansions">How many terms at most, 1 or more.</param>
/// <param name="Boost">A factor on the score, 0 or more.</param>
public sealed record PrefixQuery(int Field, string Prefix, int MaxExpansions = 64, double Boost = 1) : Query;
