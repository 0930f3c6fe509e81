using System.Runtime.Intrinsics;

namespace Tanyuan.Answers.Reading.Network.Kernels;

/// <summary>
/// Products of rows with a panel of 32 columns that lies row after row, so that the weights are read in one straight line (the packing of Goto
/// and van de Geijn, "Anatomy of High-Performance Matrix Multiplication", 2008). All paths add in the same order; they differ by what a
/// fused multiplication does not round.
/// </summary>
internal static unsafe class PanelProduct
{
    /// <summary>How many columns a panel has.</summary>
    public const int Width = 32;

    const int WideRows = 8;
    const int NarrowRows = 4;

    /// <summary>Adds the product of <paramref name="count"/> rows of <paramref name="left"/>, each <paramref name="depth"/> long, to the result.</summary>
    public static void Add(float* left, int depth, float* panel, float* result, int stride, int count)
    {
        if (Vector512.IsHardwareAccelerated)
            AddWide(left, depth, panel, result, stride, count);
        else
            AddNarrow(left, depth, panel, result, stride, count);
    }

    /// <summary>The plain twin of the others.</summary>
    public static void AddScalar(float* left, int depth, float* panel, float* result, int stride, int count)
    {
        for (var row = 0; row < count; row++)
        {
            for (var k = 0; k < depth; k++)
            {
                for (var column = 0; column < Width; column++)
                    result[((long)row * stride) + column] += left[((long)row * depth) + k] * panel[(k * Width) + column];
            }
        }
    }

    /// <summary>Eight rows at a time, with vectors of 16.</summary>
    public static void AddWide(float* left, int depth, float* panel, float* result, int stride, int count)
    {
        var row = 0;
        for (; row + WideRows <= count; row += WideRows)
            AddBlockWide(left + ((long)row * depth), depth, panel, result + ((long)row * stride), stride);
        for (; row < count; row++)
            AddRow(left + ((long)row * depth), depth, panel, result + ((long)row * stride));
    }

    /// <summary>Four rows at a time, with vectors of 8, half a panel after the other.</summary>
    public static void AddNarrow(float* left, int depth, float* panel, float* result, int stride, int count)
    {
        var row = 0;
        for (; row + NarrowRows <= count; row += NarrowRows)
        {
            AddBlockNarrow(left + ((long)row * depth), depth, panel, result + ((long)row * stride), stride);
            AddBlockNarrow(left + ((long)row * depth), depth, panel + (Width / 2), result + ((long)row * stride) + (Width / 2), stride);
        }

        for (; row < count; row++)
            AddRow(left + ((long)row * depth), depth, panel, result + ((long)row * stride));
    }

    static void AddBlockWide(float* left, int depth, float* panel, float* result, int stride)
    {
        float* left4 = left + (4 * depth), result4 = result + (4L * stride);
        Vector512<float> a0 = Vector512.Load(result), b0 = Vector512.Load(result + 16);
        Vector512<float> a1 = Vector512.Load(result + stride), b1 = Vector512.Load(result + stride + 16);
        Vector512<float> a2 = Vector512.Load(result + (2L * stride)), b2 = Vector512.Load(result + (2L * stride) + 16);
        Vector512<float> a3 = Vector512.Load(result + (3L * stride)), b3 = Vector512.Load(result + (3L * stride) + 16);
        Vector512<float> a4 = Vector512.Load(result4), b4 = Vector512.Load(result4 + 16);
        Vector512<float> a5 = Vector512.Load(result4 + stride), b5 = Vector512.Load(result4 + stride + 16);
        Vector512<float> a6 = Vector512.Load(result4 + (2L * stride)), b6 = Vector512.Load(result4 + (2L * stride) + 16);
        Vector512<float> a7 = Vector512.Load(result4 + (3L * stride)), b7 = Vector512.Load(result4 + (3L * stride) + 16);
        for (var k = 0; k < depth; k++, panel += Width)
        {
            var a = Vector512.Load(panel);
            var b = Vector512.Load(panel + 16);
            var value = Vector512.Create(left[k]);
            (a0, b0) = (Vector512.MultiplyAddEstimate(value, a, a0), Vector512.MultiplyAddEstimate(value, b, b0));
            value = Vector512.Create(left[depth + k]);
            (a1, b1) = (Vector512.MultiplyAddEstimate(value, a, a1), Vector512.MultiplyAddEstimate(value, b, b1));
            value = Vector512.Create(left[(2 * depth) + k]);
            (a2, b2) = (Vector512.MultiplyAddEstimate(value, a, a2), Vector512.MultiplyAddEstimate(value, b, b2));
            value = Vector512.Create(left[(3 * depth) + k]);
            (a3, b3) = (Vector512.MultiplyAddEstimate(value, a, a3), Vector512.MultiplyAddEstimate(value, b, b3));
            value = Vector512.Create(left4[k]);
            (a4, b4) = (Vector512.MultiplyAddEstimate(value, a, a4), Vector512.MultiplyAddEstimate(value, b, b4));
            value = Vector512.Create(left4[depth + k]);
            (a5, b5) = (Vector512.MultiplyAddEstimate(value, a, a5), Vector512.MultiplyAddEstimate(value, b, b5));
            value = Vector512.Create(left4[(2 * depth) + k]);
            (a6, b6) = (Vector512.MultiplyAddEstimate(value, a, a6), Vector512.MultiplyAddEstimate(value, b, b6));
            value = Vector512.Create(left4[(3 * depth) + k]);
            (a7, b7) = (Vector512.MultiplyAddEstimate(value, a, a7), Vector512.MultiplyAddEstimate(value, b, b7));
        }

        Store(a0, b0, result);
        Store(a1, b1, result + stride);
        Store(a2, b2, result + (2L * stride));
        Store(a3, b3, result + (3L * stride));
        Store(a4, b4, result4);
        Store(a5, b5, result4 + stride);
        Store(a6, b6, result4 + (2L * stride));
        Store(a7, b7, result4 + (3L * stride));
    }

