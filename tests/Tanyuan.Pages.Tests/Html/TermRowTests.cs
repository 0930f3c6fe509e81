namespace Tanyuan.Pages.Tests.Html;

/// <summary>Definition lists: a term with its short value is a row of data, everything else stands as the page has it.</summary>
public sealed class TermRowTests
{
    [Fact]
    public void A_term_and_its_value_are_one_row_and_stay_in_the_article()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            "<h1>松雀 M2 手电筒</h1><p>" + HtmlPages.FirstParagraph + "</p><h2>参数</h2><dl><dt>重量</dt><dd>98克</dd><dt>光通量</dt><dd><b>900</b>流明</dd><div><dt>接口</dt>\n<dd>USB-C</dd></div></dl>", "松雀 M2 手电筒"));

        Assert.Contains("\n重量\t98克\n光通量\t900流明\n接口\tUSB-C", document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<dt>颜色</dt><dd>曜石黑</dd><dd>雪山白</dd>", "颜色\n")]
    [InlineData("<dt>怎么退货？</dt><dd>七天内在订单页申请，运费由卖家承担。</dd>", "怎么退货？\n")]
    [InlineData("<dt>说明</dt><dd><p>先拧开尾盖，再装入电池，正极朝前。</p></dd>", "说明\n")]
    public void What_is_more_than_a_value_stands_on_a_line_of_its_own(string list, string expected)
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around($"<h1>松雀 M2 手电筒</h1><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p><dl>{list}</dl><p>{HtmlPages.ThirdParagraph}</p>", "松雀 M2 手电筒"));

        Assert.Contains(expected, document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', document.Text);
    }
}
