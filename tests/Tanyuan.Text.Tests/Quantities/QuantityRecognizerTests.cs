using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Quantities;

namespace Tanyuan.Text.Tests.Quantities;

public sealed class QuantityRecognizerTests
{
    /// <summary>
    /// Each row is a sentence with its quantities in ‹…›, and their meaning in order: n number, m measure, p percentage, $ money, d date,
    /// t time of day, u duration; then value or range, unit, ISO date.
    /// </summary>
    [Theory]
    // Measures
    [InlineData("全厂共有‹5.5万名›员工", "m 55000 名")]
    [InlineData("线路全长‹180公里›，设‹12座›车站", "m 180 公里; m 12 座")]
    [InlineData("採購了約‹35萬塊›晶片", "m 350000 块")]
    [InlineData("图书馆有‹40万人›借书", "m 400000 人")]
    [InlineData("接待游客‹40万人次›", "m 400000 人次")]
    [InlineData("评委共‹3位›，选手‹5名›", "m 3 位; m 5 名")]
    [InlineData("水库面积‹12.6平方公里›，水深‹30米›", "m 12.6 平方公里; m 30 米")]
    [InlineData("货车载重‹20吨›，车长‹9 米›", "m 20 吨; m 9 米")]
    [InlineData("全馆有‹三百二十个›座位", "m 320 个")]
    [InlineData("茶园有‹两千亩›", "m 2000 亩")]
    [InlineData("村里有‹一千零五户›人家", "m 1005 户")]
    [InlineData("共‹一万五千册›图书", "m 15000 册")]
    [InlineData("新种了‹八百多棵›树", "m 800 棵")]
    [InlineData("现场来了‹十多万人›", "m 100000 人")]
    [InlineData("馆里有‹数十名›志愿者和‹几百本›旧书", "m 数十 名; m 几百 本")]
    [InlineData("已有‹上百家›工厂复工", "m 上百 家")]
    [InlineData("晚上百家灯火", "")]
    [InlineData("内存为‹64 GB›，硬盘‹2TB›", "m 64 GB; m 2 TB")]
    [InlineData("芯片采用‹3纳米›工艺，功耗‹65W›", "m 3 纳米; m 65 W")]
    [InlineData("电池容量‹5000mAh›，重‹180g›", "m 5000 mAh; m 180 g")]
    [InlineData("产量是上次的‹2.5倍›", "m 2.5 倍")]
    [InlineData("售出‹1,024台›机器", "m 1024 台")]
    [InlineData("售出‹１２８台›机器", "m 128 台")]
    [InlineData("用電‹3500萬度›，減碳‹2萬噸›", "m 35000000 度; m 20000 吨")]
    [InlineData("大約有‹1億5000萬人›觀看", "m 150000000 人")]
    [InlineData("气温升到‹36.5℃›，湿度‹80%›", "m 36.5 ℃; p 80 %")]
    [InlineData("最低气温‹-12℃›", "m -12 ℃")]
    [InlineData("他现年‹72岁›，妻子‹六十八岁›", "m 72 岁; m 68 岁")]
    [InlineData("‹三四百名›学生参加", "m 300..400 名")]
    [InlineData("老人‹七八十岁›了", "m 70..80 岁")]
    [InlineData("买了‹两三个›苹果", "m 2..3 个")]
    [InlineData("水深‹5至10米›", "m 5..10 米")]
    [InlineData("每碗约‹310千卡›，运走‹3千卡车›土", "m 310 千卡; m 3000 卡车")]
    [InlineData("含量为‹11毫克每升›，上限‹50毫克/升›", "m 11 毫克/升; m 50 毫克/升")]
    [InlineData("用时‹2小时26分钟›，上回‹1小时8分41秒›", "u 2.4333 小时; u 1.1447 小时")]
    [InlineData("历时‹两年零四个月›，停工‹三天›", "u 2.3333 年; u 3 天")]
    [InlineData("先‹3分钟›再‹2小时›，‹1年›‹400天›", "u 3 分钟; u 2 小时; u 1 年; u 400 天")]
    [InlineData("车队有‹3-5辆›车", "m 3..5 辆")]
    [InlineData("销量‹2-3万台›", "m 20000..30000 台")]
    [InlineData("排放减少‹三点五亿吨›", "m 350000000 吨")]
    [InlineData("速度达到‹350km/h›", "m 350 km/h")]
    [InlineData("带宽提高到‹10Gbps›，时延‹5毫秒›", "m 10 Gbps; u 5 毫秒")]
    [InlineData("共分为‹三个›部分", "m 3 个")]
    [InlineData("两国举行会谈，两岸通航", "")]
    [InlineData("共‹12个›国家参展，‹7个›部门联办", "m 12 个; m 7 个")]
    [InlineData("‹第一批›‹50套›设备到货", "n 1 批; m 50 套")]
    [InlineData("‹5名›人质获释", "m 5 名")]
    [InlineData("公司拥有‹300余项›专利", "m 300 项")]
    [InlineData("重达‹两百余吨›", "m 200 吨")]
    [InlineData("房子有‹120平方米›", "m 120 平方米")]
    [InlineData("跑了‹十公里›", "m 10 公里")]
    [InlineData("大楼高‹128层›", "m 128 层")]
    [InlineData("About ‹40 million people› live there.", "m 40000000 person")]
    [InlineData("It has ‹64 GB› of memory and weighs ‹1.2 kg›.", "m 64 GB; m 1.2 kg")]
    [InlineData("The road is ‹12 miles› long.", "m 12 mile")]
    [InlineData("A crowd of ‹1,200 people› came.", "m 1200 person")]
    [InlineData("海拔‹3,892公尺›，水深‹90至360公尺›", "m 3892 米; m 90..360 米")]
    [InlineData("面積‹24萬平方呎›", "m 240000 平方英尺")]
    [InlineData("花园四周是十字路", "")]
    // Percentages
    [InlineData("同比增长‹37.9%›", "p 37.9 %")]
    [InlineData("提高了‹37.9個百分點›", "p 37.9 百分点")]
    [InlineData("占‹百分之二十›", "p 20 %")]
    [InlineData("占‹百分之三点五›", "p 3.5 %")]
    [InlineData("占比在‹30%至40%›之间", "p 30..40 %")]
    [InlineData("占比‹30%-40%›", "p 30..40 %")]
    [InlineData("占比‹30~40%›", "p 30..40 %")]
    [InlineData("近‹三成›用户表示满意", "p 30 %")]
    [InlineData("超过‹七成半›", "p 75 %")]
    [InlineData("‹五分之三›的人同意", "p 60 %")]
    [InlineData("约‹三分之一›的水", "p 33.3333 %")]
    [InlineData("死亡率为‹3‰›", "p 3 ‰")]
    [InlineData("三成立方案", "")]
    [InlineData("Sales rose ‹12.5 percent›, or ‹3 percentage points›.", "p 12.5 %; p 3 百分点")]
    [InlineData("Sales fell ‹-3.5%›", "p -3.5 %")]
    [InlineData("百分百满意", "")]
    // Money
    [InlineData("投资‹777亿欧元›建厂", "$ 77700000000 EUR")]
    [InlineData("售价‹2.5万-3万美元›", "$ 25000..30000 USD")]
    [InlineData("价格约为‹$2.5万›", "$ 25000 USD")]
    [InlineData("收费‹人民币三百元›", "$ 300 CNY")]
    [InlineData("收费‹300元人民币›", "$ 300 CNY")]
    [InlineData("营收‹1.7萬億元›", "$ 1700000000000 CNY")]
    [InlineData("获‹千万元›融资", "$ 10000000 CNY")]
    [InlineData("获‹数千万美元›融资", "$ 数千万 USD")]
    [InlineData("票价‹￥1,299›起", "$ 1299 CNY")]
    [InlineData("罚款‹50港元›或‹200新台幣›", "$ 50 HKD; $ 200 TWD")]
    [InlineData("每斤只要‹12块钱›", "$ 12 CNY")]
    [InlineData("这本书卖‹35块›。", "$ 35 CNY")]
    [InlineData("找回‹3元5角›", "$ 3.5 CNY")]
    [InlineData("融资‹3000万英镑›", "$ 30000000 GBP")]
    [InlineData("‹US$3.5 billion› was spent", "$ 3500000000 USD")]
    [InlineData("a ‹$2.5B› deal and ‹€40m› more", "$ 2500000000 USD; $ 40000000 EUR")]
    [InlineData("It cost ‹5 million dollars›.", "$ 5000000 USD")]
    [InlineData("‹RMB 500› a month", "$ 500 CNY")]
    [InlineData("between ‹$20-$30›", "$ 20..30 USD")]
    [InlineData("‹五万日元›和‹六百韩元›", "$ 50000 JPY; $ 600 KRW")]
    [InlineData("多元文化，一元论", "")]
    [InlineData("学费为‹港币 $14,520›", "$ 14520 HKD")]
    // Dates
    [InlineData("‹2024年4月18日›发布", "d 2024-04-18")]
    [InlineData("‹2024 年 4 月 18 日›发布", "d 2024-04-18")]
    [InlineData("‹2024/04/18›、‹2024-04-18›和‹2024.4.18›", "d 2024-04-18; d 2024-04-18; d 2024-04-18")]
    [InlineData("‹4月18日›发布，‹4月›交货", "d --04-18; d --04")]
    [InlineData("‹2024年›建成", "d 2024")]
    [InlineData("‹二〇二四年›建成，‹一九九八年六月›开工", "d 2024; d 1998-06")]
    [InlineData("‹民國112年8月17日›", "d 2023-08-17")]
    [InlineData("‹公元前221年›统一", "d -0220")]
    [InlineData("‹公元618年›建立", "d 0618")]
    [InlineData("‹19世紀›的建築，‹二十世纪›的画", "d 18XX; d 19XX")]
    [InlineData("‹1990年代›和‹80年代›", "d 199X; d 198X")]
    [InlineData("‹20世纪90年代›，‹上世纪七十年代›", "d 199X; d 197X")]
    [InlineData("‹去年›开工，‹今年›完工", "d; d")]
    [InlineData("‹去年12月5日›开工", "d --12-05")]
    [InlineData("‹上月›下雨，‹昨天›放晴，‹周三›又下", "d; d; d")]
    [InlineData("‹本月18日›", "d ---18")]
    [InlineData("‹下周五›开会，‹星期日›休息", "d; d")]
    [InlineData("‹2024年第一季度›，‹第三季度›，‹2024Q1›", "d 2024-Q1; d; d 2024-Q1")]
    [InlineData("‹2023年上半年›比‹下半年›好", "d 2023-H1; d")]
    [InlineData("‹9月12日至15日›举行", "d --09-12/--09-15")]
    [InlineData("‹9月12-15日›举行", "d --09-12/--09-15")]
    [InlineData("‹2024年9月28日至10月7日›放假", "d 2024-09-28/2024-10-07")]
    [InlineData("‹2019年至2023年›，‹2019-2023年›", "d 2019/2023; d 2019/2023")]
    [InlineData("‹2024年3至5月›", "d 2024-03/2024-05")]
    [InlineData("‹2024年9月下旬›，‹2023年底›", "d 2024-09; d 2023")]
    [InlineData("‹24年4月18日›签约", "d 2024-04-18")]
    [InlineData("‹十月一日›是节日", "d --10-01")]
    [InlineData("‹令和6年›", "d 2024")]
    [InlineData("‹18日›，他说", "d ---18")]
    [InlineData("‹April 18, 2024›", "d 2024-04-18")]
    [InlineData("on ‹18 April 2024› and ‹Apr. 3rd›", "d 2024-04-18; d --04-03")]
    [InlineData("It may rain in ‹May 2024›.", "d 2024-05")]
    [InlineData("We may march on.", "")]
    [InlineData("‹Fri, 18 Apr 2024›", "d 2024-04-18")]
    [InlineData("on ‹Thursday›, ‹last year› and ‹yesterday›", "d; d; d")]
    [InlineData("in ‹2024›, since ‹1998›", "d 2024; d 1998")]
    [InlineData("the ‹1990s› and the ‹19th century›", "d 199X; d 18XX")]
    [InlineData("the ‹first quarter of 2024› and ‹Q3 2023›", "d 2024-Q1; d 2023-Q3")]
    [InlineData("吃月饼，看八月球赛", "")]
    [InlineData("‹20240418›版", "d 2024-04-18")]
    [InlineData("‹1960年代到1980年代›，‹二十世紀50到60年代›", "d 196X/198X; d 195X/196X")]
    [InlineData("‹康熙六十一年›，‹昭和五十四年十一月›", "d 1722; d 1979-11")]
    // Times
    [InlineData("‹2023年08月17日› ‹20:24:26›", "d 2023-08-17; t 1224")]
    [InlineData("‹20:24›发布，‹下午三点半›开会", "t 1224; t 930")]
    [InlineData("‹8時30分›開門，‹晚上9点›关门", "t 510; t 1260")]
    [InlineData("‹9:00-18:00›营业", "t 540..1080")]
    [InlineData("‹上午9时至11时›停水", "t 540..660")]
    [InlineData("at ‹5 p.m.› or ‹8:30 am›", "t 1020; t 510")]
    [InlineData("提出‹3›点建议", "n 3")]
    [InlineData("比分是‹3›:‹1›", "n 3; n 1")]
    // Durations
    [InlineData("耗时‹48小时›", "u 48 小时")]
    [InlineData("耗时‹3小時›", "u 3 小时")]
    [InlineData("历时‹三年›，又过‹半年›", "u 3 年; u 0.5 年")]
    [InlineData("‹两个月›后，‹5个工作日›内，‹30天›", "u 2 月; u 5 工作日; u 30 天")]
    [InlineData("学了‹两年半›，‹三个半小时›", "u 2.5 年; u 3.5 小时")]
    [InlineData("‹10分钟›和‹90秒›", "u 10 分钟; u 90 秒")]
    [InlineData("已有‹3000年›历史", "u 3000 年")]
    [InlineData("需要‹3到5年›", "u 3..5 年")]
    [InlineData("‹3年至5年›", "u 3..5 年")]
    [InlineData("‹10周年›庆典", "u 10 周年")]
    [InlineData("for ‹two months› and a ‹3-hour› walk", "u 2 month; u 3 hour")]
    [InlineData("‹three to five years›", "u 3..5 year")]
    [InlineData("十分钟爱", "")]
    [InlineData("等了‹十分钟›", "u 10 分钟")]
    // Numbers and ordinals
    [InlineData("排名‹第3›，‹第五届›", "n 3; n 5 届")]
    [InlineData("获得‹第一名›", "n 1 名")]
    [InlineData("第一时间到场，第三方检测", "")]
    [InlineData("共计‹1,024›，编号‹7›", "n 1024; n 7")]
    [InlineData("合计‹三百二十›", "n 320")]
    [InlineData("手机尾号‹2024›", "n 2024")]
    // No quantities
    [InlineData("GPT-4和H100，MiLM-6B与Win10", "")]
    [InlineData("新的iPhone 15支持5G", "")]
    [InlineData("A股大涨，4K电视，3D打印，v2.0.1", "")]
    [InlineData("COVID-19、F-16、B2B、O2O、A4纸", "")]
    [InlineData("一个人，一些事，一样的，一直，一定，一家公司", "")]
    [InlineData("百姓说千万不要，万一呢，十分好", "")]
    [InlineData("三星、四川、九江、三亚、五台山、三峡", "")]
    [InlineData("四大名著，三人行，七匹狼，一国两制", "")]
    [InlineData("电话400-820-8820", "")]
    [InlineData("万科、百度、千岛湖、三里屯", "")]
    [InlineData("Windows 11 and Claude 3 run on one machine.", "")]
    [InlineData("有一天，他一度一成不变", "")]
    public void Quantities_are_found_with_their_meaning(string marked, string expected)
    {
        var text = marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        var found = QuantityRecognizer.Find(text);
        var actual = new StringBuilder(text);
        foreach (var quantity in Enumerable.Reverse(found))
            actual.Insert(quantity.End, '›').Insert(quantity.Start, '‹');
        Assert.Equal($"{marked} = {expected}", $"{actual} = {string.Join("; ", found.Select(quantity => Meaning(text, quantity)))}");
    }

