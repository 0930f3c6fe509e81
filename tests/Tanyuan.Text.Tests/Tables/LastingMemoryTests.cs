using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Tables;

public sealed unsafe class LastingMemoryTests
{
    [Fact]
    public void What_is_taken_is_zero_and_nobody_elses()
    {
        var random = new Random(3);
        var taken = new List<(nint Start, int Count, ulong Value)>();
        for (var round = 0; round < 2_000; round++)
        {
            var count = random.Next(100) == 0 ? random.Next(100_000) : random.Next(60);
            var start = LastingMemory.Take<ulong>(count);
            var values = new Span<ulong>(start, count);
            Assert.True(values.IndexOfAnyExcept(0ul) < 0);
            values.Fill((ulong)round + 1);
            taken.Add(((nint)start, count, (ulong)round + 1));
        }

        Assert.All(taken, one => Assert.True(new Span<ulong>((ulong*)one.Start, one.Count).IndexOfAnyExcept(one.Value) < 0));
    }
}
