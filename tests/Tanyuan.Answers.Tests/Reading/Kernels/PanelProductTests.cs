using System.Runtime.Intrinsics;
using Tanyuan.Answers.Reading.Network.Kernels;

namespace Tanyuan.Answers.Tests.Reading.Kernels;

public unsafe class PanelProductTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(4, 64)]
    [InlineData(9, 65)]
    [InlineData(23, 240)]
    public void Every_path_gives_what_the_plain_one_gives(int count, int depth)
    {
        var random = new Random((count * 1000) + depth);
        const int Stride = PanelProduct.Width + 5;
        var left = Values(random, count * depth);
        var panel = Values(random, depth * PanelProduct.Width);
        var start = Values(random, count * Stride);
        var (expected, narrow, picked) = (start.ToArray(), start.ToArray(), start.ToArray());
        var wide = start.ToArray();
        fixed (float* l = left, p = panel, e = expected, n = narrow, w = wide, r = picked)
        {
            PanelProduct.AddScalar(l, depth, p, e, Stride, count);
            PanelProduct.AddNarrow(l, depth, p, n, Stride, count);
            PanelProduct.AddWide(l, depth, p, w, Stride, count);
            PanelProduct.Add(l, depth, p, r, Stride, count);
        }

        Assert.Equal(expected, narrow, Close);
        Assert.Equal(expected, wide, Close);
        Assert.Equal(Vector512.IsHardwareAccelerated ? wide : narrow, picked);
    }

    static bool Close(float left, float right) => Math.Abs(left - right) < 1e-3f;

    static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
}
