namespace Tanyuan.Answers.Tests.Relations;

public class RelationAnswerTests
{
    const string Chengwan =
        "澄湾科技有限公司由陆听澜与两位同学于2015年在宁波创办，专门生产工业传感器。公司总部位于宁波高新区，另在成都设有研发中心。2023年，澄湾科技的营业收入为4.2亿元。\n\n"
        + "今年3月，澄湾科技以1.3亿元收购了杭州的图像处理公司晓屿软件。晓屿软件由韩砚秋创立，成立427天便被收购。";

    const string Larkfield =
        "Larkfield Optics, founded in 1998 by Ada Morrow and Finn Hale, said on Tuesday it had acquired the imaging start-up Brightmoor for 48 million euros. The company is based in Tartu, Estonia, and employs 310 people.\n\n"
        + "Brightmoor was started by Joss Reed in 2017. Its 25 engineers will move to Tartu by September.";

    [Theory]
    [InlineData("澄湾科技的创始人是谁？", "陆听澜")]
    [InlineData("澄湾科技是哪一年成立的？", "2015年")]
    [InlineData("澄湾科技的总部在哪里？", "宁波高新区")]
    [InlineData("谁收购了晓屿软件？", "澄湾科技")]
    [InlineData("曉嶼軟件被誰收購？", "澄湾科技")]
    [InlineData("晓屿软件的创始人是谁？", "韩砚秋")]
    public async Task A_relation_is_answered_in_whatever_words_it_is_told(string question, string expected)
    {
        var answer = await OnePage.AskAsync("澄湾科技收购晓屿软件", Chengwan, question);
        Assert.False(answer.Abstained);
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("贺澜枝的丈夫是谁？", "邵一帆")]
    [InlineData("邵一帆的妻子是谁？", "贺澜枝")]
    [InlineData("贺澜枝和谁结婚？", "邵一帆")]
    [InlineData("谁是邵平野的妻子？", "柳月明")]
    public async Task Whom_somebody_is_married_to_is_told_of_either(string question, string expected)
    {
        var answer = await OnePage.AskAsync("贺澜枝", "贺澜枝，中国版画家。1949年，贺澜枝与摄影家邵一帆结婚，育有一子邵平野。邵平野是地质学家，妻子柳月明是他的同学。贺澜枝的学生石守真后来也成为知名版画家。", question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:0.00}.");
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Fact]
    public async Task What_was_bought_is_named()
    {
        var answer = await OnePage.AskAsync("澄湾科技收购晓屿软件", Chengwan, "澄湾科技收购了哪家公司？");
        Assert.EndsWith("晓屿软件", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who founded Larkfield Optics?", "Ada Morrow")]
    [InlineData("Who is the founder of Brightmoor?", "Joss Reed")]
    [InlineData("When was Larkfield Optics founded?", "1998")]
    [InlineData("Where is Larkfield Optics headquartered?", "Tartu")]
    [InlineData("Who acquired Brightmoor?", "Larkfield Optics")]
    [InlineData("Which company was acquired by Larkfield Optics?", "Brightmoor")]
    public async Task In_English_too(string question, string expected)
    {
        var answer = await OnePage.AskAsync("Larkfield Optics buys Brightmoor", Larkfield, question);
        Assert.False(answer.Abstained);
        Assert.StartsWith(expected, answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_something_is_whom_the_passive_names()
    {
        var answer = await OnePage.AskAsync("星垣机器人获B轮融资", "星垣机器人创始人乔以恒（CEO）昨天说，公司已完成2.2亿元B轮融资，由晨曦资本领投，江左创投跟投。", "星垣机器人B轮融资由谁领投？");
        Assert.Equal("晨曦资本", answer.Statements[0].Text);
    }

    [Fact]
    public async Task Where_the_headquarters_are_is_one_question_not_two()
    {
        var answer = await OnePage.AskAsync("澄湾科技收购晓屿软件", Chengwan, "澄湾科技的总部在哪座城市？");
        Assert.Empty(answer.Steps);
    }
}
