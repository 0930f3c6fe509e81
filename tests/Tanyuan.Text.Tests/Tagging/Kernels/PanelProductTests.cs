using Tanyuan.Text.Tagging.Kernels;

namespace Tanyuan.Text.Tests.Tagging.Kernels;

public unsafe class PanelProductTests
{
    [Theory]
    [InlineData(1, 2, 16)]
    [InlineData(5, 128, 48)]
    [InlineData(6, 16, 16)]
    [InlineData(7, 256, 64)]
    [InlineData(25, 128, 384)]
    public void The_vector_kernel_gives_what_the_plain_one_gives(int count, int depth, int columns)
    {
        var random = new Random(count * 1000 + depth);
        var left = Numbers(random, count * (depth + 3), 4096);
        var panels = Numbers(random, depth * columns, 8191);
        foreach (var startStride in new[] { 0, columns + 5 })
        {
            var starts = new int[count * (columns + 5)];
            foreach (ref var start in starts.AsSpan())
                start = random.Next(-1 << 30, 1 << 30);
            var (fast, plain) = (new int[count * (columns + 1)], new int[count * (columns + 1)]);
            fixed (short* rows = left, matrix = panels)
            fixed (int* from = starts, fastSums = fast, plainSums = plain)
            {
                PanelProduct.Add(rows, depth + 3, matrix, depth, columns, from, startStride, fastSums, columns + 1, count);
                PanelProduct.AddScalar(rows, depth + 3, matrix, depth, columns, from, startStride, plainSums, columns + 1, count);
            }

            Assert.Equal(plain, fast);
        }
    }

    [Fact]
    public void Sums_may_be_added_to_in_place()
    {
        var random = new Random(4);
        var left = Numbers(random, 8 * 32, 4096);
        var panels = Numbers(random, 32 * 32, 8191);
        var (fast, plain) = (new int[8 * 32], new int[8 * 32]);
        fixed (short* rows = left, matrix = panels)
        fixed (int* fastSums = fast, plainSums = plain)
        {
            for (var time = 0; time < 3; time++)
            {
                PanelProduct.Add(rows, 32, matrix, 32, 32, fastSums, 32, fastSums, 32, 8);
                PanelProduct.AddScalar(rows, 32, matrix, 32, 32, plainSums, 32, plainSums, 32, 8);
            }
        }

        Assert.Equal(plain, fast);
        Assert.Contains(fast, sum => sum != 0);
    }

    static short[] Numbers(Random random, int count, int most)
    {
        var numbers = new short[count];
        foreach (ref var number in numbers.AsSpan())
            number = (short)random.Next(-most, most + 1);
        return numbers;
    }
}
