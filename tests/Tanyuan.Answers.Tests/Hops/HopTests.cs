using Tanyuan.Library;

namespace Tanyuan.Answers.Tests.Hops;

/// <summary>Questions that need two passages or more.</summary>
public sealed class HopTests(HopTests.Stories stories) : IClassFixture<HopTests.Stories>
{
    [Theory]
    [InlineData("收购澄湖软件的公司的创始人是谁？", "宋砚青")]
    [InlineData("《山雨》的导演毕业于哪所学校？", "南屏艺术学院")]
    [InlineData("Who founded the company that bought Larkfield Maps?", "Edith Marlowe")]
    public async Task Two_passages_are_put_together_and_each_step_is_cited(string question, string expected)
    {
        var answer = await stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.True(answer.Steps.Count == 2, $"{answer.Statements[0].Text} at {answer.Confidence:F3}");
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Steps.Count);
        Assert.All(answer.Steps, step => Assert.NotEmpty(step.Statement.Citations));
        Assert.Contains(answer.Steps[0].Statement.Text, answer.Steps[1].Question, StringComparison.Ordinal);
        Assert.InRange(answer.Confidence, 0, answer.Steps.Min(step => step.Confidence));
    }

    [Fact]
    public async Task One_step_is_the_limit_where_it_is_asked_for()
    {
        var answer = await stories.Library.AskAsync("收购澄湖软件的公司的创始人是谁？", new AskOptions { MaxSteps = 1 }, TestContext.Current.CancellationToken);
        Assert.Empty(answer.Steps);
    }

    [Theory]
    [InlineData("收购天鹅科技的公司的创始人是谁？")]
    [InlineData("《海底》的导演毕业于哪所学校？")]
    public async Task A_first_step_that_the_sources_do_not_have_ends_it(string question)
    {
        var answer = await stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Sentence);
    }

    public sealed class Stories : IAsyncLifetime
    {
        public TanyuanLibrary Library { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Library = await SampleLibrary.OpenAsync(
        [
            ("deal", "澄湖软件被收购", "远岫科技昨天宣布，以3.2亿元收购澄湖软件。澄湖软件主要开发地图软件，有员工140人。"),
            ("company", "远岫科技", "远岫科技是一家人工智能公司，由宋砚青在2012年创立，总部位于临港，现有员工900人。"),
            ("film", "电影《山雨》上映", "电影《山雨》昨天在全国上映，导演是林知夏，影片讲述了一位护林员的故事。"),
            ("director", "林知夏其人", "林知夏1979年出生，毕业于南屏艺术学院，早年做过摄影师。"),
            ("maps", "Larkfield Maps sold", "Northmere Group bought Larkfield Maps for 30 million dollars in 2019. Larkfield Maps makes hiking maps."),
            ("group", "Northmere Group", "Northmere Group is a publishing company. Northmere Group was founded by Edith Marlowe in 1994 in the town of Pell."),
        ]);

        public ValueTask DisposeAsync() => Library.DisposeAsync();
    }
}
