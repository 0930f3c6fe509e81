using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Text.Tables;

namespace Tanyuan.Pages.TextPages;

/// <summary>
/// The lines that frame an article on Chinese and English news pages, by what they say. Patterns are matched on folded lines (half
/// width, lower case, Simplified). Where a line stands decides whether it goes: see <see cref="FrameFinder"/>.
/// </summary>
internal static partial class FramePatterns
{
    /// <summary>A notice may run over several sentences, but not over a paragraph.</summary>
    const int LongestNotice = 240;

    const int LongestSiteName = 8;

    const int ShortestParagraph = 60;

    // Of two words that begin alike the longer stands first.
    const string InterfaceWords = @"跳转到|跳至(主要内容)?|leave a (comment|reply)|tweet|like this|like|loading|pin it|share this|search for|archives?|categories|recent (posts|comments)|(浏览|编辑|点击|阅读|访问|下载)次数\W*\d+次|最[近后]更新|a- ?a ?a\+|关注问题|写回答|邀请回答|好问题|等你来答|我来答|人赞同了该(回答|文章)|赞同|条评论|查看全部|个回答|展开(全部|阅读全文)|收起(回复|评论|全部)|只看楼主|倒序看帖|看[贴帖]|进[贴帖]吧|送ta礼物|来自(iphone|android|手机|微信|电脑|网页)(客户端)?|iphone客户端|android客户端|ip属地|发布于|编辑于|楼|(一键)?签到|(点赞|收藏|评论|文章|粉丝)数|粉丝|关注度|(添加|发表|写)评论|[跟回][贴帖]|回答量|采纳率|加入(购物车|书签|书架)|立即(购买|下载|沟通|登录|订阅|咨询|申请|投递)|投票推荐|返回目录|目录(?=\s*下一[章页])|[上下]一[章页篇则条]|回(上页|首页|顶部)|[首尾末]页|订阅(专栏|电子报)?|会员专享|一键收藏|分享海报|(非常)?(没|有)帮助|赞赏支持|已(赞过|踩过|投票)|复制连结|下载app|打开app|app|切换模式|(缩小|放大)字体|列印|转寄|赞助|留言|降价通知|我的订阅|举报邮箱|设为首页|加入收藏|添加收藏|收藏本(站|页|文)|rss订阅|rss|网站(地图|首页|导航|简介|公告)|关于(我们|本站|本网)|联系(我们|方式|电话)|广告(服务|合作|投放|刊例|联系)|诚聘英才|人才招聘|招聘信息|加入我们|隐私(政策|声明|保护)|(用户|服务|使用)(协议|条款)|服务条款|法律声明|免责声明|版权(声明|信息)|意见反馈|帮助(中心)?|登[录陆]|注册|退出|客户端|手机(版|网|站|端)|移动版|电脑版|触屏版|app下载|打印(本页|本文)?|收藏|评论|发表评论|我要评论|我来说两句|查看评论|已有\s*\d*\s*人(参与|评论)?|\d+\s*人(参与|评论|阅读)|条评论|参与|字号|字体(大小)?|大|中|小|放大|缩小|纠错|举报|投诉|推荐|点赞|赞|踩|喜欢|字数|写文章|关闭(窗口)?|复制(链接|网址)|分享(到|至)?|转发|a\+|a-|喜欢|打赏|关注|回复|顶|浏览(量|次数)?|阅读(量|数|次数)?|人气|点击(量|数)?|提交(评论)?|匿名(发表)?|用户名|密码|验证码|忘记密码|记住我|昵称|游客|(高级|热门|站内)搜索|无障碍(浏览)?|关怀版|长者版|大字版|适老版|适老化|语音播报|手机看新闻|扫描二维码|二维码|夜间模式|语言|会员(中心)?|个人中心|我的(收藏|账户|订单)|我要(投稿|爆料|纠错|提问|咨询)|在线(读报|投稿|咨询)|[顶踩]一下|请输入(关键[字词])?|反馈|rss|邮箱|短信|手机报|电子报|购物车|退出登录|免费(注册|试用)|投稿|繁体|简体|中文|english|首页|主页|搜索|返回(顶部|首页|列表)?|顶部|微博|微信|qq空间|qq|好友|朋友圈|公众号|扫码|更多|全部|导航|菜单|切换|home|about( us)?|contact( us)?|advertis(e|ing)( with us)?|privacy( policy)?|cookie (policy|settings)|terms( of (use|service))?|conditions|careers|jobs|help|faq|site ?map|search|menu|log ?in|log ?out|sign ?(in|up|out)|register|subscribe|newsletters?|share|print|e-?mail|comments?|skip to( main)? content|facebook|twitter|instagram|youtube|linkedin|and|&";

