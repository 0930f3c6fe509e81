using System.Buffers;
using System.Text.RegularExpressions;
using Tanyuan.Text.Folding;

namespace Tanyuan.Pages.Html;

/// <summary>
/// Names the page furniture that a line is by its wording: breadcrumbs, share and print bars, copyright and licence numbers, complaint and
/// follow-me lines, heads of related lists. Wording alone removes a line only where the line is short or nothing but the frame; callers decide by
/// position for the rest.
/// </summary>
internal static partial class Furniture
{
    const int Longest = 300;

    /// <summary>The rule that removes the line, or null when it may be text.</summary>
    public static string? RuleFor(string line)
    {
        if (line.Length > Longest)
            return null;
        if (line.Length <= 160 && Licence().IsMatch(line))
            return "copyright";
        if (line.Length <= 120 && Breadcrumb().IsMatch(line))
            return "navigation";
        if (line.Length <= 60 && Share().IsMatch(line))
            return "share";
        if (line.Length <= 40 && Buttons().IsMatch(line))
            return "interface";
        if (line.Length <= 80 && Counters().IsMatch(line))
            return "interface";
        if (line.Length <= 120 && PreviousNext().IsMatch(line))
            return "navigation";
        if (line.Length <= 160 && line.AsSpan().ContainsAny(InvitationWords) && Invitation().IsMatch(line))
            return "interface";
        return null;
    }

    /// <summary>Whether the line heads a list of other stories; what follows it is theirs.</summary>
    public static bool HeadsRelated(string line) => line.Length <= 60 && RelatedHead().IsMatch(line);

    /// <summary>Whether the line heads readers' comments.</summary>
    public static bool HeadsComments(string line) => line.Length <= 40 && CommentsHead().IsMatch(line);

    /// <summary>Whether the line disclaims or warns of copying: dropped after the article's last sentence.</summary>
    public static bool IsDisclaimer(string line) => line.Length <= 400 && MatchesInEitherScript(Disclaimer(), line);

    /// <summary>Whether the line says how to reach or follow the publisher: dropped after the article's last sentence.</summary>
    public static bool IsContact(string line) =>
        (line.Length <= 160 && MatchesInEitherScript(Contact(), line)) || (line.Length <= 300 && FanPage().IsMatch(line)) || (line.Length <= 200 && Uri.IsWellFormedUriString(line, UriKind.Absolute));

