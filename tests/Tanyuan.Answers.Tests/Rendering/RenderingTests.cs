using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Tanyuan.Answers.Rendering;

namespace Tanyuan.Answers.Tests.Rendering;

public class RenderingTests
{
    static readonly Answer Bridge = new(
        "大桥全长*多少*？",
        [
            new Statement("12.6公里", "大桥全长12.6公里，双向六车道。", [Cite("a", 10, "12.6公里"), Cite("b", 4, "12.6公里")]),
            new Statement("[点击](http://x) <b>&", "页面上写着[点击](http://x) <b>&\u0001。", [Cite("a", 40, "[点击](http://x) <b>&\u0001")]),
        ],
        0.9, AnswerStage.Reader, TimeSpan.FromMilliseconds(5), 3, ["a", "b"]);

    [Fact]
    public void Markdown_has_a_footnote_for_each_citation_and_nothing_of_a_page_is_markup()
    {
        var text = Text(Bridge, AnswerFormat.Markdown);
        Assert.StartsWith("# 大桥全长\\*多少\\*？\n", text, StringComparison.Ordinal);
        Assert.Contains("12.6公里[^1][^2]\n", text, StringComparison.Ordinal);
        Assert.Contains("[^1]: 新桥通车, 2024-04-18, 文档 a, 字符 10–16: “12.6公里”\n", text, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(text, @"^\[\^\d\]:", RegexOptions.Multiline));
        Assert.DoesNotContain("[点击](", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text.Replace("\\<b\\>", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void An_outline_nests_the_sources_under_their_statements()
    {
        var lines = Text(Bridge, AnswerFormat.Outline).Split('\n');
        Assert.Equal(2, lines.Count(line => line.StartsWith("- ", StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(line => line.StartsWith("  - ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_mind_map_is_headings_and_as_a_drawing_a_box_for_each_of_them()
    {
        Assert.Equal(2, Regex.Count(Text(Bridge, AnswerFormat.MindMap), "^## ", RegexOptions.Multiline));
        var svg = XDocument.Parse(Text(Bridge with { Question = "一个很长的问题" + new string('长', 100) }, AnswerFormat.Svg).Replace("\u0001", "", StringComparison.Ordinal));
        Assert.Equal(1 + 1 + 2 + 3, svg.Descendants().Count(element => element.Name.LocalName == "rect"));
        Assert.Equal(2 + 3, svg.Descendants().Count(element => element.Name.LocalName == "path"));
    }

    [Fact]
    public void Slides_are_a_valid_presentation_with_the_sources_in_the_notes()
    {
        var bytes = Bytes(Bridge, AnswerFormat.Slides);
        using var deck = PresentationDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2016).Validate(deck, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Description}"));
        var slides = deck.PresentationPart!.SlideParts.ToList();
        Assert.Equal(4, slides.Count);
        var notes = string.Join('\n', slides.Select(slide => slide.NotesSlidePart!.NotesSlide.InnerText));
        Assert.Contains("文档 a, 字符 10–16: “12.6公里”", notes, StringComparison.Ordinal);
        Assert.Contains("大桥全长12.6公里，双向六车道。", notes, StringComparison.Ordinal);
        Assert.Equal(bytes, Bytes(Bridge, AnswerFormat.Slides));
    }

    [Fact]
    public void An_abstention_says_so_in_every_form()
    {
        var abstained = Bridge with { Statements = [] };
        Assert.Contains("资料中没有提到", Text(abstained, AnswerFormat.Markdown), StringComparison.Ordinal);
        Assert.Contains("资料中没有提到", Text(abstained, AnswerFormat.Svg), StringComparison.Ordinal);
        Assert.True(JsonDocument.Parse(Text(abstained, AnswerFormat.Json)).RootElement.GetProperty("abstained").GetBoolean());
        using var deck = PresentationDocument.Open(new MemoryStream(Bytes(abstained, AnswerFormat.Slides)), isEditable: false);
        Assert.Single(deck.PresentationPart!.SlideParts);
    }

    static Citation Cite(string document, int start, string quote) => new(document, "新桥通车", start, quote.Length, quote, 0) { Published = "2024-04-18T08:00:00" };

    static string Text(Answer answer, AnswerFormat format) => Encoding.UTF8.GetString(Bytes(answer, format));

    static byte[] Bytes(Answer answer, AnswerFormat format)
    {
        using var output = new MemoryStream();
        AnswerRendering.Write(answer, format, output);
        return output.ToArray();
    }
}
