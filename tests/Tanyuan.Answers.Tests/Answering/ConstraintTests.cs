using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests.Answering;

/// <summary>Questions that hold their answer to a time, a site, a source or to how it is now.</summary>
public sealed class ConstraintTests(ConstraintTests.Pages pages) : IClassFixture<ConstraintTests.Pages>
{
    [Theory]
    [InlineData("云帆物流2022年的营业收入是多少？", "18.4亿元")]
    [InlineData("云帆物流2023年的营业收入是多少？", "23.7亿元")]
    [InlineData("云帆物流2024年的营业收入是多少？", "29.1亿元")]
    [InlineData("云帆物流去年的营业收入是多少？", "29.1亿元")]
    [InlineData("雲帆物流前年的營業收入是多少？", "23.7亿元")]
    public async Task A_figure_is_that_of_the_year_asked_for(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Equal(expected, answer.Statements[0].Text);
        Assert.True(Assert.Single(answer.Constraints).IsMet);
    }

    [Fact]
    public async Task A_year_that_no_source_tells_of_is_left_unanswered_and_the_answer_says_what_was_held_to()
    {
        var answer = await AskAsync("云帆物流2019年的营业收入是多少？");
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Sentence);
        var constraint = Assert.Single(answer.Constraints);
        Assert.Equal((ConstraintKind.Time, "2019年", "2019", false), (constraint.Kind, constraint.Text, constraint.Value, constraint.IsMet));
        Assert.Contains("\"constraints\":[{\"kind\":\"time\",\"text\":\"2019年\",\"value\":\"2019\",\"met\":false}]", AnswerJson.ToString(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("在新浪上，云帆物流有多少名员工？", "4,200名", "sina")]
    [InlineData("据江畔晚报报道，云帆物流有多少名员工？", "4,650名", "evening")]
    [InlineData("根据江畔晚报的说法，云帆物流有多少名员工？", "4,650名", "evening")]
    public async Task Only_the_site_or_source_asked_for_answers(string question, string expected, string document)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.All(answer.Statements.SelectMany(statement => statement.Citations), citation => Assert.Equal(document, citation.DocumentId));
        Assert.True(Assert.Single(answer.Constraints).IsMet);
    }

    [Fact]
    public async Task A_site_without_a_page_leaves_the_question_unanswered()
    {
        var answer = await AskAsync("在搜狐上，云帆物流有多少名员工？");
        Assert.True(answer.Abstained);
        Assert.Equal((ConstraintKind.Site, false), (answer.Constraints[0].Kind, answer.Constraints[0].IsMet));
    }

    [Fact]
    public async Task What_is_asked_for_now_is_answered_from_the_newest_page()
    {
        var answer = await AskAsync("云帆物流目前有多少名员工？");
        Assert.Equal("4,650名", answer.Statements[0].Text.TrimEnd('员', '工'));
        Assert.Equal((ConstraintKind.Newest, "2025-03-02"), (answer.Constraints[0].Kind, answer.Constraints[0].Value));
    }

    [Fact]
    public async Task A_timeline_keeps_to_the_time_asked_for()
    {
        var answer = await AskAsync("梳理云帆物流2023年以来的发展历程");
        Assert.Equal(AnswerForm.Timeline, answer.Form);
        Assert.NotEmpty(answer.Statements);
        Assert.All(answer.Statements, statement => Assert.True(string.CompareOrdinal(statement.Date, "2023") >= 0, statement.Date));
    }

    [Fact]
    public async Task What_someone_said_is_answered_in_his_own_words()
    {
        var answer = await AskAsync("顾长汀怎么评价这次扩张？");
        Assert.Equal(AnswerForm.Quote, answer.Form);
        Assert.Equal("我们宁可慢一点，也要把每一个仓库管好", answer.Statements[0].Text.TrimEnd('。'));
    }

    [Fact]
    public async Task Reprints_of_one_story_count_as_one_source_and_another_page_as_another()
    {
        var answer = await AskAsync("云帆物流将在南方新建几座仓库？");
        Assert.Contains("三座", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Statements[0].IndependentSources);
    }

    Task<Answer> AskAsync(string question) => pages.Library.AskAsync(question, new AskOptions { Clock = new Noon(2025, 5, 20) }, TestContext.Current.CancellationToken);

    sealed class Noon(int year, int month, int day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }

    public sealed class Pages : IAsyncLifetime
    {
        const string Story = "总部设在江畔市的云帆物流昨天宣布，将在南方新建三座仓库。公司董事长顾长汀在发布会上谈到这次扩张时说：“我们宁可慢一点，也要把每一个仓库管好。”"
            + "新仓库预计两年后投入使用，届时公司的冷链运输能力将提高一倍。当地政府为项目提供了一块靠近铁路货站的土地。";

        static readonly (string Id, string Title, string Text, string Url, string Published, string? Author)[] Articles =
        [
            ("y2022", "云帆物流公布年报", "云帆物流2022年的营业收入为18.4亿元，净利润1.2亿元。公司当年新开了六个网点。", "https://finance.example.com/1", "2023-04-10", null),
            ("y2023", "云帆物流业绩增长", "云帆物流2023年的营业收入为23.7亿元，同比增长28.8%。董事会决定向股东派发现金红利。", "https://finance.example.com/2", "2024-04-12", null),
            ("y2024", "云帆物流再创新高", "云帆物流2024年的营业收入为29.1亿元。公司说，冷链业务是增长最快的部分。", "https://finance.example.com/3", "2025-04-09", null),
            ("sina", "走进云帆物流", "云帆物流现有员工4,200名，其中司机占一半以上。", "https://tech.sina.com.cn/4", "2023-08-01", null),
            ("evening", "云帆物流扩招", "云帆物流现有员工4,650名，其中司机占一半以上。", "https://evening.example.net/5", "2025-03-02", "江畔晚报"),
            ("plan", "云帆物流将新建三座仓库", Story, "https://a.example.com/6", "2025-02-03", null),
            ("plan-again", "云帆物流南方建仓", Story + "（来源：综合）", "https://b.example.com/7", "2025-02-04", null),
            ("trade", "物流业扩张潮", "今年扩张的不止一家。云帆物流将在南方新建三座仓库，北桥冷链打算租用码头边的旧厂房，还有几家公司在观望。", "https://d.example.com/9", "2025-03-11", null),
            ("history", "云帆物流十年", "2014年5月，云帆物流在江畔市成立，总部也设在江畔市。2018年，云帆物流开通了第一条跨省专线。2023年9月，云帆物流收购了北桥冷链。2024年11月，云帆物流的无人仓投入运行。", "https://c.example.com/8", "2025-01-15", null),
        ];

        /// <summary>The library.</summary>
        public TanyuanLibrary Library { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Library = await TanyuanLibrary.OpenInMemoryAsync();
            await Library.AddAsync(Articles.Select(article => new SourceItem(
                new Page(article.Id, Encoding.UTF8.GetBytes(article.Text), PageFormat.Article) { ExternalId = article.Id, Title = article.Title, Url = article.Url, Published = article.Published, Author = article.Author }, null)));
        }

        public ValueTask DisposeAsync() => Library.DisposeAsync();
    }
}
