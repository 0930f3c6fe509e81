using System.Text;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.TextPages;

/// <summary>Noise planted in a sound article goes and the article stays; so do pages that only look like noise.</summary>
public sealed class PlantedNoiseTests
{
    static readonly string[] Article = [TextPageTests.Tea, TextPageTests.Ferry];

    static readonly string[][] Trades =
    [
        ["不锈钢管厂家", "液压泵维修", "二手挖掘机", "数控机床价格", "空压机配件", "升降平台厂家"],
        ["离婚律师", "债务纠纷律师", "律师咨询电话", "工伤赔偿标准", "合同纠纷律师", "劳动仲裁代理"],
        ["传奇私服发布网", "手游辅助", "游戏代练", "点卡充值", "外挂下载", "捕鱼平台"],
        ["機車借款", "汽車借款免留車", "當舖借錢", "房屋二胎", "支票貼現", "小額借貸"],
        ["室內設計推薦", "系統櫃價格", "冷氣安裝", "水電維修", "裝潢費用", "舊屋翻新"],
    ];

    static readonly string[] Cities = ["临江", "青州", "云浦", "海宁"];

    /// <summary>Pages parted by a row of equals signs: timetables, price lists, songs, rolls of names and the like.</summary>
    public static TheoryData<string> PagesLikeNoise() => [.. File.ReadAllText(Repository.File("tests", "Tanyuan.Pages.Tests", "TextPages", "pages-like-noise.txt")).Split("\n=====\n").Select(page => page.Trim('\n'))];

    public static TheoryData<int, string> Farms()
    {
        var data = new TheoryData<int, string>();
        for (var trade = 0; trade < Trades.Length; trade++)
        {
            foreach (var separator in (string[])["_", "|", "丨", " | ", "、", "★", "◆", "●", "→", "#", "-", "\n"])
                data.Add(trade, separator);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PagesLikeNoise))]
    public void A_page_that_only_looks_like_noise_stays_whole(string page)
    {
        var document = Read(page);

        Assert.Empty(document.Side);
        Assert.Empty(document.Drops);
        Assert.Equal(Flat(page), Flat((document.TitleIsDerived ? "" : document.Title) + document.Text));
    }

    [Theory]
    [MemberData(nameof(Farms))]
    public void Search_phrases_of_any_trade_are_dropped_wherever_they_stand(int trade, string separator)
    {
        var random = new Random(1 + trade);
        var phrases = Enumerable.Range(0, 30).Select(_ => (random.Next(3) == 0 ? Cities[random.Next(Cities.Length)] : "") + Trades[trade][random.Next(6)]).ToList();
        phrases.Insert(7, "海岛地震？专家这样说");
        phrases.Insert(15, "老城区新桥通车");
        var farm = string.Join(separator, phrases);

        foreach (var page in (string[])[farm + "\n" + string.Join('\n', Article), Article[0] + "\n" + farm + "\n" + Article[1], string.Join('\n', Article) + "\n" + farm])
        {
            var document = Read(page);

            Assert.Equal(string.Join('\n', Article), document.Text);
            Assert.All(document.Drops, drop => Assert.Equal("link-farm", drop.Rule));
        }
    }

    [Fact]
    public void Search_phrases_that_break_off_before_a_link_are_dropped_with_it()
    {
        var farm = string.Join('|', Trades[0].Concat(Trades[3])) + "…[欲知后事]";

        var document = Read(farm + "\n" + string.Join('\n', Article));

        Assert.Equal(string.Join('\n', Article), document.Text);
        Assert.Equal(new Drop("link-farm", farm), Assert.Single(document.Drops));
    }

    [Theory]
    [InlineData("...")]
    [InlineData("……")]
    [InlineData("…[详细]")]
    [InlineData("...[查看全文]")]
    public void Snippets_that_go_on_behind_dots_become_side_text(string end)
    {
        string[] snippets =
        [
            "退役的纜車車廂被改成了圖書室，一次只能坐六個人，預約已經排到明年春天，館長說" + end,
            "研究人員在沙漠邊緣的古井中發現了一種以鐵為食的細菌，它能在攝氏九十度的水裏" + end,
            "山村小學只剩下七名學生，新來的音樂老師卻組起了一支口琴隊，每個星期五下午在" + end,
        ];

        var document = Read(string.Join('\n', [.. Article, .. snippets]));

        Assert.Equal(string.Join('\n', Article), document.Text);
        Assert.Equal(snippets, document.Side);
    }

    [Fact]
    public void Lines_that_no_rule_knows_go_with_the_frame_they_stand_in()
    {
        var document = Read(string.Join('\n',
        [
            "本港快线 风力三级", "首页 > 生活 > 正文", "望川茶棚的烘茶人", .. Article,
            "版权所有：白礁在线 未经书面授权不得转载", "值班船长 老周", "浙ICP备12345678号", "灯塔模式",
        ]));

        Assert.Equal("望川茶棚的烘茶人", document.Title);
        Assert.Equal(string.Join('\n', Article), document.Text);
    }

    static Document Read(string page)
    {
        var reading = PageReader.Read(new Page("page.txt", Encoding.UTF8.GetBytes(page), PageFormat.Text), TestContext.Current.CancellationToken);
        Assert.Null(reading.Quarantine);
        return Assert.Single(reading.Documents);
    }

    static string Flat(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));
}
