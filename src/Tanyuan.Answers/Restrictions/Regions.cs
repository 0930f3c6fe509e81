namespace Tanyuan.Answers.Restrictions;

/// <summary>
/// Parts of the world by their folded names, each in the part that holds it. A short list by purpose: it is there to tell 在中国 from 在欧洲 and 全球,
/// not to know every place.
/// </summary>
internal static class Regions
{
    // Each line: a part of the world with its other names, then what it holds, whose other names follow a slash.
    static readonly string[] Lines =
    [
        "全球/世界/全世界/国际上/worldwide/global",
        "海外/国外/境外/abroad/overseas",
        "亚洲/亚太/asia: 中国/国内/我国/全国/大陆/china 日本/japan 韩国/南韩 朝鲜/北韩 印度/india 印度尼西亚/印尼 泰国/thailand 越南/vietnam 马来西亚 新加坡/singapore 菲律宾 "
            + "缅甸 柬埔寨 老挝 蒙古国 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 伊朗 伊拉克 以色列/israel 沙特/沙特阿拉伯 阿联酋 土耳其/turkey 哈萨克斯坦 叙利亚 阿富汗 东南亚 南亚 东亚 中亚 中东",
        "欧洲/europe: 欧盟 英国/uk/britain 法国/france 德国/germany 意大利/italy 西班牙/spain 葡萄牙 荷兰 比利时 瑞士 瑞典 挪威 丹麦 芬兰 奥地利 波兰 捷克 匈牙利 希腊 俄罗斯/俄国/russia 乌克兰 "
            + "爱尔兰 冰岛 罗马尼亚 保加利亚 塞尔维亚 苏格兰 英格兰 东欧 西欧 北欧 南欧",
        "北美洲/北美/north america: 美国/usa 加拿大/canada 墨西哥/mexico 古巴",
        "南美洲/南美/拉美/拉丁美洲/south america: 巴西/brazil 阿根廷/argentina 智利 秘鲁 哥伦比亚 委内瑞拉",
        "非洲/africa: 埃及/egypt 南非 尼日利亚 肯尼亚 埃塞俄比亚 摩洛哥 阿尔及利亚 北非 东非 西非",
        "大洋洲/oceania: 澳大利亚/澳洲/australia 新西兰/纽西兰",
        "中国: 香港 澳门 台湾/taiwan 北京/beijing 上海/shanghai 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "
            + "内蒙古 广西 西藏 宁夏 新疆 华东 华南 华北 华中 东北 西南 西北 长三角 珠三角",
    ];

    static readonly Dictionary<string, int> Ids = new(StringComparer.Ordinal);
    static readonly Dictionary<int, int> HeldBy = [];
    static readonly Dictionary<char, string[]> ByFirst = Read();

    /// <summary>The longest name at the beginning of a folded text: its length and what it names; a length of 0 where there is none.</summary>
    public static (int Length, int Region) At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !ByFirst.TryGetValue(text[0], out var names))
            return default;
        foreach (var name in names)
        {
            if (text.StartsWith(name, StringComparison.Ordinal) && !(char.IsAsciiLetter(name[0]) && text.Length > name.Length && char.IsAsciiLetter(text[name.Length])))
                return (name.Length, Ids[name]);
        }

        return default;
    }

    /// <summary>Whether one part of the world holds another.</summary>
    public static bool Holds(int whole, int part)
    {
        while (HeldBy.TryGetValue(part, out part))
        {
            if (part == whole)
                return true;
        }

        return false;
    }

    static Dictionary<char, string[]> Read()
    {
        foreach (var line in Lines)
        {
            var parts = line.Split(": ");
            var whole = Add(parts[0]);
            if (parts.Length == 1)
                continue;
            foreach (var held in parts[1].Split(' '))
                HeldBy[Add(held)] = whole;
        }

        return Ids.Keys.GroupBy(name => name[0]).ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Length).ToArray());
    }

    static int Add(string names)
    {
        var all = names.Split('/');
        if (!Ids.TryGetValue(all[0], out var id))
            id = Ids.Count;
        foreach (var name in all)
            Ids[name] = id;
        return id;
    }
}
