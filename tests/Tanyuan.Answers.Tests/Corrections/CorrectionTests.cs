using Tanyuan.Answers.Corrections;

namespace Tanyuan.Answers.Tests.Corrections;

/// <summary>What a page takes back is no answer; what it puts in its place is.</summary>
public class CorrectionTests
{
    static readonly (string Title, string Text)[] Pages =
    [
        ("穗丰种业2023年年报", "穗丰种业2023年实现营业收入14.2亿元，净利润1.9亿元，员工共1,320人。"),
        ("穗丰种业关于2023年年度报告的更正公告", "因子公司收入重复计算，现对2023年年度报告更正如下。营业收入：更正前14.2亿元，更正后13.6亿元。净利润：更正前1.9亿元，更正后1.5亿元。"),
        ("更正", "本报5月8日刊登的《稻田里的画》一文中，“作者陆野1982年出生”应为“1992年”，“画长45米”有误，经核实应为54米。特此更正。"),
    ];

    [Theory]
    [InlineData("穗丰种业2023年的营业收入是多少？", "13.6亿元")]
    [InlineData("穗丰种业2023年净利润是多少？", "1.5亿元")]
    [InlineData("更正前穗丰种业2023年的净利润是多少？", "1.9亿元")]
    [InlineData("穗丰种业2023年有多少员工？", "1,320人")]
    [InlineData("稻田里的画长多少米？", "54米")]
    public async Task Whatever_was_corrected_is_answered_as_it_is_right(string question, string expected) =>
        Assert.Equal(expected, (await OnePage.AskAsync(Pages, question)).Statements[0].Text);

    [Theory]
    [InlineData("营业收入:更正前14.2亿元,更正后13.6亿元。", "14.2亿元", "13.6亿元")]
    [InlineData("将施工单位误写为“飞越会展”,应为“飞跃会展”。", "飞越会展", "飞跃会展")]
    [InlineData("其单位应为临江医院,原文误作临江大学。", "临江大学", "临江医院")]
    [InlineData("“年产300万吨”有误,经核实应为30万吨。", "年产300万吨", "30万吨")]
    public void A_correction_has_what_is_wrong_and_what_is_right(string sentence, string wrong, string right)
    {
        var correction = Assert.Single(Correction.In(sentence));
        Assert.Equal((wrong, right), (correction.Wrong.Of(sentence), correction.Right.Of(sentence)));
    }

    [Theory]
    [InlineData("外蒙古自行撤銷「獨立」,改為自治。")]
    [InlineData("这座桥由三孔改为五孔。")]
    public void What_changes_is_not_corrected(string sentence) => Assert.Empty(Correction.In(sentence));
}
