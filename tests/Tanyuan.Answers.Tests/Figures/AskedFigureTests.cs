namespace Tanyuan.Answers.Tests.Figures;

public class AskedFigureTests
{
    static readonly (string Title, string Text)[] Pages =
    [
        ("澄湾科技年报", "2023年，澄湾科技的营业收入为4.2亿元，净利润为3600万元；2024年收入增长到5.1亿元。截至2023年底，公司有员工860人，门店42家。"),
        ("雪岭茶业发布年报", "雪岭茶业2023年营业收入12.6亿元，同比增长8.5%；净利润1.9亿元，同比下降3.2%。公司2022年营业收入为11.6亿元，净利润为1.96亿元。"),
        ("Copperline extension", "The Copperline tram is 8.6 kilometres long, has eleven stops and opened in March 2021. In 2023 the line carried 6.2 million passengers, compared with 4.9 million in 2022. Its trams carry up to 210 passengers each."),
        ("Larkfield Optics", "Larkfield's revenue rose to 92 million euros in 2023 from 81 million a year earlier, chief executive Ada Morrow said. Net profit was 7.4 million euros. The company employs 310 people."),
    ];

    [Theory]
    [InlineData("澄湾科技2023年的营业收入是多少？", "4.2亿元")]
    [InlineData("澄湾科技2023年的净利润是多少？", "3600万元")]
    [InlineData("澄湾科技2024年的收入是多少？", "5.1亿元")]
    [InlineData("澄湾科技有多少员工？", "860人")]
    [InlineData("雪嶺茶業2022年的淨利潤是多少？", "1.96亿元")]
    [InlineData("How many passengers did the Copperline carry in 2022?", "4.9 million")]
    [InlineData("How many passengers did the Copperline carry in 2023?", "6.2 million passengers")]
    [InlineData("How many stops does the Copperline have?", "eleven")]
    [InlineData("What was Larkfield's revenue in 2023?", "92 million euros")]
    [InlineData("Who is the CEO of Larkfield?", "Ada Morrow")]
    public async Task Of_several_figures_the_one_of_the_measure_and_year_asked_for_answers(string question, string expected)
    {
        var answer = await OnePage.AskAsync(Pages, question, threshold: 0);
        Assert.StartsWith(answer.Statements[0].Text, expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("澄湾科技2024年的净利润是多少？")]
    [InlineData("澄湾科技2022年的营业收入是多少？")]
    [InlineData("澄湾科技2021年的净利润是多少？")]
    [InlineData("雪岭茶业2024年有多少门店？")]
    [InlineData("How many passengers did the Copperline carry in 2024?")]
    [InlineData("What was Larkfield's revenue in 2024?")]
    public async Task A_figure_of_another_year_measure_or_company_answers_nothing(string question)
    {
        var answer = await OnePage.AskAsync(Pages, question);
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }
}
