using System.Text.Json;

namespace Tanyuan.Answers.Ranking;

/// <summary>
/// A boosted ensemble of oblivious (symmetric) decision trees: every level of a tree asks one question, so a tree of depth d is d
/// comparisons and one look-up among 2^d leaves. Dorogush, Ershov, Gulin: CatBoost (2018). Immutable and thread-safe.
/// </summary>
internal sealed class TreeEnsemble
{
    readonly int _depth;
    readonly int[] _features;
    readonly float[] _thresholds;
    readonly float[] _leaves;
    readonly float _bias;

    /// <summary>Creates an ensemble from its parts: <paramref name="depth"/> splits and 2^depth leaves a tree.</summary>
    public TreeEnsemble(int depth, int[] features, float[] thresholds, float[] leaves, float bias)
    {
        if (features.Length != thresholds.Length || features.Length % depth != 0 || leaves.Length != features.Length / depth << depth)
            throw new ArgumentException("The parts of the ensemble do not fit together.");
        (_depth, _features, _thresholds, _leaves, _bias) = (depth, features, thresholds, leaves, bias);
    }

    /// <summary>The score of a feature vector.</summary>
    public float Score(ReadOnlySpan<float> values)
    {
        var sum = _bias;
        for (int split = 0, tree = 0; split < _features.Length; tree++)
        {
            var leaf = 0;
            for (var level = 0; level < _depth; level++, split++)
                leaf |= (values[_features[split]] > _thresholds[split] ? 1 : 0) << level;
            sum += _leaves[(tree << _depth) + leaf];
        }

        return sum;
    }

    /// <summary>Reads an ensemble from its JSON object.</summary>
    public static TreeEnsemble Read(JsonElement model)
    {
        return new TreeEnsemble(
            model.GetProperty("depth").GetInt32(),
            [.. model.GetProperty("features").EnumerateArray().Select(value => value.GetInt32())],
            [.. model.GetProperty("thresholds").EnumerateArray().Select(value => value.GetSingle())],
            [.. model.GetProperty("leaves").EnumerateArray().Select(value => value.GetSingle())],
            model.GetProperty("bias").GetSingle());
    }

    /// <summary>Writes the ensemble as a JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("depth", _depth);
        writer.WriteNumber("bias", _bias);
        WriteArray("features", _features, static (writer, value) => writer.WriteNumberValue(value));
        WriteArray("thresholds", _thresholds, static (writer, value) => writer.WriteNumberValue(value));
        WriteArray("leaves", _leaves, static (writer, value) => writer.WriteNumberValue(value));
        writer.WriteEndObject();

        void WriteArray<T>(string name, T[] values, Action<Utf8JsonWriter, T> write)
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
                write(writer, value);
            writer.WriteEndArray();
        }
    }
}
