namespace Tanyuan.Index.Scoring;

/// <summary>
/// Scores occurrences of one term or phrase. Scores are rounded to multiples of 2⁻³⁶, so that sums of them (below
/// <see cref="LargestExact"/>) are exact: the same whichever way they are added up, which is what lets a scorer that skips
/// and reorders give the very same results as one that does not.
/// </summary>
readonly struct TermScorer(FieldScoring field, double factor)
{
    /// <summary>Sums up to here are exact.</summary>
    internal const double LargestExact = 1 << 15;

    // One and a half times 2^16: next to it, doubles are 2^-36 apart.
    const double Grid = 98304;

    /// <summary>What no score reaches.</summary>
    internal double Factor { get; } = factor;

    internal FieldScoring Field { get; } = field;

    /// <summary>A score on the grid. Exact for what is already there; never makes a greater score the smaller one.</summary>
    internal static double Round(double score) => score + Grid - Grid;

    internal double Score(int frequency, byte norm) => Round(Factor * Field.Ratio(frequency, norm));

    /// <summary>The score under a pair of <see cref="Postings.Impacts"/>.</summary>
    internal double Bound(byte frequency, byte norm) =>
        frequency == Postings.Impacts.Endless ? Round(Factor) : Score(frequency, norm);
}
