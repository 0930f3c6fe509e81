using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Tables;

public sealed class RowFilterTests
{
    [Fact]
    public void What_a_row_holds_always_passes_and_little_else_does()
    {
        var random = new Random(11);
        var counts = new int[500];
        for (var row = 0; row < counts.Length; row++)
            counts[row] = random.Next(3) == 0 ? 0 : random.Next(1, 200);
        var filter = new RowFilter(counts);
        var rows = Array.ConvertAll(counts, count => Enumerable.Range(0, count).Select(_ => random.Next(0x10000)).ToHashSet());
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var number in rows[row])
                filter.Add(row, number);
        }

        var (asked, passed) = (0, 0);
        for (var row = 0; row < rows.Length; row++)
        {
            Assert.All(rows[row], number => Assert.True(filter.MayHold(row, number)));
            for (var number = 0; number < 0x10000; number += 97)
            {
                if (rows[row].Contains(number))
                    continue;
                asked++;
                passed += filter.MayHold(row, number) ? 1 : 0;
            }
        }

        Assert.True(passed < asked / 10, $"{passed} of {asked} passed.");
    }

    [Fact]
    public void A_row_without_numbers_lets_nothing_pass()
    {
        var filter = new RowFilter([0, 40, 0]);
        for (var number = 0; number < 40; number++)
            filter.Add(1, number * 31);
        for (var number = 0; number < 0x10000; number++)
            Assert.False(filter.MayHold(0, number) || filter.MayHold(2, number));
    }
}
