using Tanyuan.Answers.Ranking;

namespace Tanyuan.Training;

/// <summary>
/// Fits a <see cref="BoundedLogistic"/> by Newton's method (iteratively reweighted least squares) with a small penalty on the weights: first to tell right
/// from wrong, where some mistakes may count for more than others, then, by two numbers, to say how often it is right (Platt 1999). Deterministic.
/// </summary>
internal static class LogisticFitting
{
    const double Ridge = 30;
    const int Steps = 10;

    /// <summary>A row that is learnt from.</summary>
    /// <param name="Values">Its features.</param>
    /// <param name="Right">What became of it.</param>
    /// <param name="Cost">How much a mistake on it counts.</param>
    /// <param name="Frequency">How often it is met.</param>
    internal readonly record struct Row(float[] Values, bool Right, double Cost, double Frequency);

    /// <summary>Fits a model to rows.</summary>
    public static BoundedLogistic Fit(IReadOnlyList<Row> rows)
    {
        var features = rows[0].Values.Length;
        var means = new float[features];
        var scales = new float[features];
        for (var i = 0; i < features; i++)
        {
            var known = rows.Select(row => (double)row.Values[i]).Where(value => !double.IsNaN(value)).DefaultIfEmpty().ToList();
            var mean = known.Average();
            means[i] = (float)mean;
            scales[i] = (float)Math.Sqrt(known.Average(value => (value - mean) * (value - mean))) + 1e-6f;
        }

        var inputs = rows.Select(row => Inputs(row.Values, means, scales)).ToList();
        bool[] right = [.. rows.Select(row => row.Right)];
        var weights = Weights(inputs, right, [.. rows.Select(row => row.Cost)], Ridge);
        var line = Weights([.. inputs.Select(input => new[] { Sum(weights, input), 1 })], right, [.. rows.Select(row => row.Frequency)], 0);
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= line[0];
        weights[^1] += line[1];
        return new BoundedLogistic(means, scales, [.. weights.Select(weight => (float)weight)]);
    }

    static double[] Weights(List<double[]> inputs, bool[] right, double[] counts, double ridge)
    {
        var weights = new double[inputs[0].Length];
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, curvature) = Derivatives(inputs, right, counts, weights, ridge);
            var change = Solve(curvature, gradient);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += change[i];
        }

        return weights;
    }

    static double Sum(double[] weights, double[] input)
    {
        var sum = 0.0;
        for (var i = 0; i < input.Length; i++)
            sum += weights[i] * input[i];
        return sum;
    }

    static double[] Inputs(float[] values, float[] means, float[] scales)
    {
        var inputs = new double[(2 * values.Length) + 1];
        inputs[^1] = 1;
        for (var i = 0; i < values.Length; i++)
        {
            double value = BoundedLogistic.Standard(values[i], means[i], scales[i]);
            inputs[i] = value;
            inputs[values.Length + i] = (value * value) - 1;
        }

        return inputs;
    }

    static (double[] Gradient, double[][] Curvature) Derivatives(List<double[]> inputs, bool[] right, double[] counts, double[] weights, double ridge)
    {
        var gradient = weights.Select(weight => -ridge * weight).ToArray();
        var curvature = weights.Select((_, i) => new double[i + 1]).ToArray();
        for (var i = 0; i < weights.Length; i++)
            curvature[i][i] = ridge;
        for (var row = 0; row < inputs.Count; row++)
        {
            var input = inputs[row];
            var probability = 1 / (1 + Math.Exp(-Sum(weights, input)));
            var (miss, spread) = (counts[row] * ((right[row] ? 1 : 0) - probability), counts[row] * probability * (1 - probability));
            for (var i = 0; i < input.Length; i++)
            {
                gradient[i] += miss * input[i];
                var part = spread * input[i];
                for (var j = 0; j <= i; j++)
                    curvature[i][j] += part * input[j];
            }
        }

        return (gradient, curvature);
    }

    // By Cholesky's decomposition of the lower triangle, in place.
    static double[] Solve(double[][] lower, double[] right)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = lower[i][j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i][k] * lower[j][k];
                lower[i][j] = i == j ? Math.Sqrt(sum) : sum / lower[j][j];
            }
        }

        var solved = (double[])right.Clone();
        for (var i = 0; i < solved.Length; i++)
        {
            for (var k = 0; k < i; k++)
                solved[i] -= lower[i][k] * solved[k];
            solved[i] /= lower[i][i];
        }

        for (var i = solved.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < solved.Length; k++)
                solved[i] -= lower[k][i] * solved[k];
            solved[i] /= lower[i][i];
        }

        return solved;
    }
}
