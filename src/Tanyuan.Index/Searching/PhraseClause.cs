using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Searching;

/// <summary>A phrase of a flat query, at work in one segment after the other. Its terms are required clauses beside it. Reused from query to query.</summary>
sealed class PhraseClause
{
    // What it can score at most in one of the documents at hand, as far as that is known.
    double boundOfDocument;

    internal PhraseCounter Counter { get; } = new();

    internal TermScorer Scorer { get; set; }

    internal byte[] Norms { get; set; } = [];

    /// <summary>What the phrase can score at most in the documents at hand: no more than each of its terms would with its scorer, up to its frequency.</summary>
    internal double Bound { get; set; }

    /// <summary>Begins with another document.</summary>
    internal void Loosen() => boundOfDocument = Bound;

    /// <summary>Learns what one of its terms would score with its scorer in the document; returns how much its bound changes, which is never up.</summary>
    internal double Tighten(double score)
    {
        var before = boundOfDocument;
        boundOfDocument = Math.Min(before, score);
        return boundOfDocument - before;
    }

    internal void Clear()
    {
        Norms = [];
        Scorer = default;
    }
}
