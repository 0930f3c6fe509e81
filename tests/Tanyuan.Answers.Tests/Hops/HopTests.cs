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

    [Theory]
    [InlineData("收购澄湖软件的公司的创始人毕业于哪里？", "北岸理工大学", 3)]
    [InlineData("澄湖软件的母公司的创始人是哪所大学毕业的？", "北岸理工大学", 3)]
    [InlineData("远岫科技创始人的母校在哪座城市？", "澄州", 3)]
    [InlineData("林知夏毕业的学校在哪座城市？", "南屏市", 2)]
    [InlineData("Where did the founder of the company that owns Larkfield Maps study?", "Saltmarsh College", 3)]
    [InlineData("In which town was the founder of Northmere Group born?", "Ashcombe", 2)]
    public async Task Steps_are_chained_in_one_question_and_each_asks_with_the_answer_before(string question, string expected, int steps)
    {
        var answer = await stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(steps, answer.Steps.Count);
        Assert.All(answer.Steps.Zip(answer.Steps.Skip(1)), pair => Assert.Contains(pair.First.Statement.Text, pair.Second.Question, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("澄湖软件的创始人毕业于哪里？")]
    [InlineData("收购远岫科技的公司的创始人毕业于哪里？")]
    [InlineData("Who is the husband of the woman who founded Northmere Group?")]
    public async Task A_step_that_nothing_tells_is_not_walked(string question) =>
        Assert.True((await stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken)).Abstained);

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
            ("founder", "宋砚青", "宋砚青1975年生于桐乡，从北岸理工大学毕业后做了八年工程师。"),
            ("college", "北岸理工大学", "北岸理工大学位于澄州市东郊，1952年建校，现有学生两万人。"),
            ("school", "南屏艺术学院", "南屏艺术学院在南屏市老城区，设有电影、戏剧、美术三个系。"),
            ("marlowe", "Edith Marlowe", "Edith Marlowe (born 1961 in Ashcombe) is a publisher. She studied at Saltmarsh College and worked as a printer."),
            ("maps", "Larkfield Maps sold", "Northmere Group bought Larkfield Maps for 30 million dollars in 2019. Larkfield Maps makes hiking maps."),
            ("group", "Northmere Group", "Northmere Group is a publishing company. Northmere Group was founded by Edith Marlowe in 1994 in the town of Pell."),
        ]);

        public ValueTask DisposeAsync() => Library.DisposeAsync();
    }
}
