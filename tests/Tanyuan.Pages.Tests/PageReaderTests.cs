using System.Text;

namespace Tanyuan.Pages.Tests;

public class PageReaderTests
{
    static PageReading Read(byte[] content, PageFormat format = PageFormat.Text, PageLimits? limits = null) =>
        PageReader.Read(new Page("page", content, format), limits ?? PageLimits.Default, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("", QuarantineCodes.Empty)]
    [InlineData(" \r\n\u3000\t", QuarantineCodes.Empty)]
    public void A_page_of_nothing_is_set_aside(string content, string code) => Assert.Equal(code, Read(Encoding.UTF8.GetBytes(content)).Quarantine?.Code);

    [Fact]
    public void A_picture_is_set_aside()
    {
        byte[] png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6];

        Assert.Equal(QuarantineCodes.NotText, Read(png).Quarantine?.Code);
    }

    [Fact]
    public void A_page_over_the_limit_is_set_aside()
    {
        var reading = Read(new byte[101], limits: new PageLimits { MaxPageBytes = 100 });

        Assert.Equal(QuarantineCodes.TooLarge, reading.Quarantine?.Code);
        Assert.Equal("page", reading.Quarantine?.Name);
    }

    [Fact]
    public void The_text_of_a_record_is_kept_to_the_letter()
    {
        const string Text = "  首页 > 历史\n\n相关阅读\n望川茶棚开在1932年。  \n加载中...\n";
        var reading = Read(Encoding.UTF8.GetBytes(Text), PageFormat.Article);

        var document = Assert.Single(reading.Documents);
        Assert.Equal(Text, document.Text);
        Assert.Empty(document.Drops);
    }

    [Fact]
    public void What_the_origin_says_goes_with_the_document()
    {
        var page = new Page("records.jsonl#1", Encoding.UTF8.GetBytes("望川茶棚开在1932年。"), PageFormat.Article)
        {
            ExternalId = "tea-1",
            Title = "望川茶棚",
            Url = "https://example.org/tea",
            Published = "2024年5月9日",
        };

        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);
        Assert.Equal(("望川茶棚", "https://example.org/tea", "2024-05-09"), (document.Title, document.Url, document.Published));
        Assert.Equal(("zh", "Hans"), (document.Language, document.Script));
    }

    [Fact]
    public void The_charset_that_was_used_is_told()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding("gb18030").GetBytes("霁城的灯会每年正月举行，最大的一盏灯要用三百张油纸，由几十名匠人扎制，灯会一共办五天。");

        var reading = Read(page);
        Assert.Equal("gb18030", reading.Charset);
        Assert.StartsWith("霁城的灯会", Assert.Single(reading.Documents).Text, StringComparison.Ordinal);
    }
}
