using Tanyuan.Text.Repairing.Mojibake.Kernels;

namespace Tanyuan.Text.Tests.Repairing.Mojibake.Kernels;

public sealed class CostLanesTests
{
    [Fact]
    public void Eight_at_a_time_add_up_to_what_one_at_a_time_add_up_to()
    {
        var random = new Random(5);
        var table = new uint[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
            table[unit] = unit % 7 == 0 ? uint.MaxValue : (uint)random.NextInt64(1L << 32);
        for (var round = 0; round < 1_000; round++)
        {
            var text = new char[random.Next(round % 50 == 0 ? 20_000 : 100)];
            for (var at = 0; at < text.Length; at++)
                text[at] = (char)random.Next(random.Next(2) == 0 ? 0x10000 : 0x100);
            long[] expected = [1, 2, 3, 4];
            long[] actual = [1, 2, 3, 4];
            Assert.Equal(CostLanes.AddScalar(table, text, expected), CostLanes.Add(table, text, actual));
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void No_sum_overflows_in_a_long_text_of_what_costs_most()
    {
        var table = new uint[char.MaxValue + 1];
        Array.Fill(table, uint.MaxValue);
        var sums = new long[CostLanes.Count];
        var text = new string('龘', 100_003);
        Assert.Equal((text.Length, text.Length), CostLanes.Add(table, text, sums));
        Assert.All(sums, sum => Assert.Equal(byte.MaxValue * (long)text.Length, sum));
    }

    [Fact]
    public void Units_beyond_ascii_and_of_East_Asia_are_counted()
    {
        var sums = new long[CostLanes.Count];
        Assert.Equal((6, 3), CostLanes.Add(new uint[char.MaxValue + 1], "Ünïcode – 漢字 and ⺀ in a line", sums));
    }
}
