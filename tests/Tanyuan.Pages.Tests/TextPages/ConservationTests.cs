using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Tanyuan.Pages.Tests.TextPages;

/// <summary>Every character of a page that is not white space ends in exactly one place: title, text, side or drop, or in what a repair took out.</summary>
public class ConservationTests
{
    static readonly string[] Pieces =
    [
        "加载中...", "首页 > 新闻 > 正文", "设为首页 加入收藏 RSS订阅", "新闻 财经 科技 体育 娱乐 汽车 房产", "热门新闻", "相关阅读：", "海报生成中...",
        "分享到：微信 微博 QQ空间", "版权所有 (C) 白礁网 粤ICP备00000000号", "免责声明：本网站部分内容由用户自行上传。", "友情链接：甲站 乙站 丙站",
        "2024-05-09科技", "2023年08月17日 20:24:26 来源：潮汐社", "作者|小禾", "责任编辑：林望潮", "行业分类:", "上一篇：渡口要修桥了", "广告",
        "开锁电话|贷款口子|棋牌平台|开锁公司|贷款平台|棋牌游戏|开锁电话|贷款公司|棋牌公司|开锁平台",
        "开锁电话", "贷款口子", "棋牌平台", "钓鱼汽车", "星座故事", "望川茶棚九十年", "渡口要修桥了，摆渡人想把船捐给学校",
        TextPageTests.Ferry, TextPageTests.Lighthouse, TextPageTests.Ferry + " " + TextPageTests.Lighthouse + "  " + TextPageTests.Ferry,
        "望川茶棚的礁茶今年卖了三百罐，何念慈说明年还是三百罐。", "老赵&amp;老孙说：“潮水&nbsp;不等人。”", "退役的缆车车厢被改成了图书室，一次只能坐六个人，预约已经排到",
        "The ferry runs twenty-six times a day. It once carried nine goats and a piano.", "\u200b零宽\u200b字符\ufeff也要有去处。", "1、第一条没有句号", "2、第二条也没有句号",
    ];

    static Gen<string> PageOfPieces =>
        from lines in Gen.Elements(Pieces).ListOf()
        from breaks in Gen.Elements("\n", "\r\n", "\n\n", "\n  \u3000", "\r\n\r\n", "\u2028").ListOf(lines.Count)
        select string.Concat(lines.Zip(breaks, (line, end) => line + end));

    [Fact]
    public void No_character_of_a_shuffled_page_is_lost_or_doubled() =>
        Prop.ForAll(PageOfPieces.ToArbitrary(), page => IsAccountedFor(page)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void No_character_of_a_random_page_is_lost_or_doubled()
    {
        var characters = Gen.Elements("的一，。！？ \n\n甲乙丙丁abc12|_>:：…“”（）\t\u3000\r&;".ToCharArray());
        Prop.ForAll(characters.ListOf().Select(units => new string([.. units])).ToArbitrary(), page => IsAccountedFor(page))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void No_character_of_a_real_page_is_lost_or_doubled()
    {
        foreach (var path in Directory.EnumerateFiles(Tanyuan.Tests.Shared.Repository.SharedOrSkip("seeds"), "*.txt"))
            Assert.True(IsAccountedFor(File.ReadAllText(path)), path);
    }

    static bool IsAccountedFor(string page)
    {
        var reading = PageReader.Read(new Page("page.txt", Encoding.UTF8.GetBytes(page), PageFormat.Text), TestContext.Current.CancellationToken);
        if (reading.Quarantine is { } quarantine)
            return quarantine.Code is QuarantineCodes.Empty or QuarantineCodes.NoArticle;

        var balance = new Dictionary<char, int>();
        Count(balance, page, 1);
        foreach (var document in reading.Documents)
        {
            // A title that was made from the text is not on the page a second time.
            if (!document.TitleIsDerived)
                Count(balance, document.Title, -1);

            Count(balance, document.Text, -1);
            foreach (var side in document.Side)
                Count(balance, side, -1);
            foreach (var drop in document.Drops)
                Count(balance, drop.Text, -1);
            foreach (var repair in document.Repairs)
            {
                Count(balance, repair.Before, -1);
                Count(balance, repair.After, 1);
            }
        }

        // What a repair put into a title or a side line is recorded nowhere, and is never longer than what it took out.
        var taken = reading.Documents.SelectMany(document => document.Drops).Where(drop => !LineRules.Contains(drop.Rule)).Sum(drop => drop.Text.Length);
        return balance.Values.All(left => left <= 0) && -balance.Values.Sum() <= taken;
    }

    static readonly HashSet<string> LineRules =
    [
        "placeholder", "advertisement", "breadcrumb", "navigation", "menu", "share", "follow", "contact", "copyright", "disclaimer", "friend-links",
        "list-head", "link-farm", "byline",
    ];

    static void Count(Dictionary<char, int> balance, string text, int by)
    {
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
                balance[unit] = balance.GetValueOrDefault(unit) + by;
        }
    }
}
