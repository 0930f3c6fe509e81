namespace Tanyuan.Answers.Questions;

/// <summary>
/// The addresses that well-known sites go by, for a question that names one as people do: 新浪 stands in no address. A name that is not listed
/// is looked for as it is.
/// </summary>
internal static class Outlets
{
    static readonly (string Names, string Hosts)[] Known =
    [
        ("新浪", "sina."), ("微博", "weibo."), ("搜狐", "sohu."), ("网易", "163.com netease."), ("腾讯", "qq.com tencent."), ("凤凰", "ifeng."), ("新华", "xinhuanet. news.cn"),
        ("人民", "people.com people.cn"), ("央视", "cctv. cntv."), ("中新", "chinanews."), ("环球", "huanqiu."), ("光明", "gmw.cn"), ("澎湃", "thepaper."), ("界面", "jiemian."),
        ("财新", "caixin."), ("第一财经", "yicai."), ("东方财富", "eastmoney."), ("和讯", "hexun."), ("雪球", "xueqiu."), ("虎嗅", "huxiu."), ("36氪", "36kr."), ("钛媒体", "tmtpost."),
        ("知乎", "zhihu."), ("豆瓣", "douban."), ("百度", "baidu."), ("头条", "toutiao."), ("哔哩哔哩, b站", "bilibili."), ("it之家", "ithome."), ("太平洋电脑", "pconline."), ("中关村在线", "zol.com"),
        ("csdn", "csdn."), ("博客园", "cnblogs."), ("简书", "jianshu."), ("维基百科, 维基, wikipedia", "wikipedia."), ("联合早报", "zaobao."), ("联合新闻, 联合报", "udn."), ("中时", "chinatimes."),
        ("自由时报", "ltn."), ("苹果日报", "appledaily."), ("明报", "mingpao."), ("路透, 路透社, reuters", "reuters."), ("彭博, 彭博社, bloomberg", "bloomberg."), ("美联社", "apnews."),
        ("法新社", "afp."), ("纽约时报, the new york times", "nytimes."), ("华尔街日报, the wall street journal", "wsj."), ("金融时报, the financial times", "ft.com ftchinese."), ("卫报, the guardian", "theguardian."),
        ("日经", "nikkei."), ("bbc", "bbc."), ("cnn", "cnn."), ("github", "github."), ("youtube", "youtube."),
    ];

    static readonly Dictionary<string, string[]> Hosts = Known
        .SelectMany(entry => entry.Names.Split(", ").Select(name => (Name: name, entry.Hosts)))
        .ToDictionary(entry => entry.Name, entry => entry.Hosts.Split(' '), StringComparer.Ordinal);

    /// <summary>Whether a folded name is that of a site listed here.</summary>
    public static bool IsKnown(string name) => Hosts.ContainsKey(Stem(name));

    /// <summary>Parts of the addresses that a site goes by; empty for one that is not listed.</summary>
    public static IReadOnlyList<string> HostsOf(string name) => Hosts.GetValueOrDefault(Stem(name), []);

    /// <summary>A site's name without the word that says what it is: 新浪 for 新浪网, 新浪财经.</summary>
    public static string Stem(string name)
    {
        foreach (var ending in (ReadOnlySpan<string>)["新闻网", "新闻客户端", "客户端", "新闻", "财经", "科技", "网站", "官网", "百科", "日报", "网", "上"])
        {
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal) && !Hosts.ContainsKey(name))
                return name[..^ending.Length];
        }

        return name;
    }
}
