namespace Tanyuan.Answers.Tests.Contradictions;

/// <summary>What fits a question's words and is told of something else is no answer to it.</summary>
public class ContradictionTests
{
    static readonly (string Title, string Text)[] Pages =
    [
        ("溪禾乳业2024年第二季度业绩", "溪禾乳业公布业绩，营业收入为8.4亿元，净利润为6200万元。公司预计第三季度营业收入在9亿元左右。"),
        ("溪禾乳业追赶临江牛奶", "溪禾乳业的市场份额为12%，排名第三。公司董事长柯望舟说，明年计划再开两家工厂。新总部的选址还没有定，正在考察望江路。"),
        ("柯望舟", "柯望舟是溪禾乳业的董事长。柯望舟的妻子阮青棠是小提琴手。他的大学同学、画家骆一川为公司设计了商标。"),
        ("“云雀二号”完成总装", "“云雀一号”去年完成了三次飞行，计划于2026年5月交付用户。“云雀二号”已完成总装。"),
        ("长汀路隧道规划公布", "长汀路隧道拟2027年动工，2030年建成，全长3.2公里。2023年，附近的长汀路大桥完成了加固。"),
        ("望江路仓库火灾", "望江路仓库昨夜起火，火灾造成4人受伤。远帆物流起诉仓库业主顺达公司，索赔900万元。"),
        ("临江牛奶", "临江牛奶是临江市的老字号，创立于1958年，生产鲜奶和酸奶。"),
    ];

    [Theory]
    [InlineData("溪禾乳业2024年第二季度的净利润是多少？", "6200万元")]
    [InlineData("溪禾乳业的市场份额是多少？", "12%")]
    [InlineData("柯望舟的妻子是谁？", "阮青棠")]
    [InlineData("云雀一号计划什么时候交付？", "2026年5月")]
    [InlineData("长汀路隧道什么时候动工？", "2027年")]
    [InlineData("望江路仓库火灾伤了几个人？", "4人")]
    [InlineData("远帆物流起诉顺达公司索赔多少钱？", "900万元")]
    public async Task What_is_told_of_it_is_answered(string question, string expected) =>
        Assert.Contains(expected, (await OnePage.AskAsync(Pages, question)).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("溪禾乳业第四季度的净利润是多少？")]
    [InlineData("溪禾乳业2022年第二季度的营业收入是多少？")]
    [InlineData("临江牛奶的市场份额是多少？")]
    [InlineData("骆一川的妻子是谁？")]
    [InlineData("云雀二号什么时候交付用户？")]
    [InlineData("长汀路隧道是什么时候动工的？")]
    [InlineData("溪禾乳业的新总部选在了哪里？")]
    [InlineData("望江路仓库火灾死了几个人？")]
    [InlineData("顺达公司起诉远帆物流索赔多少钱？")]
    public async Task What_is_told_of_another_period_owner_model_or_only_planned_is_not(string question)
    {
        var answer = await OnePage.AskAsync(Pages, question);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }
}
