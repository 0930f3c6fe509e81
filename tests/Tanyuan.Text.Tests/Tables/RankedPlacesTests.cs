using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Tables;

public sealed unsafe class RankedPlacesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(200)]
    [InlineData(4_001)]
    public void Places_have_numbers_in_their_order_and_others_none(int count)
    {
        var random = new Random(count);
        var groups = new ulong[RankedPlaces.GroupsOf(count)];
        var expected = new int[count];
        var next = 0;
        for (var place = 0; place < count; place++)
        {
            if (place % 32 == 0)
                groups[place / 32] = (ulong)next << 32;
            var isAmong = random.Next(3) == 0;
            expected[place] = isAmong ? next++ : RankedPlaces.None;
            groups[place / 32] |= isAmong ? 1ul << place % 32 : 0;
        }

        fixed (ulong* table = groups)
        {
            var places = new RankedPlaces(table, count);
            for (var place = 0; place < count; place++)
                Assert.Equal(expected[place], places.NumberOf(place));
            Assert.All(new[] { -1, int.MinValue, count, count + 1, int.MaxValue }, beyond => Assert.Equal(RankedPlaces.None, places.NumberOf(beyond)));
        }
    }
}
