namespace Tanyuan.Index.Queries;

/// <summary>
/// Combines queries. The score is the sum over all <see cref="Must"/> and those <see cref="Should"/> that match.
/// Without any <see cref="Must"/> at least one <see cref="Should"/> has to match, so <see cref="MustNot"/> alone finds nothing:
/// put an <see cref="AllQuery"/> before it.
/// </summary>
public sealed record BooleanQuery : Query
{
    /// <summary>All of these match.</summary>
    public IReadOnlyList<Query> Must { get; init; } = [];

    /// <summary>These may match, and at least <see cref="MinimumShouldMatch"/> do.</summary>
    public IReadOnlyList<Query> Should { get; init; } = [];

    /// <summary>None of these matches.</summary>
    public IReadOnlyList<Query> MustNot { get; init; } = [];

    /// <summary>How many of <see cref="Should"/> match at least, 0 or more.</summary>
    public int MinimumShouldMatch { get; init; }
}
