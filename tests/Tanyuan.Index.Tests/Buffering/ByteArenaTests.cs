using Tanyuan.Index.Buffering;

namespace Tanyuan.Index.Tests.Buffering;

public class ByteArenaTests
{
    [Fact]
    public void Numbers_of_any_size_are_read_from_any_of_them_on_over_the_edges_of_chunks_too()
    {
        var random = new Random(9);
        var arena = new ByteArena();
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(0, arena.Length);
            uint[] numbers = [0, 127, 128, 16_383, 16_384, uint.MaxValue, .. Enumerable.Range(0, 150_000).Select(_ => (uint)random.NextInt64(1L << random.Next(33)))];
            var addresses = new long[numbers.Length];
            for (var i = 0; i < numbers.Length; i++)
            {
                addresses[i] = arena.Length;
                arena.WriteVariable(numbers[i]);
            }

            Assert.True(arena.Length > 3 * ByteArena.ChunkLength);
            var all = new ArenaReader(arena, 0);
            for (var i = 0; i < numbers.Length; i++)
            {
                Assert.Equal(addresses[i], all.Address);
                Assert.Equal(numbers[i], all.ReadVariable());
                Assert.Equal(numbers[i], new ArenaReader(arena, addresses[i]).ReadVariable());
            }

            Assert.Equal(arena.Length, all.Address);
            arena.Clear();
        }
    }

    [Fact]
    public void A_number_takes_a_byte_for_each_seven_bits()
    {
        var arena = new ByteArena();
        foreach (var (number, bytes) in new[] { (0u, 1), (127u, 1), (128u, 2), (16_383u, 2), (16_384u, 3), (1u << 28, 5), (uint.MaxValue, 5) })
        {
            var before = arena.Length;
            arena.WriteVariable(number);
            Assert.Equal(bytes, arena.Length - before);
        }
    }
}
