using System.Text;
using Tanyuan.Pages.Sources;
using Tanyuan.Pages.Tests.Html;
using Tanyuan.Pages.Tests.Sources;

namespace Tanyuan.Pages.Tests.Metadata;

/// <summary>When a page was published: what it says, what follows from when it was fetched, and by which clock.</summary>
public sealed class PublicationDateTests
{
    // Early in the morning of 9 May by the clock of China.
    const string Fetched = "2024-05-08T18:30:00Z";

    static Document Read(string line, string? fetched = Fetched, string body = HtmlPages.FirstParagraph) => Assert.Single(PageReader.Read(
        new Page("page.html", Encoding.UTF8.GetBytes(HtmlPages.Around($"<div><h1>南山茶花立春前开放</h1><div>{line}</div><p>{body}</p><p>{HtmlPages.SecondParagraph}</p></div>")), PageFormat.Html)
        {
            Fetched = fetched,
        },
        TestContext.Current.CancellationToken).Documents);

    [Theory]
    [InlineData("4月18日 来源：示例晚报", "2024-04-18")]
    [InlineData("四月十八日 来源：示例晚报", "2024-04-18")]
    [InlineData("12月3日 09:30", "2023-12-03T09:30")]
    [InlineData("发布时间：04-18 09:30", "2024-04-18T09:30")]
    [InlineData("昨天 10:20", "2024-05-08T10:20")]
    [InlineData("今天 01:20", "2024-05-09T01:20")]
    [InlineData("前天", "2024-05-07")]
    [InlineData("3小时前", "2024-05-08")]
    [InlineData("两小时前", "2024-05-09")]
    [InlineData("发布于 3 天前", "2024-05-06")]
    [InlineData("十分钟前 来源：示例晚报", "2024-05-09")]
    [InlineData("刚刚", "2024-05-09")]
    [InlineData("2 weeks ago", "2024-04-24")]
    [InlineData("vor 3 Tagen", "2024-05-05")]
    public void What_a_date_leaves_open_follows_from_when_the_page_was_fetched(string line, string expected)
    {
        var document = Read(line);

        Assert.Equal((expected, true), (document.Published, document.PublishedIsInferred));
    }

    [Theory]
    [InlineData("4月18日")]
    [InlineData("昨天 10:20")]
    public void Nothing_follows_where_nobody_knows_when_the_page_was_fetched(string line) => Assert.Null(Read(line, fetched: null).Published);

    [Fact]
    public void What_a_sentence_tells_of_yesterday_is_no_date_of_the_page() =>
        Assert.Null(Read("编辑部", body: "昨天上午，园方请来了十位花农，他们三天前刚从云南出发，四月十八日就要回去。").Published);

    [Theory]
    [InlineData("园子成立于2014年6月，由三户花农合办。")]
    [InlineData("园子成立于2014年6月3日，由三户花农合办。")]
    [InlineData("自2014年6月3日起，园子每天早上八点开门。")]
    [InlineData("園子創辦於2014年6月3日")]
    [InlineData("成立时间：2014-06-03")]
    [InlineData("活动时间：2014-06-03 09:30 地点：南门")]
    [InlineData("报名截止日期为2014年6月3日")]
    [InlineData("以下统计截止时间为：2014年6月")]
    [InlineData("（记者 林小禾）园子将于2014年6月开放")]
    [InlineData("The garden was founded on June 3, 2014 by three families.")]
    [InlineData("The garden, founded June 3, 2014")]
    public void A_date_that_the_page_tells_of_is_no_date_of_the_page(string line) => Assert.Null(Read(line).Published);

