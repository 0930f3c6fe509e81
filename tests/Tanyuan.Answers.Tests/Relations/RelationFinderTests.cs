using Tanyuan.Answers.Relations;
using Tanyuan.Text.Folding;

namespace Tanyuan.Answers.Tests.Relations;

public class RelationFinderTests
{
    [Theory]
    [InlineData("澄湾科技由陆听澜与两位同学于2015年在宁波创办。", "陆听澜与两位同学")]
    [InlineData("晚潮书局是2008年由退休编辑苏以桐建立的书店。", "退休编辑苏以桐")]
    [InlineData("公司创始人是农学博士江见禾，总部设在烟台。", "农学博士江见禾")]
    [InlineData("澄湾科技创始人兼首席执行官陆听澜说，产品线不变。", "陆听澜说")]
    [InlineData("2015年，陆听澜创办了澄湾科技。", "陆听澜")]
    [InlineData("陸聽瀾是澄灣科技的創始人。", "陸聽瀾")]
    [InlineData("Larkfield, founded in 1998 by Ada Morrow and Finn Hale, makes lenses.", "Ada Morrow and Finn Hale")]
    [InlineData("In 2017 Joss Reed founded Larkfield in a garage.", "In 2017 Joss Reed")]
    [InlineData("Joss Reed, founder of Larkfield, left in 2020.", "Joss Reed")]
    public void A_founder_is_found_however_founding_is_told(string sentence, string founder) => Assert.Contains(founder, Told(sentence, RelationKind.Founder));

    [Theory]
    [InlineData("澄湾科技成立于2014年6月，总部设在烟台。", "2014年6月")]
    [InlineData("澄湾科技2018年12月在合肥注册成立。", "2018年12月")]
    [InlineData("Larkfield, founded in 1998 by Ada Morrow, makes lenses.", "1998")]
    [InlineData("The museum was established by Edwin Cole in 1887.", "1887")]
    public void So_is_the_time_of_founding(string sentence, string date) => Assert.Contains(date, Told(sentence, RelationKind.FoundingDate));

    [Theory]
    [InlineData("公司总部位于宁波高新区，另在成都设有研发中心。", "宁波高新区")]
    [InlineData("澄湾科技的總部設在煙台。", "煙台")]
    [InlineData("总部与母公司同样位于嘉兴。", "嘉兴")]
    [InlineData("The company is based in Tartu, Estonia, and employs 310 people.", "Tartu, Estonia")]
    public void And_where_the_headquarters_are(string sentence, string place) => Assert.Contains(place, Told(sentence, RelationKind.Base));

    [Theory]
    [InlineData("北湖集团昨天宣布，以3亿元收购晓屿软件。", "北湖集团昨天宣布", "晓屿软件")]
    [InlineData("3月，澄湾科技以1.3亿元收购了杭州的晓屿软件。", "澄湾科技", "杭州的晓屿软件")]
    [InlineData("2021年，晓屿软件被北湖集团以9亿元的价格收购。", "北湖集团", "2021年，晓屿软件")]
    [InlineData("Larkfield has acquired Brightmoor.", "larkfield", "brightmoor")]
    [InlineData("Brightmoor was bought in 2019 by Larkfield.", "larkfield", "brightmoor")]
    public void A_purchase_has_a_buyer_and_what_was_bought(string sentence, string buyer, string bought)
    {
        Assert.Contains(buyer, Told(sentence, RelationKind.Buyer), StringComparer.OrdinalIgnoreCase);
        Assert.Contains(bought, Told(sentence, RelationKind.Bought), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("收购后晓屿软件的团队将保留，产品线不变。")]
    [InlineData("这是北湖集团收购案中最贵的一笔。")]
    public void What_only_speaks_of_a_purchase_tells_none(string sentence) => Assert.Empty(Told(sentence, RelationKind.Buyer));

    [Fact]
    public void What_is_founded_may_be_named_behind_the_verb()
    {
        var key = TextFolder.Fold("而于1957年成立的蓝桥体育总会推动各校比赛。");
        var told = Assert.Single(RelationFinder.Find(key), relation => relation.Kind == RelationKind.FoundingDate);
        Assert.True(told.NamesSubject);
        Assert.StartsWith("蓝桥体育总会", told.Subject.Of(key), StringComparison.Ordinal);
    }

    static List<string> Told(string sentence, RelationKind kind) =>
        [.. RelationFinder.Find(TextFolder.Fold(sentence)).Where(relation => relation.Kind == kind).Select(relation => relation.Filler.Of(sentence))];
}
