namespace Tanyuan.Answers.Tests.Composing;

/// <summary>
/// Questions to pages of the sorts that people keep, which we wrote: news with its later reports, who took and left an office over the years, threads, notices, price lists and timetables set with blanks, recipes,
/// minutes, lives, encyclopaedic pages, in both scripts and English. Some ask for what only a page's metadata has.
/// </summary>
public sealed class KeptTests() : WrittenPages("Composing", "Kept")
{
    [Fact]
    public async Task As_many_are_answered_wholly_and_declined_as_when_they_were_written_down()
    {
        var (whole, answerable, declined, unanswerable, missed) = await CountWholeAsync();
        Assert.Equal((136, 31), (answerable, unanswerable));
        Assert.True(whole >= 95, $"{whole} of {answerable} are answered wholly. Not: {string.Join(' ', missed)}");
        Assert.InRange(declined, 29, unanswerable);
    }

    [Theory]
    [InlineData("《霜桥镇粮库发生粉尘爆炸》这篇报道的作者是谁？", "乔明远", PageField.Author)]
    [InlineData("梅干菜锅盔那篇菜谱是什么时候发表的？", "2022-10-19", PageField.Published)]
    [InlineData("Who wrote the article about Marlow Kettle Works closing its Tarn Street plant?", "Imogen Pryce", PageField.Author)]
    public async Task What_only_the_metadata_has_is_cited_as_a_field_of_the_page(string question, string value, PageField field)
    {
        var answer = await AskAsync(question);
        var citation = Assert.Single(Assert.Single(answer.Statements).Citations);
        Assert.Equal((value, value, field), (answer.Statements[0].Text, citation.Quote, citation.Field!.Value));
    }

    [Fact]
    public async Task A_page_that_does_not_say_who_wrote_it_is_by_nobody() => await DeclinesAsync("砚溪K3空气净化器的页面是谁写的？");

    [Theory]
    [InlineData("青屿药业现任董事长是谁？", "宋砚秋")]
    [InlineData("青屿药业的前任董事长是谁？", "葛洪声")]
    [InlineData("2020年青屿药业的总经理是谁？", "温以宁")]
    [InlineData("谁接替温以宁担任青屿药业总经理？", "贺长川")]
    [InlineData("2015年的时候邺西师范学院院长是谁？", "蓝静仪")]
    [InlineData("青屿药业的首席财务官将由谁出任？", "顾知微")]
    public async Task Who_held_an_office_is_told_by_who_took_and_left_it(string question, string holder) => Assert.Equal(holder, await AnswerAsync(question));

    [Theory]
    [InlineData("T2末班车几点？", "22:00")]
    [InlineData("衬衫水洗多少钱一件？", "12元")]
    public async Task Columns_set_with_blanks_are_read_as_a_table(string question, string cell) => Assert.Equal(cell, await AnswerAsync(question));

    [Fact]
    public async Task A_relation_asked_backwards_is_answered_with_whom_it_is_to() => Assert.Equal("王氏", await AnswerAsync("垂虹橋的設計者是誰的丈夫？"));

    [Theory]
    [InlineData("垂虹橋的設計者是誰的兒子？")]
    [InlineData("贺长川辞职的原因是什么？")]
    [InlineData("臺嶼縣議會議員是如何產生的？")]
    [InlineData("孟宪章怎么评价郝启年？")]
    [InlineData("设计臺嶼縣議會大樓的建築師畢業於哪裡？")]
    public async Task What_is_told_of_another_or_of_something_else_is_no_answer(string question) => await DeclinesAsync(question);

    [Fact]
    public async Task Times_that_pages_tell_one_by_one_are_counted_and_each_is_cited()
    {
        var answer = await AskAsync("卓一凡拿过几次澜川半程马拉松冠军？");
        Assert.Equal("2次", answer.Statements[0].Text);
        Assert.Equal(2, answer.Statements[0].Citations.Select(citation => citation.DocumentId).Distinct().Count());
    }
}
