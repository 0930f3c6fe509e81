using System.Buffers.Binary;
using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Postings;

/// <summary>
/// What the postings of a block can score at most, without knowing the scoring: up to four pairs of frequency and norm such that for
/// every posting some pair has no smaller frequency and no greater norm. Any score that grows with frequency and falls with length
/// is then greatest at one of the pairs, whatever the statistics are (Ding and Suel, 2011, with pairs as in Lucene). Frequencies from
/// 255 on count as endless. In a file a pair is two bytes, frequency and norm; unused ones are zero.
/// </summary>
struct Impacts
{
    internal const int Pairs = 4;
    internal const int Size = Pairs * 2;
    internal const int Endless = byte.MaxValue;

    ulong packed;

    internal readonly ulong Packed => packed;

    internal static Impacts Read(ReadOnlySpan<byte> bytes) => new() { packed = BinaryPrimitives.ReadUInt64LittleEndian(bytes) };

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

        var impacts = new Impacts();
        for (var i = 0; i < count; i++)
            impacts.packed |= (ulong)(front[i].Frequency | (front[i].Norm << 8)) << (16 * i);
        return impacts;
    }

    /// <summary>The greatest score that a posting under these pairs can have.</summary>
    internal readonly double Bound(in TermScorer scorer)
    {
        var bound = 0.0;
        for (var rest = packed; rest != 0; rest >>= 16)
            bound = Math.Max(bound, scorer.Bound((byte)rest, (byte)(rest >> 8)));
        return bound;
    }

    /// <summary>A frequency so low that a posting under these pairs with a lower one cannot score as much as <paramref name="least"/>.</summary>
    internal readonly int LeastFrequency(in TermScorer scorer, double least)
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
    internal readonly bool Cover(int frequency, byte norm)
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
