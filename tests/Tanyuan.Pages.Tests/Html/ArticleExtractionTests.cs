namespace Tanyuan.Pages.Tests.Html;

public sealed class ArticleExtractionTests
{
    [Fact]
    public void A_news_page_gives_its_paragraphs_and_nothing_of_its_frame()
    {
        var document = HtmlPages.ReadOne(HtmlPages.News);

        Assert.Equal($"{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}\n{HtmlPages.ThirdParagraph}\n（责任编辑：何以）", document.Text);
    }

    [Fact]
    public void A_news_page_gives_its_title_date_author_and_site()
    {
        var document = HtmlPages.ReadOne(HtmlPages.News);

        Assert.Equal("南山茶花立春前开放", document.Title);
        Assert.Equal("2024-01-18T09:30", document.Published);
        Assert.Equal("周一舟", document.Author);
        Assert.Equal("示例晚报网", document.Site);
    }

    [Fact]
    public void What_a_page_leaves_out_is_dropped_by_a_named_rule()
    {
        var drops = HtmlPages.ReadOne(HtmlPages.News).Drops;

        Assert.Contains(drops, drop => drop.Rule == "navigation" && drop.Text.Contains("当前位置", StringComparison.Ordinal));
        Assert.Contains(drops, drop => drop.Rule == "comment" && drop.Text.StartsWith("去年去过", StringComparison.Ordinal));
        Assert.Contains(drops, drop => drop.Rule == "footer" && drop.Text.Contains("ICP", StringComparison.Ordinal));
        Assert.Contains(drops, drop => drop.Rule == "title" && drop.Text == "南山茶花立春前开放");
    }

    [Fact]
    public void Headlines_of_related_stories_are_set_aside() =>
        Assert.Contains("北湖樱花节三月开幕，夜场首次开放", HtmlPages.ReadOne(HtmlPages.News).Side);

    [Fact]
    public void Text_without_paragraph_elements_is_cut_at_its_breaks()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<table><tr><td><a href=1>首页</a></td></tr></table><table><tr><td>{HtmlPages.FirstParagraph}<br><br>　　{HtmlPages.SecondParagraph}<br>{HtmlPages.ThirdParagraph}</td></tr></table>"));

