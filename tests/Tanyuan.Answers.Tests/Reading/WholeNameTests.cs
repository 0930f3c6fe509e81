namespace Tanyuan.Answers.Tests.Reading;

public class WholeNameTests
{
    [Theory]
    [InlineData("云梯教育联合创始人兼总裁方以南周二在内部信中写道，公司将关闭全部门店。\n\n云梯教育创建于2012年，由方以南和宋知白共同发起。", "云梯教育的总裁是谁？", "方以南")]
    [InlineData("蓝禾农业成立于2014年6月，创始人是农学博士沈青禾(CEO)，总部设在济南。", "蓝禾农业的创始人是谁？", "沈青禾")]
    [InlineData("星垣机器人创始人乔以恒（CEO）昨天说，公司已完成融资。", "星垣机器人的创始人是谁？", "乔以恒")]
    [InlineData("蓝禾农业有两位副手，包清和负责种苗，李望舒负责销售。", "谁负责种苗？", "包清和")]
    public async Task A_name_is_answered_whole_and_alone(string text, string question, string expected)
    {
        var answer = await OnePage.AskAsync("新闻", text, question, threshold: 0);
        Assert.Equal(expected, answer.Statements[0].Text);
    }
}
