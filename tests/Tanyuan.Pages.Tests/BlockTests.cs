using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages.Tests.Html;

namespace Tanyuan.Pages.Tests;

/// <summary>What the parts of a document's text were on its page.</summary>
public sealed class BlockTests
{
    const string Article = $"""
        <article><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><h2>怎么去</h2><ul><li>地铁三号线</li><li>公交十二路</li></ul>
        <blockquote><p>花开得早，路要走得慢。</p><p>看花不必赶路。</p></blockquote><pre>open 08:00
        close 17:00</pre><table><tr><th>品种</th><th>花期</th></tr><tr><td>早桃红</td><td>二月。三月</td></tr></table><p>{HtmlPages.SecondParagraph}</p></article>
        """;

    static string[] Shown(Document document) =>
        [.. document.Blocks.Select(block => $"{block.Kind}: {document.Text.Substring(block.Start, block.Length)}")];

    static Document Read(string text, PageFormat format) => Assert.Single(
        PageReader.Read(new Page("page", Encoding.UTF8.GetBytes(text), format), TestContext.Current.CancellationToken).Documents);

    [Fact]
    public void The_elements_of_a_page_say_what_its_lines_are() => Assert.Equal(
        [
            $"Paragraph: {HtmlPages.FirstParagraph}", "Heading: 怎么去", "List: 地铁三号线\n公交十二路", "Quote: 花开得早，路要走得慢。\n看花不必赶路。",
            "Code: open 08:00\nclose 17:00", "Table: 品种\t花期\n早桃红\t二月。三月", $"Paragraph: {HtmlPages.SecondParagraph}",
        ],
        Shown(HtmlPages.ReadOne(HtmlPages.Around(Article))));

    [Fact]
    public void A_list_of_stories_and_a_table_that_arranges_the_page_are_neither() => Assert.All(
        HtmlPages.ReadOne(HtmlPages.Around(
            $"<table><tr><td><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p><ul><li>"
            + string.Concat(Enumerable.Repeat($"<p>{HtmlPages.ThirdParagraph}</p>", 6)) + "</li></ul></td></tr></table>")).Blocks,
        block => Assert.Equal(DocumentBlockKind.Paragraph, block.Kind));

    [Fact]
    public void Markdown_says_what_its_lines_are() => Assert.Equal(
        ["Paragraph: 一段话，分成两行写。", "Heading: 路线", "List: 地铁\n公交", "Quote: 引文。", "Code: a = 1\nb = 2", "Table: 甲\t乙\n丙\t丁", "Table: 另\t一张"],
        Shown(Read("# 茶花\n\n一段话，分成\n两行写。\n\n## 路线\n\n- 地铁\n\n- 公交\n\n> 引文。\n\n```\na = 1\n\nb = 2\n```\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | 丁 |\n\n| 另 | 一张 |\n", PageFormat.Markdown)));

    [Fact]
    public void Lines_without_mark_up_are_told_by_their_look()
    {
        const string text = "茶花怎么养，园艺师说了四点。\n一、浇水\n" + HtmlPages.FirstParagraph + "\n1、见干见湿\n2、忌积水\n品种\t花期\n早桃红\t二月\n> 引文在此\n• 单独一点";

        Assert.Equal(
            [
                "Paragraph: 茶花怎么养，园艺师说了四点。", "Heading: 一、浇水", $"Paragraph: {HtmlPages.FirstParagraph}", "List: 1、见干见湿\n2、忌积水", "Table: 品种\t花期\n早桃红\t二月",
                "Quote: > 引文在此", "Paragraph: • 单独一点",
            ],
            Shown(Read(text, PageFormat.Article)));
    }

    [Fact]
    public void Each_block_has_its_own_language()
    {
        var document = Read($"{HtmlPages.FirstParagraph}\nThe camellias of the southern hill bloom before spring, and the path is long.\n園藝師說，這種茶花來自雲南。\n2024", PageFormat.Article);

        Assert.Equal(["zh-Hans", "en-Latn", "zh-Hant", $"{document.Language}-{document.Script}"], document.Blocks.Select(block => $"{block.Language}-{block.Script}"));
    }

    [Fact]
    public void A_block_that_does_not_tell_is_as_the_text_it_stands_in()
    {
        var document = Read("小米公司\n園藝師說，這種茶花來自雲南，耐寒，也更香；遊客可以沿著東坡的步道慢慢看。\n12:30", PageFormat.Article);

        Assert.All(document.Blocks, block => Assert.Equal(("zh", "Hant"), (block.Language, block.Script)));
    }

    [Fact]
    public void Blocks_keep_their_places_when_the_text_between_them_is_repaired()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><h2>老赵&amp;amp;老孙</h2><p>\u200b{HtmlPages.SecondParagraph}\u200b</p><ul><li>甲&amp;nbsp;乙</li><li>丙丁</li></ul><p>{HtmlPages.ThirdParagraph}</p></article>"));

        Assert.NotEmpty(document.Repairs);
        Assert.Equal(
            [$"Paragraph: {HtmlPages.FirstParagraph}", "Heading: 老赵&老孙", $"Paragraph: {HtmlPages.SecondParagraph}", "List: 甲 乙\n丙丁", $"Paragraph: {HtmlPages.ThirdParagraph}"],
            Shown(document));
    }

    [Fact]
    public void The_blocks_of_any_text_hold_all_of_it_in_its_order()
    {
        var pieces = Gen.Elements("山路很长，走了一天。", "\n", "\n", "\t", "1、", "• ", "> ", " ", "A sentence, and more.", "短", "&amp;", "\u200b", "創(chuàng)業(yè)", "<p>", "<li>", "<tr><td>甲</td><td>乙</td></tr>", "<h2>");
        Prop.ForAll(pieces.ListOf(40).ToArbitrary(), Gen.Elements(PageFormat.Article, PageFormat.Html, PageFormat.Markdown, PageFormat.Text).ToArbitrary(), (parts, format) =>
        {
            var page = new Page("page", Encoding.UTF8.GetBytes("开头的一句话在这里，很长很长。" + string.Concat(parts)), format);
            foreach (var document in PageReader.Read(page, TestContext.Current.CancellationToken).Documents)
            {
                var at = 0;
                foreach (var block in document.Blocks)
                {
                    Assert.True(block.Start >= at && block.Length > 0);
                    Assert.True(string.IsNullOrWhiteSpace(document.Text[at..block.Start]), document.Text);
                    at = block.End;
                }

                Assert.True(string.IsNullOrWhiteSpace(document.Text[at..]), document.Text);
            }
        }).QuickCheckThrowOnFailure();
    }
}
