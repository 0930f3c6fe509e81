using System.Globalization;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// Reads the signs of a folded line in one pass: words and signs one of which each pattern of <see cref="FramePatterns"/> needs anywhere, and the characters that those
/// begin with which are held to the beginning of a line. A line without a pattern's sign does not match it; nearly every line has none.
/// </summary>
internal static class FrameSign
{
    const string Arrows = ">›»";

    static readonly string[] Related =
    [
        .. from kind in (string[])["延伸", "扩展", "拓展", "相关", "推荐", "往期", "更多"] from what in (string[])["阅读", "文章", "新闻", "报道", "报导", "推荐", "链接", "内容", "回顾"] select kind + what,
        "read more", "read also", "read next", "see also", "related",
    ];

    static readonly WordGroups Words = new(
        ((uint)FrameSigns.Notice,
        [
            "欢迎", "今天是", "powered", "技术支持", "建设单位", "浏览", "发信站", "网址", "最后修订", "最后编辑", "最后更新", "email address", "required fields", "感受", "感觉", "心情", "正文", "浏览文章", "位置", "首页", "主页", "home",
            "版权", "copyright", "(c)", "all rights", "icp", "公网安备", "增值电信", "许可证", "网络文化经营", "信息网络传播", "互联网新闻信息",
            "链接", "连接", "连结", "导航", "合作",
            "二维码", "关注", "订阅", "公众号", "微信", "下载", "打开", "follow us", "subscribe to", "sign up for",
            "报料", "爆料", "举报", "邮编", "邮政编码", "热线", "电话", "邮箱", "邮件", "qq", "联系", "商务",
            "声明", "提示", "告知", "本网", "本站", "本报", "本平台", "本刊", "转载", "复制", "使用", "摘编", "传播", "镜像", "违者", "不构成", "自负", "自担", "自行承担", "观点", "意见",
            "看法", "立场", "无关", "侵权", "侵犯", "法律责任", "notice", "disclaimer",
        ]),
        ((uint)FrameSigns.Breadcrumb, ["位置", "首页", "主页", "home", "正文", "浏览文章", "文章内容", "详细内容"]),
        ((uint)FrameSigns.Greeting,
        [
            "您好", "你好", "欢迎", "今天是", "powered by", "技术支持", "建设单位", "浏览器版本过低", "分辨率", "浏览本", "浏览此", "发信站", "网址", "本文链接", "最后修订", "最后编辑", "最后更新", "email address", "required fields", "感受", "感觉", "心情",
        ]),
        ((uint)FrameSigns.Copyright,
        [
            "版权所有", "copyright", "(c)", "all rights reserved", "icp", "公网安备", "增值电信业务", "网络文化经营许可", "许可证", "信息网络传播视听", "互联网新闻信息服务许可",
        ]),
        ((uint)FrameSigns.FriendLinks, ["链接", "连接", "连结", "导航", "合作伙伴", "合作媒体", "合作网站"]),
        ((uint)FrameSigns.Disclaimer, ["免责声明", "未经", "转载", "不构成", "自负", "自担", "自行承担", "侵犯", "侵权", "版权", "法律责任", "notice", "disclaimer"]),
        ((uint)FrameSigns.Opinion, ["观点", "意见", "看法", "立场"]),
        ((uint)FrameSigns.Speaker, ["作者", "本人", "个人", "发言者"]),
        ((uint)FrameSigns.Stance, ["观点", "意见", "立场", "无关"]),
        ((uint)FrameSigns.Assurance, ["证实", "无关", "立场", "观点", "核实", "保证"]),
        ((uint)FrameSigns.Follow, ["扫一扫", "二维码", "扫码", "关注", "订阅", "微信", "公众号", "客户端", "app", "follow us", "subscribe to", "sign up for"]),
        ((uint)FrameSigns.Complaints, ["报料", "爆料", "举报", "热线", "电话", "邮箱", "邮件", "qq", "邮编", "邮政编码", "联系", "商务"]),
        ((uint)FrameSigns.Placeholder, ["加载", "载入", "生成中", "loading", "请稍", "更多", "展开", "收起", "全文", "原文", "暂无", "继续阅读", "reading", "[编辑", "[edit", "[ 编辑", "[ edit"]),
        ((uint)(FrameSigns.Related | FrameSigns.Notice), [.. Related]),
        ((uint)(FrameSigns.Plug | FrameSigns.Notice), ["记住", "无弹窗", "本章未完", "网址", "更新速度", "请大家收藏", "最新章节", "手机用户"]),
        ((uint)FrameSigns.Advertisement, ["广告", "推广", "赞助", "advertisement", "sponsored"]));

