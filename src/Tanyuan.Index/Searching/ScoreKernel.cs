using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tanyuan.Index.Scoring;

namespace Tanyuan.Index.Searching;

/// <summary>
/// Scores a run of postings with table lookups alone. Without bounds checks: documents below the number of norms are what
/// decoding a block makes sure of. Lookups by norm are the cost here, and a gather instruction is slower than the loads it stands for.
/// </summary>
static class ScoreKernel
{
    internal static void Score(in TermScorer scorer, ReadOnlySpan<uint> documents, ReadOnlySpan<uint> frequencies, byte[] norms, double[] scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(documents.Length, Math.Min(frequencies.Length, scores.Length));
        ref var norm = ref MemoryMarshal.GetArrayDataReference(norms);
        ref var ratio = ref MemoryMarshal.GetReference(scorer.Field.Ratios);
        ref var score = ref MemoryMarshal.GetArrayDataReference(scores);
        var factor = scorer.Factor;
        for (var i = 0; i < documents.Length; i++)
        {
            var frequency = frequencies[i];
            var documentNorm = Unsafe.Add(ref norm, documents[i]);
            var part = frequency < FieldScoring.TabulatedFrequencies
                ? Unsafe.Add(ref ratio, (frequency << 8) | documentNorm)
                : scorer.Field.Ratio((int)frequency, documentNorm);
            Unsafe.Add(ref score, i) = TermScorer.Round(factor * part);
        }
    }
}
