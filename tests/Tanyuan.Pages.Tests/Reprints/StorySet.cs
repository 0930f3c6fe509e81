using System.Globalization;
using System.Text;
using Tanyuan.Text.Folding;

namespace Tanyuan.Tests.Shared;

/// <summary>
/// A generated set of stories and their reprints. Stories of one topic are made from one stock of sentences with other names, places and
/// figures, so they share much of their wording: harder to keep apart than real ones. A reprint has another headline above it, a frame around it,
/// its tail cut off, the other script, a tenth of its sentences rewritten, or all of these.
/// </summary>
internal sealed class StorySet(int seed)
{
    static readonly string[][] Topics =
    [
        [
            "{o}在{p}的电池中试线{d}投产，总投资{n}亿元", "这条产线占地{n}万平方米，设计年产能{n}吉瓦时", "{o}的首席科学家{m}说，单体能量密度已经达到{n}瓦时每公斤",
            "按照规划，二期工程将在{d}以前动工，再投{n}亿元", "第一批{n}套电池包交给了{p}的一家无人机公司", "针刺试验做了{n}次，没有一次起火",
            "隔膜由{o}提供，双方的合同为期{n}年", "{m}认为，低温下容量只剩{n}%仍是最大的难题", "厂区里{n}名工人三班轮换，夜班津贴每晚{n}元",
            "当地电网为此新建了一座{n}千伏的变电站", "{p}市政府给了{n}亩土地和三年的税收优惠", "今年前{n}个月，同类产品的价格下跌了{n}%",
        ],
        [
            "{p}港{d}开通了到{p}的集装箱航线，每周{n}班", "首航的货轮载着{n}个标准箱，船长是{m}", "码头去年吞吐量为{n}万吨，比前年多{n}%",
            "{o}说，等泊时间从{n}小时缩短到{n}小时", "新的桥吊高{n}米，由{o}制造", "{m}在调度室干了{n}年，他说从来没有这么忙过",
            "引航员一次上船要爬{n}级软梯", "疏港铁路{d}通车，全长{n}公里", "台风季里港口停工了{n}天，损失约{n}万元",
            "海关的查验比例降到{n}%，{o}是第一批受益的企业", "渔民{m}担心，航道加深{n}米以后渔场会往外移", "{p}的冷库还有{n}万立方米的空位",
        ],
        [
            "{p}的春茶{d}开采，比去年早了{n}天", "茶农{m}家有{n}亩山场，今年请了{n}个采茶工", "一斤明前茶要{n}个芽头，收购价{n}元",
            "{o}在山下建了{n}间标准化车间", "老茶树最高的有{n}米，树龄在{n}年以上", "{m}说，手工炒茶一锅只能炒{n}两",
            "倒春寒那几天，最低气温到了{n}度，损失了{n}%的新芽", "游客可以花{n}元体验采茶，周末要排{n}分钟的队", "{o}的检测显示，{n}项农残指标全部合格",
            "合作社{d}成立，到现在有{n}户社员", "茶山修了一条{n}公里的步道，从{p}一直通到山顶", "今年的茶叶节将在{d}开幕，预计来{n}万人",
        ],
        [
            "{e} opened its new library in {c} on {d}, after {n} months of work", "The building cost {n} million and holds {n} thousand books",
            "{f}, who has run the reading room for {n} years, said the old roof leaked in {n} places", "Visitors may borrow up to {n} books for {n} days",
            "A café on the second floor seats {n} people", "The city of {c} pays {n} percent of the yearly budget", "{f} gave {n} rare maps from a collection begun in {n}",
            "Some {n} volunteers moved the shelves in {n} weekends", "The children's hall is open until {n} in the evening", "{e} will close its branch in {c} by {d}",
            "Heating now needs {n} percent less gas than before", "A survey of {n} readers found that most come by bus line {n}",
        ],
    ];

    static readonly string[] Common =
    [
        "{m}对记者说：“{n}年前谁也没想到会有今天。”", "据{o}统计，去年这一数字是{n}", "到{d}为止，已有{n}家单位报名", "{o}没有回复{n}日发出的采访函", "附近的居民{m}说，施工那{n}天有点吵",
    ];

    static readonly string[] Frames =
    [
        "当前位置：首页 > 新闻 > 本地", "来源：望川日报 责任编辑：林石", "本文由合作媒体授权转载，不代表本站立场。", "扫描二维码，关注望川日报官方微信，了解更多本地新闻。", "版权所有，未经书面授权不得转载或建立镜像。",
        "Subscribe to our newsletter for more stories like this one.", "相关阅读请见本站专题频道，欢迎来稿。",
    ];

