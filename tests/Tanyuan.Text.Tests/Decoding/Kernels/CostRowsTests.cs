using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Tests.Decoding.Kernels;

public sealed class CostRowsTests
{
    [Fact]
    public void A_row_at_a_time_adds_up_to_what_one_cost_at_a_time_adds_up_to()
    {
        const int Rows = 5_000;
        var random = new Random(11);
        var rows = new byte[Rows * CostRows.Columns];
        random.NextBytes(rows);
        rows.AsSpan(0, CostRows.Columns).Fill(byte.MaxValue);
        var rowOf = new ushort[char.MaxValue + 1];
        for (var unit = 0; unit < rowOf.Length; unit++)
            rowOf[unit] = (ushort)(random.Next(2) * random.Next(Rows));
        for (var round = 0; round < 500; round++)
        {
            var text = new char[random.Next(round % 50 == 0 ? 5_000 : 600)];
            for (var at = 0; at < text.Length; at++)
                text[at] = (char)random.Next(0x10000);
            var expected = Enumerable.Range(0, CostRows.Columns).Select(column => (long)column).ToArray();
            var actual = expected.ToArray();
            CostRows.AddScalar(rowOf, rows, text, expected);
            CostRows.Add(rowOf, rows, text, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void No_sum_overflows_in_a_long_text_of_what_costs_most()
    {
        var rows = new byte[CostRows.Columns];
        Array.Fill(rows, byte.MaxValue);
        var sums = new long[CostRows.Columns];
        var text = new string('龘', 100_003);
        CostRows.Add(new ushort[char.MaxValue + 1], rows, text, sums);
        Assert.All(sums, sum => Assert.Equal(byte.MaxValue * (long)text.Length, sum));
    }
}
