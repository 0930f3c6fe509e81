namespace Tanyuan.Answers.Tests.Composing;

/// <summary>Reasons and lists that a page gives in so many words, asked for in other ones.</summary>
public class ToldReasonTests
{
    static readonly (string, string)[] Pages =
    [
        ("澜溪马拉松今晨开跑", "澜溪晚报 2024年4月14日\n今晨7时30分，澜溪马拉松在滨江公园鸣枪，1.2万名跑者参赛。赛事因5公里处饮水点断水受到批评，组委会当晚致歉。\n上届冠军卢一舟没有参赛。"),
        ("桐柏中学停电始末", "5月6日晚，桐柏中学全校断电四小时，晚自习取消。供电所通报，事故起因为老鼠咬断了配电房的电缆，而备用发电机没有油。\n网传停电系有人破坏所致，学校否认。"),
        ("渡口纸业2022年年报摘要", "报告期内公司营业收入8.4亿元。净利润下降的主要原因是：木浆涨价；新生产线折旧；搬迁补偿减少。\n公司前三大客户为：文澜书局、青石报业、晨光文具。\n董事长夏侯明因身体原因辞去职务；董事会聘任顾仲平为新任董事长。"),
        ("砚河", "砚河是岭江的支流，因两岸多产砚石而得名，全长88公里。\n主要支流有松溪、石门河、小砚河。\n砚河流域的主要威胁有：采砂、围垦、生活污水。"),
        ("访导演乔晚棠", "乔晚棠，纪录片导演，代表作有《煤城》《最后一班渡船》《雪线》。\n问：《雪线》拍了五年，为什么这么久？\n乔晚棠：前两年牧民不肯让我进帐篷。我帮他们放了一个夏天的羊，他们才肯说话。\n问：您对年轻导演有什么建议？\n乔晚棠：第一，先学会等；第二，机器能少带就少带；第三，别骗你拍的人。"),
    ];

    [Theory]
    [InlineData("澜溪马拉松为什么挨骂？", "饮水点断水")]
    [InlineData("桐柏中学那次停电是什么引起的？", "老鼠")]
    [InlineData("桐柏中学怎么停电了？", "老鼠")]
    [InlineData("渡口纸业为什么赚得少了？", "木浆涨价")]
    [InlineData("渡口纸业利润变少的原因有哪些？", "木浆涨价")]
    [InlineData("砚河的名字是怎么来的？", "砚石")]
    [InlineData("《雪线》拍了那么多年，原因是什么？", "牧民不肯")]
    public async Task A_reason_is_found_in_the_words_that_the_page_has_for_it(string question, string reason)
    {
        var answer = await OnePage.AskAsync(Pages, question);
        Assert.False(answer.Abstained, $"{answer.Confidence:0.00}");
        Assert.Contains(answer.Statements, statement => statement.Text.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("澜溪马拉松为什么没有直播？")]
    [InlineData("卢一舟为什么没有参赛？")]
    [InlineData("渡口纸业为什么搬迁？")]
    public async Task What_no_page_gives_a_reason_for_is_declined(string question)
    {
        var answer = await OnePage.AskAsync(Pages, question);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("砚河有哪些支流？", "松溪|石门河|小砚河")]
    [InlineData("砚河面临哪些威胁？", "采砂|围垦|生活污水")]
    [InlineData("渡口纸业最大的几家客户是哪些？", "文澜书局|青石报业|晨光文具")]
    [InlineData("乔晚棠拍过哪些片子？", "《煤城》|《最后一班渡船》|《雪线》")]
    [InlineData("乔晚棠给年轻人提了哪几条建议？", "先学会等|机器能少带就少带|别骗你拍的人")]
    public async Task A_row_that_the_page_introduces_by_what_is_asked_for_is_the_list(string question, string items)
    {
        var answer = await OnePage.AskAsync(Pages, question);
        Assert.Equal(AnswerForm.List, answer.Form);
        Assert.Equal(items.Split('|'), answer.Statements.Select(statement => statement.Text));
        Assert.All(answer.Statements, statement => Assert.Equal(statement.Text, statement.Citations[0].Quote));
    }
}
