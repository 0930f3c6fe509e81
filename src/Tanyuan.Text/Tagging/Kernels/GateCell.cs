using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tanyuan.Text.Tagging.Kernels;

// What a gated recurrent cell does with its sums, value by value. Multiplications and additions stay apart (no fused ones) and powers of
// two come from a polynomial, so that every machine and the scalar twin give the same bits. 2^f for |f| ≤ 1/2 is its series up to the fifth
// power: wrong by 3 in a million, where states are kept to 122 in a million.

/// <summary>The gates of the tagger's network: h = (1 - u) h + u tanh(…), update gate u, reset gate r. Widths are multiples of 16.</summary>
internal static unsafe class GateCell
{
    /// <summary>What a state of one is as a whole number.</summary>
    public const float One = 1 << FixedPoint.State;

    // Sums are turned into exponents of two: sigmoid(x) = 1 / (1 + 2^(-x log2 e)).
    const float Exponent = -1.44269504f / (1 << FixedPoint.Sum);

    // A sum means less than 64, so a sigmoid's power of two fits a float; of a tangent's, which is the square, from here on nothing is left.
    const int Saturated = 16 << FixedPoint.Sum;

    // Adding it rounds to the nearest whole number, which then stands in the lowest bits.
    const float Rounding = 3 << 22;

    /// <summary>The gates after their sums: the update gate, and the state as the reset gate lets it through.</summary>
    /// <param name="sums">The sums of the update gate, then of the reset gate.</param>
    /// <param name="state">The state.</param>
    /// <param name="update">Takes the update gate.</param>
    /// <param name="kept">Takes the reset gate times the state, as whole numbers.</param>
    /// <param name="width">How many values a gate has.</param>
    public static void Open(int* sums, float* state, float* update, short* kept, int width)
    {
        for (var i = 0; i < width; i += 16)
        {
            Sigmoid(Vector256.Load(sums + i), Exponent).Store(update + i);
            Sigmoid(Vector256.Load(sums + i + 8), Exponent).Store(update + i + 8);
            var lower = Sigmoid(Vector256.Load(sums + width + i), Exponent) * Vector256.Load(state + i);
            var upper = Sigmoid(Vector256.Load(sums + width + i + 8), Exponent) * Vector256.Load(state + i + 8);
            Narrow(lower, upper).Store(kept + i);
        }
    }

    /// <summary>The state moves towards the candidate as far as the update gate lets it.</summary>
    /// <param name="sums">The candidate's sums.</param>
    /// <param name="update">The update gate.</param>
    /// <param name="state">The state; takes the new one.</param>
    /// <param name="output">Takes the new state as whole numbers.</param>
    /// <param name="width">How many values a state has.</param>
    public static void Move(int* sums, float* update, float* state, short* output, int width)
    {
        for (var i = 0; i < width; i += 16)
        {
            var lower = Moved(Vector256.Load(sums + i), Vector256.Load(update + i), Vector256.Load(state + i));
            var upper = Moved(Vector256.Load(sums + i + 8), Vector256.Load(update + i + 8), Vector256.Load(state + i + 8));
            lower.Store(state + i);
            upper.Store(state + i + 8);
            Narrow(lower, upper).Store(output + i);
        }
    }

    /// <summary><see cref="Open"/>, one value after another.</summary>
    public static void OpenScalar(int* sums, float* state, float* update, short* kept, int width)
    {
        for (var i = 0; i < width; i++)
        {
            update[i] = SigmoidScalar(sums[i], Exponent);
            kept[i] = NarrowScalar(SigmoidScalar(sums[width + i], Exponent) * state[i]);
        }
    }

    /// <summary><see cref="Move"/>, one value after another.</summary>
    public static void MoveScalar(int* sums, float* update, float* state, short* output, int width)
    {
        for (var i = 0; i < width; i++)
        {
            var half = SigmoidScalar(Math.Clamp(sums[i], -Saturated, Saturated), 2 * Exponent);
            var candidate = half + half - 1;
            state[i] += update[i] * (candidate - state[i]);
            output[i] = NarrowScalar(state[i]);
        }
    }

    static Vector256<float> Moved(Vector256<int> sums, Vector256<float> update, Vector256<float> state)
    {
        var half = Sigmoid(Vector256.Min(Vector256.Max(sums, Vector256.Create(-Saturated)), Vector256.Create(Saturated)), 2 * Exponent);
        var candidate = half + half - Vector256<float>.One;
        return state + update * (candidate - state);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<float> Sigmoid(Vector256<int> sums, float exponent)
    {
        var power = Vector256.ConvertToSingle(sums) * Vector256.Create(exponent);
        var rounded = power + Vector256.Create(Rounding);
        var f = power - (rounded - Vector256.Create(Rounding));
        var series = Vector256.Create(0.00133335581f) * f + Vector256.Create(0.00961812911f);
        series = series * f + Vector256.Create(0.0555041087f);
        series = series * f + Vector256.Create(0.240226507f);
        series = series * f + Vector256.Create(0.693147181f);
        series = series * f + Vector256<float>.One;
        var scaled = (series.AsInt32() + (rounded.AsInt32() << 23)).AsSingle();
        return Vector256<float>.One / (Vector256<float>.One + scaled);
    }

    static float SigmoidScalar(int sum, float exponent)
    {
        var power = sum * exponent;
        var rounded = power + Rounding;
        var f = power - (rounded - Rounding);
        var series = 0.00133335581f * f + 0.00961812911f;
        series = series * f + 0.0555041087f;
        series = series * f + 0.240226507f;
        series = series * f + 0.693147181f;
        series = series * f + 1;
        var scaled = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(series) + (BitConverter.SingleToInt32Bits(rounded) << 23));
        return 1 / (1 + scaled);
    }

    static Vector256<short> Narrow(Vector256<float> lower, Vector256<float> upper) => Vector256.Narrow(Whole(lower), Whole(upper));

    static Vector256<int> Whole(Vector256<float> values) => (values * Vector256.Create(One) + Vector256.Create(Rounding)).AsInt32();

    static short NarrowScalar(float value) => (short)BitConverter.SingleToInt32Bits(value * One + Rounding);
}
