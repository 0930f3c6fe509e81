namespace Tanyuan.Answers.Tests.Labels;

/// <summary>Rows of a table asked for by what they have most or least of, and how somebody is reached.</summary>
public class RankedAndReachedTests
{
    static readonly (string Title, string Text)[] Pages =
    [
        ("松江省五市快递业务量排名", "排名\t城市\t业务量（亿件）\t增速\n1\t榆州市\t12.6\t8.1%\n2\t柳陵市\t9.3\t14.5%\n3\t桐阳市\t5.8\t-2.0%\n4\t槐安市\t3.1\t6.7%\n数据由松江省邮政管理局发布。"),
        ("关于召回部分晨风牌取暖器的公告", "晨风电器自即日起召回2,300台NS5型取暖器。消费者可拨打热线400-555-0146咨询，也可发邮件到help@chenfeng.example。申请退款应当具备下列材料：\n（一）购货发票；\n（二）产品铭牌照片；\n（三）收款账户。\n退款在十日内办结。"),
    ];

    [Theory]
    [InlineData("松江省快递业务量最高的城市是哪个？", "榆州市")]
    [InlineData("松江省快递增速最低的是哪个市？", "桐阳市")]
    [InlineData("松江省快递业务量排名第三的是哪座城市？", "桐阳市")]
    [InlineData("晨风取暖器召回的热线电话是多少？", "400-555-0146")]
    public async Task A_row_is_found_by_its_rank_and_a_number_behind_its_word(string question, string expected) =>
        Assert.Equal(expected, (await OnePage.AskAsync(Pages, question)).Statements[0].Text);

    [Fact]
    public async Task The_lines_below_a_colon_are_the_list_that_it_introduces() =>
        Assert.Equal(["购货发票", "产品铭牌照片", "收款账户"], (await OnePage.AskAsync(Pages, "申请晨风取暖器退款要具备哪些材料？")).Statements.Select(statement => statement.Text));

    [Fact]
    public async Task One_of_a_row_of_sorts_is_not_told_of_another_sort()
    {
        var answer = await OnePage.AskAsync("榆州市租房补贴办法", "榆州市租房补贴的标准为：博士每月1500元，硕士每月900元，本科每月600元。", "榆州市大专生租房补贴每月多少钱？");
        Assert.True(answer.Abstained, answer.Abstained ? "" : answer.Statements[0].Text);
    }
}