    const string Separators = " \t|·/()[]:,、>-_0123456789\u3000\u00a0\u200b+【】";

    static readonly SearchValues<char> ButtonSeparators = SearchValues.Create(Separators);

    /// <summary>A placeholder or the head of a list is no longer than this.</summary>
    const int LongestLabel = 24;

    /// <summary>The rule of a line that stands for something the page would have loaded: it is never text, wherever it stands.</summary>
    public const string PlaceholderRule = "placeholder";

    // Beside the name of a site stand so many words of an interface.
    const int FewestWordsBesideName = 3;

    const int OfInterfaceWord = 1;
    const int Separator = 2;

    static readonly UnitKinds InterfaceCharacters = new((InterfaceWords, OfInterfaceWord), (Separators, Separator));

    /// <summary>What each word of interfaces with Latin letters begins with; none is longer than "skip to main content".</summary>
    static readonly SearchValues<string> LatinBeginnings = SearchValues.Create(
        ["rss", "app", "iphone", "android", "送ta", "ip属", "leave a", "tweet", "like", "loading", "pin", "archive", "categor", "recent", "a+", "a-", "qq", "english", "home", "about", "contact", "advertis", "privacy", "cookie", "terms", "conditions", "careers", "jobs", "help", "faq", "site", "search", "menu", "log", "sign",
         "register", "subscribe", "newsletter", "share", "print", "e-mail", "email", "comment", "skip", "facebook", "twitter", "instagram", "youtube", "linkedin", "and"],
        StringComparison.Ordinal);

    const int LongestLatinWord = 20;

    /// <summary>The rule of a line that marks where an advertisement stood: it may well stand inside the article.</summary>
    public const string AdvertisementRule = "advertisement";

    /// <summary>The rule of a line that names another story behind a label, as stands between paragraphs.</summary>
    public const string RelatedRule = "related";

    /// <summary>The rule of a line under which a page is filed: its number, its subject, who decided it and when.</summary>
    public const string PropertiesRule = "properties";

    /// <summary>The rule of a line in which a site speaks for itself to whoever reads on, wherever it stands.</summary>
    public const string PlugRule = "site-plug";

    const int LongestPlug = 90;

    /// <summary>The rule of a frame line, or null.</summary>
    public static string? RuleOf(PageLine line) => line.Folded.Length > LongestNotice ? null : RuleOf(line, FrameSign.Of(line.Folded));

    /// <summary>The rule of a line of which the signs are known: patterns without theirs are not tried. Nearly every line of running text has none.</summary>
    public static string? RuleOf(PageLine line, FrameSigns signs)
    {
        var text = line.Folded;
        if (text.Length > LongestLabel)
            return (signs & FrameSigns.Notice) != 0 ? RuleOfAny(text, signs) : IsInterface(text) ? "navigation" : null;
        if (Has(FrameSigns.Placeholder) && line.Text.Length <= LongestLabel && PlaceholderLine().IsMatch(text))
            return PlaceholderRule;
        if (Has(FrameSigns.Advertisement) && text.Length <= LongestLabel && Advertisement().IsMatch(text))
            return AdvertisementRule;
        return Has(FrameSigns.ListHead) && line.Text.Length <= LongestLabel && ListHead().IsMatch(text) ? FrameFinder.ListHeadRule : RuleOfAny(text, signs);

        bool Has(FrameSigns sign) => (signs & sign) != 0;
    }

    /// <summary>Whether a line that reads as frame may well be a paragraph that speaks of such things: long, of several clauses, and not under the head of a notice.</summary>
    public static bool IsParagraph(PageLine line) =>
        line.Text.Length >= ShortestParagraph && LinePunctuation.CountCommas(line.Text) >= 4 && !NoticeHead().IsMatch(line.Folded);

