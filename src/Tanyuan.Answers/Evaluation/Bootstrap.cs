namespace Tanyuan.Answers.Evaluation;

/// <summary>
/// Percentile intervals by resampling questions with replacement (Efron 1979). The same seed gives the same interval, on every machine:
/// the generator is our own (SplitMix64).
/// </summary>
internal static class Bootstrap
{
    const int Resamples = 1000;

    /// <summary>The 95 % interval of a mean.</summary>
    public static (double Low, double High) Interval(double[] values, ulong seed)
    {
        var means = new double[Resamples];
        for (var sample = 0; sample < Resamples; sample++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
                sum += values[(int)(((UInt128)Next(ref seed) * (ulong)values.Length) >> 64)];
            means[sample] = sum / values.Length;
        }

        Array.Sort(means);
        return (means[Resamples / 40], means[Resamples - 1 - (Resamples / 40)]);
    }

    static ulong Next(ref ulong state)
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