    static string Meaning(string text, Quantity quantity)
    {
        var kind = quantity.Kind switch
        {
            QuantityKind.Number => "n",
            QuantityKind.Measure => "m",
            QuantityKind.Percentage => "p",
            QuantityKind.Money => "$",
            QuantityKind.Date => "d",
            QuantityKind.Time => "t",
            _ => "u",
        };
        var value = quantity.Value?.ToString("0.####", CultureInfo.InvariantCulture);
        if (quantity.Upper is { } upper)
            value += ".." + upper.ToString("0.####", CultureInfo.InvariantCulture);
        if (value is null && quantity.Unit is not null)
            value = new string([.. text.Substring(quantity.Start, quantity.Length).TakeWhile("数几上十百千万亿".Contains)]);
        return string.Join(' ', new[] { kind, value, quantity.Unit, quantity.Date }.Where(part => part is not null));
    }

    [Fact]
    public void Quantities_are_ordered_and_lie_apart()
    {
        var pieces = Gen.Elements("3", "2024", "年", "4", "月", "18", "日", "万", "亿", "元", "%", "至", "-", "第", "十", "百分之", "三", "个", "小时", "点", "半", "$", ".", ",",
            "：", "30", "/", "GPT", " ", "May", "two", "years", "周", "去年", "，", "\uD83D", "１", "多", "几", "上");
        Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var quantity in QuantityRecognizer.Find(text))
            {
                Assert.True(quantity.Start >= end && quantity.Length > 0 && quantity.End <= text.Length);
                end = quantity.End;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("9")]
    [InlineData("一")]
    [InlineData("十")]
    [InlineData("亿")]
    [InlineData("1,")]
    [InlineData("1.")]
    [InlineData("1-")]
    [InlineData("2024年")]
    [InlineData("-")]
    [InlineData("$")]
    [InlineData("a")]
    [InlineData("上")]
    [InlineData("三点")]
    [InlineData("100,000")]
    [InlineData("twenty-")]
    public void Hostile_lines_are_read_in_one_pass(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        Assert.All(QuantityRecognizer.Find(text), quantity => Assert.True(quantity.End <= text.Length));
    }
}
