namespace Tanyuan.Answers.Tests.Answering;

public class ReasonTests
{
    [Fact]
    public async Task Why_is_answered_with_the_sentence_that_gives_the_reason()
    {
        var answer = await OnePage.AskAsync(
            "雪岭茶业发布年报", "雪岭茶业2023年营业收入12.6亿元，同比增长8.5%；净利润1.9亿元，同比下降3.2%。公司总经理叶承安解释说，雪岭茶业净利润下降主要是因为包装成本上涨以及新厂折旧。", "雪岭茶业净利润为什么下降？");
        Assert.Contains("因为包装成本上涨", answer.Statements[0].Text, StringComparison.Ordinal);
    }
}
