using Tanyuan.Answers.Evidence;
using Tanyuan.Answers.Questions;
using Tanyuan.Answers.Reading;
using Tanyuan.Answers.Reading.Network;
using AnswersReader = Tanyuan.Answers.Reading.Reader;

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
        var opinions = new SpanOpinions(corrected, corrected, plain, 0);
        Assert.True(opinions.Score(1) > opinions.Score(0));
        Assert.True(opinions.Score(1) > opinions.Score(2));
    }

    [Fact]
    public void The_networks_settle_what_the_trees_leave_open()
    {
        var trees = new SpanShares([2, 2, 2], [0, 0, 0], float.NegativeInfinity);
        var networks = new SpanShares([0, 3, 1], [0, 0, 0], 0);
        var opinions = new SpanOpinions(networks, trees, trees, 0.5);
        Assert.True(opinions.Score(1) > opinions.Score(2));
        Assert.True(opinions.Score(2) > opinions.Score(0));
        var unheard = opinions with { NetworksWeight = 0 };
        Assert.Equal(unheard.Score(0), unheard.Score(1));
    }

    [Fact]
    public void The_networks_weigh_nothing_where_they_cannot_read_the_question()
    {
        Assert.True(Weight("渔港由谁设计？") > 0);
        Assert.Equal(0, Weight("Who designed the harbour?"));
    }

    static double Weight(string asked)
    {
        const string Text = "白沙渔港建于1953年，由工程师沈砚秋设计。1987年它由周望舒重新设计，添了两道防波堤。 The harbour was designed by Shen Yanqiu in 1953.";
        var matcher = new QuestionMatcher(QuestionAnalyzer.Analyze(asked));
        var set = CandidateSet.Cut(matcher, AnswersReader.Sentences(matcher, [new EvidencePassage("1", "1", "白沙渔港", 0, Text, 1, false)]));
        var shares = new SpanShares(new float[set.Candidates.Count], [.. set.SentenceOf], 0);
        return SpanOpinions.Of(set, ReaderModel.Default.Spans, set.Features(set.Patterns(), ReaderModel.Default.Patterns, shares), shares).NetworksWeight;
    }
}
