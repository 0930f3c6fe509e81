using System.Runtime.InteropServices;
using System.Text.Json;

namespace Tanyuan.Answers.Ranking;

/// <summary>A linear score over hashed features: one weight a slot, kept as signed bytes of one scale. Immutable and thread-safe.</summary>
internal sealed class SlotWeights
{
    readonly sbyte[] _weights;
    readonly float _scale;

    /// <summary>Rounds weights to bytes of a common scale.</summary>
    public SlotWeights(ReadOnlySpan<float> weights)
    {
        var most = 1e-6f;
        foreach (var weight in weights)
            most = Math.Max(most, Math.Abs(weight));
        _scale = most / sbyte.MaxValue;
        _weights = new sbyte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
            _weights[i] = (sbyte)MathF.Round(weights[i] / _scale);
    }

    SlotWeights(sbyte[] weights, float scale) => (_weights, _scale) = (weights, scale);

    /// <summary>The sum of the weights of some slots.</summary>
    public float Score(ReadOnlySpan<int> slots)
    {
        var sum = 0;
        foreach (var slot in slots)
            sum += _weights[slot];
        return sum * _scale;
    }

    /// <summary>Reads weights from their JSON object.</summary>
    public static SlotWeights Read(JsonElement model) =>
        new(MemoryMarshal.Cast<byte, sbyte>(model.GetProperty("weights").GetBytesFromBase64()).ToArray(), model.GetProperty("scale").GetSingle());

    /// <summary>Writes the weights as a JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("scale", _scale);
        writer.WriteBase64String("weights", MemoryMarshal.AsBytes(_weights.AsSpan()));
        writer.WriteEndObject();
    }
}
