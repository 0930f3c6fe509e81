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