    static readonly FrameSigns[] OfFirst = SignsOfFirst();

    // With one of these a longer line may be a notice.
    static readonly string[] FirstWords = ["previous", "next", "share", "facebook", "twitter", "line", "linkedin", "whatsapp"];

    /// <summary>The signs of a folded line.</summary>
    public static FrameSigns Of(string line)
    {
        var signs = (FrameSigns)Words.In(line);
        var text = line.AsSpan();
        if (HasBoth(FrameSigns.Opinion | FrameSigns.Speaker) || (HasBoth(FrameSigns.Stance | FrameSigns.Assurance) && (text.Contains('与') || text.IndexOf("不代表") >= 0)))
            signs |= FrameSigns.Disclaimer;
        if (text.IndexOfAny(Arrows) >= 0)
            signs |= FrameSigns.Notice | FrameSigns.Breadcrumb;
        if (text.Contains('©'))
            signs |= FrameSigns.Notice | FrameSigns.Copyright;
        if (text.Contains('扫'))
            signs |= FrameSigns.Notice;
        text = text[BeforeWords(text)..];
        if (!text.IsEmpty && OfFirst[text[0]] is var own and not FrameSigns.None)
            signs |= text[0] < 0x80 && !BeginsWithWord(text) ? own & ~FrameSigns.Notice : own;
        if (BeginsDisclaimer(text))
            signs |= FrameSigns.Disclaimer;
        return signs;

        bool HasBoth(FrameSigns pair) => (signs & pair) == pair;
    }

    /// <summary>Whether a folded line begins with a character that heads of lists begin with.</summary>
    public static bool MayHeadList(ReadOnlySpan<char> line)
    {
        line = line[BeforeWords(line)..];
        return !line.IsEmpty && (OfFirst[line[0]] & FrameSigns.ListHead) != 0;
    }

    // The site speaks of itself, or of what comes behind a colon: "notice", and which notice in two characters before it.
    static bool BeginsDisclaimer(ReadOnlySpan<char> text)
    {
        const int KindOfNotice = 2;
        return (text is ['凡' or '如', .. var site] ? site : text) is ['本', '网' or '站' or '报' or '平' or '刊', ..]
            || IsNotice(text) || (text.Length > KindOfNotice && IsNotice(text[KindOfNotice..]));

        static bool IsNotice(ReadOnlySpan<char> text) => text is ['声', '明', ..] or ['提', '示', ..] or ['告', '知', ..];
    }

    static bool BeginsWithWord(ReadOnlySpan<char> text)
    {
        foreach (var word in FirstWords)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // As many units as the patterns' \W* takes in.
    static int BeforeWords(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && !char.IsLetterOrDigit(text[count])
            && char.GetUnicodeCategory(text[count]) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation))
            count++;
        return count;
    }

    static FrameSigns[] SignsOfFirst()
    {
        var signs = new FrameSigns[char.MaxValue + 1];
        Add("上下前后返回设加分转一快微新朋腾好喜觉如本凡pnsftlw", FrameSigns.Notice);
        Add("索文主发成有体公信组分关所", FrameSigns.Notice | FrameSigns.Properties);
        Add("上下前后返回设加pn", FrameSigns.Neighbours);
        Add("一快分转微新朋复好喜觉如sqftlw", FrameSigns.Share);
        Add("相热最推延精今昨往本每更近其同站频栏编网独图视专滚即重猜新文阅内好看点一2为大你您rmytlpas", FrameSigns.ListHead);
        return signs;

        void Add(string characters, FrameSigns sign)
        {
            foreach (var character in characters)
                signs[character] |= sign;
        }
    }
}