    static void AddBlockNarrow(float* left, int depth, float* panel, float* result, int stride)
    {
        float* result1 = result + stride, result2 = result1 + stride, result3 = result2 + stride;
        Vector256<float> a0 = Vector256.Load(result), b0 = Vector256.Load(result + 8);
        Vector256<float> a1 = Vector256.Load(result1), b1 = Vector256.Load(result1 + 8);
        Vector256<float> a2 = Vector256.Load(result2), b2 = Vector256.Load(result2 + 8);
        Vector256<float> a3 = Vector256.Load(result3), b3 = Vector256.Load(result3 + 8);
        for (var k = 0; k < depth; k++, panel += Width)
        {
            var a = Vector256.Load(panel);
            var b = Vector256.Load(panel + 8);
            var value = Vector256.Create(left[k]);
            (a0, b0) = (Vector256.MultiplyAddEstimate(value, a, a0), Vector256.MultiplyAddEstimate(value, b, b0));
            value = Vector256.Create(left[depth + k]);
            (a1, b1) = (Vector256.MultiplyAddEstimate(value, a, a1), Vector256.MultiplyAddEstimate(value, b, b1));
            value = Vector256.Create(left[(2 * depth) + k]);
            (a2, b2) = (Vector256.MultiplyAddEstimate(value, a, a2), Vector256.MultiplyAddEstimate(value, b, b2));
            value = Vector256.Create(left[(3 * depth) + k]);
            (a3, b3) = (Vector256.MultiplyAddEstimate(value, a, a3), Vector256.MultiplyAddEstimate(value, b, b3));
        }

        a0.Store(result);
        b0.Store(result + 8);
        a1.Store(result1);
        b1.Store(result1 + 8);
        a2.Store(result2);
        b2.Store(result2 + 8);
        a3.Store(result3);
        b3.Store(result3 + 8);
    }

    static void AddRow(float* left, int depth, float* panel, float* result)
    {
        Vector256<float> a = Vector256.Load(result), b = Vector256.Load(result + 8), c = Vector256.Load(result + 16), d = Vector256.Load(result + 24);
        for (var k = 0; k < depth; k++, panel += Width)
        {
            var value = Vector256.Create(left[k]);
            a = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel), a);
            b = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel + 8), b);
            c = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel + 16), c);
            d = Vector256.MultiplyAddEstimate(value, Vector256.Load(panel + 24), d);
        }

        a.Store(result);
        b.Store(result + 8);
        c.Store(result + 16);
        d.Store(result + 24);
    }

    static void Store(Vector512<float> a, Vector512<float> b, float* result)
    {
        a.Store(result);
        b.Store(result + 16);
    }
}
