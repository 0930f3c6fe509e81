using Tanyuan.Library;

namespace Tanyuan.Answers.Tests.Composing;

/// <summary>Answers that are more than a fact: lists, comparisons, summaries, timelines, yes or no, and sources that disagree.</summary>
public sealed class FormTests(FormTests.Stories stories) : IClassFixture<FormTests.Stories>
{
    [Fact]
    public async Task A_list_gives_each_item_at_its_place()
    {
        var answer = await AskAsync("岚溪植物园有哪些展馆？");
        Assert.Equal(AnswerForm.List, answer.Form);
        Assert.Equal(["蕨类馆", "兰花馆", "沙漠馆", "水生馆"], answer.Statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData("目前海平电力、远帆建设和青禾银行都是星桥科技的客户。")]
    [InlineData("星桥科技的客户包括海平电力、远帆建设和青禾银行。")]
    [InlineData("星橋科技成立以來客戶不少，其中海平電力、遠帆建設和青禾銀行均為大客戶。")]
    public async Task What_opens_and_closes_a_row_is_no_part_of_its_items(string text)
    {
        var answer = await OnePage.AskAsync("星桥科技", "星桥科技总部在临江。" + text, "星桥科技的客户有哪些？", 0);
        Assert.Equal(AnswerForm.List, answer.Form);
        Assert.Equal(["海平电力", "远帆建设", "青禾银行"], answer.Statements.Select(statement => statement.Text.Replace('電', '电').Replace('遠', '远').Replace("建設", "建设", StringComparison.Ordinal).Replace("銀", "银", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("石泉动物园有哪些展馆？")]
    [InlineData("岚溪水族馆有哪些展馆？")]
    public async Task A_row_of_the_sort_asked_for_does_not_answer_for_another_place(string question)
    {
        var answer = await AskAsync(question);
        Assert.True(answer.Abstained, $"{answer.Confidence:F3}");
    }

    [Fact]
    public async Task What_a_page_asks_itself_is_no_item_and_no_statement()
    {
        var list = await AskAsync("修竹椅有哪些工具？");
        Assert.Equal(["篾刀", "刮刀", "木槌"], list.Statements.Select(statement => statement.Text));
        var told = await AskAsync("什么是竹钉？");
        Assert.False(told.Abstained);
        Assert.DoesNotContain(told.Statements, statement => statement.Text.EndsWith('？'));
    }

    [Fact]
    public async Task A_timeline_is_in_the_order_of_time_with_dates_and_without_repeats()
    {
        var answer = await AskAsync("梳理岚溪植物园的发展历程");
        Assert.Equal(AnswerForm.Timeline, answer.Form);
        Assert.Equal(["1958-04", "1987", "2003-09-12", "2021"], answer.Statements.Select(statement => statement.Date));
    }

    [Fact]
    public async Task A_summary_takes_a_few_different_sentences_in_source_order()
    {
        var answer = await AskAsync("总结一下岚溪植物园");
        Assert.Equal(AnswerForm.Summary, answer.Form);
        Assert.InRange(answer.Statements.Count, 3, 5);
        Assert.Equal(answer.Statements.Select(statement => statement.Text).Distinct(), answer.Statements.Select(statement => statement.Text));
        foreach (var document in answer.Statements.GroupBy(statement => statement.Citations[0].DocumentId))
            Assert.Equal(document.OrderBy(statement => statement.Citations[0].Start), document);
        Assert.All(answer.Statements, statement => Assert.Contains("garden", statement.Citations[0].DocumentId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_tells_of_both_sides()
    {
        var answer = await AskAsync("青石渡轮和白帆渡轮有什么区别？");
        Assert.Equal(AnswerForm.Compare, answer.Form);
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("青石渡轮", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("白帆渡轮", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sides_of_a_comparison_may_be_named_with_what_is_theirs()
    {
        var answer = await AskAsync("比较青石渡轮的票价和白帆渡轮的票价");
        Assert.Equal(AnswerForm.Compare, answer.Form);
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("28元", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("15元", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_said_of_another_deed_is_neither_yes_nor_no()
    {
        var answer = await AskAsync("晴川电池已经量产了吗？");
        Assert.Equal(AnswerForm.YesNo, answer.Form);
        Assert.Null(answer.IsSo);
    }

    [Fact]
    public async Task A_summary_may_take_sentences_that_tell_of_the_topic_in_other_words_unless_that_is_switched_off()
    {
        const string question = "总结一下木拱桥";
        var stop = TestContext.Current.CancellationToken;
        var widened = await stories.Library.AskAsync(question, cancellationToken: stop);
        var plain = await stories.Library.AskAsync(question, new AskOptions { Expansion = QueryExpansion.Never }, stop);
        Assert.Contains("bridge-3", widened.Ranked);
        Assert.DoesNotContain("bridge-3", plain.Ranked);
        Assert.Equal(plain.Ranked, widened.Ranked.Take(plain.Ranked.Count));
    }

    [Theory]
    [InlineData("青石渡轮是2011年开航的吗？", true)]
    [InlineData("青石渡轮是2015年开航的吗？", false)]
    [InlineData("白帆渡轮运送汽车吗？", false)]
    public async Task Yes_and_no_are_said_where_the_sources_are_plain(string question, bool expected)
    {
        var answer = await AskAsync(question);
        Assert.Equal(AnswerForm.YesNo, answer.Form);
        Assert.Equal(expected, answer.IsSo);
    }

    [Fact]
    public async Task Sources_that_disagree_stand_side_by_side()
    {
        var answer = await AskAsync("雁落塔高多少米？");
        Assert.True(answer.Disagrees);
        Assert.Equal(2, answer.Statements.Count);
        Assert.Equal(2, answer.Statements.Select(statement => statement.Citations[0].DocumentId).Distinct().Count());
    }

    [Fact]
    public async Task Copies_of_a_text_count_as_one_source()
    {
        var answer = await AskAsync("柳湾灯节是谁发起的？");
        Assert.Contains("何舟", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Statements[0].IndependentSources);
    }

    [Theory]
    [InlineData("总结一下火星基地")]
    [InlineData("梳理天鹅号空间站的发展历程")]
    [InlineData("金星车和木星车有什么区别？")]
    public async Task A_topic_that_the_sources_do_not_have_is_left_unanswered(string question) => Assert.True((await AskAsync(question)).Abstained);

    Task<Answer> AskAsync(string question) => stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);

    public sealed class Stories : IAsyncLifetime
    {
        const string Lantern = "柳湾灯节由退休教师何舟在2009年发起，最初只有十二盏灯。如今每年正月有三百多盏灯挂满河岸，吸引两万名游客。灯架全部用旧渔网编成，节后拆下来再用。";

        public TanyuanLibrary Library { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Library = await SampleLibrary.OpenAsync(
        [
            ("garden-1", "岚溪植物园简介",
                "岚溪植物园位于岚溪市西郊，占地120公顷，收集植物6300种。园内设有蕨类馆、兰花馆、沙漠馆和水生馆，全年开放。植物园由植物学家陆青禾创办，1958年4月动工兴建。"
                + "1987年，植物园建成了第一座温室。2021年，植物园接待游客85万人次。"),
            ("garden-2", "岚溪植物园的种子库",
                "岚溪植物园的种子库于2003年9月12日启用，保存着4100种野生植物的种子。种子在零下20摄氏度保存，每十年抽检一次发芽率。负责人方屿说，种子库最重要的任务是保存本地的濒危植物。1987年，植物园建成了第一座温室。"),
            ("ferry-1", "青石渡轮", "青石渡轮2011年开航，往返于青石岛与临港之间，单程45分钟，票价28元。青石渡轮可以运送汽车，每班最多载车32辆。"),
            ("ferry-2", "白帆渡轮", "白帆渡轮2016年开航，往返于白帆岛与临港之间，单程20分钟，票价15元。白帆渡轮不运送汽车，只载乘客。"),
            ("tower-1", "雁落塔", "雁落塔高48米，共九层，建于明代。"),
            ("tower-2", "雁落塔重修记", "雁落塔高52米，塔身八角，近年重修。"),
            ("chair-1", "修竹椅", "修竹椅有没有便宜、顺手的工具？修竹椅的工具有篾刀、刮刀和木槌。竹钉是用老竹削成的细钉，用来接合竹椅的腿。竹钉为什么比铁钉耐用？竹钉和竹椅一起胀缩，不会生锈。"),
            ("battery-1", "晴川电池", "晴川电池的中试线在临港正式投产，设计年产能200兆瓦时。"),
            ("bridge-1", "笔记一", "梅坞木拱桥由编木匠人搭起，匠人用榫卯咬合，廊屋遮雨。"),
            ("bridge-2", "笔记二", "双溪木拱桥的编木匠人姓何，榫卯不用铁钉。"),
            ("bridge-3", "笔记三", "编木匠人渐少，榫卯手艺靠师徒口授，廊屋也少有人修。"),
            ("lantern-1", "柳湾灯节", Lantern),
            ("lantern-2", "柳湾灯节又到了", Lantern + "今年的灯节从正月十二开始。"),
            ("lantern-3", "访柳湾灯节发起人", "记者在河边见到了何舟。柳湾灯节就是何舟发起的，他说当年只想让孩子们晚上有个去处。"),
        ]);

        public ValueTask DisposeAsync() => Library.DisposeAsync();
    }
}
