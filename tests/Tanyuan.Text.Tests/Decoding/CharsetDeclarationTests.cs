using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Tests.Decoding;

public sealed class CharsetDeclarationTests
{
    [Theory]
    [InlineData("<html><head><meta charset=\"GBK\">", "GBK")]
    [InlineData("<meta charset=utf-8/>", "utf-8")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=gb2312'>", "gb2312")]
    [InlineData("<meta content=\"text/html;charset = big5\" http-equiv=content-type>", "big5")]
    [InlineData("<?xml version=\"1.0\" encoding='Shift_JIS'?><rss>", "Shift_JIS")]
    [InlineData("<!-- <meta charset=big5> --><meta charset=gbk>", "gbk")]
    [InlineData("<meta name=viewport content=\"width=device-width\"><meta charset=\"euc-kr\">", "euc-kr")]
    [InlineData("<meta charset=\"\"><meta charset=\"gbk\">", "gbk")]
    [InlineData("<p>charset=gbk</p>", null)]
    [InlineData("<body><p>text<meta charset=gbk>", null)]
    [InlineData("<!-- never closed <meta charset=gbk>", null)]
    [InlineData("", null)]
    public void The_declaration_of_a_page_is_found(string html, string? label) =>
        Assert.Equal(label, CharsetDeclaration.FindInHtml(Encoding.Latin1.GetBytes(html)));

    [Fact]
    public void Scripts_in_front_do_not_hide_it()
    {
        var html = "<head><script>" + new string('x', 5000) + "</script><meta charset=gb2312>";
        Assert.Equal("gb2312", CharsetDeclaration.FindInHtml(Encoding.Latin1.GetBytes(html)));
    }
}
