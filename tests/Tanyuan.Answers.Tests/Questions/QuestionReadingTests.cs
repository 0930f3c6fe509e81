namespace Tanyuan.Answers.Tests.Questions;

public class QuestionReadingTests
{
    [Theory]
    [InlineData("望潮大桥全长多少公里？", AnswerForm.Fact)]
    [InlineData("这座桥是2019年开工的吗？", AnswerForm.YesNo)]
    [InlineData("微岚科技是不是上市公司？", AnswerForm.YesNo)]
    [InlineData("植物园有哪些展馆？", AnswerForm.List)]
    [InlineData("列举微岚科技的产品", AnswerForm.List)]
    [InlineData("什么是降噪算法？", AnswerForm.Definition)]
    [InlineData("“静听”是什么意思？", AnswerForm.Definition)]
    [InlineData("公司为什么放弃自建工厂？", AnswerForm.Why)]
    [InlineData("大桥何以迟迟没有通车？", AnswerForm.Why)]
    [InlineData("她是怎样找到资金的？", AnswerForm.How)]
    [InlineData("两种渡轮有什么区别？", AnswerForm.Compare)]
    [InlineData("甲方案和乙方案哪个更便宜？", AnswerForm.Compare)]
    [InlineData("总结一下这篇报道", AnswerForm.Summary)]
    [InlineData("这篇文章说了什么？", AnswerForm.Summary)]
    [InlineData("梳理大桥的建设历程", AnswerForm.Timeline)]
    [InlineData("按时间列出植物园大事记", AnswerForm.Timeline)]
    [InlineData("罗清许怎么评价新芯片？", AnswerForm.Quote)]
    [InlineData("顧念慈對這部電影說了什麼？", AnswerForm.Quote)]
    [InlineData("沈怀远的原话是什么？", AnswerForm.Quote)]
    [InlineData("望潮大桥", AnswerForm.Other)]
    [InlineData("When did the new wing open?", AnswerForm.Fact)]
    [InlineData("Did the museum open in 2022?", AnswerForm.YesNo)]
    [InlineData("What are the exhibits of the museum?", AnswerForm.List)]
    [InlineData("What is a tram?", AnswerForm.Definition)]
    [InlineData("Why was the wing built?", AnswerForm.Why)]
    [InlineData("How do visitors reach the museum?", AnswerForm.How)]
    [InlineData("What is the difference between the old and the new wing?", AnswerForm.Compare)]
    [InlineData("Summarize the article on the museum", AnswerForm.Summary)]
    [InlineData("Give me a timeline of the museum", AnswerForm.Timeline)]
    [InlineData("What did the architect say about the wing?", AnswerForm.Quote)]
    public void The_form_of_answer_is_read_off_the_question(string question, AnswerForm expected) =>
        Assert.Equal(expected, QuestionReading.Of(question).Form);

    [Theory]
    [InlineData("谁设计了这座桥？", AnswerType.Person)]
    [InlineData("這部電影的導演是哪位？", AnswerType.Person)]
    [InlineData("哪一个人为任伯年的弟子？", AnswerType.Person)]
    [InlineData("哪位画家任伯年教过？", AnswerType.Person)]
    [InlineData("大桥由哪家公司承建？", AnswerType.Organisation)]
    [InlineData("她毕业于哪所学校？", AnswerType.Organisation)]
    [InlineData("电影在哪里拍摄？", AnswerType.Place)]
    [InlineData("公司总部在哪个城市？", AnswerType.Place)]
    [InlineData("公司总部设在哪座城市？", AnswerType.Place)]
    [InlineData("公司總部設在哪座城市", AnswerType.Place)]
    [InlineData("她写了哪本书？", AnswerType.Title)]
    [InlineData("大桥全长多少公里？", AnswerType.Measure)]
    [InlineData("公司有多少名员工？", AnswerType.Measure)]
    [InlineData("机器人的手有几根手指？", AnswerType.Measure)]
    [InlineData("货车占百分之多少？", AnswerType.Percentage)]
    [InlineData("毛利率是多少？", AnswerType.Percentage)]
    [InlineData("售价是多少钱？", AnswerType.Money)]
    [InlineData("工程总投资多少亿元？", AnswerType.Money)]
    [InlineData("大桥是哪一年开工的？", AnswerType.Date)]
    [InlineData("影片何时上映？", AnswerType.Date)]
    [InlineData("民國幾年建成？", AnswerType.Date)]
    [InlineData("食堂几点开门？", AnswerType.Time)]
    [InlineData("工期多久？", AnswerType.Duration)]
    [InlineData("从岛上到市区要多少分钟？", AnswerType.Duration)]
    [InlineData("为什么推迟？", AnswerType.Reason)]
    [InlineData("怎样申请？", AnswerType.Manner)]
    [InlineData("芯片采用了什么方案？", AnswerType.Phrase)]
    [InlineData("灯塔守备队是一支什么样的部队？", AnswerType.Phrase)]
    [InlineData("海事学堂是哪一种类型的学校？", AnswerType.Phrase)]
    [InlineData("渔会在城里扮演什么角色？", AnswerType.Phrase)]
    [InlineData("影片里她饰演哪个角色？", AnswerType.Person)]
    [InlineData("岛的东面为什么样的地形？", AnswerType.Phrase)]
    [InlineData("这份样本为什么样品不足？", AnswerType.Reason)]
    [InlineData("Who designed the wing?", AnswerType.Person)]
    [InlineData("Which company built it?", AnswerType.Organisation)]
    [InlineData("Where is the museum?", AnswerType.Place)]
    [InlineData("How many objects does it hold?", AnswerType.Measure)]
    [InlineData("What percentage of visitors come by tram?", AnswerType.Percentage)]
    [InlineData("How much did the wing cost?", AnswerType.Money)]
    [InlineData("When did it open?", AnswerType.Date)]
    [InlineData("What time does it open?", AnswerType.Time)]
    [InlineData("How long did the work take?", AnswerType.Duration)]
    public void The_type_of_answer_is_read_off_the_question(string question, AnswerType expected) =>
        Assert.Equal(expected, QuestionReading.Of(question).Type);