    [Theory]
    [InlineData("示例网 www.example.com 2014-06-03 09:30", "2014-06-03T09:30")]
    [InlineData("示例晚报南山2014年6月3日电 园子今天开门，来了三千人。", "2014-06-03")]
    [InlineData("【示例网2014年06月03日报道】园子今天开门，来了三千人。", "2014-06-03")]
    [InlineData("（2014年6月3日）园子今天开门，来了三千人。", "2014-06-03")]
    [InlineData("南山园艺，花农，园子 2014-06-03 09:30", "2014-06-03T09:30")]
    [InlineData("园艺活动 2014-06-03", "2014-06-03")]
    public void A_line_that_says_more_than_when_may_still_date_the_page(string line, string expected) => Assert.Equal(expected, Read(line).Published);

    [Theory]
    [InlineData("二〇二三年八月十七日", "2023-08-17")]
    [InlineData("二零二三年八月", "2023-08")]
    [InlineData("2023年八月十七日", "2023-08-17")]
    [InlineData("2023年8月", "2023-08")]
    [InlineData("民國一百一十二年八月十七日", "2023-08-17")]
    [InlineData("中華民國112年8月17日 20:24", "2023-08-17T20:24")]
    [InlineData("發布日期：112-08-17", "2023-08-17")]
    [InlineData("2023-08-17科技", "2023-08-17")]
    [InlineData("（2023-08-17）", "2023-08-17")]
    public void A_date_in_full_is_not_inferred(string line, string expected)
    {
        var document = Read(line);

        Assert.Equal((expected, false), (document.Published, document.PublishedIsInferred));
    }

    [Theory]
    [InlineData("2023-08-17T20:24:26+08:00", "2023-08-17T20:24:26", "+08:00")]
    [InlineData("2023-08-17T12:24:26.000Z", "2023-08-17T12:24:26", "+00:00")]
    [InlineData("2023-08-17 20:24:26 +0900", "2023-08-17T20:24:26", "+09:00")]
    [InlineData("2023-08-17 20:24（北京时间）", "2023-08-17T20:24", "+08:00")]
    [InlineData("东京时间2023年8月17日 20:24", "2023-08-17T20:24", "+09:00")]
    [InlineData("Aug 17, 2023 8:24 PM EDT", "2023-08-17T20:24", "-04:00")]
    [InlineData("2023-08-17 20:24-21:30", "2023-08-17T20:24", "+08:00")]
    [InlineData("2023-08-17 20:24", "2023-08-17T20:24", "+08:00")]
    [InlineData("2023-08-17", "2023-08-17", null)]
    public void The_clock_is_the_page_s_own_with_the_offset_it_says_or_its_language_has(string line, string published, string? offset)
    {
        var document = Read($"<time datetime='{line}'>{line}</time>");

        Assert.Equal((published, offset), (document.Published, document.PublishedOffset));
    }

    [Fact]
    public void Seconds_since_1970_are_shown_by_the_clock_of_the_page()
    {
        var document = Read("<script>var publish_time = \"1692275066\";</script>");

        Assert.Equal(("2023-08-17T20:24:26", "+08:00", false), (document.Published, document.PublishedOffset, document.PublishedIsInferred));
    }

    [Fact]
    public void A_declared_date_that_is_the_day_of_fetching_yields_to_the_date_that_the_page_shows()
    {
        const string line = "<meta property='article:published_time' content='2024-05-09 02:30:00'>2023年8月17日";

        Assert.Equal("2023-08-17", Read(line).Published);
        Assert.Equal("2024-05-09T02:30:00", Read(line, fetched: "2024-06-01").Published);
    }

    [Fact]
    public void A_text_page_reads_its_byline_against_the_time_of_fetching()
    {
        var page = new Page("page.txt", Encoding.UTF8.GetBytes($"望川茶棚九十年：只看海風的烘茶人\n昨天 16:42 來源：白礁日報\n{TextPages.TextPageTests.Tea}\n{TextPages.TextPageTests.Ferry}"), PageFormat.Text) { Fetched = Fetched };

        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);

