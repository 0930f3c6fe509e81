using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What the ten best postings of a term score at least, without knowing the scoring: for each of eight frequencies the least norm that ten postings with no smaller frequency
/// do not exceed, 255 where there are not so many. Any score that grows with frequency and falls with length is reached by ten postings at each of these pairs, so whoever looks
/// for ten documents that have the term or others begins with a threshold (by quantiles: Mallia et al., "A comparison of top-k threshold estimation techniques for
/// disjunctive query processing", 2020; there of scores). In a file the norms are eight bytes, that of the lowest frequency first; they ascend.
/// </summary>
readonly record struct Floors(ulong Packed)
{
    /// <summary>How many postings are meant.</summary>
    internal const int Rank = 10;

    internal const int Size = sizeof(ulong);
    internal const int Levels = Size;
    internal const byte None = byte.MaxValue;

    /// <summary>The last of the frequencies.</summary>
    internal const int Most = 15;

    /// <summary>The frequencies, ascending.</summary>
    internal static ReadOnlySpan<byte> Frequencies => [1, 2, 3, 4, 6, 8, 11, Most];

    /// <summary>What ten postings score at least; 0 where so many are not known of.</summary>
    internal double Least(in TermScorer scorer)
    {
        var least = 0.0;
        for (var level = 0; level < Levels && Norm(level) is var norm and < None; level++)
            least = Math.Max(least, scorer.Score(Frequencies[level], norm));
        return least;
    }

    byte Norm(int level) => (byte)(Packed >> (8 * level));
}