        Assert.Equal($"{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}\n{HtmlPages.ThirdParagraph}", document.Text);
    }

    [Fact]
    public void Rows_of_a_data_table_stay_lines_with_their_cells_apart()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<div><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><table><tr><th>品种</th><th>花期</th></tr><tr><td>早桃红</td><td>二月</td></tr></table><p>{HtmlPages.SecondParagraph}</p></div>"));

        Assert.Contains("\n品种\t花期\n早桃红\t二月\n", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_lists_quotes_and_code_stay_lines()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><h2>怎么去</h2><ul><li>地铁三号线</li><li>公交十二路</li></ul><blockquote>花开得早，路要走得慢。</blockquote><pre>open 08:00\n  close 17:00</pre><p>{HtmlPages.SecondParagraph}</p></article>"));

        Assert.Equal(
            $"{HtmlPages.FirstParagraph}\n怎么去\n地铁三号线\n公交十二路\n花开得早，路要走得慢。\nopen 08:00\nclose 17:00\n{HtmlPages.SecondParagraph}",
            document.Text);
    }

    [Fact]
    public void A_lead_before_the_body_belongs_to_the_article()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><header><h1>南山茶花立春前开放</h1><p class=teaser>{HtmlPages.ThirdParagraph}</p></header><div class=body><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div></article>"));

        Assert.StartsWith(HtmlPages.ThirdParagraph, document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_whose_name_lies_is_kept_when_it_holds_the_text()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<div class='sidebar-right ad'><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div>"));

        Assert.StartsWith(HtmlPages.FirstParagraph, document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disclaimer_at_the_end_goes_and_an_article_about_disclaimers_stays()
    {
        const string about = "律师提醒，免责声明并不能免除平台的审核义务，法院在多起案件里都否定了这类条款的效力。";
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<div><h1>南山茶花立春前开放</h1><p>{about}</p><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p><p>{HtmlPages.ThirdParagraph}</p><p>免责声明：本文仅代表作者个人观点，与本站无关。</p></div>"));

        Assert.StartsWith(about, document.Text, StringComparison.Ordinal);
        Assert.EndsWith(HtmlPages.ThirdParagraph, document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Drops, drop => drop.Rule == "disclaimer");
    }

    [Fact]
    public void Text_that_a_script_would_reveal_is_read_where_the_page_has_no_other()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around($"<div style='display: none'><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div>"));

        Assert.Equal($"{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}", document.Text);
    }

    [Fact]
    public void Furigana_do_not_cut_into_the_words_they_explain()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            "<article><p><ruby>子<rt>こ</rt></ruby>どもへの<ruby>体罰<rt>たいばつ</rt></ruby>を禁止する法律ができました。来年の四月から始まります。</p><p>法律では、親がしつけのために子どもをたたくことを禁止しています。</p></article>"));

        Assert.StartsWith("子どもへの体罰を禁止する法律ができました。", document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Drops, drop => drop is { Rule: "reading", Text: "たいばつ" });
    }

    [Fact]
    public void A_page_with_several_posts_in_full_gives_a_document_each()
    {
        static string Post(string title, string day, string text) =>
            $"<article class=post><h2>{title}</h2><p class=meta>2024年{day} 作者：周一舟</p><p>{text}</p><p>{text}</p><p>{text}</p></article>";
        var reading = HtmlPages.Read(HtmlPages.Around(
            Post("茶花开了", "1月18日", HtmlPages.FirstParagraph) + Post("步道修好了", "2月3日", HtmlPages.SecondParagraph), "周一舟的园艺日志"));

        Assert.Equal(["茶花开了", "步道修好了"], reading.Documents.Select(document => document.Title));
        Assert.Equal(["2024-01-18", "2024-02-03"], reading.Documents.Select(document => document.Published));
        Assert.DoesNotContain(HtmlPages.SecondParagraph, reading.Documents[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_forum_thread_the_replies_are_the_text()
    {
        static string Reply(int floor, string text) => $"<div class='post reply'><div class=floor>{floor}楼</div><div class=content>{text}</div></div>";
        var document = HtmlPages.ReadOne(
            HtmlPages.Around(
                "<div class=topic><h1>茶花怎么过冬？</h1><div class='post'>" + HtmlPages.FirstParagraph + "</div><div class=comments>" + Reply(2, "搬进屋里，少浇水。")
                + Reply(3, "我家的在阳台，盖一层布就行，没有冻坏过。") + Reply(4, "同楼上，注意通风。") + Reply(5, "谢谢各位！") + "</div></div>",
                "茶花怎么过冬？ - 园艺论坛"),
            "https://bbs.garden.example/thread-12-1-1.html");

        Assert.Contains("搬进屋里，少浇水。", document.Text, StringComparison.Ordinal);
        Assert.Contains("同楼上，注意通风。", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_data_gives_the_whole_text_of_which_the_page_shows_the_beginning()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{HtmlPages.FirstParagraph}}\n{{HtmlPages.SecondParagraph}}\n{{HtmlPages.ThirdParagraph}}"}</script><p>{{HtmlPages.FirstParagraph[..30]}}</p>"""));

        Assert.Equal($"{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}\n{HtmlPages.ThirdParagraph}", document.Text);
        Assert.Contains(document.Drops, drop => drop.Rule == "preview");
    }

    [Fact]
    public void A_lead_in_points_below_the_headline_needs_no_full_stops()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><header class=head><div class=kicker><a href=/t>今日话题</a></div><h1>南山茶花立春前开放</h1><ul><li>三千株新种的茶花来自云南大理和腾冲两地</li><li>东坡步道走完全程大约需要四十分钟的时间</li></ul></header><div class=body><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div></article>"));

        Assert.Equal(
            $"三千株新种的茶花来自云南大理和腾冲两地\n东坡步道走完全程大约需要四十分钟的时间\n{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}", document.Text);
    }

    [Fact]
    public void What_a_product_is_belongs_to_its_page_and_what_else_is_sold_does_not()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"""
            <div class=crumbs><a href=/>首页</a> &gt; <a href=/c>茶花</a></div><div class=intro><h1>早桃红茶花盆栽</h1><div class=price>￥ 128.00</div><button>加入购物车</button></div>
            <div class=detail><ul class=tab><li><a href=#a>商品介绍</a></li><li><a href=#b>商品评价(1万+)</a></li></ul>
            <div class=parameter><ul><li>商品名称：早桃红茶花盆栽</li><li>商品毛重：3.5kg</li><li>商品产地：云南大理</li></ul></div>
            <div class=description><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></div>
            <div class=spec><table><tr><td>株高</td><td>50厘米</td></tr><tr><td>盆径</td><td>21厘米</td></tr><tr><td>花期</td><td>二月</td></tr></table></div></div>
            <div class=more><h3>看了又看</h3><ul><li><a href=1>十八学士茶花盆栽 带花苞</a> ￥158</li><li><a href=2>杜鹃花盆栽 四季开花</a> ￥39</li><li><a href=3>茶花专用肥 缓释颗粒</a> ￥19</li></ul></div>
            """, "早桃红茶花盆栽 - 望川商城"));

        Assert.Equal(
            $"商品名称：早桃红茶花盆栽\n商品毛重：3.5kg\n商品产地：云南大理\n{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}\n株高\t50厘米\n盆径\t21厘米\n花期\t二月", document.Text);
    }

    [Theory]
    [InlineData("<p>聲明：</p><p>• 凡註明為其他媒體來源的信息，均為轉載自其他媒體，轉載並不代表本網贊同其觀點，也不代表本網對其真實性負責。您若對該稿件內容有任何疑問或質疑，請即與本網聯繫，本網將迅速給您回應並做處理。</p><p>電話：021-00000000</p>")]
    [InlineData("<p>（內容由示例新聞提供。未經授權，不得轉載。）</p>")]
    [InlineData("<p>示例新聞現已開設Facebook專頁，讓你即時掌握本地、中國、國際新聞、財經消息及天氣、交通等生活資訊，與朋友分享！</p><p>https://example.org/1047923127529</p>")]
    [InlineData("<p>3g.example.com 用手机随时随地看新闻</p>")]
    public void Notices_longer_than_a_short_article_are_no_text_in_either_script(string tail) =>
        Assert.Equal(HtmlPages.FirstParagraph, HtmlPages.ReadOne(HtmlPages.Around($"<div><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p>{tail}</div>")).Text);

    [Theory]
    [InlineData("<p>Sign up for our daily newsletter and never miss a story.</p>")]
    [InlineData("<h3>Das könnte Ihnen auch in der nächsten Saison gefallen</h3>")]
    [InlineData("<p>Titelbild: Anna Beispiel/Agentur</p>")]
    [InlineData("<p>Publiziert: 03.04.2020, 12:35</p>")]
    [InlineData("<p>kas/dpa</p>")]
    [InlineData("<p>zurück</p>")]
    [InlineData("<p>Alle Rechte vorbehalten. Nachdruck nur mit Genehmigung der Redaktion.</p>")]
    public void What_stands_behind_the_last_sentence_of_an_article_is_no_text(string tail)
    {
        const string text = "Die ersten Kamelien blühen schon im Februar, sagt die Leiterin des Gartens, und der Weg über den Osthang dauert vierzig Minuten.";
        var document = HtmlPages.ReadOne(HtmlPages.Around($"<article><h1>Kamelien vor dem Frühling</h1><p>{text}</p><p>{text} Wer kommt, reserviert.</p>{tail}</article>", "Kamelien vor dem Frühling"));

        Assert.Equal($"{text}\n{text} Wer kommt, reserviert.", document.Text);
    }

    [Fact]
    public void A_date_behind_the_lead_is_no_text()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><h1>南山茶花立春前开放</h1><p>{HtmlPages.ThirdParagraph}</p><p>发布时间：2024年1月18日 09:30</p><p>{HtmlPages.FirstParagraph}</p><p>{HtmlPages.SecondParagraph}</p></article>"));

        Assert.Equal($"{HtmlPages.ThirdParagraph}\n{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}", document.Text);
        Assert.Equal("2024-01-18T09:30", document.Published);
    }

    [Fact]
    public void A_picture_s_caption_is_known_by_its_credit()
    {
        var document = HtmlPages.ReadOne(HtmlPages.Around(
            $"<article><h1>南山茶花立春前开放</h1><p>{HtmlPages.FirstParagraph}</p><p>Kamelien am Osthang (Foto: Anna Beispiel)</p><p>{HtmlPages.SecondParagraph}</p></article>"));

        Assert.Equal($"{HtmlPages.FirstParagraph}\n{HtmlPages.SecondParagraph}", document.Text);
        Assert.Contains(document.Drops, drop => drop.Rule == "caption");
    }

    [Fact]
    public void On_a_forum_thread_the_names_and_floors_of_those_who_speak_are_no_text()
    {
        static string Reply(string name, int floor, string text) =>
            $"<div class='post reply'><div>{name}</div><div>#{floor}</div><div class=content>{text}</div><div>3 天前</div></div>";
        var document = HtmlPages.ReadOne(
            HtmlPages.Around(
                "<div class=topic><h1>茶花怎么过冬？</h1><div class=post>" + HtmlPages.FirstParagraph + "</div><div class=comments>" + Reply("小满", 2, "搬进屋里，少浇水。")
                + Reply("何以", 3, "我家的在阳台，盖一层布就行，没有冻坏过。") + Reply("小满", 4, "注意通风。") + Reply("何以", 5, "谢谢！") + "</div></div>",
                "茶花怎么过冬？ - 园艺论坛"),
            "https://bbs.garden.example/thread-12-1-1.html");

        Assert.Equal($"茶花怎么过冬？\n{HtmlPages.FirstParagraph}\n搬进屋里，少浇水。\n我家的在阳台，盖一层布就行，没有冻坏过。\n注意通风。\n谢谢！", document.Text);
    }
}
