using System.Text;

namespace Tanyuan.Pages.Tests.Html;

public sealed class HostilePageTests
{
    const string Text = HtmlPages.FirstParagraph + HtmlPages.SecondParagraph;

    static readonly Dictionary<string, string> Pages = new()
    {
        ["a megabyte in an attribute"] = $"<div title='{new string('x', 1_000_000)}'><p>{Text}</p></div>",
        ["a hundred thousand attributes"] = "<div " + string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"a{number}=1")) + $"><p>{Text}</p></div>",
        ["unclosed formatting"] = string.Concat(Enumerable.Repeat("<b><i><font>", 1_000)) + $"<p>{Text}</p>",
        ["mis-nested formatting"] = string.Concat(Enumerable.Repeat("<b><p>", 2_000)) + Text,
        ["nested tables"] = string.Concat(Enumerable.Repeat("<table><tr><td>", 1_500)) + $"<p>{Text}</p>",
        ["unclosed list items"] = "<ul>" + string.Concat(Enumerable.Repeat("<li>项", 20_000)) + $"</ul><p>{Text}</p>",
        ["references to NUL"] = "<p>" + Text.Replace("今年新种", "今年&#0;新种", StringComparison.Ordinal) + "</p>",
        ["an endless title"] = $"<title>{string.Concat(Enumerable.Repeat("标_", 100_000))}</title><p>{Text}</p>",
        ["broken linked data"] = $"<script type='application/ld+json'>{new string('[', 100_000)}</script><p>{Text}</p>",
        ["references to references"] = $"<p>&{string.Concat(Enumerable.Repeat("amp;", 200_000))}{Text}</p>",
        ["references to nothing"] = $"<p>{string.Concat(Enumerable.Repeat("&#x110000;&#xD800;&#99999999999;&notaname;", 50_000))}</p><p>{Text}</p>",
        ["an endless address"] = $"<p><a href='data:{new string('x', 1_000_000)}'>图</a>{Text}</p>",
        ["an unclosed tag"] = $"<p>{Text}</p><div class='",
        ["an unclosed comment"] = $"<p>{Text}</p><!-- ",
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_page_is_read(string name) =>
        Assert.Contains("三千株茶花", HtmlPages.ReadOne(Pages[name]).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg>")]
    public void A_page_that_nests_a_hundred_thousand_deep_is_set_aside_by_name(string tag)
    {
        var reading = HtmlPages.Read(string.Concat(Enumerable.Repeat(tag, 100_000)) + Text);

        Assert.Empty(reading.Documents);
        Assert.Equal("too-deep", reading.Quarantine?.Code);
    }

    [Theory]
    [InlineData(PageFormat.Html)]
    [InlineData(PageFormat.Text)]
    [InlineData(PageFormat.Markdown)]
    public void Lone_surrogates_are_read_as_what_they_are_not(PageFormat format)
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text + "\n"), 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC, .. Encoding.Unicode.GetBytes(Text)];
        var page = new Page("page", content, format);

        var document = Assert.Single(PageReader.Read(page, TestContext.Current.CancellationToken).Documents);

        Assert.Contains("\uFFFDA\uFFFD", document.Text, StringComparison.Ordinal);
        Assert.Contains("三千株茶花", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        var page = new Page("page.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>字", 50_000))), PageFormat.Html);

        Assert.ThrowsAny<OperationCanceledException>(() => PageReader.Read(page, new CancellationToken(canceled: true)));
    }
}
