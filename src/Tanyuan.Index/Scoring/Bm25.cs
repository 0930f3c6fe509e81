using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>
/// BM25 (Robertson and Zaragoza, 2009): <c>boost · idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average length))</c> with
/// <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>, N being the documents that have the field. Never negative; grows with tf, falls with length.
/// </summary>
sealed class Bm25
{
    readonly double factor;
    readonly double[] saturation = new double[256];

    internal Bm25(FieldDefinition field, FieldStatistics statistics, double inverseFrequency, double boost)
    {
        factor = boost * field.Boost * inverseFrequency * (field.K1 + 1);
        for (var norm = 0; norm < saturation.Length; norm++)
            saturation[norm] = field.K1 * (1 - field.B + (field.B * FieldLength.Decoded[norm] / statistics.AverageLength));
    }

    internal static double InverseFrequency(FieldStatistics statistics, long documentFrequency) =>
        Math.Log(1 + ((statistics.DocumentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    internal double Score(int frequency, byte norm) => factor * frequency / (frequency + saturation[norm]);
}
