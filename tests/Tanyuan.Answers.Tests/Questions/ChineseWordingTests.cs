using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Tests.Questions;

public class ChineseWordingTests
{
    const string Text =
        "MiraTech（米拉科技）由陆听澜于2015年在宁波创办，总部位于宁波高新区。2023年，MiraTech的营业收入为4.2亿元，净利润为3600万元。公司现有员工860人，首席执行官为陆听澜。今年3月，MiraTech收购了晓屿软件。";

    [Theory]
    [InlineData("Who founded MiraTech?", "谁创立了MiraTech？")]
    [InlineData("When was MiraTech founded?", "MiraTech是什么时候成立的？")]
    [InlineData("Where is MiraTech headquartered?", "MiraTech的总部在哪里？")]
    [InlineData("Where are the headquarters of MiraTech?", "MiraTech的总部在哪里？")]
    [InlineData("What was MiraTech's net profit in 2023?", "MiraTech 2023年的净利润是多少？")]
    [InlineData("What was the revenue of MiraTech in 2023?", "MiraTech 2023年的营业收入是多少？")]
    [InlineData("How many employees does MiraTech have?", "MiraTech有多少员工？")]
    [InlineData("Who is the CEO of Xiaomi?", "小米的首席执行官是谁？")]
    [InlineData("Why did MiraTech move?", null)]
    [InlineData("米拉科技的总部在哪里？", null)]
    public void An_English_question_of_a_common_form_is_put_in_Chinese(string question, string? expected) => Assert.Equal(expected, ChineseWording.Of(question));

    [Theory]
    [InlineData("Who founded MiraTech?", "陆听澜")]
    [InlineData("Where is MiraTech headquartered?", "宁波高新区")]
    [InlineData("What was MiraTech's net profit in 2023?", "3600万元")]
    [InlineData("How many employees does MiraTech have?", "860人")]
    [InlineData("Who is the CEO of MiraTech?", "陆听澜")]
    public async Task Chinese_pages_answer_English_questions(string question, string expected)
    {
        var answer = await OnePage.AskAsync("MiraTech收购晓屿软件", Text, question);
        Assert.False(answer.Abstained);
        Assert.Equal(question, answer.Question);
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Fact]
    public async Task What_they_do_not_say_is_not_answered()
    {
        var answer = await OnePage.AskAsync("MiraTech收购晓屿软件", Text, "What was MiraTech's net profit in 2021?");
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }
}
