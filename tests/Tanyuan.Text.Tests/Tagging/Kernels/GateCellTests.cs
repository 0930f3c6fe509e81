using Tanyuan.Text.Tagging;
using Tanyuan.Text.Tagging.Kernels;

namespace Tanyuan.Text.Tests.Tagging.Kernels;

public unsafe class GateCellTests
{
    const int Width = 32;

    /// <summary>How far states and gates may be from those computed in double precision: well under what a whole number of them can tell.</summary>
    const double Close = 1e-5;

    [Fact]
    public void Gates_open_as_the_plain_ones_and_as_the_logistic_function_says()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (sums, state) = (Sums(random, 2 * Width), States(random));
            var (fastUpdate, plainUpdate) = (new float[Width], new float[Width]);
            var (fastKept, plainKept) = (new short[Width], new short[Width]);
            fixed (int* from = sums)
            fixed (float* states = state, fast = fastUpdate, plain = plainUpdate)
            fixed (short* fastRows = fastKept, plainRows = plainKept)
            {
                GateCell.Open(from, states, fast, fastRows, Width);
                GateCell.OpenScalar(from, states, plain, plainRows, Width);
            }

            Assert.Equal(plainUpdate, fastUpdate);
            Assert.Equal(plainKept, fastKept);
            for (var i = 0; i < Width; i++)
            {
                Assert.InRange(fastUpdate[i] - Logistic(Value(sums[i])), -Close, Close);
                Assert.InRange(fastKept[i] / GateCell.One - Logistic(Value(sums[Width + i])) * state[i], -0.51 / GateCell.One, 0.51 / GateCell.One);
            }
        }
    }

    [Fact]
    public void States_move_as_the_plain_ones_and_as_the_cell_says()
    {
        var random = new Random(12);
        for (var round = 0; round < 200; round++)
        {
            var (sums, state) = (Sums(random, Width), States(random));
            var update = States(random).Select(Math.Abs).ToArray();
            var (fastState, plainState) = (state.ToArray(), state.ToArray());
            var (fastOutput, plainOutput) = (new short[Width], new short[Width]);
            fixed (int* from = sums)
            fixed (float* updates = update, fast = fastState, plain = plainState)
            fixed (short* fastRows = fastOutput, plainRows = plainOutput)
            {
                GateCell.Move(from, updates, fast, fastRows, Width);
                GateCell.MoveScalar(from, updates, plain, plainRows, Width);
            }

            Assert.Equal(plainState, fastState);
            Assert.Equal(plainOutput, fastOutput);
            for (var i = 0; i < Width; i++)
            {
                var expected = (1 - update[i]) * state[i] + update[i] * Math.Tanh(Value(sums[i]));
                Assert.InRange(fastState[i] - expected, -Close, Close);
                Assert.InRange(fastOutput[i] / GateCell.One - expected, -0.51 / GateCell.One - Close, 0.51 / GateCell.One + Close);
            }
        }
    }

    static double Value(int sum) => sum / (double)(1 << FixedPoint.Sum);

    static double Logistic(double value) => 1 / (1 + Math.Exp(-value));

    // Small ones, where the functions bend, and all that an integer can hold.
    static int[] Sums(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(-6 << FixedPoint.Sum, 6 << FixedPoint.Sum))];

    static float[] States(Random random) => [.. Enumerable.Range(0, Width).Select(_ => random.NextSingle() * 2 - 1)];
}
