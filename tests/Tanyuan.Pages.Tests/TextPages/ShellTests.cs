using System.Text;

namespace Tanyuan.Pages.Tests.TextPages;

/// <summary>Pages that a converter made into lines, with columns of headlines around a short article.</summary>
public sealed class ShellTests
{
    static readonly string[] Above = ["注册 登录", "首页 新闻 财经 体育 娱乐 房产", "南溪路半幅封闭 十二条公交线绕行", "本地草莓提前上市，一斤便宜四块钱，批发市场说还会再降", "女排青年队昨晚三比一逆转，主教练赛后点名表扬了两名替补", "二手房成交量连续五周回升", "当前位置：首页 > 新闻 > 本地 > 正文"];
    static readonly string[] Below = ["分享到：", "打印 收藏", "热门推荐", "女子网购花盆收到一箱砖头", "男子钓鱼钓起旧锁", "一张图看懂公积金新政", "谁家有多余的月季苗", "我拍的晏水日出", "关于我们 | 广告服务 | 联系我们", "版权所有 临江在线"];
    static readonly string[] Article = ["青螺区园林所昨天说，晏水沿岸三座停用多年的老闸口正在改成口袋公园。", "老闸口建于1958年，停用后一直堆着沙石，这次保留了启闭机和翼墙。"];

    const string Title = "青螺区三座老闸口改成口袋公园";

    static Document Read(params string[] lines)
    {
        var reading = PageReader.Read(new Page("page.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines)), PageFormat.Text), TestContext.Current.CancellationToken);
        Assert.Null(reading.Quarantine);
        return Assert.Single(reading.Documents);
    }

    [Fact]
    public void An_article_is_not_put_aside_for_the_headlines_above_it()
    {
        var document = Read([.. Above, Title, "2016年04月21日 08:15", .. Article, .. Below]);

        Assert.Equal(Article, document.Text.Split('\n'));
        Assert.Equal(Title, document.Title);
        Assert.StartsWith("2016-04-21", document.Published, StringComparison.Ordinal);
        Assert.Contains("女子网购花盆收到一箱砖头", document.Side);
    }

    [Theory]
    [InlineData("青螺区三座老闸口改成口袋公园_本地新闻_临江在线")]
    [InlineData("青螺区三座老闸口改成口袋公园 - 临江在线")]
    [InlineData("青螺区三座老闸口改成口袋公园|临江在线")]
    public void The_window_tells_the_title_with_the_headline_below_and_without(string window)
    {
        var with = Read([window, .. Above, Title, .. Article, .. Below]);
        var without = Read([window, .. Above, .. Article, .. Below]);

        Assert.All([with, without], document =>
        {
            Assert.Equal(Title, document.Title);
            Assert.Equal(Article, document.Text.Split('\n'));
            Assert.Contains(document.Drops, drop => drop.Rule == "window-title");
        });
    }

    [Fact]
    public void Comments_below_an_article_go_with_their_head()
    {
        string[] paragraphs = [.. Article, "园林所所长说，每座公园的造价不到九十万元，钱主要花在加固翼墙上，树是从改线的环城路移过来的，今年不再另外买树。", "最大的一座占地两千平方米，闸室里铺了木地板，可以坐下来看水，晚上十点关灯，早上五点半开门，管理员就住在旁边的小屋里，平时也帮着浇水。"];
        var document = Read([.. Above, Title, .. paragraphs, "网友评论", "临江网友 认为：", "引用 支持 (2) 2016-04-21 11:02:13", "老闸口改成公园是好事，园林所什么时候把路灯也修一修？", .. Below]);

        Assert.Equal(paragraphs, document.Text.Split('\n'));
    }

    [Fact]
    public void Rows_below_the_text_that_speak_of_its_things_stay()
    {
        string[] rows = ["一号闸口公园 青螺区 两千平方米", "二号闸口公园 青螺区 六百平方米", "三号闸口公园 青螺区 四百平方米", "四号闸口公园 望江县 九百平方米", "五号闸口公园 望江县 七百平方米"];
        var document = Read([.. Above, Title, .. Article, .. rows, "版权所有 临江在线"]);

        Assert.Equal([.. Article, .. rows], document.Text.Split('\n'));
    }

    [Fact]
    public void A_sentence_that_was_broken_at_its_links_is_one_again()
    {
        var document = Read("入冬以后，", "海宁水库", "的水位降到了十二年来最低。水务站的", "邢守田", "说，泥最厚的地方有三米。", "按照", "《水库清淤办法》", "，清出来的泥要先晾三个月，两万方送到了", "双流砖厂", "，烧成了铺路的砖。", "其余的运到了苇塘。");

        Assert.Equal(["入冬以后，海宁水库的水位降到了十二年来最低。水务站的邢守田说，泥最厚的地方有三米。", "按照《水库清淤办法》，清出来的泥要先晾三个月，两万方送到了双流砖厂，烧成了铺路的砖。", "其余的运到了苇塘。"], document.Text.Split('\n'));
    }

    [Fact]
    public void Lines_of_a_list_are_not_joined_for_one_mark_at_a_beginning()
    {
        string[] lines = ["清淤要带的东西有三样，缺一样都不行", "铁锹", "胶鞋", "，还有一条绳子。", "天黑以前必须上岸，岸边留一个人看着绳子。"];

        Assert.Equal(lines[1..], Read(lines).Text.Split('\n'));
    }
}
