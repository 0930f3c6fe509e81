using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

public class SpanEdgeTests
{
    [Theory]
    [InlineData("桥塔的造型取自什么？")]
    [InlineData("总设计师说桥塔的造型取自什么？")]
    [InlineData("桥面铺的是什么？")]
    [InlineData("桥塔的造型取自哪里的渔船？")]
    [InlineData("陆知远说了什么？")]
    [InlineData("总设计师陆知远高兴地说什么？")]
    [InlineData("关于桥塔，总设计师说了什么？")]
    public async Task No_span_begins_or_ends_with_one_of_a_pair_of_marks(string question)
    {
        var answer = await AskAsync(
            "谈起桥塔，总设计师陆知远高兴地说：“桥塔的造型取自当地的渔船，渔船出海时挂三面帆。桥面铺的是旧船拆下的木板，走上去很软。我高兴，是因为（同行也这样看）它像一条船”。", question);
        var text = answer.Statements[0].Text;
        foreach (var (open, close) in new[] { ('“', '”'), ('（', '）') })
        {
            Assert.False(text[0] == open && !text.Contains(close), text);
            Assert.False(text[^1] == close && !text.Contains(open), text);
        }
    }

    static async Task<Answer> AskAsync(string text, string question)
    {
        await using var library = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var page = new Page("page", System.Text.Encoding.UTF8.GetBytes(text), PageFormat.Article) { ExternalId = "page", Title = "新闻" };
        await library.AddAsync([new SourceItem(page, null)], cancellationToken: TestContext.Current.CancellationToken);
        return await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
    }
}
