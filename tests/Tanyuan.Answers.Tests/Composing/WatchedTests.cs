namespace Tanyuan.Answers.Tests.Composing;

/// <summary>
/// Questions to pages of the sorts that analysts, journalists and researchers of brands keep, which we wrote: results of several quarters and what was restated, reviews and threads, recalls, rounds of funding,
/// orders with their articles, one event by several outlets, programmes, rankings, corrections, in both scripts and English. Some ask for what no page tells.
/// </summary>
public sealed class WatchedTests() : WrittenPages("Composing", "Watched")
{
    [Fact]
    public async Task As_many_are_answered_wholly_and_declined_as_when_they_were_written_down()
    {
        var (whole, answerable, declined, unanswerable, missed) = await CountWholeAsync();
        Assert.Equal((226, 46), (answerable, unanswerable));
        Assert.True(whole >= 150, $"{whole} of {answerable} are answered wholly. Not: {string.Join(' ', missed)}");
        Assert.InRange(declined, 38, unanswerable);
    }

    [Theory]
    [InlineData("更正后博远二季度净利润是多少？", "1.18亿元")]
    [InlineData("博远 Q3 营收", "22.8亿元")]
    [InlineData("小满咖啡2024年销售额是多少？", "1,300万元")]
    [InlineData("漓州化工仓库火灾一共伤了几个人？", "6人")]
    [InlineData("客单价最高的新茶饮品牌是哪家？", "观棠")]
    [InlineData("云栈召回热线电话是多少？", "400-555-0187")]
    public async Task What_was_restated_ranked_or_told_last_is_answered(string question, string expected) => Assert.Equal(expected, await AnswerAsync(question));

    [Theory]
    [InlineData("博远科技第四季度营收是多少？")]
    [InlineData("方若谷的妻子是谁？")]
    [InlineData("追光二号什么时候首飞？")]
    [InlineData("漓州有轨电车1号线什么时候开工的？")]
    [InlineData("曜石起诉澄光索赔多少钱？")]
    [InlineData("瀚川重工2024年全年净利润是多少？")]
    public async Task What_is_told_of_something_else_is_declined(string question) => await DeclinesAsync(question);
}
