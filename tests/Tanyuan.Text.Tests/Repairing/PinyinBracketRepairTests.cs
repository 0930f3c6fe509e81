using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Text.Tests.Repairing;

public sealed class PinyinBracketRepairTests
{
    [Theory]
    [InlineData("公司創(chuàng)立後發(fā)展迅速，產(chǎn)品遠銷海外。", "公司創立後發展迅速，產品遠銷海外。")]
    [InlineData("公司创（chuàng）立后发（fā）展迅速，产（chǎn）品远销海外。", "公司创立后发展迅速，产品远销海外。")]
    [InlineData("創(chua\u0300ng)業(ye4)發(fa)", "創業發")]
    [InlineData("綠(lǜ)綠(lǜ)", "綠綠")]
    [InlineData("綠(lu:4)與(yu3)強(qiánɡ)", "綠與強")]
    [InlineData("旅遊(yóu)季節，遊(yóu)客暢遊，導遊(yóu)漫遊。", "旅遊季節，遊客暢遊，導遊漫遊。")]
    [InlineData("日曆(lì)上有農曆(lì)。", "日曆上有農曆。")]
    [InlineData("車(jū)輛(liàng)發(fā)動(dòng)機(jī)(CEO)", "車輛發動機(CEO)")]
    public void Readings_behind_converted_characters_go(string damaged, string repaired)
    {
        var result = TextRepairer.Repair(damaged);
        Assert.Equal(repaired, result.Text);
        Assert.Equal(damaged, result.Undo());
        Assert.All(result.Repairs, repair => Assert.Equal(("pinyin-bracket", 0, ""), (repair.Rule, repair.Length, repair.After)));
    }

    [Theory]
    [InlineData("匈奴的首領稱為單(chán)于，六(lù)安在安徽。")]
    [InlineData("“参(cēn)差”常被念成“参(cān)差”，“长(zhǎng)大”不是“长(cháng)大”。")]
    [InlineData("你(nǐ)好(hǎo)，我(wǒ)们(men)学(xué)习(xí)汉(hàn)语(yǔ)拼(pīn)音(yīn)。")]
    [InlineData("學(xué)習(xí)漢(hàn)語(yǔ)，記(jì)錄(lù)語(yǔ)言(yán)。第一課 見(jiàn)面(miàn)：你(nǐ)好(hǎo)。")]
    [InlineData("執行長(CEO)與博世(Bosch)、發(the)展(a)、產(an)")]
    [InlineData("產(fā)發(chǎn)創(lì)業(xx)")]
    [InlineData("一家公司發(fā)展了。")]
    public void Glosses_lessons_and_other_brackets_stay(string text)
    {
        var result = TextRepairer.Repair(text);
        Assert.Same(text, result.Text);
        Assert.Empty(result.Repairs);
    }

    [Fact]
    public void A_gloss_stays_in_a_damaged_text() =>
        Assert.Equal(
            "創業單位發展，單(chán)于是稱號，單位產出。",
            TextRepairer.Repair("創(chuàng)業(yè)單(dān)位發(fā)展，單(chán)于是稱號，單(dān)位產(chǎn)出。").Text);

    [Fact]
    public void One_reading_goes_where_the_text_lost_bytes_as_well() =>
        Assert.Equal("公司今年的經濟情況比去年有了很大的改善，員工們都很高興。他脫下了外衣。", TextRepairer.Repair("公司?衲甑慕洕闆r比去年有了很大的改善，員工們都很高興。他脫(tuō)下了外衣。").Text);

    [Fact]
    public void A_lesson_that_lost_bytes_keeps_its_readings()
    {
        const string Lesson = "第一課：你(nǐ)好(hǎo)，我(wǒ)們(men)學(xué)習(xí)。";
        Assert.Equal($"公司今年的經濟情況比去年有了很大的改善，員工們都很高興。{Lesson}", TextRepairer.Repair($"公司?衲甑慕洕闆r比去年有了很大的改善，員工們都很高興。{Lesson}").Text);
    }

    [Fact]
    public void A_reading_written_twice_goes_at_once()
    {
        const string Twice = "創(chuàng)(chuàng)業(yè)（yè）單位發(fā)(fā)展，產(chǎn)業(yè)創(chuàng)新。";
        var result = TextRepairer.Repair(Twice);
        Assert.Equal("創業單位發展，產業創新。", result.Text);
        Assert.Equal(Twice, result.Undo());
    }

    [Fact]
    public void Every_repair_is_undone_exactly()
    {
        string[] pieces = ["創", "產", "單", "好", "(chuàng)", "(chǎn)", "（dān）", "(", ")", "(hǎo)", "(1)", "，"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var result = TextRepairer.Repair(text);
            return result.Undo() == text && TextRepairer.Repair(result.Text).Text == result.Text;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_page_with_hundreds_of_readings_loses_them_all()
    {
        var file = Directory.GetFiles(Repository.SharedOrSkip("seeds"), "000_*.txt").Single();
        var text = File.ReadAllText(file);
        var result = TextRepairer.Repair(text);
        Assert.Equal(376, result.Repairs.Count(repair => repair.Rule == "pinyin-bracket"));
        Assert.Equal(text, result.Undo());
    }
}
