using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Sentences;

namespace Tanyuan.Text.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    /// <summary>Each row is a text with "|" where one sentence ends and the next begins.</summary>
    [Theory]
    [InlineData("春天到了。|茶树发芽了！|你看见了吗？")]
    [InlineData("春天到了；茶树发芽了；人们上山采茶。")]
    [InlineData("真的吗？！|当然！！！|好吧。")]
    [InlineData("他说：“我来了。”|大家都笑了。")]
    [InlineData("他說：「我來了。」|大家都笑了。")]
    [InlineData("“为什么？”的问题没有人回答。|会议结束了。")]
    [InlineData("“走吧！”，他喊道。|门开了。")]
    [InlineData("《你是谁？我是谁？》是一本书。|作者姓林。")]
    [InlineData("该项目（去年启动。今年完工）花费不多。|市民满意。")]
    [InlineData("他想了很久……|后来走了。")]
    [InlineData("桌上有茶、米、油……等东西。|厨房很小。")]
    [InlineData("他没有说话…|\n第二天又来了。")]
    [InlineData("增长3.5%。|其中出口占1.2万台。")]
    [InlineData("这是真的吗?|是的!|我们走吧,天快黑了。")]
    [InlineData("網址是http://example.org/a?b=1!c，請查閱。|謝謝。")]
    [InlineData("标题没有句号\n|正文在这里。|下一句")]
    [InlineData("第一行\r\n|第二行")]
    [InlineData("　　缩进的段落。|　下一句。")]
    [InlineData("资料来源见文末。[12]|第二句。[3][4]|第三句。")]
    [InlineData("（图片来源：网络。）|正文开始了。")]
    [InlineData("It rained. |The tree was wet.")]
    [InlineData("Dr. Lin met Mr. Wu at 5 p.m. on Friday. |They talked.")]
    [InlineData("The plant in the U.S. Army base closed. |It was old.")]
    [InlineData("They moved to the U.S. |The plant closed.")]
    [InlineData("Foundries.io joined in 2024. |The price was 3.5 million.")]
    [InlineData("We use Node.js and .NET daily. |It works.")]
    [InlineData("See Fig. 3 and Sec. 2.1 for details. |Then go on.")]
    [InlineData("Apples, pears, etc. are sold here. |Come in.")]
    [InlineData("J. K. Lin wrote it. |He was young.")]
    [InlineData("\"Is it open?\" |\"Yes.\" |She left.")]
    [InlineData("\"Is it open?\" she asked. |He nodded.")]
    [InlineData("He said (quietly.) |Nobody heard. |Then he left...")]
    [InlineData("Wait... what is it? |Nothing... |Go on.")]
    [InlineData("1. Boil the water. |\n2. Add the tea.")]
    [InlineData("It ended in 2019. |1,200 people came.")]
    [InlineData("Great news! |iPhone sales rose.")]
    [InlineData("Yahoo! is a company. |It is old.")]
    [InlineData("该产品由Acme Inc.推出。|售价未定。")]
    [InlineData("他加入了OpenAI.|“这是新的开始。”|他说。")]
    [InlineData("版本是v2.0.1。|请更新。")]
    [InlineData("今日はいい天気です。|散歩に行きましょう！|はい。")]
    [InlineData("卡尔·马克思出生于1818年。|弗里德里希．恩格斯比他小两岁。")]
    [InlineData("……")]
    [InlineData("。。。")]
    public void Sentences_end_where_a_reader_ends_them(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var expected = marked.Split('|').Select(sentence => sentence.Trim()).ToArray();
        Assert.Equal(expected, SentenceSplitter.Split(text).Select(span => span.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t　\r\n")]
    public void White_space_holds_no_sentence(string text) => Assert.Empty(SentenceSplitter.Split(text));

    [Fact]
    public void Sentences_are_ordered_and_cover_every_character_that_is_not_white_space()
    {
        var pieces = Gen.Elements("。", "！", "?", "...", "……", "“", "”", "\"", "'", "（", "）", "(", ")", "《", "》", "[1]", ".", " ", "\n", "\r", "　",
            "\u2028", "茶", "水果", "Mr", "U.S", "3.5", "a", "The", "，", "；", "\uD83D\uDE00", "．", "|");
        var texts = pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var covered = new StringBuilder();
            var end = 0;
            foreach (var span in SentenceSplitter.Split(text))
            {
                Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length);
                Assert.DoesNotContain('\n', span.Of(text));
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                Assert.True(string.IsNullOrWhiteSpace(text[end..span.Start]));
                end = span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Long_lines_of_marks_are_split_in_one_pass()
    {
        foreach (var unit in new[] { "(", "《", "\"", ".", "a. ", "。", "[1]", "…", "' " })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 300_000));
            Assert.NotEmpty(SentenceSplitter.Split(text));
        }
    }
}