    static string? RuleOfAny(string text, FrameSigns signs)
    {
        if (Has(FrameSigns.Related) && text.Length <= LongestPlug && Related().IsMatch(text))
            return RelatedRule;
        if (Has(FrameSigns.Properties) && text.Length <= LongestPlug && Properties().IsMatch(text))
            return PropertiesRule;
        if (Has(FrameSigns.Plug) && text.Length <= LongestPlug && Plug().IsMatch(text))
            return PlugRule;
        if (Has(FrameSigns.Breadcrumb) && text.Length <= 80 && Breadcrumb().IsMatch(text))
            return "breadcrumb";
        if (Has(FrameSigns.Greeting) && text.Length <= 60 && Greeting().IsMatch(text))
            return "navigation";
        if (Has(FrameSigns.Copyright) && text.Length <= 160 && Copyright().IsMatch(text))
            return "copyright";
        if (Has(FrameSigns.FriendLinks) && FriendLinks().IsMatch(text))
            return "friend-links";
        if (Has(FrameSigns.Neighbours) && text.Length <= 100 && Neighbours().IsMatch(text))
            return "navigation";
        if (Has(FrameSigns.Share) && text.Length <= 80 && Share().IsMatch(text))
            return "share";
        if (Has(FrameSigns.Disclaimer) && Disclaimer().IsMatch(text))
            return "disclaimer";
        if (Has(FrameSigns.Follow) && text.Length <= 90 && Follow().IsMatch(text))
            return "follow";
        if (Has(FrameSigns.Complaints) && text.Length <= 120 && Complaints().IsMatch(text))
            return "contact";

        return IsInterface(text) ? "navigation" : null;

        bool Has(FrameSigns sign) => (signs & sign) != 0;
    }

    /// <summary>Whether a line is a row of buttons. Characters that no word of an interface holds stay when those words are taken away: most lines have too many.</summary>
    internal static bool IsInterface(string text) => text.Length is >= 2 and <= 100 && MayBeRowOfButtons(text) && IsRowOfButtons(text);

    /// <summary>Whether nothing is left of a line when the words of interfaces are taken away, or at most the name of the site.</summary>
    internal static bool IsRowOfButtons(string text)
    {
        var rest = InterfaceWord().Replace(text, "\0");
        var words = rest.AsSpan().Count('\0');
        var left = words == 0 ? rest.Length : rest.Count(unit => unit != '\0' && !ButtonSeparators.Contains(unit));
        return left == 0 || (words >= FewestWordsBesideName && left <= LongestSiteName && MayNameSite(text));
    }

    static bool MayNameSite(ReadOnlySpan<char> text) => text.IndexOfAny(" |·/") >= 0 && text.IndexOfAny("，。,") < 0;

    static bool MayBeRowOfButtons(string text)
    {
        var (others, ofWords, most) = (0, 0, 0);
        foreach (var unit in text)
        {
            var kind = InterfaceCharacters.Of(unit);
            ofWords += kind & OfInterfaceWord;
            if (kind != 0 || ++others <= most)
                continue;
            if (others > 1 || !MayNameSite(text))
                return false;
            most = LongestSiteName;
        }

        return (others == 0 || ofWords >= FewestWordsBesideName) && LatinLettersLeft(text) <= (MayNameSite(text) ? LongestSiteName : 0);
    }

    /// <summary>How many Latin letters of a line stay at least when the words of interfaces are taken away: those that lie farther behind the beginning of one than any reaches.</summary>
    static int LatinLettersLeft(ReadOnlySpan<char> text)
    {
        var (left, reached, at) = (0, 0, 0);
        while (true)
        {
            var next = text[at..].IndexOfAny(LatinBeginnings);
            var end = next < 0 ? text.Length : at + next;
            for (; reached < end; reached++)
                left += char.IsAsciiLetterLower(text[reached]) ? 1 : 0;
            if (next < 0)
                return left;
            (reached, at) = (end + LongestLatinWord, end + 1);
        }
    }

