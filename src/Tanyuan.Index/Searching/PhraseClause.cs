using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Searching;

/// <summary>A phrase of a flat query, at work in one segment after the other. Its terms are required clauses beside it. Reused from query to query.</summary>
sealed class PhraseClause
{
    internal PhraseCounter Counter { get; } = new();

    internal TermScorer Scorer { get; set; }

    internal byte[] Norms { get; set; } = [];

    /// <summary>What the phrase can score at most in the documents at hand: no more than each of its terms would with its scorer, up to its frequency.</summary>
    internal double Bound { get; set; }

    internal void Clear()
    {
        Norms = [];
        Scorer = default;
    }
}
