using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What the ten best postings of a term score at least, without knowing the scoring: for each of eight frequencies the least norm that ten postings with no smaller frequency
/// do not exceed, 255 where there are not so many. Any score that grows with frequency and falls with length is reached by ten postings at each of these pairs, so whoever looks
/// for ten documents that have the term or others begins with a threshold (by quantiles: Mallia et al., "A comparison of top-k threshold estimation techniques for
/// disjunctive query processing", 2020; there of scores). The norms ascend, that of the lowest frequency first. In a file: how many are below 255 u4, then each less the one before, the first
/// less the least norm of the term's postings, by magnitude (<see cref="BitPen.WriteByMagnitude"/>).
/// </summary>
/// <param name="Packed">The norms, a byte each.</param>
readonly record struct Floors(ulong Packed)
{
    /// <summary>How many postings are meant.</summary>
    internal const int Rank = 10;

    internal const int Levels = sizeof(ulong);
    internal const byte None = byte.MaxValue;

    /// <summary>The last of the frequencies.</summary>
    internal const int Most = 15;

    // The bits of how many norms there are, and the order of these.
    const int CountBits = 4;
    const int Order = 4;

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

    /// <summary>Writes them.</summary>
    internal void Write(BitWriter target, byte leastNorm)
    {
        var count = 0;
        while (count < Levels && Norm(count) < None)
            count++;

        target.Write((uint)count, CountBits);
        var before = leastNorm;
        for (var level = 0; level < count; before = Norm(level++))
            target.WriteByMagnitude((ulong)(Norm(level) - before), Order);
    }

    /// <summary>Reads what was written from a bit on, which moves on; returns whether it makes sense.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, ref long bit, byte leastNorm, out Floors floors)
    {
        var count = (int)(BitReader.Window(bytes, bit) & ((1 << CountBits) - 1));
        bit += CountBits;
        var packed = ulong.MaxValue;
        var norm = (long)leastNorm;
        for (var level = 0; level < Math.Min(count, Levels); level++)
        {
            var more = BitReader.ReadByMagnitude(bytes, ref bit, Order);
            norm = more < 0 ? None : Math.Min(None, norm + more);
            packed ^= (ulong)(None ^ norm) << (8 * level);
        }

        floors = new Floors(packed);
        return count <= Levels && norm < None;
    }

    byte Norm(int level) => (byte)(Packed >> (8 * level));
}
