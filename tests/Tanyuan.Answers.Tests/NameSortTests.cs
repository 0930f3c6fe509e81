using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

public class NameSortTests
{
    [Theory]
    [InlineData("沙溪软件被哪家公司收购了？")]
    [InlineData("收购沙溪软件的是哪家公司？")]
    [InlineData("哪家公司收购了沙溪软件？")]
    public async Task A_company_is_not_answered_with_a_person_who_bears_a_title(string question)
    {
        var answer = await AskAsync("沙溪软件被收购。沙溪软件创始人顾一鸣表示，收购沙溪软件的消息属实。北岸集团出资三亿元买下了它。", question);
        Assert.DoesNotContain("顾一鸣", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("星桥科技消息，第九届灯塔大会在临江举办。", "第九届灯塔大会是在哪座城市举办的？", "星桥科技")]
    [InlineData("北岸集团宣布，北岸集团的灯塔大会在临江举办。", "灯塔大会在哪个城市举办？", "北岸集团")]
    [InlineData("KiteSoft发布了KS-7。KS-7的设计师没有露面，KiteSoft不说是谁。", "KS-7的设计师是谁？", "KiteSoft")]
    public async Task A_city_is_not_answered_with_a_company_nor_a_person_with_a_product(string text, string question, string wrong)
    {
        var answer = await AskAsync(text, question);
        Assert.All(answer.Statements, statement => Assert.NotEqual(wrong, statement.Text));
    }

    static async Task<Answer> AskAsync(string text, string question)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var page = new Page("page", System.Text.Encoding.UTF8.GetBytes(text), PageFormat.Article) { ExternalId = "page", Title = "新闻" };
        await library.AddAsync([new SourceItem(page, null)], cancellationToken: TestContext.Current.CancellationToken);
        return await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
    }
}
