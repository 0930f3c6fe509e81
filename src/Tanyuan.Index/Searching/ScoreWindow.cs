using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Searching;

/// <summary>The sums of scores of the documents of a window, and a bit for each document that anything was added to.</summary>
sealed class ScoreWindow
{
    internal const int Length = 4096;
    const int WordBits = 64;

    readonly double[] sums = new double[Length];
    readonly ulong[] marks = new ulong[Length / WordBits];
    ulong touched;

    /// <summary>Adds scores to documents, of which the window's first is <paramref name="start"/>.</summary>
    internal void Add(ReadOnlySpan<uint> documents, double[] scores, int start)
    {
        for (var i = 0; i < documents.Length; i++)
        {
            var place = (int)documents[i] - start;
            sums[place] += scores[i];
            marks[place / WordBits] |= 1UL << place;
            touched |= 1UL << (place / WordBits);
        }
    }

    /// <summary>Empties the window into its documents whose sum is not below <paramref name="least"/>. Returns how many these are.</summary>
    internal int Take(int start, double least, int[] documents, double[] scores)
    {
        var count = 0;
        for (var words = touched; words != 0; words &= words - 1)
        {
            var word = BitOperations.TrailingZeroCount(words);
            for (var rest = marks[word]; rest != 0; rest &= rest - 1)
            {
                var place = (word * WordBits) + BitOperations.TrailingZeroCount(rest);
                var score = sums[place];
                sums[place] = 0;
                documents[count] = start + place;
                scores[count] = score;
                count += Unsafe.BitCast<bool, byte>(score >= least);
            }

            marks[word] = 0;
        }

        touched = 0;
        return count;
    }
}
