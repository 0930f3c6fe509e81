using System.Text;

namespace Tanyuan.Answers.Tests.Reading.WebPages;

/// <summary>Chinese questions asked of pages as the web has them, which we wrote: news, a review, notices, a shop's questions and answers, a forum, an interview, tables, in both scripts.</summary>
public sealed class WebPageReaderTests() : WrittenPages("Reading", "WebPages")
{
    [Fact]
    public async Task Most_questions_are_answered_right_and_nearly_all_that_the_pages_do_not_answer_are_declined()
    {
        var (right, answerable, declined, unanswerable) = await CountAsync();
        Assert.Equal((271, 43), (answerable, unanswerable));
        Assert.InRange(right, 215, answerable);
        Assert.InRange(declined, 39, unanswerable);
    }

    [Theory]
    [InlineData("博物馆门票多少钱？", "免费")]
    [InlineData("博物馆星期几闭馆？", "周一")]
    [InlineData("坐几路公交车可以到博物馆？", "3路、11路")]
    [InlineData("扩建后的建筑面积是多少？", "9,400平方米")]
    [InlineData("范阿根得到了什么奖励？", "二十元钱和一条毛巾")]
    [InlineData("临溪县博物馆有多少件藏品？", "14,380件")]
    [InlineData("研究随访了多少位老人？", "3,216名")]
    [InlineData("飞渡 Note 8 多重？", "213克")]
    [InlineData("加装电梯每台补助多少钱？", "20万元")]
    [InlineData("公示多少天？", "7日")]
    [InlineData("沅清河注入哪条河？", "酉水")]
    [InlineData("石门村的村支书是谁？", "向金莲")]
    [InlineData("治理一共花了多少钱？", "38.6亿元")]
    [InlineData("比赛用时多久？", "2小时26分钟")]
    [InlineData("阮思齐得了多少分？", "33分")]
    [InlineData("数据存放在哪里？", "贵阳和乌兰察布两个机房")]
    [InlineData("客户端单个文件最大多少？", "100GB")]
    [InlineData("葉知秋的父親在哪裡種茶？", "南投鹿谷")]
    [InlineData("最困難的是什麼時候？", "2021年5月")]
    [InlineData("半程马拉松报名费多少钱？", "100元")]
    [InlineData("哪条地铁延伸到了岚京南站？", "地铁6号线")]
    [InlineData("云岚高铁的桥隧比是多少？", "81.3%")]
    [InlineData("枫林外国语学校高中学费是多少？", "26,000元")]
    [InlineData("枫林外国语学校初中招多少人？", "320人")]
    [InlineData("样本是由什么采集的？", "“深蓝勇士二号”载人潜水器")]
    public async Task What_a_page_says_in_its_own_way_is_the_answer(string question, string expected)
    {
        Assert.Equal(expected, await AnswerAsync(question));
    }

    [Theory]
    [InlineData("澜芯微电子的首席财务官是谁？")]
    [InlineData("青州市有多少个老旧小区？")]
    [InlineData("海马毛蛰虫的寿命多长？")]
    [InlineData("飞渡 Note 8 Pro 的价格是多少？")]
    [InlineData("租户可以申请补助吗？")]
    [InlineData("马拉松的赞助商是谁？")]
    public Task What_no_page_says_is_declined(string question) => DeclinesAsync(question);

    // Reasons, lists and manners are answered with their sentences, facts with the words alone.
    protected override bool IsSaid(Answer answer, string known)
    {
        if (answer.Statements.Count == 0)
            return false;
        var (said, expected) = (Letters(answer.Statements[0].Text), Letters(known));
        return said == expected || (answer.Form != AnswerForm.Fact && said.Contains(expected, StringComparison.Ordinal)) || (answer.Form == AnswerForm.List && answer.Statements.Count > 1 && expected.Contains(said, StringComparison.Ordinal));
    }

    static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
