using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Tests.Decoding;

namespace Tanyuan.Text.Tests.Repairing;

public sealed class ByteSlipRepairTests
{
    const string Clean = "孟笙談修鐘。他說：這座大鐘停了十七年，毛病很老，擺軸的軸承缺油。我用四十天修好了霽城火車站的大鐘，光是打磨就用了九天。";

    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    [Theory]
    [InlineData("孟笙修鐘。\n孟?希哼@是一個很老的毛病", "孟笙修鐘。\n孟笙：這是一個很老的毛病")]
    [InlineData("孟笙修鐘。\n孟\uFFFD希簛磉^十一個年輕人", "孟笙修鐘。\n孟笙：來過十一個年輕人")]
    public void A_run_read_one_byte_off_is_read_in_step(string damaged, string repaired)
    {
        var result = TextRepairer.Repair(damaged);
        Assert.Equal(repaired, result.Text);
        Assert.Equal(damaged, result.Undo());
        var repair = Assert.Single(result.Repairs);
        Assert.Equal("byte-slip", repair.Rule);
        Assert.Equal(repair.After, repaired.Substring(repair.Start, repair.Length));
    }

    [Fact]
    public void The_rest_of_a_reading_tells_the_lost_byte() =>
        Assert.Equal("他講老爺爺的故事去講歷史。", TextRepairer.Repair("他講老爺爺?shù)墓适氯ブv歷史。").Text);

    [Fact]
    public void A_reading_behind_a_misread_character_goes_with_its_own()
    {
        var repaired = TextRepairer.Repair("我是孟笙。\n孟?希宏P(guān)于這座大鐘，關(guān)于它的毛病，問題的關(guān)鍵在於軸承，業(yè)務(wù)很多，產(chǎn)品很少。");
        Assert.Equal("我是孟笙。\n孟笙：關于這座大鐘，關于它的毛病，問題的關鍵在於軸承，業務很多，產品很少。", repaired.Text);
    }

    [Theory]
    [InlineData("軸承缺油，銅套磨損，孟笙把它們全部換了新?摹?", "軸承缺油，銅套磨損，孟笙把它們全部換了新的。")]
    [InlineData("孟笙的徒弟說：「我把大鐘拆下來，光是打磨就用了九?臁！?", "孟笙的徒弟說：「我把大鐘拆下來，光是打磨就用了九天。」")]
    public void A_line_that_lost_its_end_ends_in_a_stop_and_closes_what_it_opened(string line, string repaired) =>
        Assert.Equal($"孟笙修鐘。\n孟笙：這是一個很老的毛病。\n{repaired}\n完", TextRepairer.Repair($"孟笙修鐘。\n孟?希哼@是一個很老的毛病。\n{line}\n完").Text);

    [Theory]
    [InlineData("公司今年的經濟情況比去?旰枚嗔?見附表)，員工們都很高興。", "公司今年的經濟情況比去年好多了(見附表)，員工們都很高興。")]
    [InlineData("公司今年的經濟情況比去?旰枚嗔?景氣\"的時候，員工們都很高興。", "公司今年的經濟情況比去年好多了\"景氣\"的時候，員工們都很高興。")]
    [InlineData("(公司今年的經濟情況比去?旰枚嗔?見附表)，員工們都很高興。", "(公司今年的經濟情況比去年好多了\uFFFD見附表)，員工們都很高興。")]
    public void What_a_mark_took_along_is_told_by_what_closes_it(string damaged, string repaired) =>
        Assert.Equal(repaired, TextRepairer.Repair(damaged).Text);

    [Fact]
    public void A_stop_that_lost_both_bytes_comes_back_only_where_the_text_proves_the_damage()
    {
        Assert.Equal("孟笙修鐘。\n孟笙：這是一個很老的毛病。\n徒弟孟簡也在霽城工作。\n完", TextRepairer.Repair("孟笙修鐘。\n孟?希哼@是一個很老的毛病。\n徒弟孟簡也在霽城工作??\n完").Text);
        Assert.Equal("孟笙修鐘。\n徒弟孟簡也在霽城工作??\n完", TextRepairer.Repair("孟笙修鐘。\n徒弟孟簡也在霽城工作??\n完").Text);
    }

