using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Searching;

/// <summary>
/// The sums of scores of the documents of a window. Which documents have one is a list in the order that they came, so that neither adding to them nor finding the few
/// with a great sum has branches that a processor could guess wrong; only these few are put in order.
/// </summary>
sealed class ScoreWindow
{
    internal const int Length = 4096;
    const int WordBits = 64;

    readonly double[] sums = new double[Length];

    // The places of documents, from the start of the window; a document whose sum was zero may be there again.
    ushort[] touched = new ushort[2 * Length];
    int touchedCount;

    // Of those with a great sum.
    readonly ulong[] marks = new ulong[Length / WordBits];

    /// <summary>
    /// Adds the scores of postings to the sums of their documents, of which the window's first is <paramref name="start"/>. Norms are looked up without bounds checks: documents below
    /// the number of norms are what decoding a block makes sure of.
    /// </summary>
    internal void Add(in TermScorer scorer, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, byte[] norms, int start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(documents.Length, frequencies.Length);
        if (touched.Length - touchedCount < documents.Length)
            Array.Resize(ref touched, touched.Length * 2);

        ref var norm = ref MemoryMarshal.GetArrayDataReference(norms);
        ref var ratio = ref MemoryMarshal.GetReference(scorer.Field.Ratios);
        ref var next = ref touched[touchedCount];
        var (sumOf, factor, count) = (sums, scorer.Factor, 0);
        for (var i = 0; i < documents.Length; i++)
        {
            var frequency = frequencies[i];
            var documentNorm = Unsafe.Add(ref norm, documents[i]);
            var part = frequency < FieldScoring.TabulatedFrequencies
                ? Unsafe.Add(ref ratio, (frequency << 8) | documentNorm)
                : scorer.Field.Ratio((int)frequency, documentNorm);

            var place = (int)documents[i] - start;
            ref var sum = ref sumOf[place];
            Unsafe.Add(ref next, count) = (ushort)place;
            count += Unsafe.BitCast<bool, byte>(sum == 0);
            sum += TermScorer.Round(factor * part);
        }

        touchedCount += count;
    }

    /// <summary>Empties the window into its documents whose sum is not below <paramref name="least"/>, ascending. Returns how many these are.</summary>
    internal int Take(int start, double least, int[] documents, double[] scores)
    {
        var words = 0UL;
        foreach (var place in touched.AsSpan(0, touchedCount))
        {
            ref var sum = ref sums[place];
            var kept = (ulong)Unsafe.BitCast<bool, byte>(sum >= least);
            sum = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(sum) & (0 - kept));
            marks[place / WordBits] |= kept << place;
            words |= kept << (place / WordBits);
        }

        touchedCount = 0;
        var count = 0;
        for (; words != 0; words &= words - 1)
        {
            var word = BitOperations.TrailingZeroCount(words);
            for (var rest = marks[word]; rest != 0; rest &= rest - 1)
            {
                var place = (word * WordBits) + BitOperations.TrailingZeroCount(rest);
                (documents[count], scores[count++], sums[place]) = (start + place, sums[place], 0);
            }

            marks[word] = 0;
        }

        return count;
    }
}
