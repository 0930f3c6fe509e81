using Tanyuan.Answers.PageFields;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Tests.PageFields;

public sealed class AskedFieldTests
{
    [Theory]
    [InlineData("《霜桥镇粮库发生粉尘爆炸》的作者是谁？", PageField.Author, "霜桥镇粮库发生粉尘爆炸")]
    [InlineData("颱風芙蓉重創臺嶼這則新聞是哪天刊登的？", PageField.Published, "台风芙蓉重创台屿")]
    [InlineData("这篇文章是谁写的？", PageField.Author, "")]
    [InlineData("Who is the author of \"Ferry fares to Skarra rise\"?", PageField.Author, "ferry fares to skarra rise")]
    [InlineData("When was the article about the Tarn Street plant published?", PageField.Published, "the tarn street plant")]
    public void A_question_for_a_field_names_its_page(string question, PageField field, string named)
    {
        var asked = AskedField.Of(TextFolder.Fold(question));
        Assert.Equal((field, named), (asked!.Field, asked.Named));
    }

    [Theory]
    [InlineData("《芦花白》的作者是谁？")]
    [InlineData("谁写了这首歌？")]
    [InlineData("青屿药业的总经理是谁？")]
    [InlineData("Who wrote Hamlet?")]
    public void A_work_that_pages_tell_of_is_no_page(string question) => Assert.Null(AskedField.Of(TextFolder.Fold(question)));
}
