using Tanyuan.Answers.Restrictions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Tests.Restrictions;

public class RestrictionFinderTests
{
    [Theory]
    [InlineData("2021年第二季度，北岸集团在欧洲的营收同比增长", "Year 2021年|PartOfYear 第二季度|Place 欧洲|Basis 同比")]
    [InlineData("2021財年在韓國的銷量", "Year 2021|Place 韩国")]
    [InlineData("上半年环比持平，Q3又涨", "PartOfYear 上半年|Basis 环比|PartOfYear q3")]
    [InlineData("第3屆灯塔大会与首届不同，第十二次才算数", "Ordinal 第3届|Ordinal 首届|Ordinal 第十二次")]
    [InlineData("十一月初，最后一场在广东，首席和首都都没提", "PartOfYear 十一月|Ordinal 最后一场|Place 广东")]
    [InlineData("二季度与3季度之间，春季最冷", "PartOfYear 二季度|PartOfYear 3季度|PartOfYear 春季")]
    [InlineData("花了1998元，住了2000人，走了12公里，K2021型", "")]
    [InlineData("Sales in China rose, musicians in India did not", "Place china|Place india")]
    public void What_holds_a_statement_to_one_of_several_things_alike_is_found(string text, string expected)
    {
        var key = TextFolder.Fold(text);
        Assert.Equal(expected, string.Join('|', RestrictionFinder.Find(key).Select(found => $"{found.Kind} {found.Span.Of(key)}")));
    }

    [Theory]
    [InlineData("第二季度", "第2季度", "Same")]
    [InlineData("第二季度", "Q2", "Same")]
    [InlineData("一季度", "第二季度", "Other")]
    [InlineData("上半年", "下半年", "Other")]
    [InlineData("首次", "第一次", "Same")]
    [InlineData("首度", "第二次", "Other")]
    [InlineData("第二十一届", "第21届", "Same")]
    [InlineData("最后一次", "第一次", "Other")]
    [InlineData("第二届", "第一家", "None")]
    [InlineData("国内", "中国", "Same")]
    [InlineData("歐洲", "全球", "Other")]
    [InlineData("欧洲", "法国", "None")]
    [InlineData("亚洲", "上海", "None")]
    [InlineData("日本", "上海", "Other")]
    [InlineData("2021年", "第二季度", "None")]
    public void Two_restrictions_agree_contradict_or_have_nothing_to_do_with_each_other(string one, string other, string expected)
    {
        Restriction first = RestrictionFinder.Find(TextFolder.Fold(one))[0], second = RestrictionFinder.Find(TextFolder.Fold(other))[0];
        Assert.Equal(expected, first.With(second).ToString());
        Assert.Equal(expected, second.With(first).ToString());
    }

    [Fact]
    public void Any_text_is_read_without_overlaps_and_in_order()
    {
        var random = new Random(11);
        const string Alphabet = "第一二十0129年月季度首最后上下半中国欧洲同比q次届 ";
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var end = 0;
            foreach (var found in RestrictionFinder.Find(text))
            {
                Assert.True(found.Span.Start >= end && found.Span.Length > 0 && found.Span.End <= text.Length, text);
                end = found.Span.End;
            }
        }
    }
}
