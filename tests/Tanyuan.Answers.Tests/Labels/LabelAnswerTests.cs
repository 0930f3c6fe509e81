namespace Tanyuan.Answers.Tests.Labels;

public class LabelAnswerTests
{
    const string Printer = "云帆P3是一款家用打印机，适合打印照片和文档，操作简单。\n打印速度：每分钟22页\n重量：5.4公斤\n售价：1,299元（含税）\n产地：越南海防\n质保期：两年\n设计师：高晚亭\n颜色：月白、烟灰\n官方热线：400-555-0199";

    const string Prices = "南山滑雪场今年的票价如下。\n项目\t平日\t周末\t节日\n成人票\t180元\t260元\t320元\n儿童票\t90元\t130元\t160元\n雪具租金\t80元\t80元\t100元";

    [Theory]
    [InlineData("云帆P3有多重？", "5.4公斤")]
    [InlineData("云帆P3多少钱？", "1,299元")]
    [InlineData("雲帆P3的產地是哪裡？", "越南海防")]
    [InlineData("云帆P3的质保期是多久？", "两年")]
    [InlineData("云帆P3的设计师是谁？", "高晚亭")]
    [InlineData("云帆P3的官方热线是多少？", "400-555-0199")]
    [InlineData("云帆P3的打印速度是多少？", "每分钟22页")]
    public async Task What_stands_behind_the_label_that_is_asked_for_is_the_answer(string question, string expected)
    {
        var answer = await OnePage.AskAsync("云帆P3打印机", Printer, question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:0.00}.");
        Assert.Equal(expected, answer.Statements[0].Text);
        var citation = answer.Statements[0].Citations[0];
        Assert.Equal(expected, Printer.Substring(citation.Start, citation.Length));
    }

    [Theory]
    [InlineData("云帆P5多少钱？")]
    [InlineData("云帆P3的墨盒容量是多少？")]
    [InlineData("云帆P3的总经理是谁？")]
    public async Task A_label_of_another_thing_or_none_answers_nothing(string question)
    {
        var answer = await OnePage.AskAsync("云帆P3打印机", Printer, question);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("南山滑雪场周末成人票多少钱？", "260元")]
    [InlineData("南山滑雪场儿童票节日多少钱？", "160元")]
    [InlineData("南山滑雪场平日的雪具租金是多少？", "80元")]
    public async Task A_table_is_read_by_its_row_and_its_column(string question, string expected)
    {
        var answer = await OnePage.AskAsync("南山滑雪场票价", Prices, question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:0.00}.");
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("怎么申请退款？", "在订单页点“退款”，三天内到账。")]
    [InlineData("运费是多少钱？", "8元")]
    [InlineData("支持货到付款吗？", "不支持，目前只能在线付款。")]
    public async Task Where_the_page_asks_the_very_question_what_follows_is_the_answer(string question, string expected)
    {
        var answer = await OnePage.AskAsync("帮助", "问：如何申请退款？\n答：在订单页点“退款”，三天内到账。\n\n问：运费多少钱？\n答：每单8元，满99元免运费。\n\n问：支持货到付款吗？\n答：不支持，目前只能在线付款。", question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:0.00}.");
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Fact]
    public async Task What_somebody_asks_in_a_story_asks_nothing_of_the_page()
    {
        var answer = await OnePage.AskAsync("老桥", "老人问：“桥是谁修的？”孩子指着石碑。碑上写着，桥由石匠梁广厚修成。", "桥是谁修的？", threshold: 0);
        Assert.Equal("梁广厚", answer.Statements[0].Text);
    }
}
