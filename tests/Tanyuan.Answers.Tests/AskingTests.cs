using Tanyuan.Library;

namespace Tanyuan.Answers.Tests;

public sealed class AskingTests(SampleLibrary sample) : IClassFixture<SampleLibrary>
{
    readonly TanyuanLibrary _library = sample.Library;

    [Theory]
    [InlineData("望潮大桥全长多少公里？", "12.6公里")]
    [InlineData("望潮大桥是哪一年开工的？", "2019年")]
    [InlineData("望潮大桥由哪家公司承建？", "远帆建设集团")]
    [InlineData("望潮大桥的总投资是多少？", "86亿元")]
    [InlineData("大桥的车流量中货车占百分之多少？", "27.5%")]
    [InlineData("WL-9的售价是多少钱？", "199元")]
    [InlineData("微岚科技现有多少名员工？", "1,320人")]
    [InlineData("微岚科技的首席执行官是谁？", "罗清许")]
    [InlineData("《雾中的渡口》由谁主演？", "白若溪")]
    [InlineData("顾念慈毕业于哪所学校？", "北岸藝術學院")]
    [InlineData("顧念慈的第一部作品叫什麼？", "《鹽田》")]
    [InlineData("赤尾沙鵐的體長是多少？", "14公分")]
    [InlineData("赤尾沙鹀主要分布在哪里？", "蒙古高原南部")]
    public async Task A_factoid_is_answered_with_a_span_of_the_source_in_its_own_script(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Statements[0].Text.Length <= expected.Length + 8, answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("When did the new wing of the Harrow Museum open?", "14 May 2022")]
    [InlineData("Who designed the new wing of the Harrow Museum?", "Ines Calloway")]
    [InlineData("How much did the new wing of the Harrow Museum cost?", "42 million dollars")]
    [InlineData("How many objects does the new wing of the Harrow Museum hold?", "3,800 objects")]
    public async Task An_English_question_is_answered_from_an_English_source(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(expected, answer.Statements[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("微岚科技为什么放弃自建工厂？", "因为芯片制造需要的资金远远超过公司的承受能力")]
    [InlineData("顾念慈是怎样找到资金的？", "通過眾籌湊到了第一筆三百萬元")]
    [InlineData("為什麼赤尾沙鵐的數量減少了？", "因為過度放牧使草原退化")]
    [InlineData("什么是赤尾沙鹀？", "一種生活在乾旱草原的小型鳥類")]
    public async Task Other_questions_are_answered_with_the_sentence_that_covers_them(string question, string expected)
    {
        var answer = await AskAsync(question);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(answer.Statements, statement => statement.Sentence.Contains(expected, StringComparison.Ordinal));
        Assert.InRange(answer.Statements.Count, 1, 3);
    }

    [Theory]
    [InlineData("望潮大桥全长多少公里？", "望潮大橋全長多少公里？")]
    [InlineData("微岚科技的首席执行官是谁？", "微嵐科技的首席執行官是誰？")]
    [InlineData("顾念慈毕业于哪所学校？", "顧念慈畢業於哪所學校？")]
    public async Task The_same_question_in_the_other_script_has_the_same_answer(string simplified, string traditional)
    {
        var first = await AskAsync(simplified);
        var second = await AskAsync(traditional);
        Assert.Equal(first.Statements[0].Text, second.Statements[0].Text);
        Assert.Equal(first.Confidence, second.Confidence, 6);
    }

    [Theory]
    [InlineData("望潮大桥全长多少公里？", "它的总投资是多少？", "86亿元")]
    [InlineData("望潮大桥全长多少公里？", "是哪一年开工的？", "2019年")]
    public async Task A_follow_up_is_answered_from_what_was_asked_before(string earlier, string question, string expected)
    {
        var answer = await _library.AskAsync(question, new AskOptions { Earlier = earlier }, TestContext.Current.CancellationToken);
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kjhsdkhkashfk")]
    [InlineData("阿斯蒂芬规划局快乐？")]
    [InlineData("火星探测器天问一号什么时候着陆？")]
    [InlineData("Who won the Nobel Prize in physics in 1921?")]
    [InlineData("？？？")]
    [InlineData("")]
    public async Task What_the_sources_do_not_say_is_left_unanswered_without_references(string question)
    {
        var answer = await AskAsync(question);
        Assert.True(answer.Abstained);
        Assert.Empty(answer.Statements);
        Assert.InRange(answer.Confidence, 0, 1);
    }

    [Fact]
    public async Task Every_citation_is_the_text_that_stands_at_its_place()
    {
        foreach (var question in new[] { "望潮大桥全长多少公里？", "微岚科技为什么放弃自建工厂？", "顧念慈的第一部作品叫什麼？", "什么是赤尾沙鹀？" })
        {
            var answer = await _library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
            Assert.NotEmpty(answer.Statements);
            foreach (var citation in answer.Statements.SelectMany(statement => statement.Citations))
            {
                var text = SampleLibrary.TextOf(citation.DocumentId);
                Assert.Equal(citation.Quote, text.Substring(citation.Start, citation.Length));
            }

            foreach (var statement in answer.Statements)
                Assert.Equal(statement.Sentence, SampleLibrary.TextOf(statement.Citations[0].DocumentId).Substring(statement.Citations[0].SentenceStart, statement.Sentence.Length));
        }
    }

    [Fact]
    public async Task The_documents_of_the_evidence_are_ranked_best_first_also_when_abstaining()
    {
        var answer = await _library.AskAsync("望潮大桥全长多少公里？", new AskOptions { Threshold = 1.1 }, TestContext.Current.CancellationToken);
        Assert.True(answer.Abstained);
        Assert.Equal("harbour", answer.Ranked[0]);
        Assert.Equal(answer.Ranked.Distinct().Count(), answer.Ranked.Count);
    }

    [Fact]
    public async Task A_higher_threshold_never_answers_more()
    {
        foreach (var question in new[] { "望潮大桥全长多少公里？", "微岚科技的总部有几层楼？", "白若溪是哪里人？" })
        {
            var answered = true;
            foreach (var threshold in new[] { 0.0, 0.2, 0.4, 0.6, 0.8, 1.0 })
            {
                var answer = await _library.AskAsync(question, new AskOptions { Threshold = threshold }, TestContext.Current.CancellationToken);
                Assert.True(answered || answer.Abstained);
                answered = !answer.Abstained;
            }
        }
    }

    [Theory]
    [InlineData("青岚动力的总裁是谁？", "顾怀瑾")]
    [InlineData("青岚动力的副总裁是谁？", "陆知远")]
    public async Task A_deputy_is_not_whom_the_title_names(string question, string expected)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("visit", "青岚动力在临江县建厂", "青岚动力副总裁陆知远昨天在临江县出席了新工厂的奠基仪式。据介绍，工厂占地三百亩，预计两年后投产。"),
            ("report", "青岚动力公布年报", "青岚动力上周公布年报，营业收入增长两成。青岚动力总裁顾怀瑾说，公司明年将把重点放在储能业务上。"),
        ]);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("岚图机械的首席技术官是谁？", "韦知行")]
    [InlineData("岚图机械的总裁是谁？", null)]
    [InlineData("谁是岚图机械的CTO？", "韦知行")]
    public async Task A_role_is_answered_with_whom_it_is_said_of_and_never_with_who_reported(string question, string? expected)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("plant", "岚图机械的新厂开工", "本报洛川5月6日讯（记者 段明溪 通讯员 何青）岚图机械今天宣布，公司在洛川的新厂正式开工。岚图机械首席技术官韦知行说，新厂全部用自己研制的机床。"),
        ]);
        foreach (var steps in new[] { 1, 5 })
        {
            var answer = await library.AskAsync(question, new AskOptions { MaxSteps = steps }, TestContext.Current.CancellationToken);
            Assert.Equal(expected, answer.Abstained ? null : answer.Statements[0].Text);
        }
    }

    [Fact]
    public async Task A_company_pointed_at_is_not_the_answer_but_the_one_named()
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("store", "石舟数据库", "石舟是一款嵌入式数据库。它的第一个商业用户是云麓水文，这家公司在三千座测站上用它保存数据。该公司去年又买了两年的服务。")]);
        var answer = await library.AskAsync("哪家公司是石舟的第一个商业用户？", new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal("云麓水文", answer.Statements[0].Text);
    }

    [Theory]
    [InlineData("谁说的“你这机器，眼睛好，手太重”？")]
    [InlineData("谁说了“眼睛好，手太重”这句话？")]
    public async Task Quoted_words_are_answered_where_they_stand(string question)
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("tea", "采茶机器人", "样机第一次下地就拔掉了二十七棵茶树。茶农没有骂人，只说了一句：“你这机器，眼睛好，手太重。”创始人安若谷说：“这台机器我们改了三年。”安若谷还说，团队里有十一位制茶师傅。")]);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.Contains("手太重", answer.Statements[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("溪客水壶能过滤海水吗？", false)]
    [InlineData("溪客水壶能过滤溪水吗？", true)]
    [InlineData("溪客水壶能去除病毒吗？", false)]
    public async Task What_a_page_warns_of_is_not_answered_yes(string question, bool isSo)
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("flask", "溪客水壶", "溪客水壶给徒步者用，能过滤溪水。溪客水壶的滤芯能拦住泥沙，但不能去除病毒，因此请不要用溪客水壶来过滤工业污水或海水。滤芯可以用三个月。")]);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.NotEqual(!isSo, answer.IsSo);
    }

    [Fact]
    public async Task What_to_do_is_not_answered_with_who_asks_for_it()
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("forum", "老房子的木窗漏风，有什么办法？", "老房子的木窗漏风怎么办？有什么不换窗的办法？我家的木窗漏风，是用硅胶密封条解决的，先用铅笔记下漏点，再贴上密封条。")]);
        var answer = await library.AskAsync("木窗漏风怎么办？", new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("？", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_name_stands_before_a_colon_has_said_what_follows()
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("talk", "采茶机器人专访", "问：为什么做采茶？\n安若谷：老家的采茶工平均年龄是六十一岁，工钱涨了还是招不到人。\n问：下一步呢？\n安若谷：明年春天先去肯尼亚，那里一年可以采十个月。")]);
        var answer = await library.AskAsync("安若谷说过什么？", cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains("安若谷：", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_and_its_unit_are_found_with_a_space_between_them_or_without()
    {
        await using var library = await SampleLibrary.OpenAsync(
            [("store", "石舟数据库 3.0", "石舟 3.0 的文件格式与 2.x 不兼容。升级时 100 GB 的数据大约要迁移 35 分钟，还要留出一半的空闲空间。")]);
        var answer = await library.AskAsync("迁移100GB数据要多久？", cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains("35 分钟", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How much did the conversion cost?", "$84,000")]
    [InlineData("Who chairs the trust?", "Thistle")]
    [InlineData("Which college does Edda Marsh teach at?", "Saltmere College")]
    [InlineData("Who is Edda Marsh?", "a botanist at Saltmere College")]
    [InlineData("What is the Garnet Reed Trust?", "The Garnet Reed Trust is a charity")]
    [InlineData("Did visitor numbers fall by 12 percent?", "fell by 12 percent")]
    [InlineData("How are the reeds dried?", "dry in a boat shed")]
    [InlineData("How many hectares of marsh does the Garnet Reed Trust own?", "46 hectares")]
    public async Task An_English_name_is_whole_and_other_forms_of_a_word_are_found(string question, string expected)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("reed", "Reed beds of Garnet Sound",
                "The Garnet Reed Trust is a charity that owns 46 hectares of marsh on Garnet Sound. Cut reeds dry in a boat shed with the waste heat of a bakery. The conversion cost $84,000, half of it a loan. "
                + "“We started with one scythe,” said Ines Thistle, who chairs the trust. Dr. Edda Marsh, a botanist at Saltmere College, counts the birds. Visitor numbers fell by 12 percent last year."),
        ]);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0.3 }, TestContext.Current.CancellationToken);
        Assert.False(answer.Abstained, $"Abstained at {answer.Confidence:F3}.");
        Assert.Contains(expected, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("from", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_made_up_for_an_English_role_that_no_page_names()
    {
        await using var library = await SampleLibrary.OpenAsync([("reed", "Reed beds", "The Garnet Reed Trust said on Tuesday that its first season gave 1,940 tonnes of reeds from 46 hectares of marsh.")]);
        Assert.True((await library.AskAsync("Who is the CTO of the Garnet Reed Trust?", cancellationToken: TestContext.Current.CancellationToken)).Abstained);
    }

    [Fact]
    public async Task Copies_of_one_story_do_not_disagree_with_each_other()
    {
        const string told = "望岭隧道从2023年9月动工到通车历时18个月，比原计划提前了45天。隧道里装了两百盏灯。附近的村民说，以后进城不用再绕山路。";
        await using var library = await SampleLibrary.OpenAsync([("first", "望岭隧道通车", told), ("copy", "望岭隧道今天通车", told + "（转载）")]);
        var answer = await library.AskAsync("望岭隧道项目历时多久？", new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.False(answer.Disagrees);
        Assert.Single(answer.Statements);
    }

    [Theory]
    [InlineData("Compare Stoneboat 1.6 and 2.0")]
    [InlineData("石舟 1.6 和 2.0 有什么不同？")]
    public async Task Versions_are_compared_under_the_name_that_stands_once(string question)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("store", "石舟 Stoneboat 2.0 发布", "嵌入式数据库石舟（Stoneboat）今天发布 2.0 版。2.0 版每秒写入 84,000 条，是 1.6 版的 2.7 倍。1.6 版的文件要先转换。"),
            ("other", "明镜医疗年报", "明镜医疗去年收入为1.6亿元，其中海外收入占2.0%。"),
        ]);
        var answer = await library.AskAsync(question, new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("2.7 倍", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Statements, statement => statement.Text.Contains("亿元", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("哒兔换电2024年营收多少？", "员工呢？", "哒兔换电的员工是多少？")]
    [InlineData("哒兔换电2024年营收多少？", "员工有多少？", "哒兔换电的员工有多少？")]
    [InlineData("哒兔换电2024年营收多少？", "谁写了竹影茶社的报道？", "谁写了竹影茶社的报道？")]
    [InlineData("哒兔换电2024年营收多少？", "竹影茶社哪一年开业？", "竹影茶社哪一年开业？")]
    public async Task Of_what_a_follow_up_may_mean_the_library_answers_decide(string earlier, string question, string understood)
    {
        await using var library = await SampleLibrary.OpenAsync(
        [
            ("swap", "哒兔换电的一年", "2024年，哒兔换电营收为9.7亿元。哒兔换电有员工218名。"),
            ("tea", "竹影茶社", "竹影茶社2012年在青石巷开业，有员工6名。"),
        ]);
        var read = await library.UnderstandAsync(question, new AskOptions { Earlier = earlier }, TestContext.Current.CancellationToken);
        Assert.Equal(understood, read);
    }

    [Fact]
    public async Task An_empty_library_abstains()
    {
        await using var empty = await TanyuanLibrary.OpenInMemoryAsync(cancellationToken: TestContext.Current.CancellationToken);
        var answer = await empty.AskAsync("望潮大桥全长多少公里？", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(answer.Abstained);
        Assert.Empty(answer.Ranked);
    }

    Task<Answer> AskAsync(string question) => _library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);
}
