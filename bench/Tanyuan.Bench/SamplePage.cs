using System.Globalization;
using System.Text;

namespace Tanyuan.Bench;

/// <summary>A page as news sites write them: a head full of scripts, a menu, an article, related stories, a foot.</summary>
internal static class SamplePage
{
    const string Script = "(function(w,d){var s=d.createElement('script');if(w.x<1&&w.y>2){s.async=true;s.src='//cdn.example/a.js?v='+w.v;}d.head.appendChild(s);})(window,document);\n";

    /// <summary>A page of about the given number of characters.</summary>
    public static string Html(int length)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>南山茶花立春前开放_旅游频道_示例晚报网</title><script>");
        while (page.Length < length / 3)
            page.Append(Script);
        page.Append("</script></head><body><nav class=\"main-nav\"><ul>");
        Links(page, length / 2, "nav-item");
        page.Append("</ul></nav><main><article class=\"post\"><h1>南山茶花立春前开放</h1><p class=\"meta\">2024年01月18日 09:30　来源：示例晚报　作者：周一舟</p>");
        var text = SampleText.Chinese(length / 10);
        for (var start = 0; start < text.Length; start += 200)
            page.Append(CultureInfo.InvariantCulture, $"<p data-id=\"{start}\">{text.AsSpan(start, Math.Min(200, text.Length - start))}</p>\n");
        page.Append("</article><aside class=\"related\"><h3>相关新闻</h3><ul>");
        Links(page, length, "related-item");
        return page.Append("</ul></aside></main><footer>版权所有</footer></body></html>").ToString();
    }

    static void Links(StringBuilder page, int length, string name)
    {
        for (var number = 0; page.Length < length; number++)
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"{name} {name}-{number}\" style=\"margin: 0 4px\"><a class=\"link\" href=\"/news/{number}.html?from={name}\" title=\"新闻\" target=\"_blank\" rel=\"noopener\"><span>第{number}条新闻</span></a></li>\n");
    }
}
