using Tanyuan.Text.Repairing.ByteSlips.Kernels;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips.Kernels;

public sealed class PairBitsTests
{
    [Fact]
    public void Eight_at_a_time_finds_the_pairs_that_one_at_a_time_finds()
    {
        var random = new Random(7);
        var bits = new uint[1 << (PairBits.LogSize - 5)];
        for (var word = 0; word < bits.Length; word++)
            bits[word] = (uint)random.NextInt64(1L << 32) & (uint)random.NextInt64(1L << 32);
        var expected = new byte[256];
        var actual = new byte[256];
        for (var round = 0; round < 2_000; round++)
        {
            var first = (char)random.Next(0x10000);
            var seconds = new char[random.Next(200)];
            for (var index = 0; index < seconds.Length; index++)
                seconds[index] = (char)random.Next(0x10000);

            var count = PairBits.FindScalar(bits, first, seconds, expected);
            Assert.Equal(count, PairBits.Find(bits, first, seconds, actual));
            Assert.Equal(expected[..count], actual[..count]);
        }
    }
}
