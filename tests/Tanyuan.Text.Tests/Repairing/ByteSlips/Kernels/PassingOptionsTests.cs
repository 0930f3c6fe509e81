using Tanyuan.Text.Repairing.ByteSlips;
using Tanyuan.Text.Repairing.ByteSlips.Kernels;
using Tanyuan.Text.Tables;

namespace Tanyuan.Text.Tests.Repairing.ByteSlips.Kernels;

public sealed class PassingOptionsTests
{
    const string Lasts = "的是了在人有我他这中大来上国個們到說時要就出會可也你對生能子";

    [Fact]
    public void Eight_at_a_time_pass_as_one_at_a_time_do_and_none_is_lost_that_costs_less_than_the_limit()
    {
        var random = new Random(5);
        var (passed, asked) = (0, 0);
        foreach (var options in Enumerable.Range(0x81, 0x7E).SelectMany(known => new[] { SlipAlphabet.Traditional.OfSecond(known), SlipAlphabet.Simplified.OfFirst(known) }))
        {
            var onPage = new CharacterSet();
            foreach (var option in options.Items.Where(_ => random.Next(9) == 0))
                onPage.Add(option.Key);
            var page = new SlipPage(onPage, random.Next(2, 12), (ulong)random.NextInt64());
            var before = Enumerable.Range(0, random.Next(1, SlipNode.MostArrivals + 1)).Select(_ => BehindAny(random)).ToArray();
            var limit = before.Min(reading => reading.Reading.Cost) + random.Next(2, 14);
            for (var first = 0; first < options.Items.Length; first += PassingOptions.Count)
            {
                var passing = PassingOptions.Of(options.Lanes.BlockOf(first), before, limit, page);
                Assert.Equal(PassingOptions.OfScalar(options.Lanes.BlockOf(first), before, limit, page), passing);
                for (var lane = 0; lane < PassingOptions.Count; lane++)
                {
                    var passes = (passing >> lane & 1) != 0;
                    if (first + lane >= options.Items.Length)
                        Assert.False(passes);
                    else if (!passes)
                        Assert.All(before, reading => Assert.True(CostBehind(reading, options.Items[first + lane], page) >= limit));
                    passed += passes ? 1 : 0;
                    asked++;
                }
            }
        }

        Assert.True(passed < asked / 2, $"{passed} of {asked} passed.");
    }

    static SlipBefore BehindAny(Random random)
    {
        var last = Lasts[random.Next(Lasts.Length)];
        var number = WordPairTable.BuiltIn.NumberOf(last);
        return new(new(last, random.NextDouble() * 5, 0, (ushort)number, 0), PairTable.BuiltIn.RowOf(last), WordPairTable.BuiltIn.RowOf(number), 0);
    }

    static double CostBehind(SlipBefore reading, SlipOption option, SlipPage page)
    {
        var isOnPage = page.Keys.Contains(option.Key);
        if (isOnPage && GbkPairs.MayHold(page.Followed, option.Pair))
            return double.NegativeInfinity;
        var single = isOnPage ? Math.Min(option.Single, SlipAlphabet.RarityOfSingle(option.Rarity) + page.LeastOfOne) : option.Single;
        return reading.Reading.Cost + option.Form + Math.Min(single + SlipCosts.OfBorder(reading, option.Key), WordPairTable.Cost(reading.Words, option.Word) + SlipCosts.OfPairOfWords);
    }
}