    [Fact]
    public void The_key_terms_stand_in_order_with_the_names_weighing_more_than_the_common_words()
    {
        var terms = QuestionReading.Of("望潮大桥的总投资是多少？").Terms;
        Assert.Contains(terms, term => term.Text.Contains("望潮", StringComparison.Ordinal));
        Assert.DoesNotContain(terms, term => term.Text is "多少" or "的" or "是");
        Assert.All(terms, term => Assert.InRange(term.Weight, 0.01, 1.3));
    }

    [Theory]
    [InlineData("小米2023年的营收是多少？", "2023")]
    [InlineData("小米去年的营收是多少？", "2024")]
    [InlineData("前年谁获奖？", "2023")]
    [InlineData("今年上半年卖了多少辆车？", "2025-01-01/2025-06-30")]
    [InlineData("2024年第三季度的利润是多少？", "2024-07-01/2024-09-30")]
    [InlineData("2024年5月的产量是多少吨？", "2024-05")]
    [InlineData("二〇二一年有多少家门店？", "2021")]
    [InlineData("上个月有多少人参观？", "2025-04")]
    [InlineData("2020年以来有多少家公司上市？", "2020-01-01/..")]
    [InlineData("自2020年以来有多少家公司上市？", "2020-01-01/..")]
    [InlineData("2020年以前谁担任校长？", "../2019-12-31")]
    [InlineData("近三年一共招了多少人？", "2022-05-20/2025-05-20")]
    [InlineData("2020年至2022年共投资多少？", "2020-01-01/2022-12-31")]
    [InlineData("How much did the company earn last year?", "2024")]
    [InlineData("How many stores has it opened since 2020?", "2020-01-01/..")]
    [InlineData("How many people visited in the last two months?", "2025-03-20/2025-05-20")]
    public void The_time_that_a_question_names_is_understood_as_days(string question, string expected)
    {
        var constraint = Assert.Single(QuestionReading.Of(question, new DateOnly(2025, 5, 20)).Constraints);
        Assert.Equal((ConstraintKind.Time, expected), (constraint.Kind, constraint.Value));
        Assert.Contains(constraint.Text, question, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("去年的报道里提到哪家公司？", ConstraintKind.Published, "2024")]
    [InlineData("在新浪上，谁是作者？", ConstraintKind.Site, "新浪")]
    [InlineData("example.com上写的价格是多少？", ConstraintKind.Site, "example.com")]
    [InlineData("据临港日报报道，大桥全长多少公里？", ConstraintKind.Source, "临港日报")]
    [InlineData("根據國家統計局的數據，有多少人？", ConstraintKind.Source, "国家统计局")]
    [InlineData("According to the Harbour Authority, how long is the bridge?", ConstraintKind.Source, "harbour authority")]
    [InlineData("公司目前有多少名员工？", ConstraintKind.Newest, "")]
    [InlineData("Who is the current director?", ConstraintKind.Newest, "")]
    public void A_site_a_source_and_the_wish_for_the_newest_are_understood(string question, ConstraintKind kind, string value)
    {
        var constraint = Assert.Single(QuestionReading.Of(question, new DateOnly(2025, 5, 20)).Constraints);
        Assert.Equal((kind, value), (constraint.Kind, constraint.Value));
    }

    [Theory]
    [InlineData("望潮大桥全长多少公里？")]
    [InlineData("据报道，大桥全长多少公里？")]
    [InlineData("根据文章，作者的观点是什么？")]
    [InlineData("他在市场上卖什么？")]
    [InlineData("在地图上怎么找到它？")]
    [InlineData("2022年和2023年的营收差多少？")]
    [InlineData("According to the article, who won?")]
    public void What_holds_an_answer_to_nothing_is_no_constraint(string question) =>
        Assert.Empty(QuestionReading.Of(question, new DateOnly(2025, 5, 20)).Constraints);
}
