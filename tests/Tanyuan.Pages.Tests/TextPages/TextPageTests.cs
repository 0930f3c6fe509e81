using System.Text;

namespace Tanyuan.Pages.Tests.TextPages;

public class TextPageTests
{
    const string Opening = "白礁島上的望川茶棚開業九十週年，老闆何守拙的孫女何念慈把祖父的烘焙爐重新點上了火。茶棚以海鹽烘焙的礁茶聞名，每年冬至前後只賣三百罐。";
    const string Middle = "何念慈說，礁茶的烘焙要看海風，風裏的鹽分太重，茶就發苦；風太乾，茶又沒有礁茶的味道。茶棚的老客人都知道，何家烘茶的日子從來不看日曆，只看海風。";
    const string Closing = "望川茶棚今年的三百罐礁茶在冬至當天賣完，何念慈把最後一罐留給了八十七歲的老客人。他喝了六十年何家的礁茶，烘焙爐換了三代人，海風還是那陣海風。";

    static Document Only(string page) => Assert.Single(Read(page));

    static IReadOnlyList<Document> Read(string page)
    {
        var reading = PageReader.Read(new Page("page.txt", Encoding.UTF8.GetBytes(page), PageFormat.Text), TestContext.Current.CancellationToken);
        Assert.Null(reading.Quarantine);
        return reading.Documents;
    }

    static string Lines(params string[] lines) => string.Join('\n', lines);

    static string[] Rules(Document document) => [.. document.Drops.Select(drop => drop.Rule)];

    [Fact]
    public void A_page_that_is_only_an_article_stays_as_it_is()
    {
        var document = Only(Lines(Opening, Middle, Closing));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Empty(document.Drops);
        Assert.Empty(document.Side);
        Assert.Equal(("zh", "Hant"), (document.Language, document.Script));
    }

    [Fact]
    public void The_heading_line_is_the_title()
    {
        var document = Only(Lines("望川茶棚九十年：只看海風的烘茶人", Opening, Middle));

        Assert.Equal("望川茶棚九十年：只看海風的烘茶人", document.Title);
        Assert.Equal(Lines(Opening, Middle), document.Text);
    }

