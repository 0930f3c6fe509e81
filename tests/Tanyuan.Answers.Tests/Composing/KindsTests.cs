namespace Tanyuan.Answers.Tests.Composing;

/// <summary>
/// Questions of every kind but plain facts (lists, reasons, comparisons, timelines, quotations, follow-ups, sources, contradictions …) to a pile of pages that we wrote as the web has them. Of
/// each question it is known what a whole answer tells; what the pages don't answer has to be declined.
/// </summary>
public sealed class KindsTests() : WrittenPages("Composing", "Kinds")
{
    [Fact]
    public async Task Of_the_questions_of_all_kinds_as_many_are_answered_wholly_and_declined_as_when_they_were_written_down()
    {
        var (whole, answerable, declined, unanswerable, missed) = await CountWholeAsync();
        Assert.Equal((141, 40), (answerable, unanswerable));
        Assert.True(whole >= 82, $"{whole} of {answerable} are answered wholly. Not: {string.Join(' ', missed)}");
        Assert.InRange(declined, 34, unanswerable);
    }

    [Theory]
    [InlineData("孕妇能吃瑞洛普林吗？", false)]
    [InlineData("沈若澄还是澄海的总经理吗？", false)]
    [InlineData("周二能去海事博物馆吗？", false)]
    public async Task What_is_forbidden_or_over_is_no(string question, bool expected) => Assert.Equal(expected, (await AskAsync(question)).IsSo);

    [Theory]
    [InlineData("韩松年怎么评价许望舒的片子？", "她把矿难放在了每一顶安全帽上，看不见的人不必教。")]
    [InlineData("霍啟文怎麼說這座博物館？", "我們不想做一間只有船模的博物館，想讓漁民的孫子在這裡認得祖父的手。")]
    public async Task Words_asked_for_are_those_of_whom_the_question_names(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.Equal(expected, Assert.Single(answer.Statements).Text);
    }

    [Theory]
    [InlineData("许望舒怎么评价韩松年？")]
    [InlineData("霍啟文怎麼回應環保團體的批評？")]
    [InlineData("绛口水库溃坝的时间线")]
    [InlineData("总结一下澄海收购锐途的过程")]
    [InlineData("瑞洛普林和布洛芬的价格对比")]
    public Task What_nobody_said_or_did_is_declined(string question) => DeclinesAsync(question);

    [Fact]
    public async Task An_hour_is_of_the_day_told_before_it()
    {
        var answer = await AskAsync("柳塘停电那晚是怎么一步步恢复的？");
        Assert.Equal(AnswerForm.Timeline, answer.Form);
        Assert.Contains(answer.Statements, statement => statement.Text.StartsWith("20时35分", StringComparison.Ordinal) && statement.Date == "2025-05-17");
    }

    [Fact]
    public async Task Pages_of_different_stories_that_tell_different_figures_stand_side_by_side()
    {
        var answer = await AskAsync("绛河全长多少公里？");
        Assert.True(answer.Disagrees);
        Assert.Equal(["209公里", "214公里"], answer.Statements.Select(statement => statement.Text).Order());
    }

    [Fact]
    public async Task A_source_is_known_by_the_line_that_opens_its_page()
    {
        var answer = await AskAsync("据产业观察周刊，柏尔传感的收购价是多少？");
        Assert.Equal("13.1亿元", answer.Statements[0].Text);
        Assert.True(Assert.Single(answer.Constraints).IsMet);
    }
}
