namespace Tanyuan.Answers.Questions;

/// <summary>The measure words and units that follow 多少 and 几, and the type of answer each asks for.</summary>
internal static class UnitTypes
{
    static readonly Dictionary<string, AnswerType> ByUnit = Build(
        (AnswerType.Money, "钱 元 块 块钱 美元 欧元 日元 英镑 日圆 日币 美圆 韩圆 欧 圆 港元 港币 人民币 新台币 台币 新加坡元 韩元 卢布 法郎 马克 卢比 美金 万元 亿元 亿美元 万美元 亿欧元 dollars euros money"),
        (AnswerType.Percentage, "% 百分点 百分比 成 percent"),
        (AnswerType.Duration, "小时 分钟 秒 秒钟 天 日 周 星期 个月 年 年时间 年头 载 岁 周岁 周年 个小时 个星期 个世纪 时间 hours days weeks months years minutes seconds"),
        (AnswerType.Time, "点 点钟 时"),
        (AnswerType.Date, "月 号 世纪 年级"),
        (AnswerType.Measure, "平方公里 平方千米 平方米 平方英里 平方公尺 立方米 立方公尺 公里 千米 英里 海里 里 公尺 米 厘米 公分 毫米 英尺 英寸 尺 寸 公斤 千克 克 吨 磅 斤 升 "
            + "毫升 公顷 英亩 亩 度 摄氏度 伏 瓦 千瓦 兆瓦 马力 赫兹 帧 字节 gb tb mb kb nm mm cm km kg 个 名 位 人 口 户 家 所 座 栋 幢 间 台 架 辆 部 艘 条 只 头 匹 "
            + "支 枝 根 株 棵 朵 把 张 本 册 篇 首 幅 种 类 项 件 次 届 场 局 回 遍 层 级 节 段 站 号 颗 粒 块 片 枚 门 套 组 队 班 批 群 对 双 句 字 页 卷 集 章 分 票 步 "
            + "席 股 名员工 处 道 款 代 期 倍 秒差距 光年 people miles kilometers meters tons"));

    static readonly string[] Longest = [.. ByUnit.Keys.OrderByDescending(unit => unit.Length)];

    /// <summary>The longest unit that <paramref name="text"/> begins with, or empty.</summary>
    public static string Prefix(ReadOnlySpan<char> text)
    {
        foreach (var unit in Longest)
        {
            if (text.StartsWith(unit, StringComparison.Ordinal))
                return unit;
        }

        return "";
    }

    /// <summary>The type of answer that a unit asks for; a measure for a unit that is not listed.</summary>
    public static AnswerType Of(string unit) => ByUnit.GetValueOrDefault(unit, AnswerType.Measure);

    static Dictionary<string, AnswerType> Build(params (AnswerType Type, string Units)[] rows)
    {
        var table = new Dictionary<string, AnswerType>(StringComparer.Ordinal);
        foreach (var (type, units) in rows)
        {
            foreach (var unit in units.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                table.TryAdd(unit, type);
        }

        return table;
    }
}
