using System.Collections.Frozen;
using Tanyuan.Text.Words;

namespace Tanyuan.Pages.Metadata;

/// <summary>
/// Splits the names that a dateline runs together, <c>本报记者某某某某北京报道</c>: a known place is taken off the end, then what is left is cut into
/// names of two or three characters so that each begins with a family name. What cannot be cut so is no list of names.
/// </summary>
internal static class ReporterRun
{
    const string FamilyNames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱丘骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳井段富巫焦巴弓牧车侯班仰仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲从鄂索赖卓屠蒙池乔闻党翟谭贡姬申扶冉宰桑桂牛寿边燕冀浦尚农温柴瞿阎充慕连茹艾鱼容向古易慎戈廖庾终居衡步都耿满匡国文寇广东欧利蔚越师巩聂晁敖冷辛那简饶曾关蒯相查荆红游竺权盖岳帅"
        + "趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華謝鄒竇雲蘇範魯韋馬鳳鮑費賀湯羅畢鄔樂時齊顧黃蕭戴談龐紀項藍閔賈婁顏鍾駱蔡樊萬盧應鄧單諸龔陸榮劉葉龍黎賴喬聞譚溫閻連魚師鞏聶簡饒關闕蓋嶽庄莊";

    const int LongestList = 24;

    const int MostNames = 6;

    static readonly char[] Separators = ['、', ' ', '　', '，', ',', ';', '；', '\u00A0'];

    static readonly FrozenSet<string> Places = (
        "北京 上海 天津 重庆 广州 深圳 南京 杭州 成都 武汉 西安 郑州 济南 青岛 沈阳 大连 长春 哈尔滨 石家庄 太原 呼和浩特 合肥 福州 厦门 南昌 长沙 南宁 桂林 海口 三亚 贵阳 昆明 拉萨 兰州 西宁 银川 "
        + "乌鲁木齐 苏州 无锡 常州 宁波 温州 嘉兴 珠海 佛山 东莞 中山 惠州 烟台 潍坊 洛阳 宜昌 襄阳 香港 澳门 台北 高雄 台中 台南 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
        + "广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 台湾 东京 纽约 华盛顿 伦敦 巴黎 柏林 莫斯科 首尔 新加坡 日内瓦 布鲁塞尔 "
        + "重慶 廣州 南京 蘇州 廈門 長沙 貴陽 蘭州 東莞 澳門 臺北 臺中 臺南 臺灣 廣東 廣西 東京 紐約 華盛頓 倫敦 首爾 新竹 嘉義 屏東 花蓮 臺東 台東 基隆 宜蘭 桃園").Split(' ').ToFrozenSet();

    /// <summary>The names in a run, joined by <c>、</c>, or null.</summary>
    public static string? Split(string run)
    {
        for (var length = Math.Min(4, run.Length - 2); length >= 2; length--)
        {
            if (Places.Contains(run[^length..]))
            {
                run = run[..^length];
                break;
            }
        }

        // Three characters before two: most names are that long.
        return run.Length switch
        {
            2 or 3 => IsName(run) ? run : null,
            4 => Join(run, 2),
            5 => Join(run, 3) ?? Join(run, 2),
            6 => Join(run, 3),
            _ => null,
        };
    }

    /// <summary>The names in a line that is nothing but names, joined by <c>、</c>, or null: each begins with a family name, and they are not all words of the language.</summary>
    public static string? List(string line)
    {
        if (line.Length is < 3 or > LongestList)
            return null;
        var names = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var areNames = names.Length is >= 1 and <= MostNames
            && Array.TrueForAll(names, name => IsName(name) && (name.Length == 3 || names.Length > 1))
            && Array.Exists(names, name => WordSegmenter.Default.Frequency(name) == 0);
        return areNames ? string.Join('、', names) : null;
    }

    static string? Join(string run, int first) =>
        IsName(run[..first]) && IsName(run[first..]) ? $"{run[..first]}、{run[first..]}" : null;

    static bool IsName(string name) => name.Length is 2 or 3 && FamilyNames.Contains(name[0]);
}
