using System.Buffers;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// What tells planted search phrases from an honest list, measured over a row or a column of phrases. Who plants phrases draws them from a
/// small stock, so they come back, whole or as heads and tails of each other; they are what people type into a search box to buy or to
/// watch something; and they do not speak of what the page speaks of. A list of names, a timetable or a poem hardly repeats itself; a song
/// does, but speaks in sentences.
/// </summary>
/// <param name="Count">How many phrases there are.</param>
/// <param name="Repeated">The share of their terms that come back in other phrases.</param>
/// <param name="Stock">The share of phrases that come back whole, or share a head or a tail of some length with another.</param>
/// <param name="Sought">The share of phrases that hold a word of searching and selling.</param>
/// <param name="Spoken">The share of phrases that hold a word of speech.</param>
/// <param name="Familiar">The share of their terms that the page's own sentences use.</param>
internal readonly record struct PhraseMeasure(int Count, double Repeated, double Stock, double Sought, double Spoken, double Familiar)
{
    static readonly SearchValues<char> Speech = SearchValues.Create("的了我你您他她它吗呢吧啊就把被让很也这那");

    static readonly SearchValues<string> SearchWords = SearchValues.Create(
        [
            "价格", "报价", "多少钱", "费用", "收费", "便宜", "优惠", "团购", "厂家", "批发", "供应", "采购", "代理", "加盟", "招商", "公司", "哪家", "哪里", "排名", "排行", "推荐", "十大",
            "电话", "联系方式", "官网", "官方", "网站", "网址", "入口", "登录", "注册", "下载", "安装", "安卓", "苹果版", "app", "破解", "免费", "在线", "线上", "观看", "高清", "资源", "地址", "大全", "全集",
            "最新", "版本", "视频", "电影", "影院", "影视", "小说", "直播", "追剧", "动漫", "平台", "出租", "转让", "出售", "租赁", "租车", "二手", "回收", "维修", "搬家", "开锁", "疏通", "保洁", "装修", "装潢",
            "设计", "贷款", "借款", "借钱", "借贷", "套现", "抵押", "信用卡", "配资", "开户", "股票", "期货", "外汇", "彩票", "预测", "投注", "博彩", "购彩", "娱乐城", "棋牌", "百家乐", "赌场", "老虎机", "时时彩",
            "六合彩", "私服", "外挂", "代练", "充值", "代写", "论文", "发票", "刻章", "办证", "代办", "执照", "签证", "机票", "酒店", "预订", "跟团", "包车", "侦探", "律师", "咨询", "代孕", "医院", "诊所", "整形",
            "植发", "植牙", "减肥", "丰胸", "祛斑", "男科", "妇科", "手术", "治疗", "培训", "报名", "学历", "自考", "驾校", "驾照", "建设", "优化", "推广", "seo", "服务器", "域名", "源码", "外链", "养生", "按摩",
            "上门", "桑拿", "交友", "成人", "激情", "精品", "国产", "一区", "二区", "三区", "久久", "欧美", "日韩", "亚洲", "无码", "字幕", "casino", "loans", "cheap", "replica", "pills", "download", "quotes",
            "hosting", "broker", "betting", "xxx", "porn",
        ],
        StringComparison.Ordinal);

    /// <summary>Measures phrases.</summary>
    /// <param name="phrases">The phrases, folded.</param>
    /// <param name="terms">The page's terms.</param>
    /// <param name="own">Which of them the page's own sentences use.</param>
    /// <param name="planted">Which of them come back in farms already found, or null.</param>
    public static PhraseMeasure Of(IReadOnlyList<string> phrases, PageTerms terms, bool[] own, bool[]? planted)
    {
        var ofPhrases = new List<int>();
        int sought = 0, spoken = 0;
        foreach (var phrase in phrases)
        {
            ofPhrases.AddRange(terms.LookUp(phrase));
            sought += phrase.AsSpan().ContainsAny(SearchWords) ? 1 : 0;
            spoken += phrase.AsSpan().ContainsAny(Speech) ? 1 : 0;
        }

        var phrasesHolding = new int[terms.Count];
        foreach (var term in ofPhrases)
            phrasesHolding[term]++;
        var total = ofPhrases.Count;
        int repeated = 0, known = 0;
        foreach (var term in ofPhrases)
        {
            // A term of a link that the line goes on with is no term of the line.
            var isOfLine = term < own.Length;
            repeated += phrasesHolding[term] > 1 || (isOfLine && planted is not null && planted[term]) ? 1 : 0;
            known += isOfLine && own[term] ? 1 : 0;
        }

        return total == 0
            ? new(phrases.Count, 0, 0, 0, 1, 1)
            : new(phrases.Count, (double)repeated / total, PhraseStock.ShareOf(phrases), Share(sought), Share(spoken), (double)known / total);

        double Share(int count) => (double)count / phrases.Count;
    }
}
