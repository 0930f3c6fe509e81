namespace Tanyuan.Answers.Questions;

/// <summary>
/// The type of answer that a focus noun stands for: 「哪家公司」 asks for an organisation, 「首都」 for a place. A noun is looked up by
/// its longest listed ending, since Chinese compounds carry their head last; English nouns by their last word.
/// </summary>
internal static class FocusTypes
{
    static readonly Dictionary<string, AnswerType> ByEnding = Build(
        (AnswerType.Person, "人 者 员 师 长 王 帝 后 妃 相 将 士 手 生 父 母 妻 子女 儿子 女儿 丈夫 兄弟 姐妹 哥哥 弟弟 祖 徒 敌 迷 家人 作家 画家 专家 "
            + "科学家 学家 艺术家 企业家 音乐家 政治家 思想家 哲学家 史学家 探险家 建筑师 设计师 总统 主席 总理 首相 部长 市长 省长 州长 校长 院长 "
            + "队长 会长 社长 局长 董事长 总裁 执行官 技术官 财务官 运营官 首席 总监 主任 主管 高管 台长 经理 总经理 教练 主教练 球员 选手 演员 主演 导演 编剧 歌手 歌星 明星 偶像 主持 主持人 作者 译者 编者 "
            + "创始人 创办人 发起人 负责人 代表人物 发言人 领导人 领袖 首领 皇帝 国王 女王 君主 君王 公主 王子 太子 大臣 官员 将军 将领 元帅 司令 "
            + "统帅 博士 教授 学者 医生 律师 记者 诗人 词人 僧人 神父 教皇 教宗 主教 神 女神 祖先 祖师 人物 角色 冠军 亚军 得主 获得者 发明者 发明人 创造者 "
            + "创建者 建立者 继任者 前任 继承人 同学 同事 队友 搭档 嘉宾 姓名 名字 ceo cto cfo person author founder president director king "
            + "queen emperor actor actress singer writer scientist player coach leader"),
        (AnswerType.Organisation, "公司 企业 企 集团 厂商 制造商 供应商 运营商 开发商 出版商 工厂 银行 大学 学院 学校 中学 小学 母校 高中 初中 书院 研究院 研究所 实验室 "
            + "机构 组织 协会 学会 基金会 委员会 联盟 政党 党派 党 部门 单位 机关 政府 法院 医院 球队 球会 俱乐部 队伍 乐团 乐队 团体 组合 媒体 报纸 报社 "
            + "电视台 电台 频道 出版社 杂志社 唱片公司 剧团 军队 部队 军团 舰队 航空公司 局 署 教派 教会 宗派 门派 company firm university school "
            + "college organization organisation agency institute bank team club party"),
        (AnswerType.Place, "国 国家 王国 帝国 省 省份 州 市 城 城市 都市 首都 首府 省会 都城 县 区 地区 区域 行政区 镇 村 乡 街 路 街道 道路 大道 岛 岛屿 群岛 半岛 "
            + "洲 大洲 大陆 海 海域 洋 海洋 湾 海湾 海峡 湖 湖泊 河 河流 江 川 水系 流域 山 山脉 山峰 峰 高原 平原 盆地 沙漠 谷 森林 地 地方 地点 地址 住址 位置 所在地 "
            + "出生地 发源地 产地 原产地 故乡 家乡 籍贯 祖籍 总部 基地 车站 站 机场 港口 港 桥 大桥 隧道 建筑 建筑物 大楼 大厦 宫殿 宫 寺 庙 寺庙 教堂 博物馆 "
            + "美术馆 图书馆 体育馆 体育场 球场 公园 广场 剧院 陵 墓 遗址 景点 方向 边 country city province state county town village place location "
            + "river mountain island continent capital headquarters region"),
        (AnswerType.Title, "书 书籍 著作 作品 小说 诗 诗歌 词 诗集 文章 论文 剧 电视剧 剧集 连续剧 戏剧 电影 影片 片 纪录片 动画 动漫 漫画 节目 综艺节目 歌 歌曲 曲 "
            + "乐曲 主题曲 单曲 专辑 唱片 杂志 期刊 刊物 报告 法 法案 法律 条约 协议 协定 条例 宪法 宣言 典籍 经典 史书 画 画作 名画 游戏 book novel film movie "
            + "song album magazine newspaper treaty law act game"),
        (AnswerType.Name, "名 名称 全名 全称 简称 别名 别称 别号 称号 称呼 绰号 外号 昵称 代号 原名 本名 旧名 英文名 英文 学名 字 号 谥号 庙号 年号 品牌 产品 "
            + "型号 机型 系列 系统 软件 平台 语言 语 文字 方言 民族 族 种族 种 物种 动物 植物 鱼 鸟 树 花 品种 科 属 目 纲 元素 金属 物质 化合物 材料 原料 药物 "
            + "疾病 病 武器 飞机 战机 船 车 车型 战役 战争 事件 运动 革命 奖 奖项 朝代 朝 宗教 教 学说 理论 主义 学科 专业 课程 职业 职位 职务 官职 官 位置 身分 身份 "
            + "学位 大模型 技术 算法 协议 格式 模型 芯片 name product brand model language species disease award war religion"),
        (AnswerType.Date, "年 年份 年代 世纪 时候 时间 时期 时代 日期 日子 月 月份 日 天 季 季节 季度 阶段 期间 朝代 year date month day century period decade era quarter"),
        (AnswerType.Duration, "年龄 岁数 寿命 时长 期限 任期 age"),
        (AnswerType.Percentage, "比例 百分比 占比 比率 比重 份额 增幅 降幅 涨幅 跌幅 概率 几率 机率 覆盖率 增长率 失业率 率 percentage share rate proportion"),
        (AnswerType.Money, "价格 价钱 价 损失 押金 捐款 产值 投资 总投资 投资总额 造价 拨款 奖金 罚款 罚金 赔偿金 补偿金 学费 租金 年薪 月薪 身价 交易额 成交额 售价 票价 单价 费用 成本 收入 营收 利润 净利润 销售额 营业额 市值 估值 金额 薪水 工资 票房 资产 预算 投资额 融资额 price cost revenue "
            + "profit income salary budget"),
        (AnswerType.Measure, "面积 长度 高度 深度 宽度 厚度 距离 重量 体重 身高 体长 身长 速度 温度 气温 海拔 容量 体积 密度 人口 人数 数量 总数 产量 销量 规模 里程 排水量 "
            + "population area length height weight distance speed temperature"),
        (AnswerType.Number, "分数 得分 平均分 比分 成绩 排名 名次 编号 号码 电话 邮编 score rank number"),
        (AnswerType.Reason, "原因 缘故 理由 起因 因素 好处 坏处 优点 缺点 优势 劣势 益处 后果 动机 目的 用意 reason cause purpose"),
        (AnswerType.Manner, "方式 方法 办法 手段 途径 形式 手法 策略 way method means"));

    /// <summary>The type of a folded noun, or <see cref="AnswerType.Phrase"/>.</summary>
    public static AnswerType Of(ReadOnlySpan<char> noun)
    {
        noun = noun.Trim();
        if (noun.Length > 0 && noun[^1] < 0x80)
        {
            noun = noun[(noun.LastIndexOf(' ') + 1)..];
            return Find(noun) is var type && type == AnswerType.Phrase && noun.EndsWith("s") ? Find(noun[..^1]) : type;
        }

        for (var length = Math.Min(4, noun.Length); length > 0; length--)
        {
            if (Find(noun[^length..]) is var type && type != AnswerType.Phrase)
                return type;
        }

        return AnswerType.Phrase;
    }

    static AnswerType Find(ReadOnlySpan<char> ending) =>
        ByEnding.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(ending, out var type) ? type : AnswerType.Phrase;

    static Dictionary<string, AnswerType> Build(params (AnswerType Type, string Endings)[] rows)
    {
        var table = new Dictionary<string, AnswerType>(StringComparer.Ordinal);
        foreach (var (type, endings) in rows)
        {
            foreach (var ending in endings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(ending, type);
        }

        return table;
    }
}
