using Tanyuan.Text.Repairing.ByteSlips.Kernels;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips.Kernels;

public sealed class ParentBytesTests
{
    [Fact]
    public void Eight_at_a_time_finds_the_children_that_one_at_a_time_finds()
    {
        var random = new Random(7);
        var parents = new byte[200_000 + ushort.MaxValue + 1 + ParentBytes.Padding];
        var expected = new byte[256];
        var actual = new byte[256];
        var found = 0;
        for (var round = 0; round < 2_000; round++)
        {
            random.NextBytes(parents.AsSpan(random.Next(parents.Length - 1_000), 1_000));
            var nodeBase = random.Next(200_000);
            var codes = new ushort[random.Next(257)];
            for (var index = 0; index < codes.Length; index++)
            {
                codes[index] = (ushort)random.Next(0x10000);
                if (random.Next(4) == 0)
                    parents[nodeBase + codes[index]] = ParentBytes.Of(nodeBase);
            }

            var count = ParentBytes.FindScalar(parents, nodeBase, codes, expected);
            Assert.Equal(count, ParentBytes.Find(parents, nodeBase, codes, actual));
            Assert.Equal(expected[..count], actual[..count]);
            found += count;
        }

        Assert.True(found > 10_000);
    }

    [Fact]
    public void No_parent_has_the_byte_of_an_empty_slot()
    {
        for (var nodeBase = 0; nodeBase < 1_000_000; nodeBase++)
            Assert.NotEqual(0, ParentBytes.Of(nodeBase));
    }

    [Fact]
    public void A_table_without_room_for_all_codes_is_refused() =>
        Assert.ThrowsAny<Exception>(() => ParentBytes.Find(new byte[1_000], 900, new ushort[] { 1, 2, 3, 4, 5, 6, 7, 60_000 }, new byte[8]));
}
