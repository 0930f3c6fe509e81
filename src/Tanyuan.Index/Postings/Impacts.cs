using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What the postings of a block can score at most, without knowing the scoring: up to four pairs of frequency and norm such that for
/// every posting some pair has no smaller frequency and no greater norm. Any score that grows with frequency and falls with length
/// is then greatest at one of the pairs, whatever the statistics are (Ding and Suel, 2011, with pairs as in Lucene). Frequencies from
/// 255 on count as endless. Where fewer pairs do, the last one is there several times. How a file has them is told in <see cref="ImpactRows"/>.
/// </summary>
/// <param name="packed">The pairs, two bytes each, frequency and norm.</param>
readonly struct Impacts(ulong packed)
{
    internal const int Pairs = 4;
    internal const int Endless = byte.MaxValue;

    /// <summary>One of the pairs, which ascend.</summary>
    internal (byte Frequency, byte Norm) this[int pair] => ((byte)(packed >> (16 * pair)), (byte)(packed >> ((16 * pair) + 8)));

    /// <summary>The pairs of some postings; <paramref name="greatest"/> has for each norm the greatest frequency seen with it, and is cleared.</summary>
    internal static Impacts Of(Span<byte> greatest)
    {
        Span<(byte Frequency, byte Norm)> front = stackalloc (byte, byte)[byte.MaxValue + 1];
        var count = 0;
        byte most = 0;
        for (var norm = 0; norm < greatest.Length; norm++)
        {
            if (greatest[norm] > most)
                front[count++] = (most = greatest[norm], (byte)norm);
        }

        greatest.Clear();
        while (count > Pairs)
            Join(front, ref count);

        var packed = 0UL;
        for (var i = 0; count > 0 && i < Pairs; i++)
        {
            var (frequency, norm) = front[Math.Min(i, count - 1)];
            packed |= (ulong)(frequency | (norm << 8)) << (16 * i);
        }

        return new Impacts(packed);
    }

    /// <summary>The greatest score that a posting under these pairs can have.</summary>
    internal double Bound(in TermScorer scorer)
    {
        var bound = 0.0;
        for (var rest = packed; rest != 0; rest >>= 16)
            bound = Math.Max(bound, scorer.Bound((byte)rest, (byte)(rest >> 8)));
        return bound;
    }

    /// <summary>A frequency so low that a posting under these pairs with a lower one cannot score as much as <paramref name="least"/>.</summary>
    internal int LeastFrequency(in TermScorer scorer, double least)
    {
        // Pairs come with ascending frequencies and norms: the first one with no smaller frequency has the shortest documents.
        var frequency = 1;
        for (var rest = packed; rest != 0; rest >>= 16)
        {
            for (; frequency <= (byte)rest && frequency < FieldScoring.TabulatedFrequencies; frequency++)
            {
                if (scorer.Score(frequency, (byte)(rest >> 8)) >= least)
                    return frequency;
            }
        }

        return frequency;
    }

    /// <summary>Whether some pair covers a posting.</summary>
    internal bool Cover(int frequency, byte norm)
    {
        for (var rest = packed; rest != 0; rest >>= 16)
        {
            if ((byte)(rest >> 8) <= norm && ((byte)rest == Endless || (byte)rest >= frequency))
                return true;
        }

        return false;
    }

    // Two neighbours become the pair that covers both; those are taken whose join loosens the bound least.
    static void Join(Span<(byte Frequency, byte Norm)> front, ref int count)
    {
        var best = 0;
        var least = double.MaxValue;
        for (var i = 0; i + 1 < count; i++)
        {
            var loss = Math.Log((double)front[i + 1].Frequency / front[i].Frequency) * (front[i + 1].Norm - front[i].Norm);
            if (loss < least)
                (best, least) = (i, loss);
        }

        front[best].Frequency = front[best + 1].Frequency;
        front[(best + 2)..count].CopyTo(front[(best + 1)..]);
        count--;
    }
}
