using System.Collections.Frozen;

namespace Tanyuan.Answers.Verification;

/// <summary>
/// Words that may stand for one another in a retelling, and words that say the contrary of each other. Small on purpose: it serves to let
/// common rewordings pass and common reversals fail, in folded text.
/// </summary>
internal static class Synonyms
{
    static readonly string[] Groups =
    [
        "成立 创立 创办 建立 创建 设立 组建 开办 found establish set start create", "开工 动工 施工 兴建 开建 建设 修建 建造 build construct", "通车 开通 启用 开放 投入使用 open",
        "花费 耗资 投资 投入 造价 总投资 斥资 成本 耗费 花 cost spend invest", "位于 坐落 地处 处于 located stand situated", "使用 采用 运用 利用 应用 采取 use adopt employ", "发布 推出 公布 宣布 发表 面世 亮相 上市 launch release announce unveil",
        "增长 上升 增加 提高 上涨 提升 攀升 扩大 增 increase rise grow climb up", "减少 下降 降低 下跌 缩短 缩小 下滑 回落 减 降 decrease fall drop decline reduce shorten down", "出生 生于 诞生 born birth", "去世 逝世 病逝 离世 身亡 死亡 die death",
        "担任 出任 就任 任 当 serve", "售价 价格 定价 卖 价 报价 零售价 售 price sell", "员工 雇员 职员 职工 人员 staff employee worker", "总部 本部 headquarters", "负责人 主管 领导 head lead", "首席执行官 ceo 总裁", "创始人 创办人 创立者 创建者 founder",
        "营业收入 营收 收入 销售额 revenue sales income", "利润 盈利 净利 profit", "原因 因为 由于 缘故 理由 reason because due since", "导致 造成 使得 致使 引起 引发 cause lead", "表示 说 称 指出 认为 透露 介绍 坦言 强调 解释 提到 谈到 say tell explain add note",
        "名为 叫 称为 名叫 叫做 名字 取名 命名 call name", "包括 包含 含 有 涵盖 include contain hold", "长度 全长 总长 长 长约 体长 length long", "面积 占地 area", "人口 居民 population inhabitant", "首都 首府 capital", "毕业 就读 学历 念书 读 graduate study",
        "获得 获 得到 赢得 取得 荣获 夺得 拿到 win receive obtain gain", "奖 奖项 获奖 award prize", "合作 联合 携手 协作 partner cooperate", "收购 并购 买下 购得 acquire buy purchase", "拍摄 摄制 shoot film", "导演 执导 direct director", "主演 出演 饰演 star", "作者 撰写 写 著 所著 编写 write author",
        "设计 设计师 design designer architect", "承建 承包 建造 施工", "生产 制造 生产出 制作 produce make manufacture", "完成 完工 竣工 建成 落成 complete finish", "开始 启动 起 展开 begin start", "结束 终止 停止 end stop", "预计 估计 预期 预测 预料 expect estimate", "主要 大多 多数 main mostly",
        "分布 生活 栖息 产于 出没 live found inhabit", "繁殖 生育 产卵 breed", "食用 以…为食 吃 为食 觅食 eat feed", "数量 总数 数目 人数 number", "大约 约 约为 大概 左右 近 about around nearly", "达到 达 到 多达 高达 reach", "超过 多于 逾 超 高于 exceed over more", "每天 每日 日均 日 daily", "每年 年均 年 全年 yearly annual",
        "今年 本年度", "车程 行程 路程 时间", "技术 工艺 算法 technology", "产品 商品 product", "公司 企业 厂商 集团 company firm", "影片 电影 片子 新片 film movie", "作品 著作 work", "资金 经费 款项 资本 钱 money fund", "筹集 募集 筹 凑 众筹 raise", "找到 寻得 发现 find", "放弃 舍弃 不再 abandon",
        "困难 难 难题 艰难 最难 difficult hard", "缺乏 不足 短缺 缺少 欠缺 lack short", "供应 供给 供水 输送 supply", "参观 游览 参观者 游客 访客 visit visitor", "抵达 到达 前往 reach arrive", "帮助 协助 有助于 help", "重要 关键 important key", "方言 语言 language dialect",
    ];

    static readonly (string, string)[] Opposites =
    [
        ("增长", "下降"), ("增加", "减少"), ("上涨", "下跌"), ("上升", "下降"), ("提高", "降低"), ("扩大", "缩小"), ("延长", "缩短"), ("支持", "反对"), ("赞成", "反对"), ("同意", "拒绝"), ("接受", "拒绝"), ("承认", "否认"),
        ("成功", "失败"), ("盈利", "亏损"), ("高于", "低于"), ("多于", "少于"), ("大于", "小于"), ("早于", "晚于"), ("最大", "最小"), ("最高", "最低"), ("最多", "最少"), ("最早", "最晚"), ("最长", "最短"), ("最难", "最容易"), ("最好", "最差"),
        ("超过", "不到"), ("超过", "不足"), ("超过", "少于"), ("增产", "减产"), ("开放", "关闭"), ("开始", "结束"), ("加入", "退出"), ("允许", "禁止"), ("合法", "非法"), ("安全", "危险"), ("进口", "出口"), ("买入", "卖出"), ("之前", "之后"), ("以前", "以后"),
        ("首次", "末次"), ("第一", "最后"), ("胜", "负"), ("击败", "输给"), ("战胜", "败给"), ("领先", "落后"), ("增强", "减弱"), ("加快", "放缓"), ("上调", "下调"), ("涨", "跌"), ("多", "少"), ("赢", "输"), ("公开", "秘密"), ("自愿", "被迫"), ("全部", "部分"),
        ("放弃", "坚持"), ("推迟", "提前"), ("有利", "不利"), ("优点", "缺点"), ("健康", "有害"), ("乐观", "悲观"), ("满意", "不满"), ("富", "贫"), ("冷", "热"), ("夏季", "冬季"), ("上午", "下午"), ("东部", "西部"), ("南部", "北部"), ("东侧", "西侧"), ("南侧", "北侧"), ("上游", "下游"), ("左", "右"),
        ("increase", "decrease"), ("rise", "fall"), ("rose", "fell"), ("grew", "shrank"), ("open", "close"), ("win", "lose"), ("won", "lost"), ("before", "after"), ("more", "less"), ("more", "fewer"), ("above", "below"), ("support", "oppose"), ("accept", "reject"), ("largest", "smallest"), ("highest", "lowest"), ("first", "last"), ("success", "failure"),
        ("profit", "loss"), ("north", "south"), ("east", "west"), ("join", "leave"), ("allow", "ban"), ("most", "least"),
    ];

    static readonly FrozenDictionary<string, string[]> ByWord = Groups
        .SelectMany(group => group.Split(' ') is var words ? words.Select(word => (word, words)) : [])
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.words).Distinct().Where(word => word != group.Key).ToArray(), StringComparer.Ordinal);

    static readonly ILookup<string, string> Contraries =
        Opposites.SelectMany(pair => new[] { pair, (pair.Item2, pair.Item1) }).ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The words with a contrary, each once.</summary>
    public static IEnumerable<string> WithContrary { get; } = [.. Contraries.Select(group => group.Key)];

    /// <summary>Words that may stand for a folded word.</summary>
    public static ReadOnlySpan<string> Of(string word) => ByWord.TryGetValue(word, out var others) ? others : [];

    /// <summary>Words that say the contrary of a folded word.</summary>
    public static IEnumerable<string> ContraryOf(string word) => Contraries[word];
}