    static readonly string[] Given = ["青岚", "白礁", "望川", "霁城", "石鼓", "云坪", "松口", "鹤湾", "澜溪", "朔原", "柳湖", "锦屏", "沧渡", "岚皋", "梅岭", "玉桥"];
    static readonly string[] Kinds = ["动力", "重工", "茶业", "物流", "研究院", "商会", "海事局", "材料公司"];
    static readonly string[] Surnames = ["周", "林", "陈", "苏", "顾", "沈", "韩", "陆", "秦", "罗", "邵", "尹"];
    static readonly string[] Names = ["望川", "石", "晓岚", "宝山", "若水", "景明", "秋白", "以宁", "长庚", "素心"];
    static readonly string[] Cities = ["Marlow", "Eastbridge", "Port Avery", "Kelso", "Dunmore", "Saltash", "Whitford", "Arbroath"];
    static readonly string[] People = ["Ann Mercer", "Tom Hale", "Ruth Okafor", "Lena Brandt", "Sam Whitlock", "Ida Farrow", "Joel Quist", "Maya Penn"];

    static readonly Dictionary<char, char> Traditional = MakeTraditional();

    readonly Random random = new(seed);

    /// <summary>A text and the story that it tells.</summary>
    internal sealed record Copy(int Story, int Topic, string Title, string Text);

    /// <summary>So many stories of each topic, each with all kinds of reprints, in no order.</summary>
    public List<Copy> Make(int storiesOfTopic)
    {
        var copies = new List<Copy>();
        for (var topic = 0; topic < Topics.Length; topic++)
        {
            for (var i = 0; i < storiesOfTopic; i++)
            {
                var (story, sentences) = ((topic * storiesOfTopic) + i, Story(topic));
                copies.AddRange(Reprints(topic, sentences).Select((text, kind) => new Copy(story, topic, $"{sentences[0]}（{kind}）", text)));
            }
        }

        var shuffled = copies.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    List<string> Story(int topic)
    {
        string[] stock = topic == Topics.Length - 1 ? Topics[topic] : [.. Topics[topic], .. Common];
        random.Shuffle(stock);
        return [.. stock.Take(random.Next(8, 13)).Select(Fill)];
    }

    IEnumerable<string> Reprints(int topic, List<string> story)
    {
        yield return Join(story);
        yield return Headed(story, Join(story));
        yield return Frame(Join(story));
        yield return Join(Cut(story));
        yield return Convert(Join(story));
        yield return Join(Rewrite(topic, story));
        yield return Convert(Frame(Headed(story, Join(Cut(Rewrite(topic, story))))));
    }

    // An editor makes a headline of pieces of the story.
    string Headed(List<string> story, string text) => $"{Piece(Pick([.. story]))} {Piece(Pick([.. story]))}\n{text}";

    string Piece(string sentence) => sentence[..Math.Min(sentence.Length, random.Next(8, 20))];

    string Frame(string text) => $"{Frames[random.Next(2)]}\n{text}\n{Frames[random.Next(2, Frames.Length)]}";

    List<string> Cut(List<string> story) => [.. story.Take((int)Math.Ceiling(story.Count * (0.55 + (0.35 * random.NextDouble()))))];

    List<string> Rewrite(int topic, List<string> story)
    {
        var rewritten = new List<string>(story);
        for (var left = Math.Max(1, story.Count / 10); left > 0; left--)
            rewritten[random.Next(rewritten.Count)] = Fill(Pick(Topics[topic]));
        return rewritten;
    }

    static string Join(List<string> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            var isEnglish = char.IsAscii(sentence[0]);
            text.Append(sentence).Append(sentence.EndsWith('”') ? "" : isEnglish ? ". " : "。").Append(text.Length % 3 == 0 ? "\n" : "");
        }

        return text.ToString();
    }

    string Fill(string pattern)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '{')
            {
                text.Append(pattern[i]);
                continue;
            }

            text.Append(pattern[i + 1] switch
            {
                'o' => Pick(Given) + Pick(Kinds),
                'p' => Pick(Given),
                'm' => Pick(Surnames) + Pick(Names),
                'd' => $"{random.Next(1, 13)}月{random.Next(1, 29)}日",
                'e' => Pick(Cities) + " Trust",
                'c' => Pick(Cities),
                'f' => Pick(People),
                _ => random.Next(2, 980).ToString(CultureInfo.InvariantCulture),
            });
            i += 2;
        }

        return text.ToString();
    }

    string Pick(string[] from) => from[random.Next(from.Length)];

    static string Convert(string text) => string.Concat(text.Select(unit => Traditional.GetValueOrDefault(unit, unit)));

    static Dictionary<char, char> MakeTraditional()
    {
        var traditional = new Dictionary<char, char>();
        for (var unit = '\u4E00'; unit <= '\u9FA5'; unit++)
        {
            if (TextFolder.Fold(unit) is var key && key != unit)
                traditional.TryAdd(key, unit);
        }

        return traditional;
    }
}