    [Fact]
    public void A_text_without_a_heading_is_known_by_its_first_sentence()
    {
        var document = Only(Lines(Middle, Closing));

        Assert.Equal("何念慈說，礁茶的烘焙要看海風，風裏的鹽分太重，茶就發苦", document.Title);
        Assert.StartsWith(document.Title, document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("新版行情软件的更新速度更快，延迟不到一秒。")]
    [InlineData("这款浏览器无弹窗广告，老人也能一秒记住用法。")]
    [InlineData("警方说，这家网站的更新网址已经被查封。")]
    [InlineData("这组老照片的版权归何念慈所有。")]
    [InlineData("观众点击屏幕右上角即可关注茶棚的直播。")]
    public void A_sentence_that_speaks_of_what_sites_say_stays(string sentence)
    {
        var text = Lines(Opening, sentence, Middle, sentence);

        Assert.Equal(text, Only(text).Text);
    }

    [Theory]
    [InlineData("留言")]
    [InlineData("粉丝")]
    [InlineData("收藏")]
    public void A_title_may_be_the_word_of_a_button(string title)
    {
        var document = Only(Lines(title, Opening, Middle));

        Assert.Equal((title, Lines(Opening, Middle)), (document.Title, document.Text));
    }

    [Fact]
    public void A_row_of_buttons_right_over_the_text_is_no_title()
    {
        var document = Only(Lines("设为首页 加入收藏 RSS订阅", Opening, Middle));

        Assert.True(document.TitleIsDerived);
        Assert.Equal(["navigation"], Rules(document));
    }

    [Fact]
    public void What_a_page_is_filed_under_stands_aside()
    {
        var document = Only(Lines("首页 > 公告 > 正文", "白礁島關於茶棚消防檢查的公告", "索引号：011203045 文号：礁政〔2025〕17号", Opening, Middle));

        Assert.Equal("索引号：011203045 文号：礁政〔2025〕17号", Assert.Single(document.Side));
        Assert.Equal(Lines(Opening, Middle), document.Text);
    }

    [Fact]
    public void A_line_with_date_and_source_below_the_title_is_read_and_leaves_the_text()
    {
        var document = Only(Lines("望川茶棚九十年", "2024年11月05日 16:42:10 來源：白礁日報", "作者|林小禾", Opening, Middle));

        Assert.Equal(("2024-11-05T16:42:10", "白礁日報", "林小禾"), (document.Published, document.Site, document.Author));
        Assert.Equal(Lines(Opening, Middle), document.Text);
        Assert.Equal(["byline", "byline"], Rules(document));
    }

    [Theory]
    [InlineData("本報記者林小禾北京報道", "林小禾")]
    [InlineData("本报记者林小禾陈望潮石家庄报道", "林小禾、陈望潮")]
    public void Reporters_run_together_with_their_place_are_read(string line, string authors)
    {
        var document = Only(Lines("望川茶棚九十年", line, Opening, Middle));

        Assert.Equal(authors, document.Author);
        Assert.StartsWith(line, document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_glued_to_a_section_is_read()
    {
        var document = Only(Lines("當前位置: 白礁網 > 生活", "", "望川茶棚九十年：只看海風的烘茶人", "", "2024-05-09生活", Opening, Middle));

        Assert.Equal("2024-05-09", document.Published);
        Assert.Equal(["breadcrumb", "byline"], Rules(document));
    }

    [Fact]
    public void Menu_rows_above_the_title_are_dropped()
    {
        var document = Only(Lines("首頁生活財經", "釣魚汽車", "裝修問答", "寵物留學", "書法電影", "星座故事", "", "望川茶棚九十年：只看海風的烘茶人", "", Opening, Middle));

        Assert.Equal("望川茶棚九十年：只看海風的烘茶人", document.Title);
        Assert.Equal(Lines(Opening, Middle), document.Text);
        Assert.Equal(6, document.Drops.Count);
    }

    [Fact]
    public void Notices_around_the_article_are_dropped_each_by_its_rule()
    {
        var document = Only(Lines(
            "加载中...", "设为首页 加入收藏", "望川茶棚九十年：只看海風的烘茶人", Opening, Middle, Closing,
            "分享到：微信 微博", "上一篇：渡口要修橋了", "文章内容仅供阅读，不构成投资建议，请谨慎对待。", "友情链接：甲站 乙站",
            "Copyright © 2009-2024 白礁網 All Rights Reserved"));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Equal(["placeholder", "navigation", "share", "navigation", "disclaimer", "friend-links", "copyright"], Rules(document));
    }

    [Fact]
    public void The_year_that_a_page_tells_of_is_not_when_it_was_published()
    {
        var document = Only(Lines("望川茶棚九十年：只看海風的烘茶人", "望川茶棚成立於1994年6月，今年三十歲。", Opening, Middle, Closing));

        Assert.Null(document.Published);
    }

    [Fact]
    public void An_article_about_copyright_keeps_its_sentences()
    {
        const string Notice = "「未經授權，不得轉載」這八個字，何念慈在茶罐上印了二十年。";
        var document = Only(Lines(Opening, Notice, Middle, Closing));

        Assert.Equal(Lines(Opening, Notice, Middle, Closing), document.Text);
    }

    [Theory]
    [InlineData('_')]
    [InlineData('|')]
    [InlineData('丨')]
    [InlineData('、')]
    [InlineData(' ')]
    public void A_row_of_planted_phrases_is_dropped_whatever_joins_it(char separator)
    {
        var farm = string.Join(separator, Farm());
        var document = Only(Lines(farm, "望川茶棚九十年：只看海風的烘茶人", Opening, Middle, Closing, farm));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Equal(["link-farm", "link-farm"], Rules(document));
    }

    [Fact]
    public void A_column_of_planted_phrases_is_dropped()
    {
        var document = Only(Lines([Opening, Middle, Closing, .. Farm()]));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.All(document.Drops, drop => Assert.Equal("link-farm", drop.Rule));
    }

    [Theory]
    [InlineData("參加茶會的有林海生、陳望潮、周小雨、吳一帆、鄭秋水、王礁石、孫北風、何守拙、趙白浪、錢渡口。")]
    [InlineData("林海生、陳望潮、周小雨、吳一帆、鄭秋水、王礁石、孫北風、何守拙、趙白浪、錢渡口、馮燈塔、褚沙洲")]
    [InlineData("2021 | 300罐 | 何念慈 | 冬至 | 海鹽 | 白礁島 | 1932 | 望川")]
    public void A_row_that_belongs_to_the_article_is_kept(string row)
    {
        var document = Only(Lines(Opening, row, Middle, Closing));

        Assert.Contains(row, document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_poem_is_no_menu_and_no_link_farm()
    {
        string[] poem = ["海風不看日曆", "爐火記得海風", "礁石數著浪", "茶罐數著冬", "燈塔照過的人", "都在茶裏相逢", "何家的門開著", "等一陣海風"];
        var document = Only(Lines([Opening, .. poem, Closing]));

        Assert.Equal(Lines([Opening, .. poem, Closing]), document.Text);
    }

    [Fact]
    public void Teasers_that_break_off_become_side_text()
    {
        string[] teasers =
        [
            "退役纜車變身山頂圖書室退役的纜車車廂被改成了圖書室，一次只能坐六個人，預約已經排到明年",
            "古井裏發現吃鐵的細菌研究人員在沙漠邊緣的古井中發現了一種以鐵為食的細菌，它能在攝氏九十度的水",
            "小學只剩七名學生 新老師組起口琴隊山村小學只剩下七名學生，新來的音樂老師卻組起了一支口琴",
        ];
        var document = Only(Lines([Opening, Middle, Closing, .. teasers]));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Equal(teasers, document.Side);
    }

    [Fact]
    public void What_stands_behind_the_head_of_a_list_of_stories_becomes_side_text()
    {
        var document = Only(Lines(
            Opening, Middle, Closing, "热门新闻", "窗簾電機出口額首次超過兩億元", "業內人士稱，今年前九個月窗簾電機的訂單主要來自北歐，靜音是買家最看重的指標。",
            "洗碗機以舊換新延長到年底", "活動期間，消費者憑舊機可以抵扣最多六百元，線上線下同價。"));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Equal(4, document.Side.Count);
        Assert.Equal(["list-head"], Rules(document));
    }

    [Fact]
    public void Snippets_that_outnumber_the_lines_of_the_article_become_side_text()
    {
        string[] snippets =
        [
            "高原鐵路第七座隧道貫通施工隊在海拔四千六百公尺的山體裏掘進了二十六個月，最後一排炮響過之後，兩邊的工人隔著碎石",
            "拖拉機博覽會迎來一百歲機手開幕當天來了一位特別的觀眾，他在一九五二年駕駛過第一台進口的履帶拖拉機，至今還記得",
            "中學生拍到罕見極光全校停課半小時氣象站說這次磁暴是近二十年來最強的一次，南邊三個省份都能用肉眼看到淡紅色的",
            "奶酪工廠誤裝一車玩具鴨超市發現時已經賣出四百盒，廠方表示消費者可以憑收據退貨，也可以把鴨子留下來作為",
            "羽毛球館改造成夜間圖書館管理員每天要收三十副球拍，閱覽桌就擺在原來的底線上，讀者要換上軟底的",
            "列車長退休前最後一次報站用了方言車廂裏先是安靜，然後有人鼓掌，再後來半節車廂的人都跟著念起了站名",
            "冰川裏取出一萬年前的花粉研究者把冰芯切成薄片，在顯微鏡下數了三個月，終於拼出了當時河谷裏植物的",
            "機器人第一次獨立修好了挖掘機維修師傅在旁邊看了兩個鐘頭，只在擰最後一顆螺栓的時候說了一句力氣大了",
            "黑白照片修復師收到一封道歉信寫信的人七十年前借走了底片，如今託孫子送回來，信封裏還夾著當年的",
            "足球隊用皮划艇去打客場比賽因為大橋維修，他們在湖上划了九公里，開賽前半小時全隊的球襪都還是",
        ];
        var document = Only(Lines([Opening, Middle, Closing, .. snippets]));

        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
        Assert.Equal(snippets, document.Side);
    }

    [Fact]
    public void Long_items_of_a_list_need_no_full_stop()
    {
        string[] items =
        [
            "礁茶的採摘要趁清晨，海風把茶葉上的露水吹到半乾，何家的人採一芽兩葉，竹簍裏的茶葉不能壓實，壓實了茶就有悶味",
            "烘焙爐先用松枝預熱，爐溫到了才上海鹽，海鹽炒到發白，再把茶葉鋪在鹽上，烘焙的人要一直用手背試爐壁的熱度",
            "烘焙好的礁茶要攤在竹匾上吹一夜海風，第二天篩去鹽粒，老客人說好的礁茶喝完碗底是乾淨的，不會留下一點鹽",
            "礁茶裝罐以前何念慈要親自喝一遍，茶味不對的整爐都不賣，去年冬至前後三百罐礁茶裏有四十罐是重新烘焙的",
        ];
        var document = Only(Lines([Opening, Middle, .. items]));

        Assert.Equal(Lines([Opening, Middle, .. items]), document.Text);
    }

    [Fact]
    public void A_short_title_over_its_byline_is_no_item_of_the_menu_above()
    {
        var document = Only(Lines("首頁", "新聞", "財經", "科技", "體育", "文化", "礁茶的來歷", "2024-05-09 10:20 來源：白礁日報", Opening, Middle, Closing));

        Assert.Equal(("礁茶的來歷", "2024-05-09T10:20", "白礁日報"), (document.Title, document.Published, document.Site));
        Assert.Equal(Lines(Opening, Middle, Closing), document.Text);
    }

    [Fact]
    public void A_portal_page_becomes_as_many_documents_as_it_has_articles()
    {
        var documents = Read(Lines(
            "頭條分類:", "加載中...",
            "望川茶棚九十年：只看海風的烘茶人", Opening + " " + Middle + " " + Closing,
            "渡口要修橋了，擺渡人想把船捐給學校", Ferry,
            "燈塔改用太陽能，守塔人說夜裏安靜得不習慣", Lighthouse,
            "版權所有 (C) 白礁網", "免責聲明:本網站部分內容由用戶自行上傳,請及時與本站聯系。"));

        Assert.Equal(["望川茶棚九十年：只看海風的烘茶人", "渡口要修橋了，擺渡人想把船捐給學校", "燈塔改用太陽能，守塔人說夜裏安靜得不習慣"], documents.Select(document => document.Title));
        Assert.Equal(Ferry, documents[1].Text);
        Assert.Equal(["menu", "placeholder"], Rules(documents[0]));
        Assert.Equal(["copyright", "disclaimer"], Rules(documents[2]));
    }

    [Fact]
    public void A_body_that_lost_its_line_breaks_gets_its_paragraphs_back()
    {
        var paragraphs = new[] { "作者 | 林小禾", Opening, Middle, Closing, Ferry };
        var document = Only(Lines("望川茶棚九十年：只看海風的烘茶人", string.Join(' ', paragraphs)));

        Assert.Equal(Lines("作者 | 林小禾 " + Opening, Middle, Closing, Ferry), document.Text);
        Assert.Equal("林小禾", document.Author);
    }

    [Fact]
    public void Rows_whose_columns_are_set_with_blanks_are_never_joined()
    {
        var rows = Enumerable.Range(1, 9).Select(number => $"货品第{number}号          {number}2元      {number}8元      含运费，三天内送到").ToList();
        var text = Only(Lines(["青石镇杂货价目表", .. rows])).Text;
        Assert.All(rows, row => Assert.Contains(row, text.Split('\n')));
    }

    [Fact]
    public void Lines_broken_at_a_fixed_width_are_joined_again()
    {
        var paragraphs = new[] { Opening + Middle, Closing + Ferry, Lighthouse };
        var broken = paragraphs.Select(paragraph => "　　" + string.Join('\n', paragraph.Chunk(30).Select(chunk => new string(chunk))));

        Assert.Equal(Lines(paragraphs), Only(Lines([.. broken])).Text);
    }

    [Fact]
    public void English_words_of_broken_lines_stay_apart()
    {
        const string Page = """
            The ferry at White Reef runs twenty-six times a day, and once it
            carried nine goats and a piano on the same trip. Old Zhao has run
            it for thirty-one years, through fog and through the typhoons of
            summer, and the children of the island have never missed a school
            day because of him. Next spring a bridge will be built, and he is
            going to give the boat to the school, where it will stand in the
            yard under the banyan tree. He says that a ferryman without work
            is a happy man as long as the children need not wait for the tide.
            """;

        Assert.DoesNotContain('\n', Only(Page).Text);
        Assert.Contains("once it carried nine goats", Only(Page).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_of_one_article_are_not_split()
    {
        var document = Only(Lines("望川茶棚九十年：只看海風的烘茶人", Opening, "海風", Middle + Middle, "礁茶", Closing + Closing));

        Assert.Contains("海風\n", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Repairs_keep_right_offsets_when_lines_around_them_go()
    {
        var document = Only(Lines("加載中...", "望川&amp;茶棚", Opening, Middle + "&nbsp;", "何念慈說：「鹽 &lt; 茶。」礁茶的烘焙要看海風&mdash;&mdash;這是祖父說的。", Closing));

        Assert.NotEmpty(document.Repairs);
        Assert.All(document.Repairs, repair => Assert.Equal(repair.After, document.Text.Substring(repair.Start, repair.Length)));
        Assert.Contains("鹽 &lt; 茶。", new Text.Repairing.RepairedText(document.Text, document.Repairs).Undo(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_nothing_but_menus_is_set_aside()
    {
        var page = new Page("menu.txt", Encoding.UTF8.GetBytes("加载中...\n广告\n"), PageFormat.Text);

        Assert.Equal(QuarantineCodes.NoArticle, PageReader.Read(page, TestContext.Current.CancellationToken).Quarantine?.Code);
    }

    internal const string Tea = Opening + Middle + Closing;

    internal const string Ferry = "白礁渡口要修橋了，擺渡三十一年的老趙想把木船捐給島上的小學。老趙的船每天往返二十六趟，最多一次載過九頭羊和一架鋼琴。修橋的圖紙貼在渡口的木牌上，橋長四百二十公尺，明年春天動工。老趙說，橋修好以後孩子上學不用再等潮水，擺渡人丟了生意也高興。";

    internal const string Lighthouse = "島西的燈塔上個月換上了太陽能板，柴油機停了。守塔人老孫守了燈塔二十年，他說夜裏安靜得不習慣，總要起來看一眼燈是不是還亮著。太陽能板一共四十八塊，陰天靠電池可以撐五個晚上。守塔的記錄本老孫還在寫，第一萬三千頁寫的是：今夜無風，燈亮。";

    static string[] Farm() =>
    [
        "彩券開獎查詢", "貸款口子大全", "彩券預測網站", "棋牌遊戲下載", "貸款在線申請", "棋牌平台大全", "彩券走勢大全", "遊戲下載網站",
        "貸款平台查詢", "開獎走勢預測", "棋牌遊戲大全", "彩券平台下載", "貸款網站大全", "遊戲平台查詢", "彩券開獎網站", "棋牌開獎下載",
    ];
}
