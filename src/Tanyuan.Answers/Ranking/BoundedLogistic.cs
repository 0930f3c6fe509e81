using System.Text.Json;

namespace Tanyuan.Answers.Ranking;

/// <summary>
/// Logistic regression on features and their squares, each feature in standard deviations and held within <see cref="Bound"/> of them, so that what lies
/// beyond anything seen in training counts no more than its rim. Smooth, so that it carries over to sources unlike those it was
/// fitted to better than trees, which cut where the training data had its steps.
/// </summary>
/// <param name="means">The mean of each feature.</param>
/// <param name="scales">The standard deviation of each.</param>
/// <param name="weights">Of the features, then of their squares, then the constant.</param>
internal sealed class BoundedLogistic(float[] means, float[] scales, float[] weights)
{
    /// <summary>How many standard deviations from its mean a feature counts at most.</summary>
    public const float Bound = 2;

    /// <summary>Reads a model from its JSON object.</summary>
    public static BoundedLogistic Read(JsonElement model) => new(Floats(model, "means"), Floats(model, "scales"), Floats(model, "weights"));

    /// <summary>Writes the model as a JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, values) in new[] { ("means", means), ("scales", scales), ("weights", weights) })
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    /// <summary>The log-odds of a row of features.</summary>
    public double Score(ReadOnlySpan<float> row)
    {
        double sum = weights[^1];
        for (var i = 0; i < means.Length; i++)
        {
            var value = Standard(row[i], means[i], scales[i]);
            sum += (weights[i] * value) + (weights[means.Length + i] * ((value * value) - 1));
        }

        return sum;
    }

    /// <summary>A feature in bounded standard deviations from its mean; 0 for what is no number.</summary>
    public static float Standard(float value, float mean, float scale) => float.IsNaN(value) ? 0 : Math.Clamp((value - mean) / scale, -Bound, Bound);

    static float[] Floats(JsonElement model, string name) => [.. model.GetProperty(name).EnumerateArray().Select(value => value.GetSingle())];
}
