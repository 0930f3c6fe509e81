namespace Tanyuan.Pages.Tests.Html;

/// <summary>Pages as the common software and the big sites lay them out, with texts of our own: what is around them differs, the texts are the same.</summary>
internal static class KindsOfPages
{
    public const string Title = "阳台上的茶花怎么过冬";

    public static readonly string[] Replies =
    [
        "去年冬天我把茶花搬进了楼道，没有暖气，只是挡了风，开春照样开了三十多朵。",
        "别急着剪枝，等花谢了再剪，不然明年的花芽就没了。",
        "我家的在阳台，夜里零下五度，盖一层无纺布就行。",
        "谢谢楼上几位，今晚就去买布！",
    ];

    public static readonly string[] Story = [HtmlPages.FirstParagraph, HtmlPages.SecondParagraph, HtmlPages.ThirdParagraph];

    static readonly string[] Names = ["林小满", "白露", "山中客", "渡口老赵"];

    /// <summary>Discussions by the software that they run on.</summary>
    public static readonly Dictionary<string, string> Threads = new()
    {
        ["discuz"] = Page($"{Title} - 养花心得 - 望川园艺论坛 - Powered by Discuz!", """<meta name="generator" content="Discuz! X3.4" />""",
            "<div id='toptb'><a href=/>设为首页</a><a href=/>收藏本站</a></div><div id='pt'><a href=/>论坛</a> › <a href=/f>养花心得</a> › 查看内容</div>"
            + $"<div id='postlist' class='pl bm'><h1 class='ts'><a href=/f>[求助]</a> <span id='thread_subject'>{Title}</span></h1>"
            + Posts((floor, name, text) => $"<div id='post_{100 + floor}'><table class='plhin'><tr><td class='pls'><div class='authi'><a href=/u>{name}</a></div><div class='tns xg2'>主题 12 帖子 340 积分 1288</div></td>"
                + $"<td class='plc'><div class='pi'><strong><a href=#>{(floor == 1 ? "楼主" : $"{floor}#")}</a></strong><div class='authi'>发表于 2024-1-1{floor} 08:30 | <a href=#>只看该作者</a></div></div><div class='pct'><div class='pcb'><div class='t_fsz'><table><tr><td class='t_f' id='postmessage_{floor}'>{text}</td></tr></table></div></div></div><div class='po'><a href=#>回复</a> <a href=#>举报</a></div></td></tr></table></div>")
            + "</div><div id='ft'>Powered by Discuz! X3.4 © 2001-2024</div>"),
        ["tieba"] = Page($"{Title}_茶花吧_百度贴吧", "",
            "<div class='card_top'><a href=/f>茶花吧</a> 关注：12,345 贴子：67,890</div><div class='core_title'><h3 class='core_title_txt'>" + Title + "</h3></div><div class='p_postlist' id='j_p_postlist'>"
            + Posts((floor, name, text) => $"<div class='l_post j_l_post'><div class='d_author'><ul><li class='d_name'><a href=/u>{name}</a></li><li class='d_badge'>初级粉丝</li></ul></div><div class='d_post_content_main'><div class='p_content'><cc><div class='d_post_content j_d_post_content'>{text}</div></cc></div>"
                + $"<div class='core_reply'><span class='tail-info'>来自Android客户端</span><span class='tail-info'>{floor}楼</span><span class='tail-info'>2024-01-1{floor} 08:30</span><a href=#>回复</a></div></div></div>")
            + "</div><div class='footer'>©2024 Baidu 贴吧协议 隐私政策</div>"),
        ["v2ex"] = Page($"{Title} - V2EX", """<meta property="og:type" content="article" /><link rel="canonical" href="https://www.example.com/t/1012345" />""",
            "<div id='Top'><a href=/>首页</a> <a href=/signin>登录</a></div><div class='box'><div class='header'><a href=/>V2EX</a> › <a href=/go>园艺</a><h1>" + Title + "</h1><small class='gray'><a href=/u>" + Names[0] + "</a> · 12 小时前 · 345 次点击</small></div>"
            + $"<div class='cell'><div class='topic_content'><div class='markdown_body'><p>{HtmlPages.FirstParagraph}</p></div></div></div><div class='topic_buttons'><a href=#>加入收藏</a></div></div>"
            + $"<div class='box'><div class='cell'>{Replies.Length} 条回复 • 2024-01-12 20:11</div>"
            + string.Concat(Replies.Select((text, index) => $"<div id='r_{index}' class='cell'><table><tr><td><strong><a href=/u>{Names[(index + 1) % 4]}</a></strong> <span class='ago'>{index + 2} 小时前</span><span class='no'>{index + 1}</span><div class='reply_content'>{text}</div></td></tr></table></div>"))
            + "</div><div id='Bottom'>关于 · 帮助文档 · 广告投放</div>"),
        ["zhihu"] = Page($"{Title}？ - 知乎", "",
            "<header class='AppHeader'><a href=/>首页</a><a href=/>会员</a><button>登录/注册</button></header><div class='QuestionPage'><div class='QuestionHeader'><div class='QuestionHeader-topics'><a href=/t>园艺</a><a href=/t>花卉</a></div>"
            + $"<h1 class='QuestionHeader-title'>{Title}？</h1><div class='QuestionRichText'><span class='RichText'>{HtmlPages.FirstParagraph}</span></div><button>关注问题</button></div><div class='Question-main'><h4 class='List-headerText'>{Replies.Length} 个回答</h4>"
            + string.Concat(Replies.Select((text, index) => $"<div class='List-item'><div class='ContentItem AnswerItem'><div class='AuthorInfo'><a href=/u>{Names[(index + 1) % 4]}</a></div><span class='Voters'><button>{index + 3} 人赞同了该回答</button></span><div class='RichContent'><div class='RichContent-inner'><span class='RichText'><p>{text}</p></span></div><div class='ContentItem-time'><a href=#>发布于 2024-01-1{index} 08:30</a></div><div class='ContentItem-actions'><button>赞同 {index + 3}</button><button>添加评论</button><button>分享</button></div></div></div></div>"))
            + "</div><div class='Question-sideColumn'><div class='Card'>关于作者</div><a href=/q>被浏览 1,234</a></div></div>"),
        ["phpbb"] = Page($"{Title} - 园艺之家", "",
            "<div id='wrap' class='wrap'><div class='headerbar'><a class='logo' href=/>园艺之家</a></div><ul class='nav-breadcrumbs'><li><a href=/>论坛首页</a></li><li><a href=/f>养花</a></li></ul><div id='page-body' class='page-body'><h2 class='topic-title'><a href=#>" + Title + "</a></h2>"
            + Posts((floor, name, text) => $"<div id='p{floor}' class='post has-profile bg2'><div class='inner'><dl class='postprofile'><dt class='has-profile-rank'><a href=/u class='username'>{name}</a></dt><dd class='profile-posts'>帖子: 123</dd><dd class='profile-joined'>注册时间: 2020-01-01</dd></dl><div class='postbody'><div id='post_content{floor}'><h3><a href=#>Re: {Title}</a></h3><p class='author'>由 {name} » 2024-01-1{floor} 08:30</p><div class='content'>{text}</div></div></div></div></div>")
            + "</div><div id='page-footer' class='page-footer'>Powered by phpBB® Forum Software © phpBB Limited</div></div>"),
    };

    /// <summary>Articles by the kind of site that they stand on.</summary>
    public static readonly Dictionary<string, string> Articles = new()
    {
        ["portal with a keyword bar"] = Page($"{Title}|茶花|园艺_新浪旅游_新浪网", """<meta property="article:published_time" content="2024-01-18T09:30:00+08:00" /><meta property="article:author" content="新浪旅游" />""",
            "<div class='top-nav'><a href=/>新闻中心</a><a href=/>旅游</a></div><div class='path-search'><div class='path'><a href=/>新浪首页</a> > <a href=/>旅游</a> > 正文</div></div><div class='main-content w1240'>"
            + $"<h1 class='main-title'>{Title}</h1><div class='top-bar-wrap'><div class='date-source'><span class='date'>2024年01月18日 09:30</span> <span class='source'>示例晚报</span></div><div class='page-tools'><span>缩小字体</span><span>放大字体</span><span>收藏</span><span>微博</span><span>微信</span><span>分享</span></div></div><div class='article-content-left'><div class='article' id='artibody'>{Paragraphs("　　")}<p class='article-editor'>责任编辑：何以</p></div>"
            + $"<div class='keywords' id='article-bottom'><span>文章关键词：</span><a href=/>茶花</a> <a href=/>园艺</a></div><div class='cont-hotnews'><h3>热门推荐</h3>{Links()}</div></div><div class='article-content-right'><h2>阅读排行榜</h2>{Links()}</div></div><div class='page-footer'>新浪网版权所有</div>"),
        ["portal with post classes"] = Page($"{Title}_网易新闻", "",
            "<div class='nav_bottom'><a href=/>网易首页</a> > <a href=/>新闻中心</a> > 正文</div><div class='container clearfix' id='container'><div class='post_main'><h1 class='post_title'>" + Title + "</h1><div class='post_info'>2024-01-18 09:30:00　来源: <a href=/>示例晚报</a> <a href=#>举报</a></div>"
            + $"<div class='post_content' id='content'><div class='post_body'>{Paragraphs("")}</div><div class='post_author'><a href=/>何以</a> 本文来源：示例晚报 责任编辑：何以</div><div class='post_comment'><div class='post_comment_toolbar'>0 条评论</div></div><div class='post_recommends'><h3>相关推荐</h3>{Links()}</div></div></div><div class='post_side'><h2>热点新闻</h2>{Links()}</div></div><div class='N-nav-bottom'>关于我们 | 网易版权所有</div>"),
        ["portal with a side column first"] = Page($"{Title}_旅游_望川网", "",
            $"<div class='left sidebar'><div class='user-info'>望川网</div><div class='user-posts'>文章 1234</div></div><div class='right sidebar hot'><h3>24小时热文</h3>{Links()}</div><div class='left main' data-spm='content'><div class='text'><div class='text-title'><h1>{Title}</h1><div class='article-info'><span class='time' id='news-time'>2024-01-18 09:30</span><span data-role='original-link'>来源: <a href=/>示例晚报</a></span></div></div><article class='article' id='mp-editor'>{Paragraphs("")}<p>返回望川网，查看更多</p><p data-role='editor-name'>责任编辑：何以</p></article></div>"
            + "<div class='statement'>平台声明：该文观点仅代表作者本人，望川号系信息发布平台，望川网仅提供信息存储空间服务。</div><div class='bottom-relate-wrap'>阅读 (123)</div></div>"),
        ["public account"] = Page(Title, $"""<meta property="og:title" content="{Title}" /><meta property="og:site_name" content="微信公众平台" /><meta property="og:type" content="article" />""",
            "<div id='js_article' class='rich_media'><div class='rich_media_area_primary_inner'><div id='img-content' class='rich_media_wrp'><h1 class='rich_media_title' id='activity-name'>" + Title + "</h1><div id='meta_content' class='rich_media_meta_list'><span class='rich_media_meta rich_media_meta_text'>周一舟</span><span class='rich_media_meta rich_media_meta_nickname'><a href=#>望川园艺</a></span><em id='publish_time' class='rich_media_meta rich_media_meta_text'>2024-01-18 09:30</em></div>"
            + $"<div class='rich_media_content js_underline_content' id='js_content' style='visibility: hidden; opacity: 0;'><section>{Paragraphs("")}</section></div></div></div><div class='rich_media_tool'><span>阅读原文</span><span>喜欢此内容的人还喜欢</span></div><div id='js_pc_qr_code' style='display:none'>微信扫一扫 关注该公众号</div></div>"),
        ["government notice in tables"] = Page($"{Title}_望川市园林局", "",
            "<table width=1000><tr><td><a href=/>网站首页</a> | <a href=/>机构职能</a> | <a href=/>政务公开</a></td></tr></table><table width=1000><tr><td>您现在的位置：<a href=/>首页</a> >> <a href=/>科普</a> >> 正文</td></tr></table>"
            + $"<table width=1000><tr><td align=center><b>{Title}</b></td></tr><tr><td align=center>发布时间：2024-01-18 09:30　信息来源：示例晚报　浏览次数：123　【字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】</td></tr><tr><td><div id=zoom><font>{string.Join("<br><br>", Story.Select(text => "　　" + text))}</font></div></td></tr><tr><td>【<a href=#>打印本页</a>】【<a href=#>关闭窗口</a>】</td></tr></table><table width=1000><tr><td>主办：望川市园林局　望ICP备00000000号　网站标识码：0000000000</td></tr></table>"),
        ["blog with comments"] = Page($"{Title} – 周一舟的园艺日志", """<meta name="generator" content="WordPress 6.4" />""",
            $"<body class='single single-post'><header id='masthead' class='site-header'><a href=/>周一舟的园艺日志</a></header><div id='content' class='site-content'><article id='post-12' class='post-12 post type-post status-publish hentry category-flowers'><header class='entry-header'><h1 class='entry-title'>{Title}</h1><div class='entry-meta'><time datetime='2024-01-18T09:30:00+08:00'>2024年1月18日</time> <span class='author vcard'>周一舟</span></div></header><div class='entry-content'>{Paragraphs("")}</div><footer class='entry-footer'>分类：<a href=/>花卉</a></footer></article>"
            + "<div id='comments' class='comments-area'><h2 class='comments-title'>4 条评论</h2><ol class='comment-list'>" + string.Concat(Replies.Select((text, index) => $"<li class='comment even thread-even depth-1' id='comment-{index}'><article class='comment-body'><footer class='comment-meta'><b class='fn'>{Names[index]}</b> 说道：</footer><div class='comment-content'><p>{text}</p></div><div class='reply'><a href=#>回复</a></div></article></li>"))
            + $"</ol></div></div><aside id='secondary' class='widget-area'><h2 class='widget-title'>近期文章</h2>{Links()}</aside></body>"),
    };

    static string Page(string title, string head, string body) =>
        $"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>";

    static string Posts(Func<int, string, string, string> post) =>
        string.Concat(Replies.Prepend(HtmlPages.FirstParagraph).Select((text, index) => post(index + 1, Names[index % 4], text)));

    static string Paragraphs(string indent) => string.Concat(Story.Select(text => $"<p>{indent}{text}</p>"));

    static string Links() =>
        "<ul><li><a href=/1>北湖樱花节三月开幕，夜场首次开放</a></li><li><a href=/2>西山古道修缮完成，全线恢复通行</a></li><li><a href=/3>十个适合周末带孩子去的地方</a></li></ul>";
}