    // The patterns are written in Simplified characters; a line that has no others is not matched twice.
    static bool MatchesInEitherScript(Regex pattern, string line)
    {
        if (pattern.IsMatch(line))
            return true;
        if (!line.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF'))
            return false;
        var folded = TextFolder.Fold(line);
        for (var index = 0; index < line.Length; index++)
        {
            if (line[index] is >= '\u3400' and <= '\u9FFF' && folded[index] != line[index])
                return pattern.IsMatch(folded);
        }

        return false;
    }

    [GeneratedRegex(@"(?:facebook|臉書|面书).{0,6}[專专][页頁]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FanPage();

    /// <summary>Whether the line names the maker of a picture and nothing else: dropped after the article's last sentence.</summary>
    public static bool IsCredit(string line) => line.Length <= 120 && Credit().IsMatch(line);

    /// <summary>Whether the line is a picture's caption by the credit it carries.</summary>
    public static bool IsCredited(string line) => line.Length <= 200 && CreditedCaption().IsMatch(line);

    /// <summary>Whether the line signs an article with a news agency's name.</summary>
    public static bool IsAgency(string line) => line.Length <= 24 && Agency().IsMatch(line);

    /// <summary>Whether the line lists keywords: dropped after the article's last sentence, where they are links.</summary>
    public static bool IsKeywords(string line) => line.Length <= 120 && Keywords().IsMatch(line);

    [GeneratedRegex(@"^(?:文章|本文)?(?:关键[词字]|關鍵[詞字]|标签|標籤|tags?|keywords?|schlagwörter|schlagworte|mots-clés|etiquetas|tagi)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Keywords();

    [GeneratedRegex(@"\((?:fotos?|photos?|bild(?:er)?|images?|foto y texto) ?: ?[^()]{2,60}\)\s*$|^[^.!?。！？]{8,120}\p{L}\s?©\s?[\p{L} ./-]{2,60}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreditedCaption();

    [GeneratedRegex(@"^[(\[]?(?:[\p{L}]{1,6}\s?[/,]\s?)*(?:dpa|afp|apa|ap|pap|reuters|sda|efe|ansa|lusa|sid|epd|kna|ots|tass|upi)(?:\s?[/,-]\s?[\p{L}]{1,6})*[)\]]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    /// <summary>Whether the line of a discussion describes a member: standing, level, number of posts.</summary>
    public static bool IsMember(string line) => line.Length <= 80 && Member().IsMatch(line);

    /// <summary>Whether the line of a discussion counts, dates or ranks a post and says nothing else.</summary>
    public static bool IsFloor(string line) => line.Length <= 80 && (FloorLine().IsMatch(line) || FloorBar().IsMatch(line));

    /// <summary>What stands in a row below or above a post: where from, which floor, when, and what a reader may do.</summary>
    [GeneratedRegex(@"^(?:(?:来自[\w ]{2,16}?(?:客户端|手机|网页版?|端)|(?:第\s*)?\d+\s*[楼樓]|\d{4}-\d{1,2}-\d{1,2}(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?|(?:收起)?回[复覆](?:\(\d+\))?|举报|舉報|点赞|赞|踩|分享|引用|收藏|只看(?:该作者|楼主|他|她|TA)|楼主|樓主|层主|IP属地[:：]?\s*\w{2,4}|\d+\s*(?:秒|分钟|分鐘|小时|小時|天)前|#\d+|\d+#)[\s|·•,，]*){2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex FloorBar();

    [GeneratedRegex(@"^(?:#\d+|\d+#|(?:第\s*)?\d+\s*[楼樓层層](?:\s*[#:：])?|(?:共|全部)?\s*\d+\s*[条個个则]?\s*(?:评论|回复|回帖|跟帖|回答|評論|回覆|留言)(?:\s*[•·|].*)?|.{1,20}\s*[·•|]\s*\d+\s*(?:秒|分钟|分鐘|小时|小時|天)前.*|\S{1,20}\s+\d+\s*(?:秒|分钟|分鐘|小时|小時|天)前\s*#?\d*|(?:由|by|von|par|作者)\s.{1,24}\s(?:»|›|在|于|於|on|am)\s*\d.*|(?:发表|發表|回复|回覆)[于於]\s*\d{2,4}[-/年].*|\d+\s*人(?:赞同|贊同|觉得|收藏)了?.*|.{1,16}\s*回复了此帖|(?:发布|发表|發表)\s*#\d+.*|最佳(?:回复|答案|回答)(?:由.*)?|(?:已|最后)?编辑(?:于.*)?|\d+\s*(?:秒|分钟|分鐘|小时|小時|天|个?月|個月|年)前|请.{0,3}登[录陆入]后?.{0,8}|请先登录.{0,8}|楼主|樓主|沙发|沙發|板凳|地板|精华|置顶|管理员?|版主|来自.{2,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex FloorLine();

    /// <summary>One of these is in every invitation.</summary>
    static readonly SearchValues<string> InvitationWords = SearchValues.Create(
        ["newsletter", "letter to the editor", "hear what you think", "email address will not", "required fields", "cookies", "akismet", "e-mail-adresse wird", "adresse e-mail ne sera"],
        StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?:sign(?:ing)? up|subscribe|get|never miss|join|abonnier|jetzt|melde|inscri|suscr[ií]b|iscriviti|zapisz).{0,80}newsletter|newsletter.{0,20}(?:abonnieren|anmelden|bestellen)|(?:submit|write|send) (?:us )?(?:your|a) letter to the editor|we want to hear what you think|email address will not be published|required fields are marked|(?:e-mail-adresse wird nicht|adresse e-mail ne sera pas) |(?:this (?:web)?site|we|wir|diese (?:web)?seite) (?:uses?|verwende[nt]|nutz(?:en|t)) (?:cookies|akismet)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"^(?:titel|beitrags|vorschau|artikel)?(?:bild|foto|fotos|photo|photos|image|picture|zdjęcie|imagen|immagine)(?:nachweis|quelle|rechte|[ -]?credits?| by| courtesy)?(?: ?:| ?©| by )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"(?:积分|積分|等级|等級|威望|金币|金幣|经验值?|注册时间|註冊時間|在线时间|最后登录|主题|帖子|精华|粉丝|获赞数?|采纳数?)\s*[:：]?\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"^(?:联系)?(?:电话|传真|邮箱|热线|地址|邮编|投稿|爆料|新闻热线|客服)\s*[:：]|手机报|彩信|微信公众号|扫(?:描|一扫).{0,10}二维码|粉[丝絲].{0,6}[專专][页頁]|按此\s*like|follow.{0,3}(?:我們|我们)|^(?:follow|like) us|用手机.{0,10}看新闻|^(?:3g|wap)\.\S+|newsletter|订阅|訂閱.{0,8}(?:电子报|電子報|频道|頻道)|下载.{0,8}(?:APP|客户端)|手机版|^permalink\b|\b(?:subscribe|sign up|abonnier|registrier|jetzt anmelden|s'abonner|suscr[ií]b|inscrivez|download (?:the|our)|hear what you think|letter to the editor)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"ICP[备備证證]|京公网安备|公网安备|增值电信|网络文化经营许可|信息网络传播视听节目|互联网新闻信息服务许可|版权所有|版權所有|All Rights? Reserved|著作權所有|未经.{0,12}授权.{0,10}(?:不得|禁止)转载$|^(?:copyright|©|\(c\)|&copy;)\s|违法和?不良信息举报|举报电话", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Licence();

    [GeneratedRegex(@"^(?:[您你]?(?:当前|現在|现在|目前|所在|的)*的?位置\s*[:：是]|您现在的位置|您所在的位置|當前位置|目前位置|首页\s*[>›»/→]|首頁\s*[>›»/→]|home\s*[>›»/])|^(?:[^\s>》›»]{1,12}\s*(?:>|>>|›|»|&gt;)\s*){2,}[^>›»。]{0,40}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"^(?:分享(?:到|至|给|本文|文章)?|转发(?:到|至)?|转帖到|推荐给朋友|share(?: this| on| via)?|tweet|teilen|partager|condividi|compartir|email|e-mail|drucken|print|whatsapp|facebook|twitter|linkedin|pinterest|微博|微信|朋友圈|qq空间|qq好友|新浪微博|腾讯微博|人人网|开心网|豆瓣|复制链接|扫一扫|收藏本文|打印本文|打印此文|打印本页|关闭窗口|[\s:：|,，、·【】\[\]()（）\d])+$|^(?:微信)?扫[一描].{0,30}(?:二维码|分享|关注|阅读)|^关注.{0,16}(?:微信|公众号|微博)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[\s\[【(（<《「|]*(?:(?:我要)?(?:评论|評論|纠错|收藏|打印|列印|关闭|關閉|投稿|举报|报错|挑错|点赞|赞|讚|顶|踩|返回|返回顶部|返回首页|回到顶部|top|加入收藏|设为首页|字号|字體|字体|大|中|小|打印本稿|发表评论|發表評論|查看评论|我来说两句|網友回應|网友评论|加载中|載入中|loading|登录|登錄|登入|注册|註冊|zurück|zurück zur übersicht|nach oben|retour|haut de page|indietro|volver|back|back to top|bild anzeigen|bild schließen|bild vergrößern|externer inhalt|artikel bewerten|quellen (?:ein|aus)blenden|(?:jetzt|kostenlos)?\s*(?:registrieren|anmelden)(?: und weiterlesen)?|log ?in|sign ?in|sign ?up|register|permalink|leave a reply|reply|antworten|répondre|responder|搜索|搜尋|更多|查看更多|more|阅读全文|閱讀全文|展开全文|展开全部|展开阅读全文|展开|收起|换一换|播报文章|暂停|点击查看|播放|手机查看|首赞|倒序看帖|仅看楼主|只看楼主|广告|廣告|advertisement|anzeige|publicité|publicidad|werbung|转发|分享|关注|關注|复制|全选|推荐|推薦|朗读|听新闻|放大|缩小|默认|正文|本文|繁体|简体|微信|微博|字号[:：]?|[tT][|｜+\-]?[tT]?)[\s\]】)）>》」|/:：.…·(\d+]*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Buttons();

    [GeneratedRegex(@"^(?:(?:浏览|瀏覽|阅读|閱讀|点击|點擊|访问|人气|人氣|查看|评论|評論|回复|参与|跟贴|已有|共有|推荐|转发|收藏|点赞|views?|comments?)[次数數量率]*\s*[:：]?\s*[（(]?\s*\d[\d,.万]*\s*[)）]?\s*(?:次|条|人|人参与|条评论|人评论)?[\s|]*)+$|^\d+\s*(?:人参与|条评论|人评论|comments?|views?|shares?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counters();

    [GeneratedRegex(@"^[\s\[【<《«‹←]*(?:返回.{1,12}[,，]\s*查看更多$|上一[篇页頁条則]|下一[篇页頁条則]|前一篇|后一篇|後一篇|上篇|下篇|previous(?: (?:post|article|story))?|next(?: (?:post|article|story))?|上一章|下一章)(?:[:：\s】\]>]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PreviousNext();

    [GeneratedRegex(@"^[\s【\[■◆●▌▍▶»>·*]*(?:相关(?:新闻|阅读|文章|报道|链接|专题|资讯|推荐|内容|搜索|评论|视频|图集|帖子|话题|稿件|信息|主题|产品|热词|资料|事件|日志|博文)|相關(?:新聞|閱讀|文章|報導|報道|連結|專題|資訊|主題|內容|影音)|延伸(?:阅读|閱讀)|推荐(?:阅读|新闻|文章|视频|图集|内容|资讯)|推薦(?:閱讀|新聞|文章)|热门(?:推荐|文章|新闻|标签|评论|资讯|搜索|图集|话题|排行)|熱門(?:新聞|文章|推薦|話題|點閱)|猜你喜欢|为[你您]推荐|猜你感兴趣|你可能(?:喜欢|感兴趣|还想看)|您可能(?:感兴趣|也喜欢|喜欢)|大家(?:都在看|还看了)|更多(?:新闻|精彩|阅读|相关|文章|内容)|更多.{0,12}(?:新闻|文章|报道|報導|新聞)|看了本文的|看了又看|其他人也在看|大家在看|人们还看了|看过本文的|随机(?:文章|推荐)|最新(?:文章|新闻|资讯|评论|更新|消息|动态|热门)|热点(?:推荐|新闻|排行|专题|图片)|精彩(?:推荐|图片|阅读|图集|专题)|编辑推荐|编辑精选|图片新闻|新闻排行|点击排行|本周热点|今日热点|阅读排行|一周热门|参考阅读|专题推荐|精彩推荐|延伸阅读|同类(?:文章|新闻)|关键词阅读|上一篇|下一篇|related(?: (?:articles?|stories|posts|news|content|links|topics|reading|coverage))?|more (?:from|on|news|stories|articles)\b.*|read (?:more|also|next)|see also|you may (?:also )?like|you might (?:also )?like|recommended(?: for you)?|most (?:read|popular|viewed|commented)|trending(?: now)?|latest (?:news|posts|articles|stories)|popular posts|recent posts|don't miss|mehr zum thema|mehr aus.*|lesen sie (?:auch|mehr)|dies(?:e|er|es) (?:artikel|beitrag|beiträge|themen?|posts?)\b.{0,30}(?:interessier|gefallen).*|(?:das|dieses) (?:thema )?könnte (?:sie|dich|ihnen).*|zum weiterlesen.*|weitere (?:artikel|themen|beiträge|meldungen).*|ähnliche (?:artikel|beiträge)|auch interessant|verwandte .*|zum thema|meistgelesen|à lire aussi.*|lire aussi.*|sur le même sujet|articles? (?:liés|similaires|récents)|dans la même rubrique|lea también.*|te puede interesar|artículos relacionados|noticias relacionadas|leggi anche.*|articoli correlati|potrebbe interessarti.*|leia (?:também|mais).*|notícias relacionadas|powiązane.*|czytaj (?:także|również|też).*|zobacz (?:także|również|też).*|関連(?:記事|ニュース|リンク)|あわせて読みたい|おすすめ記事|人気記事|最新記事)(?:\s*[:：】\]>|/·.…»]|$|\s*\(?\d*\)?$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelatedHead();

    [GeneratedRegex(@"^[\s【\[]*(?:(?:网友|網友|读者|用户|最新|热门|全部|精彩|发表|發表|我要|查看|文章)?(?:评论|評論|留言|跟帖|跟贴|回应|回應)(?:列表|区|專區|专区|内容)?|我来说两句|我要说几句|說兩句|(?:\d+\s*)?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|komentarze?|responses?|reactions?|thoughts? on .*)|leave a (?:reply|comment)|post a comment|join the (?:discussion|conversation)|schreibe(?:n sie)? einen kommentar|laisser un commentaire|deja (?:un|tu) comentario|コメント)(?:\s*[:：】\]]|\s*\(?\d*\)?\s*)*[条個个]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommentsHead();

    [GeneratedRegex(@"免责声明|免責聲明|(?:平台|网站|重要|风险)声明|仅代表(?:作者|其|发布者|发言者).{0,8}(?:观点|本人|个人)|特别声明|郑重声明|版权声明|版權聲明|^声明[:：]|^【?声明|本网站?(?:注明|转载|刊载)|凡本(?:网|站|报)|凡(?:是)?(?:注明|来源|署名)|并不(?:意味着)?代表|对其真实性|转载(?:请|須|需)注明|轉載請註明|不代表(?:本|.{0,6}网|.{0,4}立场)|与(?:本站|本网|凤凰网|.{2,6}网)无关|仅供(?:读者|网友)?参考|侵犯.{0,12}(?:权益|版权|权利).{0,30}联系|如有侵权|投资者据此操作|风险自担|未经.{0,10}(?:书面)?(?:授权|许可|允许).{0,12}(?:不得|禁止|严禁|请勿)|not be (?:published|reproduced|redistributed)|reproduction (?:is )?prohibited|all rights reserved|alle rechte vorbehalten|tous droits réservés|(?:todos los derechos|todos os direitos) reservados|tutti i diritti riservati|prawa zastrzeżone|prawem autorskim|(?:under|unter) (?:the|der|einer) .{0,30}(?:creative commons|cc[- ]by)|(?:licen[cs]e|lizenz|licencia) cc[- ]by|無断転載", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();
}
