using Tanyuan.Pages.Tests.Html;

namespace Tanyuan.Pages.Tests.Metadata;

public sealed class PageMetadataTests
{
    [Theory]
    [InlineData("2023年08月17日 20:24:26", "2023-08-17T20:24:26")]
    [InlineData("发布时间：2023-8-17 8:05", "2023-08-17T08:05")]
    [InlineData("2023/08/17", "2023-08-17")]
    [InlineData("二〇二三年八月十七日", "2023-08-17")]
    [InlineData("民國112年8月17日", "2023-08-17")]
    [InlineData("（2023-08-17）", "2023-08-17")]
    [InlineData("发布时间：2023年8月17日星期四 来源：晚报", "2023-08-17")]
    [InlineData("發稿時間：2023/08/17 20:24", "2023-08-17T20:24")]
    [InlineData("23-08-17 20:24", "2023-08-17T20:24")]
    [InlineData("Aug 17, 2023", "2023-08-17")]
    [InlineData("17. August 2023", "2023-08-17")]
    [InlineData("17 août 2023 à 20h24", "2023-08-17T20:24")]
    [InlineData("17.08.2023, 20:24 Uhr", "2023-08-17T20:24")]
    public void A_date_below_the_headline_is_read_as_it_is_written_there(string line, string expected) =>
        Assert.Equal(expected, ReadWithByline(line).Published);

    [Theory]
    [InlineData("2023年13月40日")]
    [InlineData("1823年8月17日")]
    [InlineData("电话 010-8262-8888")]
    public void What_is_no_day_of_the_calendar_is_no_date(string line) => Assert.Null(ReadWithByline(line).Published);

    [Theory]
    [InlineData("作者：周一舟", "周一舟")]
    [InlineData("文/周一舟", "周一舟")]
    [InlineData("来源：晚报 作者：周一舟 点击：32次", "周一舟")]
    [InlineData("本报记者 周一舟 何以 北京报道", "周一舟、何以")]
    [InlineData("本报记者周一舟何以北京报道", "周一舟、何以")]
    [InlineData("聯禾報／ 記者周一舟／新竹即時報導", "周一舟")]
    [InlineData("（潮生社記者周一舟台北9日電）", "周一舟")]
    [InlineData("原创 周一舟 城南旧巷 2024-03-21 20:30", "周一舟")]
    [InlineData("作者：周一舟 阅读 10万+", "周一舟")]
    [InlineData("作 者： 周一舟、何以", "周一舟、何以")]
    [InlineData("2023-08-17 责任编辑：何以", "何以")]
    [InlineData("赵延舟、何以", "赵延舟、何以")]
    [InlineData("周一舟", "周一舟")]
    [InlineData("By Ada Lovelace", "Ada Lovelace")]
    public void An_author_is_read_from_the_byline(string line, string expected) => Assert.Equal(expected, ReadWithByline(line).Author);

    [Theory]
    [InlineData("来源：示例晚报")]
    [InlineData("<meta name=author content='示例晚报出版社'>国际")]
    [InlineData("作者：<input size=20>")]
    [InlineData("文化 时尚")]
    [InlineData("2023-08-17 来源：新华社")]
    public void A_source_is_never_the_author(string line) => Assert.Null(ReadWithByline(line).Author);

    [Theory]
    [InlineData("南山茶花立春前开放_旅游频道_示例晚报网")]
    [InlineData("南山茶花立春前开放 - 示例晚报")]
    [InlineData("南山茶花立春前开放-示例新闻网")]
    [InlineData("南山茶花立春前开放 | 示例晚报")]
    [InlineData("南山茶花立春前开放--示例网")]
    [InlineData("南山茶花立春前开放--旅游指南-去看花，看南山-外企")]
    [InlineData("南山茶花立春前开放 -茶花|南山|立春,-每日望川-旅游")]
    public void The_site_is_cut_off_the_title(string title) =>
        Assert.Equal("南山茶花立春前开放", HtmlPages.ReadOne(HtmlPages.Around($"<p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>", title)).Title);

    [Fact]
    public void A_hyphen_inside_a_title_is_kept() =>
        Assert.Equal("苏-27飞过南山", HtmlPages.ReadOne(HtmlPages.Around($"<p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>", "苏-27飞过南山")).Title);

    [Fact]
    public void Linked_data_comes_first_even_with_raw_line_ends_in_it()
    {
        const string data = """
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"南山
            茶花","datePublished":"2023-08-17T20:24:26+08:00","author":[{"name":"周一舟"},{"name":"何以"}],"publisher":{"name":"示例晚报"}}]}</script>
            """;
        var document = HtmlPages.ReadOne(HtmlPages.Around($"{data}<h1>南山茶花立春前开放</h1><p>2024-01-01</p><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>"));

        Assert.Equal(("2023-08-17T20:24:26", "周一舟、何以", "示例晚报"), (document.Published, document.Author, document.Site));
    }

    [Fact]
    public void An_address_gives_the_day_where_the_page_shows_none() =>
        Assert.Equal("2024-05-10", HtmlPages.ReadOne(HtmlPages.Around($"<p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p>"), "https://news.example/n1/2024/0510/c1004-40232587.html").Published);

    static Document ReadWithByline(string line) =>
        HtmlPages.ReadOne(HtmlPages.Around($"<div><h1>南山茶花立春前开放</h1><div>{line}</div><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div>"));
}