        Assert.Equal(("2024-05-08T16:42", true, "白礁日報"), (document.Published, document.PublishedIsInferred, document.Site));
    }

    [Fact]
    public void A_crawl_s_page_is_read_against_the_date_of_its_record()
    {
        using var folder = new TemporaryFolder();
        var html = Encoding.UTF8.GetBytes(HtmlPages.Around($"<h1>南山茶花立春前开放</h1><div>昨天 10:20</div><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>"));
        var path = folder.File("crawl.warc", Archive.Warc("https://example.org/1", html));

        var page = Assert.Single(PageSource.Enumerate(path, TestContext.Current.CancellationToken)).Page!;
        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);

        Assert.NotNull(page.Fetched);
        var expected = DateTimeOffset.Parse(page.Fetched, System.Globalization.CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(8)).AddDays(-1);
        Assert.Equal(($"{expected:yyyy-MM-dd}T10:20", true), (document.Published, document.PublishedIsInferred));
    }

    [Fact]
    public void A_file_s_page_is_read_against_the_time_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("page.html", Encoding.UTF8.GetBytes(HtmlPages.Around($"<h1>南山茶花立春前开放</h1><div>12月3日 10:20</div><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>")));
        File.SetLastWriteTimeUtc(path, new DateTime(2019, 2, 1, 0, 0, 0, DateTimeKind.Utc));

        var page = Assert.Single(PageSource.Enumerate(path, TestContext.Current.CancellationToken)).Page!;
        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);

        Assert.Equal(("2018-12-03T10:20", true), (document.Published, document.PublishedIsInferred));
    }

    [Theory]
    [InlineData("pages.zip", 2019, "2018-12-03T10:20")]
    [InlineData("pages.tar", 2019, "2018-12-03T10:20")]
    [InlineData("pages.zip", 1980, "2023-12-03T10:20")]
    [InlineData("pages.tar", 1970, "2023-12-03T10:20")]
    [InlineData("pages.zip", 2031, "2023-12-03T10:20")]
    public void A_member_of_an_archive_is_read_against_its_own_time_where_that_can_be_believed(string name, int year, string published)
    {
        using var folder = new TemporaryFolder();
        var html = Encoding.UTF8.GetBytes(HtmlPages.Around($"<h1>南山茶花立春前开放</h1><div>12月3日 10:20</div><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>"));
        var time = new DateTimeOffset(year, 2, 1, 0, 0, 0, TimeSpan.Zero);
        var path = folder.File(name, name.EndsWith("zip", StringComparison.Ordinal) ? Archive.Zip(time, ("page.html", html)) : Archive.Tar(time, ("page.html", html)));
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 5, 9, 0, 0, 0, DateTimeKind.Utc));

        var page = Assert.Single(PageSource.Enumerate(path, TestContext.Current.CancellationToken)).Page!;
        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);

        Assert.Equal((published, true), (document.Published, document.PublishedIsInferred));
    }

    [Fact]
    public void An_attachment_is_read_against_the_date_of_its_message()
    {
        using var folder = new TemporaryFolder();
        var html = HtmlPages.Around($"<h1>Camellias</h1><div>昨天 10:20</div><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>");
        var path = folder.File("message.eml", Encoding.UTF8.GetBytes(
            "From: a@example.org\r\nDate: Thu, 17 Aug 2023 20:24:26 +0800\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello there\r\n"
            + "--b\r\nContent-Type: text/html; charset=utf-8; name=page.html\r\nContent-Disposition: attachment; filename=page.html\r\n\r\n" + html + "\r\n--b--\r\n"));

        var readings = PageSource.Enumerate(path, TestContext.Current.CancellationToken).Select(item => PageReader.Read(item.Page!, TestContext.Current.CancellationToken)).ToList();

        Assert.Equal([("2023-08-17T20:24:26", false), ("2023-08-16T10:20", true)], readings.Select(reading => (reading.Documents[0].Published!, reading.Documents[0].PublishedIsInferred)));
        Assert.Equal("+08:00", readings[0].Documents[0].PublishedOffset);
    }
}
