using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Tanyuan.Pages.Tests.Html;

/// <summary>Nothing of a page gets lost: the visible characters of the parsed page are those of text, side and drops.</summary>
public sealed class ConservationTests
{
    static readonly string[] Tags = ["div", "p", "span", "a href=x", "ul", "li", "table", "tr", "td", "h1", "h2", "article", "nav", "footer", "aside", "b", "pre", "ruby", "rt", "button", "select", "option", "form", "section class=related", "div class=comment", "div style='display:none'", "noscript", "figcaption"];

    static readonly string[] Texts = ["首页", HtmlPages.FirstParagraph, HtmlPages.SecondParagraph, "相关新闻", "2024年1月18日 来源：晚报", "版权所有", "A short English sentence, with a comma.", "更多", "12", "免责声明：与本站无关。", "上一篇：春天"];

    [Fact]
    public void Every_visible_character_of_a_news_page_is_accounted_for() => AssertConserved(HtmlPages.News);

    [Fact]
    public void Every_visible_character_of_the_common_kinds_of_pages_is_accounted_for() =>
        Assert.All(KindsOfPages.Threads.Values.Concat(KindsOfPages.Articles.Values), AssertConserved);

    [Fact]
    public void Every_visible_character_of_any_page_is_accounted_for()
    {
        var step = Gen.OneOf(
            Gen.Elements(Tags).Select(tag => $"<{tag}>"),
            Gen.Elements(Tags).Select(tag => $"</{tag.Split(' ')[0]}>"),
            Gen.Elements(Texts),
            Gen.Elements(Texts),
            Gen.Constant("<br>"));
        var pages = Gen.ListOf(step).Select(steps => HtmlPages.Around("<p>" + HtmlPages.ThirdParagraph + "</p>" + string.Concat(steps)));

        Prop.ForAll(pages.ToArbitrary(), AssertConserved).QuickCheckThrowOnFailure();
    }

    static void AssertConserved(string html)
    {
        var reading = HtmlPages.Read(html);
        var read = string.Concat(reading.Documents.SelectMany(document => document.Drops.Select(drop => drop.Text).Append(document.Text).Concat(document.Side)));

        Assert.NotEmpty(reading.Documents);
        Assert.Equal(Sorted(VisibleText(html)), Sorted(read));
    }

    static string VisibleText(string html)
    {
        var text = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument(html).Body!.GetDescendants().OfType<IText>())
        {
            if (!node.Ancestors<IElement>().Any(element => element.LocalName is "script" or "style" or "template"))
                text.Append(node.Data);
        }

        return text.ToString();
    }

    static string Sorted(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)).Order());
}
