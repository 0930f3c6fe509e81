using System.Runtime.Intrinsics;

namespace Tanyuan.Answers.Reading.Network;

/// <summary>Sums, products and maxima of rows whose width is a multiple of eight.</summary>
internal static unsafe class Rows
{
    /// <summary>Adds a scaled row to a sum.</summary>
    public static void AddScaled(float* sum, float* values, float scale, int count)
    {
        var factor = Vector256.Create(scale);
        for (var i = 0; i < count; i += Vector256<float>.Count)
            (Vector256.Load(sum + i) + (factor * Vector256.Load(values + i))).Store(sum + i);
    }

    /// <summary>The product of two rows.</summary>
    public static float Dot(float* left, float* right, int count)
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < count; i += Vector256<float>.Count)
            sum += Vector256.Load(left + i) * Vector256.Load(right + i);
        return Vector256.Sum(sum);
    }

    /// <summary>Writes the product of two rows value by value.</summary>
    public static void Multiply(float* left, float* right, float* product, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
            (Vector256.Load(left + i) * Vector256.Load(right + i)).Store(product + i);
    }

    /// <summary>Keeps the greater of each value.</summary>
    public static void Raise(float* most, float* values, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
            Vector256.Max(Vector256.Load(most + i), Vector256.Load(values + i)).Store(most + i);
    }

    /// <summary>Makes negative values zero.</summary>
    public static void Rectify(float* values, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
            Vector256.Max(Vector256.Load(values + i), Vector256<float>.Zero).Store(values + i);
    }

    /// <summary>
    /// A residual block: each row takes what the block makes of it and of the two that stand the dilation away in its text.
    /// </summary>
    /// <param name="block">Reads three rows.</param>
    /// <param name="dilation">How far apart they are.</param>
    /// <param name="rows">The rows, as wide as the block's output.</param>
    /// <param name="starts">Where each text begins, and where the last one ends.</param>
    /// <param name="memory">Lends room for four times the rows.</param>
    public static void Convolve(Layer block, int dilation, float* rows, ReadOnlySpan<int> starts, WorkingMemory memory)
    {
        var mark = memory.Used;
        var width = block.Outputs;
        var count = starts[^1];
        var around = memory.Take((long)count * 3 * width);
        var change = memory.Take((long)count * width);
        for (var i = 0; i + 1 < starts.Length; i++)
        {
            for (var row = starts[i]; row < starts[i + 1]; row++)
            {
                for (var tap = 0; tap < 3; tap++)
                {
                    var from = row + ((tap - 1) * dilation);
                    var target = new Span<float>(around + ((((long)row * 3) + tap) * width), width);
                    if (from < starts[i] || from >= starts[i + 1])
                        target.Clear();
                    else
                        new ReadOnlySpan<float>(rows + ((long)from * width), width).CopyTo(target);
                }
            }
        }

        block.Run(around, change, count);
        Rectify(change, count * width);
        AddScaled(rows, change, 1, count * width);
        memory.Used = mark;
    }
}
