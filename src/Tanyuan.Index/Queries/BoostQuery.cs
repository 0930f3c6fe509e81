namespace Tanyuan.Index.Queries;

/// <summary>What another query finds, with its scores multiplied.</summary>
/// <param name="Inner">The other query.</param>
/// <param name="Boost">The factor, 0 or more.</param>
public sealed record BoostQuery(Query Inner, double Boost) : Query;
