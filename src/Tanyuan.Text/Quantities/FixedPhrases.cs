using System.Collections.Frozen;

namespace Tanyuan.Text.Quantities;

/// <summary>Idioms and names that begin with a numeral and count nothing, with those whose numeral even has a measure word behind it.</summary>
internal static class FixedPhrases
{
    static readonly FrozenDictionary<char, string[]> ByFirst =
        ("十分钟爱 十字 二次世界大战 五代十国 六朝 四书五经 三国志 三国演义 一年一度 一天到晚 一周年庆 一块儿 一元化 一元论 二元论 三元论 一年四季 一年到头 千万不 千万别 千万要 十有八九 三头六臂 三番五次 三天两头 三年五载 三年两载 三位一体 三人行 三只松鼠 六个核桃 五个一工程 两口子 三口之家 " +
            "十万个为什么 十万八千里 九九八十一 五台山 七台河 五道口 三元桥 三元里 三元区 五棵松 七匹狼 三元食品 三元股份 四大名著 两点一线 一点资讯 一加一 八仙过海 八宝山 四合院 五金 百年大计 百年老店 百年好合 千家万户 万家灯火 四个全面 四个自信 两个维护 两个确立 三个代表 八项规定 " +
            "三个臭皮匠 半斤八两 五口之家 四口之家 三点一线 三句话 两面派 三分球 两分球 三分线 五年级 一年级 二年级 三年级 四年级 六年级 三类股东 三板斧 两手抓 两张皮 一国两制 三件套 四件套 九头鸟 千层饼 百叶窗 百家姓 百家争鸣 百家讲坛 百家号 七夕 三伏天 三九天 三八节 六一儿童节 五一劳动节 十一黄金周 " +
            "五四运动 七七事变 九一八 一二九运动 十月革命 八月十五 五月天 三月三 九个太阳 四面体 六面体 八面体 一时间 二十四节气 十二生肖 十字路口 七年之痒 一日游 二日游 三日游")
        .Split(' ').GroupBy(phrase => phrase[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    /// <summary>The length of the phrase that stands at a place, or 0.</summary>
    public static int LengthAt(in QuantityText text, int at) => ByFirst.TryGetValue(text[at], out var phrases) ? text.LengthOfAny(at, phrases) : 0;
}
