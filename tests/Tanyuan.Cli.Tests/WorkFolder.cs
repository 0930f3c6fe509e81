namespace Tanyuan.Cli.Tests;

/// <summary>A folder for one test, with pages in it, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("tanyuan-cli-").FullName;

    public string Pages => Path.Combine(Root, "pages");

    public WorkFolder WithPages()
    {
        Directory.CreateDirectory(Pages);
        File.WriteAllText(
            Path.Combine(Pages, "bridge.txt"),
            """
            云溪大桥今日通车

            2023年5月6日 来源：云溪日报

            连接云溪市两岸的云溪大桥今天上午正式通车。大桥全长3.2公里，总投资18.6亿元，由设计师陆知远主持设计。
            市交通局表示，大桥开通以后，两岸之间的车程将由40分钟缩短到8分钟。
            为了保护江中的水鸟，施工方把工期从三年延长到四年。
            """);
        File.WriteAllText(
            Path.Combine(Pages, "tea.html"),
            """
            <!doctype html><html lang="zh-Hant"><head><meta charset="utf-8"><title>青嵐茶行推出新茶 - 山城新聞網</title></head>
            <body><nav><a href="/">首頁</a><a href="/n">新聞</a><a href="/c">聯絡我們</a></nav>
            <article><h1>青嵐茶行推出新茶</h1><p class="meta">2022-03-15 記者：沈若梅</p>
            <p>青嵐茶行昨天宣布推出名為「霧頂」的高山烏龍茶，每盒售價680元，首批只生產2400盒。</p>
            <p>茶行創辦人高明遠表示，這批茶葉採自海拔1650公尺的茶園，製作過程花費了21天。</p></article>
            <footer>版權所有 山城新聞網</footer></body></html>
            """);
        File.WriteAllBytes(Path.Combine(Pages, "noise.txt"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
