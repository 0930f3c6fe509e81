using System.Collections.Frozen;

namespace Tanyuan.Answers.Questions;

/// <summary>Names of one thing: short and full ones, Chinese and Latin ones. Only such as mean the same wherever they stand; a page that has one is found by the other.</summary>
internal static class Glossary
{
    // A line in a name stands for a blank.
    static readonly string[] Groups =
    [
        "ceo chief_executive chief_executive_officer 首席执行官 行政总裁", "cfo chief_financial_officer 首席财务官 财务总监", "cto chief_technology_officer 首席技术官 技术总监", "coo chief_operating_officer 首席运营官", "ipo 首次公开募股 首次公开发行", "gdp 国内生产总值", "cpi 居民消费价格指数 消费者物价指数", "gpu 显卡 图形处理器 图形处理单元", "cpu 中央处理器 处理器",
        "ai 人工智能", "llm 大语言模型 大型语言模型", "api 应用程序接口 应用编程接口", "app 应用程序 手机应用", "wifi wi-fi 无线网络", "pc 个人电脑", "vr 虚拟现实", "ar 增强现实", "iot 物联网", "5g 第五代移动通信", "evs 电动汽车 电动车", "dna 脱氧核糖核酸", "hiv 艾滋病毒",
        "who 世界卫生组织 世卫组织 世卫", "wto 世界贸易组织 世贸组织 世贸", "imf 国际货币基金组织", "nasa 美国国家航空航天局 美国太空总署", "nba 美国职业篮球联赛 美国职篮", "fifa 国际足球联合会 国际足联", "ioc 国际奥林匹克委员会 国际奥委会", "un 联合国", "eu 欧盟 欧洲联盟",
        "营收 营业收入", "净利 净利润 纯利", "市值 总市值", "奥运 奥运会 奥林匹克运动会", "世博 世博会 世界博览会", "高铁 高速铁路", "北大 北京大学", "清华 清华大学", "复旦 复旦大学", "台大 台湾大学", "中科院 中国科学院", "发改委 国家发展和改革委员会", "央行 中国人民银行", "证监会 中国证券监督管理委员会",
        "微软 microsoft", "苹果公司 apple", "谷歌 google", "亚马逊 amazon", "英特尔 intel", "英伟达 辉达 nvidia", "特斯拉 tesla", "三星 samsung", "索尼 sony", "丰田 toyota", "华为 huawei", "小米 xiaomi", "腾讯 tencent", "阿里巴巴 阿里 alibaba", "百度 baidu", "字节跳动 bytedance", "台积电 台积 tsmc", "任天堂 nintendo",
        "author 作者", "founder 创始人 创办人", "licence license 许可证", "customer 客户", "employee 员工 雇员", "population 人口", "联合国教科文组织 unesco", "因特网 互联网 网际网路 internet", "计算机 电脑", "软件 软体", "硬盘 硬碟", "光盘 光碟", "出租车 计程车", "公交车 公车 巴士", "地铁 捷运", "自行车 脚踏车 单车", "新冠 新冠肺炎 covid-19", "激光 雷射", "机器人 robot", "悉尼 雪梨", "新西兰 纽西兰", "意大利 义大利", "沙特阿拉伯 沙乌地阿拉伯",
    ];

    static readonly FrozenDictionary<string, string[]> ByName = Groups.SelectMany(group => group.Split(' ').Select(name => name.Replace('_', ' ')).ToArray() is var names ? names.Select(name => (name, names)) : [])
        .GroupBy(pair => pair.name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.names).Distinct().Where(name => name != group.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>Other names of what a folded word names; empty where none are known.</summary>
    public static IReadOnlyList<string> Of(string word) => ByName.GetValueOrDefault(word, []);

    /// <summary>The names in a folded text that the glossary has others for, each with those; a Latin one only as a word of its own.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<string> Others)> In(string key)
    {
        // «Who» asks in English, and names in Chinese.
        var english = !Phrases.HasHan(key);
        foreach (var (name, others) in ByName)
        {
            if (!(english && Phrases.IsFunctional(name)) && Evidence.QuestionMatcher.Find(key, name, 0) >= 0 && !others.Any(other => other.Contains(name, StringComparison.Ordinal) && key.Contains(other, StringComparison.Ordinal)))
                yield return (name, others);
        }
    }
}
