using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;

namespace Tanyuan.Answers.Tests.Reading;

public class SpanOpinionsTests
{
    [Fact]
    public void The_plain_trees_do_not_see_what_the_networks_believe_and_the_others_do()
    {
        var trees = ReaderModel.Default.Spans;
        var moved = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var first = Enumerable.Range(0, SpanFeatures.Count).Select(_ => (random.NextSingle() * 20) - 10).ToArray();
            var second = first.Select((value, i) => i < SpanFeatures.PlainCount ? value : (random.NextSingle() * 20) - 10).ToArray();
            Assert.Equal(trees.Plain.Score(first), trees.Plain.Score(second));
            moved += trees.Correcting.Score(first) == trees.Correcting.Score(second) ? 0 : 1;
        }

        Assert.NotEqual(0, moved);
    }

    [Fact]
    public void What_both_judges_find_likely_comes_before_what_one_of_them_finds_certain()
    {
        var corrected = new SpanShares([3, 2, -4], [0, 0, 1], float.NegativeInfinity);
        var plain = new SpanShares([-4, 2, 3], [0, 0, 1], float.NegativeInfinity);
        var opinions = new SpanOpinions(corrected, corrected, plain);
        Assert.True(opinions.Score(1) > opinions.Score(0));
        Assert.True(opinions.Score(1) > opinions.Score(2));
    }
}
