using Tanyuan.Answers.Labels;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Tests.Labels;

public class LabelledValueTests
{
    [Theory]
    [InlineData("门票：免费", "门票=免费")]
    [InlineData("客服热线：400-820-6617（每天9:00—21:00）", "客服热线=400-820-6617(每天9:00—21:00)")]
    [InlineData("电话：010-6620 传真：010-6621 邮编：100000", "电话=010-6620|传真=010-6621|邮编=100000")]
    [InlineData("打印速度\t每分钟22页", "打印速度=每分钟22页")]
    [InlineData("1. 保修期（整机）：两年；产地：越南", "保修期(整机)=两年")]
    [InlineData("• 比分：3:2", "比分=3:2")]
    [InlineData("【票价】：80元", "票价=80元")]
    [InlineData("开馆 9:00", "")]
    [InlineData("牡蒿（学名：Artemisia japonica）为菊科植物", "")]
    [InlineData("门票：", "")]
    [InlineData("他想了很久很久，终于在第二天早上说出了那句话：我不干了", "")]
    public void A_label_and_what_stands_behind_it_are_told_apart(string line, string expected)
    {
        var key = TextFolder.Fold(line);
        Assert.Equal(expected, string.Join('|', LabelledValue.In(key).Select(found => $"{found.Label.Of(key)}={found.Value.Of(key)}")));
    }
}
