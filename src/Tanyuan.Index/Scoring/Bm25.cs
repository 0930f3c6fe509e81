using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>
/// BM25 (Robertson and Zaragoza, 2009): <c>boost · idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average length))</c> with
/// <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>, N being the documents that have the field. Never negative; grows with tf, falls with length.
/// </summary>
sealed class Bm25
{
    readonly double factor;
    readonly double[] saturation;

    /// <param name="field">The weights of the field.</param>
    /// <param name="saturation">What <see cref="Saturation"/> gave for the field.</param>
    /// <param name="inverseFrequency">The rarity of what is looked for.</param>
    /// <param name="boost">A factor on the score.</param>
    internal Bm25(FieldDefinition field, double[] saturation, double inverseFrequency, double boost)
    {
        this.saturation = saturation;
        factor = boost * field.Boost * inverseFrequency * (field.K1 + 1);
    }

    /// <summary>What is added to tf below the line, for each norm.</summary>
    internal static double[] Saturation(FieldDefinition field, FieldStatistics statistics) =>
        [.. FieldLength.Decoded.Select(length => field.K1 * (1 - field.B + (field.B * length / statistics.AverageLength)))];

    internal static double InverseFrequency(FieldStatistics statistics, long documentFrequency) =>
        Math.Log(1 + ((statistics.DocumentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    internal double Score(int frequency, byte norm) => factor * frequency / (frequency + saturation[norm]);
}
