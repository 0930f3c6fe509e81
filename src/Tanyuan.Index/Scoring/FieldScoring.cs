using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Scoring;

/// <summary>
/// BM25 (Robertson and Zaragoza, 2009) in one field of a snapshot: <c>boost · idf · (k1 + 1) · tf / (tf + s)</c> with
/// <c>s = k1 · (1 − b + b · length / average length)</c> and <c>idf = ln(1 + (N − df + ½) / (df + ½))</c>, N being the documents that have the
/// field. The last factor is computed as <c>1 / (1 + s / tf)</c>: each step of that is monotone even when rounded, so a score
/// never falls with tf and never rises with length. It is tabulated for small tf, since nearly all are.
/// </summary>
sealed class FieldScoring
{
    internal const int TabulatedFrequencies = 16;
    const int Norms = 256;

    readonly FieldDefinition definition;
    readonly FieldStatistics statistics;
    readonly double[] saturation;
    readonly double[] ratios = new double[TabulatedFrequencies * Norms];

    internal FieldScoring(FieldDefinition definition, FieldStatistics statistics)
    {
        this.definition = definition;
        this.statistics = statistics;
        saturation = [.. FieldLength.Decoded.Select(length =>
            definition.K1 * (1 - definition.B + (definition.B * length / statistics.AverageLength)))];
        for (var frequency = 1; frequency < TabulatedFrequencies; frequency++)
        {
            for (var norm = 0; norm < Norms; norm++)
                ratios[(frequency * Norms) + norm] = Compute(frequency, (byte)norm);
        }
    }

    /// <summary>For each frequency below <see cref="TabulatedFrequencies"/> the 256 ratios by norm.</summary>
    internal ReadOnlySpan<double> Ratios => ratios;

    internal double InverseFrequency(long documentFrequency) =>
        Math.Log(1 + ((statistics.DocumentCount - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    /// <summary>What a field of a length is held against: 1 for an average one.</summary>
    internal double LengthFactor(byte norm) => 1 - definition.B + (definition.B * FieldLength.Decoded[norm] / statistics.AverageLength);

    /// <summary>The scorer of something as rare as <paramref name="inverseFrequency"/> says.</summary>
    internal TermScorer Scorer(double inverseFrequency, double boost) =>
        new(this, boost * definition.Boost * inverseFrequency * (definition.K1 + 1));

    internal double Ratio(int frequency, byte norm) =>
        frequency < TabulatedFrequencies ? ratios[(frequency * Norms) + norm] : Compute(frequency, norm);

    double Compute(int frequency, byte norm) => 1 / (1 + (saturation[norm] / frequency));
}
