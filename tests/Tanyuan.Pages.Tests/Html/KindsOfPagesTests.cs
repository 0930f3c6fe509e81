namespace Tanyuan.Pages.Tests.Html;

public sealed class KindsOfPagesTests
{
    public static TheoryData<string> Threads => [.. KindsOfPages.Threads.Keys];

    public static TheoryData<string> Articles => [.. KindsOfPages.Articles.Keys];

    [Theory]
    [MemberData(nameof(Threads))]
    public void A_discussion_is_its_question_and_its_replies_and_little_else(string kind)
    {
        var document = HtmlPages.ReadOne(KindsOfPages.Threads[kind]);
        string[] wanted = [HtmlPages.FirstParagraph, .. KindsOfPages.Replies];

        Assert.All(wanted, text => Assert.Contains(text, document.Text, StringComparison.Ordinal));
        Assert.DoesNotMatch("发表于|来自|楼主|举报|Powered|只看|赞同|条回复|积分|注册时间|小时前|登录|关注", document.Text);
        Assert.InRange(document.Text.Length, wanted.Sum(text => text.Length), (int)(1.25 * wanted.Sum(text => text.Length)) + KindsOfPages.Title.Length);
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_is_its_paragraphs_with_title_and_date(string kind)
    {
        var document = HtmlPages.ReadOne(KindsOfPages.Articles[kind]);

        var lines = document.Text.Split('\n').Where(line => !line.Contains("责任编辑", StringComparison.Ordinal));
        Assert.Equal(KindsOfPages.Story, lines);
        Assert.Equal(KindsOfPages.Title, document.Title);
        Assert.StartsWith("2024-01-18T09:30", document.Published, StringComparison.Ordinal);
    }
}
