using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Tables;

public sealed class NumberRowTests
{
    [Fact]
    public void What_a_row_holds_has_its_value_and_little_else_passes()
    {
        var random = new Random(11);
        var (asked, passed) = (0, 0);
        for (var round = 0; round < 500; round++)
        {
            var values = new Dictionary<int, byte>();
            for (var count = random.Next(3) == 0 ? random.Next(5) : random.Next(5, 200); count > 0; count--)
                values[random.Next(0x10000)] = (byte)random.Next(0x100);
            var row = new NumberRow(values.Count);
            foreach (var (number, value) in values)
                row.Add(number, value);
            Assert.All(values, one => Assert.True(row.MayHold(one.Key)));
            Assert.All(values, one => Assert.Equal(one.Value, row.ValueOf(one.Key)));
            for (var number = 0; number < 0x10000; number += 97)
            {
                if (values.ContainsKey(number))
                    continue;
                Assert.Equal(-1, row.ValueOf(number));
                asked++;
                passed += row.MayHold(number) ? 1 : 0;
            }
        }

        Assert.True(passed < asked / 10, $"{passed} of {asked} passed.");
    }

    [Fact]
    public void Eight_numbers_pass_as_each_of_them_does()
    {
        if (!Avx2.IsSupported)
            return;
        var random = new Random(12);
        for (var round = 0; round < 200; round++)
        {
            var row = new NumberRow(round);
            for (var number = 0; number < round; number++)
                row.Add(number * 321, 0);
            for (var block = 0; block < 500; block++)
            {
                var numbers = Enumerable.Range(0, Vector256<uint>.Count).Select(_ => (uint)random.Next(0x10000)).ToArray();
                var passing = row.MayHold(Vector256.Create(numbers)).ExtractMostSignificantBits();
                for (var lane = 0; lane < numbers.Length; lane++)
                    Assert.Equal(row.MayHold((int)numbers[lane]), (passing >> lane & 1) != 0);
            }
        }
    }

    [Fact]
    public void An_empty_row_lets_nothing_pass()
    {
        for (var number = 0; number < 0x10000; number++)
        {
            Assert.False(NumberRow.Empty.MayHold(number));
            Assert.Equal(-1, NumberRow.Empty.ValueOf(number));
        }
    }
}
