using Tanyuan.Library;

namespace Tanyuan.Answers.Tests.Composing;

/// <summary>How something is done, how it is now and how two things differ, from pages of our own.</summary>
public sealed class MannerTests(MannerTests.Stories stories) : IClassFixture<MannerTests.Stories>
{
    [Fact]
    public async Task Steps_under_a_head_that_promises_them_are_told_in_order()
    {
        var answer = await AskAsync("在桐城怎么办居住证？");
        Assert.Equal(AnswerForm.How, answer.Form);
        Assert.Equal(["在“桐城通”里填写住址并上传租房合同。", "到社区服务站核验身份证原件。", "十五天后凭短信领取证件。"], answer.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task Numbered_steps_are_told_in_order()
    {
        var answer = await AskAsync("墨竹打印机怎么更换墨盒？");
        Assert.Equal(4, answer.Statements.Count);
        Assert.StartsWith("1.", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("4.", answer.Statements[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_answers_to_its_own_how_is_a_way() =>
        Assert.Contains("竹篾", (await AskAsync("秦不言靠什么办法不让风筝断线？")).Statements[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("在桐城怎么办营业执照？")]
    [InlineData("墨竹打印机怎么连接手机？")]
    [InlineData("墨竹打印机和青鸟打印机哪个更安静？")]
    [InlineData("渡口公园现在的园长是谁？")]
    public async Task What_no_page_tells_is_declined(string question) => Assert.True((await AskAsync(question)).Abstained);

    [Theory]
    [InlineData("渡口公园现在几点开门？", "6:00至22:00")]
    [InlineData("渡口公园的门票现在多少钱？", "免费")]
    [InlineData("最新确认的渡口公园坠树事故伤者人数是多少？", "4人")]
    public async Task How_it_is_now_is_what_the_latest_change_says(string question, string expected) => Assert.Equal(expected, (await AskAsync(question)).Statements[0].Text);

    [Theory]
    [InlineData("墨竹P3和P1哪个更轻？", "4.1公斤", "6.3公斤")]
    [InlineData("墨竹P3比P1贵多少？", "1299元", "799元")]
    [InlineData("墨竹P1和P3打印速度差多少？", "每分钟18页", "每分钟30页")]
    public async Task What_two_things_are_compared_in_is_asked_of_either(string question, string first, string second)
    {
        var answer = await AskAsync(question);
        Assert.Equal(AnswerForm.Compare, answer.Form);
        Assert.Equal([first, second], answer.Statements.Select(statement => statement.Text));
        Assert.Equal(2, answer.Steps.Count);
    }

    [Theory]
    [InlineData("墨竹P1的盒子里有什么？", "主机、电源线、光盘")]
    [InlineData("墨竹P1保修多久？", "一年")]
    [InlineData("墨竹P1是在哪里生产的？", "桐城")]
    public async Task A_label_is_asked_for_in_other_words(string question, string expected) => Assert.Equal(expected, (await AskAsync(question)).Statements[0].Text);

    Task<Answer> AskAsync(string question) => stories.Library.AskAsync(question, cancellationToken: TestContext.Current.CancellationToken);

    public sealed class Stories : IAsyncLifetime
    {
        public TanyuanLibrary Library { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Library = await SampleLibrary.OpenAsync(
        [
            ("card", "桐城市居住证办理指南", "在桐城住满半年的外地居民可以领居住证。\n办理流程\n在“桐城通”里填写住址并上传租房合同。\n到社区服务站核验身份证原件。\n十五天后凭短信领取证件。\n咨询电话：0555-1100"),
            ("ink", "墨竹打印机更换墨盒说明", "墨竹打印机的墨盒用完后要及时更换。\n1. 打开前盖，等滑架停在中间。\n2. 按下墨盒上的卡扣，向外抽出。\n3. 撕掉新墨盒的封条，推到底。\n4. 合上前盖，打印一张测试页。"),
            ("kite", "专访风筝匠秦不言", "记者：您做了多少年风筝？\n秦不言：四十一年。\n记者：您怎么让风筝不断线？\n秦不言：线要先在桐油里泡一夜，再用竹篾压紧，放的时候顺着风慢慢收。"),
            ("park", "渡口公园游园须知", "（2019年4月2日）开放时间：7:00至20:00。门票：成人10元。"),
            ("change", "渡口公园调整开放时间的公告", "2024年3月5日\n自4月1日起，渡口公园开放时间调整为6:00至22:00，门票由10元降为免费。"),
            ("tree", "渡口公园坠树事故情况更正", "2024年7月9日\n渡口公园坠树事故“受伤人数升至5人”的报道有误，实际伤者人数为4人。"),
            ("p1", "墨竹 P1 打印机参数", "重量\t4.1公斤\n打印速度\t每分钟18页\n建议零售价\t799元\n保修期\t一年\n产地\t桐城\n装箱清单\t主机、电源线、光盘"),
            ("p3", "墨竹 P3 打印机参数", "重量\t6.3公斤\n打印速度\t每分钟30页\n建议零售价\t1299元\n保修期\t三年"),
        ]);

        public ValueTask DisposeAsync() => Library.DisposeAsync();
    }
}
