using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    /// <summary>The scores of feature vectors that lie one after another: the very ones that each alone has, several at a time.</summary>
    /// <param name="rows">The feature vectors.</param>
    /// <param name="scores">Takes a score a vector; their number tells how long a vector is.</param>
    public void Score(ReadOnlySpan<float> rows, Span<float> scores)
    {
        if (scores.IsEmpty)
            return;
        var width = rows.Length / scores.Length;
        var lanes = Vector256<float>.Count;
        var block = new float[width * lanes];
        var first = 0;
        for (; first + lanes <= scores.Length; first += lanes)
        {
            for (var feature = 0; feature < width; feature++)
            {
                for (var lane = 0; lane < lanes; lane++)
                    block[feature * lanes + lane] = rows[(first + lane) * width + feature];
            }

            ScoreBlock(block).CopyTo(scores[first..]);
        }

        for (; first < scores.Length; first++)
            scores[first] = Score(rows.Slice(first * width, width));
    }

    // Feature after feature, the eight vectors' values side by side.
    Vector256<float> ScoreBlock(ReadOnlySpan<float> block)
    {
        var values = MemoryMarshal.Cast<float, Vector256<float>>(block);
        Span<int> leaves = stackalloc int[Vector256<int>.Count];
        var sums = Vector256.Create(_bias);
        for (int split = 0, tree = 0; split < _features.Length; tree++)
        {
            var leaf = Vector256.Create(tree << _depth);
            for (var level = 0; level < _depth; level++, split++)
                leaf |= Vector256.GreaterThan(values[_features[split]], Vector256.Create(_thresholds[split])).AsInt32() & Vector256.Create(1 << level);
            leaf.CopyTo(leaves);
            sums += Vector256.Create(
                _leaves[leaves[0]], _leaves[leaves[1]], _leaves[leaves[2]], _leaves[leaves[3]],
                _leaves[leaves[4]], _leaves[leaves[5]], _leaves[leaves[6]], _leaves[leaves[7]]);
        }

        return sums;
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
