using System.Text;

namespace Tanyuan.Pages.Tests.Html;

/// <summary>Pages for the tests, and the reading of them.</summary>
internal static class HtmlPages
{
    public const string FirstParagraph = "南山植物园今年新种了三千株茶花，园方说，最早的一批在立春前后就会开放，花期能延续到四月中旬。";
    public const string SecondParagraph = "园艺师林小满介绍，新品种来自云南，耐寒，也更香；游客可以沿着东坡的步道慢慢看，全程大约四十分钟。";
    public const string ThirdParagraph = "植物园提醒，花期周末人多，停车位有限，建议乘坐公共交通，并提前一天在网上预约入园时间。";

    /// <summary>A news page with everything that such pages have around the text.</summary>
    public const string News = $"""
        <!doctype html><html lang="zh"><head><meta charset="utf-8">
        <title>南山茶花立春前开放_旅游频道_示例晚报网</title>
        <meta property="og:site_name" content="示例晚报网"></head><body>
        <div class="topnav"><a href="/">首页</a><a href="/news">新闻</a><a href="/sport">体育</a><a href="/travel">旅游</a></div>
        <div class="crumb">当前位置： <a href="/">首页</a> > <a href="/travel">旅游</a> > 正文</div>
        <div class="wrap"><div class="left">
        <h1>南山茶花立春前开放</h1>
        <div class="info">2024年01月18日 09:30　来源：示例晚报　作者：周一舟</div>
        <div class="share">分享到：<a href="#">微博</a><a href="#">微信</a></div>
        <div class="content"><p>{FirstParagraph}</p><p>{SecondParagraph}</p><p>{ThirdParagraph}</p><p>（责任编辑：何以）</p></div>
        <div class="related"><h3>相关新闻</h3><ul><li><a href="1">北湖樱花节三月开幕，夜场首次开放</a></li><li><a href="2">西山古道修缮完成，全线恢复通行</a></li></ul></div>
        <div class="comments"><h3>网友评论</h3><p>去年去过，真的很好看，今年还要带家人再去一次，大家可以早点出发。</p></div>
        </div><div class="sidebar"><h3>热门文章</h3><ul><li><a href="3">十个适合周末的去处</a></li></ul></div></div>
        <div class="footer">版权所有 示例晚报 京ICP备00000000号</div>
        <script>var hidden = "不可见";</script></body></html>
        """;

    public static PageReading Read(string html, string? url = null) =>
        PageReader.Read(new Page("page.html", Encoding.UTF8.GetBytes(html), PageFormat.Html) { Url = url, DeclaredCharset = "utf-8" }, TestContext.Current.CancellationToken);

    public static Document ReadOne(string html, string? url = null) => Assert.Single(Read(html, url).Documents);

    /// <summary>A page around some content.</summary>
    public static string Around(string content, string title = "南山茶花立春前开放") =>
        $"<!doctype html><html><head><title>{title}</title></head><body>{content}</body></html>";
}
