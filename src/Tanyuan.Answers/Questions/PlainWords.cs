using System.Collections.Frozen;

namespace Tanyuan.Answers.Questions;

/// <summary>
/// What people say in a question and what pages write for it: 赚得少 and 净利润下降, 告 and 起诉, 副作用 and 不良反应. Broader than what may stand for a word in a proof: it says that a sentence
/// may tell of what was asked, never that it holds. All folded.
/// </summary>
internal static class PlainWords
{
    static readonly string[] Groups =
    [
        "赚 赚钱 挣钱 盈利 利润 净利 净利润 获利", "赔钱 亏 亏钱 亏损", "卖得 销售 销量", "贵 涨价 价格上涨 上涨 高价", "涨 涨价 上涨 上调 走高 攀升", "便宜 降价 跌 下跌 下降 低价", "跌 下跌 下滑 走低 下挫", "变少 减少 下降 下滑 萎缩", "少 减少 下降 下滑 降低", "多 增加 增长 上升", "少了 减少 下降 下滑 降低", "变多 增多 增加 增长 上升", "变高 提高 上升 上涨 上浮 上调 增加",
        "变好 好转 改善 变清 恢复 达标", "变差 恶化 下降", "缺点 不足 弊端 短板 劣势 缺陷 问题", "优点 好处 优势 长处 特点", "特点 特色 特征 卖点 优点", "毛病 问题 故障 缺陷", "副作用 不良反应 副反应", "威胁 危害 危险 风险", "隐患 风险 危险", "症状 表现", "原料 材料 成分", "步骤 工序 流程 程序 环节", "设施 设备 服务 配备", "条件 要求 资格 门槛",
        "客户 顾客 用户", "投资方 投资者 投资人 领投 跟投 股东", "对手 竞争对手 竞品", "工厂 厂 生产基地 基地", "奖 奖项 获奖 荣获", "建议 忠告 意见", "看法 观点 意见 评价 态度 认为", "感受 体验 反馈 评价", "作品 片子 影片 电影 代表作 著作", "展区 展厅 展馆 常设展", "换乘 转乘", "颜色 配色 色", "口味 味道 风味",
        "买 买下 收购 购买 购入 并购", "卖 卖掉 出售 转让 抛售", "告 起诉 控告 诉", "打官司 起诉 诉讼 官司", "官司 诉讼 起诉 诉 判决", "赔 赔偿 赔付 补偿", "罚 罚款 处罚", "被抓 逮捕 拘留", "坐牢 入狱 判刑", "辞职 辞去 辞任 离职 卸任", "走 离开 离职", "开除 解雇 解聘 辞退", "裁 裁员 裁减", "跳槽 加入 离职", "接班 接任 继任 新任",
        "散伙 分手 分道扬镳 拆伙 离开", "闹翻 分歧 矛盾 争执", "吵架 争吵 争执", "挨骂 批评 指责 非议 质疑", "骂 批评 指责", "夸 称赞 赞扬 好评 表扬", "反对 不赞成 抵制 批评", "支持 赞成 赞同", "担心 担忧 忧虑 顾虑", "后悔 遗憾 懊悔", "道歉 致歉 歉意",
        "推迟 延后 延期 延至 推后 晚", "提前 提早", "晚了 推迟 延误 延后", "取消 停办 撤销", "关门 倒闭 停业 关闭 歇业", "开馆 开幕 开放", "开业 开张 营业", "通车 开通 运营", "开工 动工 施工", "完工 竣工 建成 完成", "停电 断电 跳闸", "失败 失利 未成功", "成功 顺利", "出事 事故 故障 失利", "故障 失效 损坏 毛病", "坏 损坏 故障 失效",
        "涌水 突涌水 渗水 透水", "塌 坍塌 塌陷", "沉 沉没", "打捞 出水 发掘 捞", "着火 起火 火灾 失火", "死 死亡 遇难 去世 身亡", "受伤 伤 伤者", "救 救援 抢救 救出", "病 患病 疾病", "吃 服用 服药 食用", "治 治疗 用于", "不能 禁 禁用 不宜 不得 忌", "不适合 不宜 禁忌 不得", "违规 违反 不符合", "造假 虚构 作假 摆拍", "封号 封禁 封停",
        "召回 回收", "退 退款 退货 退费", "办 办理 申办", "借 外借 借阅", "预约 预订", "报名 申请", "拍 拍摄", "演 出演 主演", "写 撰写 著", "做 制作 生产", "造 建造 制造", "修 修建 修理 维修", "种 种植 栽培", "养 养殖 饲养", "上色 着色 染色", "算 计算 估计 估算", "算少 低估", "算多 高估", "查 调查 检查 检测", "超支 超预算 追加", "花 花费 耗资 投入", "钱 资金 经费 费用", "省 节省 节约", "名字 得名 名称 命名",
        "收购价 作价 成交价 交易价", "业绩 营收 营业收入 净利润 利润 业绩", "政策 措施 规定 通告 办法", "人 人士 者 人群 患者", "工资 薪酬 收入 薪资", "房租 租金", "堵 拥堵", "下雨 降雨", "变化 改变 变迁", "影响 冲击 后果", "好转 改善", "多重 重量", "续航 里程", "转型 转行 改行 改做", "转行 转型 改做",
    ];

    static readonly FrozenDictionary<string, string[]> ByWord = Groups
        .SelectMany(group => group.Split(' ') is var words ? words.Select(word => (word, words)) : [])
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.words).Distinct().Where(word => word != group.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>What a page may write for a folded word of a question; empty where nothing is known.</summary>
    public static IReadOnlyList<string> Of(string word) => ByWord.GetValueOrDefault(word, []);
}
