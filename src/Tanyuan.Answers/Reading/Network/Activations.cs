using System.Runtime.Intrinsics;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>The bends of a network, eight values at a time.</summary>
internal static class Activations
{
    /// <summary>1 / (1 + e^−x).</summary>
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var twice = Sigmoid(x + x);
        return twice + twice - Vector256<float>.One;
    }
}