    [Theory]
    [InlineData("這座大鐘為什麼停了?我用黃銅重新車了一隻銅套?")]
    [InlineData("您是怎麼修好的?先拆下來聽?A組的人都走了?")]
    [InlineData("Why?Because 他說好?OK吧?No.")]
    [InlineData("見 https://example.org/?q=修鐘&p=1?漢字 和 C?語言")]
    [InlineData("價格是€100，框線┦和罕字㐂?")]
    public void Question_marks_of_clean_text_stay(string text)
    {
        var result = TextRepairer.Repair(text);
        Assert.Same(text, result.Text);
    }

    [Theory]
    [InlineData(SampleTexts.Traditional, 0.8)]
    [InlineData(SampleTexts.Simplified, 0.6)]
    public void Most_of_what_lost_bytes_cost_a_text_is_restored(string paragraph, double least)
    {
        // A line break brings the reading back in step.
        var text = paragraph.Replace("。", "。\n", StringComparison.Ordinal);
        var random = new Random(20);
        int lost = 0, left = 0;
        for (var round = 0; round < 15; round++)
        {
            var damaged = Damage(text, [.. Enumerable.Range(0, 4).Select(_ => random.Next(text.Length))]);
            lost += Distance(damaged, text);
            left += Distance(TextRepairer.Repair(damaged).Text, text);
        }

        Assert.True(left <= (1 - least) * lost, $"{left} of {lost} left");
    }

    [Fact]
    public void A_reading_between_two_bytes_proves_that_those_in_brackets_are_damage_too() =>
        Assert.Equal("他講老爺爺的故事去講歷史，氧的代謝很慢。", TextRepairer.Repair("他講老爺爺?shù)墓适氯ブv歷史，氧的代謝(xiè)很慢。").Text);

    [Fact]
    public void Every_slip_of_a_text_is_undone_or_left_and_never_loses_anything()
    {
        var places = Gen.Choose(0, Clean.Length - 1).ListOf(2);
        Prop.ForAll(places.ToArbitrary(), lost =>
        {
            var damaged = Damage(Clean, lost);
            var result = TextRepairer.Repair(damaged);
            return result.Undo() == damaged;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_repair_of_a_jumble_is_undone_exactly()
    {
        string[] pieces = ["?", "\uFFFD", "€", "蔣", "?。翰┦朗且粋€", "?希哼@", "?shù)墓适氯ブv", "@", "(guān)", "，", "\n", "健", "?,", "a"];
        Prop.ForAll(Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
            TextRepairer.Repair(text).Undo() == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_of_nothing_but_marks_and_rare_characters_ends_soon_and_can_be_undone()
    {
        var text = string.Concat(Enumerable.Repeat("?粋覀儧", 20_000));
        Assert.Equal(text, TextRepairer.Repair(text).Undo());
    }

    [Fact]
    public void Clean_passages_are_left_alone()
    {
        var file = Path.Combine(Repository.SharedOrSkip("data"), "passages-open.jsonl");
        foreach (var line in File.ReadLines(file))
        {
            using var passage = JsonDocument.Parse(line);
            var text = passage.RootElement.GetProperty("text").GetString()!;
            Assert.DoesNotContain(TextRepairer.Repair(text).Repairs, repair => repair.Rule.Contains("byte-slip", StringComparison.Ordinal));
        }
    }

    /// <summary>The text without the first bytes of some characters, a question mark for each, decoded as a converter does.</summary>
    static string Damage(string text, IEnumerable<int> lost)
    {
        var bytes = text.SelectMany((unit, index) => Gbk.GetBytes([unit]) is { Length: 2 } pair && lost.Contains(index) ? [(byte)'?', pair[1]] : Gbk.GetBytes([unit]));
        return string.Concat(Gbk.GetString([.. bytes]).Where(unit => unit is < '\uE000' or > '\uF8FF'));
    }

    /// <summary>The Levenshtein distance.</summary>
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
