namespace Tanyuan.Index;

/// <summary>What a second pass over the first hits of a search counts. A score is the sum of its four parts.</summary>
/// <param name="Terms">What is looked for.</param>
public sealed record RescoringPlan(IReadOnlyList<RescoringTerm> Terms)
{
    /// <summary>The factor on the score that a hit comes with, 0 or more.</summary>
    public double First { get; init; }

    /// <summary>The factor on BM25F over the fields of <see cref="Terms"/>, 0 or more.</summary>
    public double Relevance { get; init; } = 1;

    /// <summary>How slowly repeated occurrences stop adding to BM25F, above 0. A field counts with its boost, and its length with its b.</summary>
    public double K1 { get; init; } = 1.2;

    /// <summary>The factor on the rarity of the terms that stand together in the best window of a field, 0 or more.</summary>
    public double Proximity { get; init; }

    /// <summary>How many positions apart the first and the last term of a window may begin, 0 or more.</summary>
    public int Window { get; init; } = 50;

    /// <summary>What being recent adds; nothing where it is null.</summary>
    public FreshnessRule? Freshness { get; init; }
}
