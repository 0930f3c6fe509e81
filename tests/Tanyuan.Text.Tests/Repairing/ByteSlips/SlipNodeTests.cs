using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Repairing.ByteSlips;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips;

public sealed class SlipNodeTests
{
    [Fact]
    public void The_cheapest_readings_of_those_that_end_differently_stay() =>
        Prop.ForAll(Gen.Choose(0, 1000).Two().ArrayOf().ToArbitrary(), readings =>
        {
            // Costs that differ, so that it is clear which ones are cheapest.
            var arrivals = readings.Select((reading, index) => (Last: (char)('a' + reading.Item1 % 9), Cost: reading.Item2 / 200.0 + index * 1e-6)).ToList();
            var node = new SlipNode().Begin(SlipNodeKind.Slipped, 0, 0);
            foreach (var (last, cost) in arrivals)
                node.Add(new(last, cost, 0, 0, 0));

            var expected = arrivals.GroupBy(arrival => arrival.Last).Select(alike => (Last: alike.Key, Cost: alike.Min(arrival => arrival.Cost)))
                .OrderBy(arrival => arrival.Cost).Take(4).ToList();
            var found = node.Arrivals.ToArray().Select(arrival => (arrival.Last, arrival.Cost)).OrderBy(arrival => arrival.Cost).ToList();
            return expected.SequenceEqual(found) && node.Cost == expected.Select(arrival => arrival.Cost).DefaultIfEmpty(double.PositiveInfinity).First()
                && (expected.Count < 4 || node.Limit <= expected[^1].Cost);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_reading_with_one_character_more_to_come_is_refused_where_its_rival_is_cheaper()
    {
        var rival = new SlipNode().Begin(SlipNodeKind.Slipped, 1, 0x80);
        var node = new SlipNode().Begin(SlipNodeKind.Between, 0, SlipLeads.FirstClass);
        node.Rival = rival;
        Assert.Equal(double.PositiveInfinity, node.Limit);
        rival.Add(new('a', 10, 0, 0, 0));
        Assert.Equal(11, node.Limit);
        node.Add(new('b', 3, 0, 0, 0));
        Assert.Equal(8, node.Limit);
        Assert.False(node.IsOutdone);
        rival.Add(new('c', 2, 0, 0, 0));
        Assert.True(node.IsOutdone);
        Assert.Null(node.Begin(SlipNodeKind.Between, 0, SlipLeads.FirstClass).Rival);
    }
}
