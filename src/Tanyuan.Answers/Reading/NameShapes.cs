using System.Collections.Frozen;
using Tanyuan.Answers.Questions;

namespace Tanyuan.Answers.Reading;

/// <summary>Tells from its form what a folded span could name: a person by surname or transliteration, an organisation or place by its ending.</summary>
internal static class NameShapes
{
    const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
        + "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧阳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
        + "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";

    static readonly FrozenSet<string> CompoundSurnames = FrozenSet.ToFrozenSet(
        ["欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "长孙", "慕容", "宇文", "端木", "公孙", "令狐", "轩辕", "百里", "呼延", "东郭", "拓跋", "完颜"]);

    static readonly string[] OrganisationEndings =
    [
        "公司", "集团", "大学", "学院", "研究院", "研究所", "实验室", "银行", "协会", "学会", "基金会", "委员会", "联盟", "中学", "小学", "学校", "书院", "医院", "法院", "政府", "部门",
        "俱乐部", "乐团", "乐队", "球队", "出版社", "报社", "电视台", "电台", "通讯社", "证券", "科技", "工厂", "党", "军团", "组织", "机构", "总署", "总局", "部", "局", "队", "社", "厂", "会", "院", "军", "inc", "corp", "ltd", "university", "group",
    ];

    const string PlaceEndings = "国省市县区州岛洲镇乡村街路里湾港河江湖海山岭峰谷原城府郡道站寺庙宫桥园馆堂塔洋峡漠地";

    static readonly string[] PersonTitles =
    [
        "先生", "女士", "小姐", "博士", "教授", "总统", "主席", "总理", "首相", "部长", "市长", "省长", "校长", "院长", "董事长", "总裁", "总经理", "经理", "总监", "教练", "将军", "国王", "皇帝", "导演", "演员", "歌手",
        "作家", "诗人", "ceo", "cto", "cfo", "创始人", "创办人", "负责人", "主任", "会长", "队长", "记者", "主编", "设计师", "工程师", "科学家", "学家", "编剧", "制片人", "上将", "元帅", "大臣", "执行官", "首席科学家", "秘书", "秘书长", "书记", "局长", "司长", "处长", "副总", "合伙人", "顾问", "发言人", "研究员", "分析师", "律师", "医生",
    ];

    /// <summary>How much a span looks like a person's name: 0 not, 1 perhaps (a surname and one or two characters), 2 likely (transliterated with a dot).</summary>
    public static int Person(ReadOnlySpan<char> key)
    {
        if (key.ContainsAny('·', '•', '‧'))
            return 2;
        if (key.Length is < 2 or > 4 || key[0] < '\u3400')
            return 0;
        if (key.Length > 2 && CompoundSurnames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key[..2]))
            return 1;
        return key.Length <= 3 && Surnames.Contains(key[0]) ? 1 : 0;
    }

    /// <summary>Whether a span ends as organisations do: 2 for a long ending, 1 for one character.</summary>
    public static int Organisation(ReadOnlySpan<char> key)
    {
        foreach (var ending in OrganisationEndings)
        {
            if (key.Length > ending.Length && key.EndsWith(ending, StringComparison.Ordinal))
                return ending.Length > 1 ? 2 : 1;
        }

        return 0;
    }

    /// <summary>Whether a span ends as places do.</summary>
    public static bool Place(ReadOnlySpan<char> key) => key.Length > 1 && PlaceEndings.Contains(key[^1]);

    /// <summary>Whether a title of a person stands right before <paramref name="start"/> or right after <paramref name="end"/>.</summary>
    public static bool HasPersonTitle(ReadOnlySpan<char> key, int start, int end)
    {
        foreach (var title in PersonTitles)
        {
            if (key[..start].EndsWith(title, StringComparison.Ordinal) || key[end..].StartsWith(title, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a text begins with a surname.</summary>
    public static bool BeginsWithSurname(ReadOnlySpan<char> key) =>
        key.Length > 0 && (Surnames.Contains(key[0]) || (key.Length > 2 && CompoundSurnames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key[..2])));

    /// <summary>Whether a span ends in a title of a person: 副總裁, 首席执行官.</summary>
    public static bool IsPosition(ReadOnlySpan<char> key)
    {
        foreach (var title in PersonTitles)
        {
            if (key.EndsWith(title, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether speech follows the span: 表示, 说, 认为.</summary>
    public static bool Speaks(ReadOnlySpan<char> after) =>
        after.StartsWith("表示") || after.StartsWith("说") || after.StartsWith("认为") || after.StartsWith("指出") || after.StartsWith("介绍") || after.StartsWith("称,") || after.StartsWith("告诉");
}
