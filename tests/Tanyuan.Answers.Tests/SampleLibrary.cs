using System.Text;
using Tanyuan.Library;
using Tanyuan.Pages;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Answers.Tests;

/// <summary>A library in memory of a few articles that we wrote: news, an interview and a reference text, in both scripts and English.</summary>
public sealed class SampleLibrary : IAsyncLifetime
{
    static readonly (string Id, string Title, string Text)[] Articles =
    [
        ("harbour", "临港新桥通车",
            "本报讯 连接临港区与青石岛的望潮大桥昨日正式通车。大桥全长12.6公里，双向六车道，设计时速100公里。"
            + "工程于2019年3月开工，总投资86亿元，由远帆建设集团承建。总工程师沈怀远表示，施工中最难的是海上大风，全年能作业的日子不到两百天。"
            + "通车后，从青石岛到市区的车程由两个小时缩短到二十五分钟。据交通部门预计，首年日均车流量约为3.4万辆，其中货车占27.5%。"
            + "由于岛上淡水不足，大桥下方还同步铺设了一条供水管道。"),
        ("company", "微岚科技发布新一代语音芯片",
            "微岚科技今天在杭州发布了语音芯片WL-9，这是该公司推出的第三代产品。微岚科技首席执行官罗清许说，WL-9的功耗只有上一代的四成，售价为199元。"
            + "公司成立于2014年，现有员工1,320人，其中研发人员占61%。去年公司营业收入达到15.8亿元，比前年增长23%。"
            + "谈到为何放弃自建工厂，罗清许解释说，因为芯片制造需要的资金远远超过公司的承受能力，所以公司选择与代工厂合作。"
            + "WL-9采用了一种名为“静听”的降噪算法，能够在嘈杂环境中识别八种方言。"),
        ("interview", "專訪導演顧念慈：我把外婆的故事拍成電影",
            "導演顧念慈的新片《霧中的渡口》下個月上映。影片講述一位擺渡人尋找失散女兒的故事，由演員白若溪主演，在雲南拍攝了七個月。"
            + "記者問她是怎樣找到資金的，顧念慈說，她先拍了一段十分鐘的短片放到網上，通過眾籌湊到了第一筆三百萬元，然後才有投資公司加入。"
            + "顧念慈1985年出生於台南，畢業於北岸藝術學院。她的第一部作品是紀錄片《鹽田》，曾獲得海島影展最佳紀錄片獎。"),
        ("reference", "赤尾沙鵐",
            "赤尾沙鵐是一種生活在乾旱草原的小型鳥類，體長約14公分，體重20至25克。牠們以草籽和昆蟲為食，每年五月至七月繁殖，每窩產卵三到五枚。"
            + "赤尾沙鵐主要分布於蒙古高原南部。因為過度放牧使草原退化，牠們的數量在近三十年裡減少了一半以上。"),
        ("english", "Harrow Museum opens its new wing",
            "The Harrow Museum opened its new wing on 14 May 2022. The wing was designed by the architect Ines Calloway and cost 42 million dollars. "
            + "It holds about 3,800 objects, most of them ship models given by the Pellworth family. Visitors can reach the museum by tram from Elm Station."),
    ];

    /// <summary>The library.</summary>
    public TanyuanLibrary Library { get; private set; } = null!;

    /// <summary>All articles.</summary>
    public static IEnumerable<(string Id, string Title, string Text)> All => Articles;

    /// <summary>The text of an article.</summary>
    public static string TextOf(string id) => Articles.Single(article => article.Id == id).Text;

    public async ValueTask InitializeAsync() => Library = await OpenAsync(Articles);

    public ValueTask DisposeAsync() => Library.DisposeAsync();

    /// <summary>A library in memory of the given articles.</summary>
    public static async Task<TanyuanLibrary> OpenAsync(IEnumerable<(string Id, string Title, string Text)> articles)
    {
        var library = await TanyuanLibrary.OpenInMemoryAsync();
        await library.AddAsync(articles.Select(article => new SourceItem(
            new Page(article.Id, Encoding.UTF8.GetBytes(article.Text), PageFormat.Article) { ExternalId = article.Id, Title = article.Title }, null)));
        return library;
    }
}