    [GeneratedRegex(@"^\[\s*(编辑|编辑源代码|edit|edit source)(\s*\|\s*(编辑源代码|edit source))?\s*\]$|^\W*((数据|页面|内容|图片)?(加载|载入)中(\W+请稍[候等]\w?)?|正在加载\w*|\w{2,6}(生成|加载|载入)中|loading|请稍[候等]|点击(加载|查看|展开)更多|加载更多|展开(全文|更多)|打开全文|展开阅读全文|继续阅读|continue reading|keep reading|收起|阅读全文|点击(阅读|查看)(全文|原文)|阅读原文|暂无\w{2,6})\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceholderLine();

    [GeneratedRegex(@"^\W*\w{0,6}(声明|提示|告知|版权)|本(站|网|网站|平台)|©|copyright", RegexOptions.CultureInvariant)]
    private static partial Regex NoticeHead();

    [GeneratedRegex(@"^\W*(广告|推广|赞助|advertisement|sponsored)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Advertisement();

    [GeneratedRegex(@"^\W*((相关|热门|最新|推荐|延伸|精彩|精选|热点|今日|昨日|往日|本周|本月|每日|更多|近期|往期|其他|其它|同类|本类|站内|本站|频道|栏目|编辑|网友|独家|图片|视频|专题|滚动|即时|重磅|猜你){1,3}(的)?(阅读|新闻|文章|推荐|报[道导]|资讯|内容|链接|专题|消息|动态|信息|排行|排行榜|话题|评论|图文|图集|视频|搜索|标签|回顾|喜欢|热点|热文|头条|要闻|看点|好文|博文|帖子|问答|快讯|热议)|(新闻|文章|阅读|内容|图文|热点|好文|看点)(推荐|精选|回顾)|(新闻|文章|阅读|点击|热点|热门|一周|24小时)(排行榜?|热榜|热点)|为[你您]推荐|大家都在[看搜做买问]|更多\w{0,8}(报[道导]|新闻|文章|内容|回答|故事)|其他类似问题|相关问题|[你您]也?可能(还|也|会)?(喜欢|感兴趣)\w{0,6}|猜[你您]喜欢|看(了|过)\w{2,6}还(看|读)\w{0,4}|即时|热搜|热榜|related (articles?|stories|posts|news|content|reading|topics)|more (from|stories|news|articles|on this)\b.{0,20}|you (may|might) also (like|be interested in)|recommended( for you| reading)?|read (more|next)|trending( now)?|most (read|popular|viewed)|latest (news|stories|posts|articles)|popular (posts|stories|articles)|also on .{1,20}|see also)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^\W*(你?您?现?在?(所在|当前)?的?位置\s*(是|在)?\s*[:>].{1,70}|(首页|主页|home)\s*[>»›/\\→-].{1,60}|[^>›»,。:]{1,14}(\s*[>›»]{1,2}\s*[^>›»,。]{1,14}){2,6}|[^>›»,。:]{2,8}\s*[>›»]{1,2}\s*(正文|列表|详情|内容)|[^\s,。:]{2,10}([ |·/-]+[^\s,。:]{2,6}){1,3}[ |·/-]+(正文|浏览文章|文章内容|文章正文|详细内容))$", RegexOptions.CultureInvariant)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"^\W*(您好|你好|欢迎).{0,20}(登录|登陆|注册|光临|访问)[^,。]{0,12}$|^\W*今天是\W?(19|20)\d\d年\d{1,2}月\d{1,2}日.{0,12}$|^\W*(powered by|技术支持\s*[:：]|建设单位\s*[:：])|本页面?最后(修订|编辑|更新)于|your email address will not be published|required fields are marked|^\W*(发信站|文章网址|来源网址|本文(链接|网址))\s*:|浏览器版本过低|分辨率.{0,6}浏览|浏览(本|此)(站|网站)|(此|这|该)(篇|条)?(文章|新闻)(的|时的|有何)?(感受|感觉|心情)", RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"版权所有|\bcopyright\b|©|\(c\)\s*(19|20)\d\d|all rights reserved|icp(备|证|许可)|公网安备|增值电信业务|网络文化经营许可|许可证(编号)?\s*[:：(（]?.{0,8}\d{4,}|信息网络传播视听|互联网新闻信息服务许可", RegexOptions.CultureInvariant)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"^\W*(友情|合作|文字|站点|网站)(链接|连接|连结|导航)\s*[:>|].*|^\W*(友情链接|合作伙伴|合作媒体|合作网站)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex FriendLinks();

    [GeneratedRegex(@"^\W*(上|下|前|后)一?(篇|页|条|章|节|则|个)(文章|新闻)?\s*([:>].*)?$|^\W*(previous|next)( (post|article|story|page))?\s*([:>»].*)?$|^\W*(返回|回到|回)(首页|顶部|列表|上页|上一页|上级)\W*$|^\W*(设为首页|加入收藏)", RegexOptions.CultureInvariant)]
    private static partial Regex Neighbours();

    [GeneratedRegex(@"^\W*(一键|快速)?(分享|转发|分享本文|share)( this)?( (article|story|post|on|to|with))*\s*(到|至|给)?\s*[:：].*$|^\W*(分享|转发)(到|至)?\W{0,3}((新浪|腾讯)?(微信|微博|朋友圈|qq|qq空间|空间|好友|复制链接|facebook|twitter|line|linkedin|x)\W*)+$|^\W*((微信|微博|新浪微博|朋友圈|qq|qq空间|facebook|twitter|line|linkedin|whatsapp|复制链接|分享)\W*){2,}$|^\W*share( this)?( (article|story|post|page))?\W*$|^\W*(好文|好文章|喜欢|觉得|如果)[^。]{0,16}(鼓励|打赏|点赞|点个赞|转发|分享)\W*\w{0,6}\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"扫一扫|扫描?(上方|下方|左侧|右侧)?二维码|扫码(关注|下载|阅读|查看)|长按(识别)?.{0,4}二维码|^\W*(点击|长按).{0,8}(关注|订阅)|(关注|订阅)我们的?.{0,12}(频道|账号|专页)|关注.{0,24}(公众号|公众账号|官方微博|微信号?)|(微信|公众号)(搜索|关注|号)\s*[:“""'].*|^\W*关注(我们|本站|本网)|(下载|打开).{0,12}(客户端|app)\W*(查看|阅读|了解|获取)?.{0,10}$|^\W*关注\w{2,12}[、,]\w{2,12}\W*$|follow us|subscribe to (our|the)|sign up for", RegexOptions.CultureInvariant)]
    private static partial Regex Follow();

    [GeneratedRegex(@"^\W*(违法|不良|和|信息|有害|网上|互联网|未成年人|涉及)*举报\w{0,6}\s*[:(（]|^.{0,10}(举报|投诉|客服|服务|监督|新闻|联系|商务|广告|热线|投稿|爆料|编辑部|值班|总机)(热线|电话|邮箱|邮件|qq)\s*[:：]?\s*[\d\w@-].*|^.{0,10}[报爆]料\s*:\s*[\d-]+$|^\W*(地址|通讯地址|社址|办公地址)\s*[:：].{2,50}(邮编|邮政编码)\s*[:：]?\s*\d{6}\W*$|^\W*(联系|商务)(我们|合作|方式)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Complaints();

    [GeneratedRegex(@"^\W*(免责|版权|郑重|特别|法律|重要|风险|权利|平台)?(声明|提示|告知)\s*[:：]|免责声明|^\W*(凡|如)?本(网|站|报|平台|刊)(所有|全部|未|凡|部分)?.{0,8}(注明|转载|刊载|发布|内容)|未经.{0,16}(授权|许可|允许|同意).{0,24}(转载|复制|使用|摘编|传播|镜像|违者)|(授权|许可|同意).{0,6}不得转载|转载.{0,6}(请|须|需|必须|务必)(注明|联系|标明|与.{2,6}联[系络])|^\W*(本[网站报刊社文]|以上|文章|图片|内容).{0,10}版权[属归].{1,12}所有|^\W*(notice|disclaimer)\s*:.*(posted|uploaded|views|opinions|responsib|liab|accura)|严禁转载|谢绝转载|禁止转载|不构成.{0,6}(投资|操作|买卖|实质)?.{0,4}(建议|意见|依据)|(风险|后果|责任|盈亏).{0,4}自(负|担|行承担)|(仅|只|均|纯属|属于?|系).{0,4}(代表|属)?(作者|本人|个人|发言者).{0,8}(观点|意见|看法|立场)|(观点|意见).{0,4}[仅只]代表.{0,4}(作者|本人|个人)|(不代表|与).{0,4}(本(站|网|平台|报|刊|频道)|平台|网站|\w{2,8}).{0,2}(观点|立场|意见|无关).{0,40}(证实|无关|立场|观点|核实|保证)|如.{0,6}(侵犯|侵权|版权).{0,24}(联系|删除|告知)|侵权.{0,6}(必究|删除)|追究.{0,6}法律责任", RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"^\W*((延伸|扩展|拓展|相关|推荐|往期|更多)(阅读|文章|新闻|报[道导]|推荐|链接|内容|回顾)|read (more|also|next)|see also|related( (story|stories|articles?))?)\W*[:》>]\s*[^。]{4,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Related();

    [GeneratedRegex(@"^\W*(索引号|文号|主题(分类|词)|发布机构|成文日期|发文(机关|字号)|有效性|体裁分类|公开(方式|形式|时限|范围|程序)|信息(分类|索引)|组配分类|分类专栏|文章(标签|关键词|分类)|关键词|所属(栏目|分类))\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Properties();

    [GeneratedRegex(@"(一秒记住|记住本站).*(\.[a-z]{2,}|【)|无弹窗.{0,4}阅读|本章未完|(阅读|更新)网址\s*:|请大家收藏\s*:|(最新章节|手机用户)请.{0,6}(访问|浏览|阅读)", RegexOptions.CultureInvariant)]
    private static partial Regex Plug();

    [GeneratedRegex(InterfaceWords, RegexOptions.CultureInvariant)]
    private static partial Regex InterfaceWord();
}
