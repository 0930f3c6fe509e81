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
}
