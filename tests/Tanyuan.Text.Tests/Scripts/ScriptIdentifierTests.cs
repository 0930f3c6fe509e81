using Tanyuan.Text.Scripts;
using Tanyuan.Text.Tables;
using Tanyuan.Text.Tests.Decoding;

namespace Tanyuan.Text.Tests.Scripts;

public sealed class ScriptIdentifierTests
{
    [Theory]
    [InlineData("这家公司发布了新的电动汽车。", "zh", "Hans")]
    [InlineData("這家公司發布了新的電動汽車。", "zh", "Hant")]
    [InlineData("這家公司發布了新的電動汽車，里面有后座。", "zh", "Hant")]
    [InlineData("小米公司", "zh", "Hans")]
    [InlineData("小米SU7 Max搭载NVIDIA DRIVE Orin芯片，支持Apple CarPlay。", "zh", "Hans")]
    [InlineData("The company released a new electric car, and it is the first of its kind.", "en", "Latn")]
    [InlineData("Xiaomi (小米) said that it will open a new plant in Beijing and hire people.", "en", "Latn")]
    [InlineData("この会社は新しい電気自動車を発表しました。", "ja", "Jpan")]
    [InlineData("이 회사는 새로운 전기차를 발표했다.", "ko", "Kore")]
    [InlineData("Компания выпустила новый электромобиль.", "und", "Zyyy")]
    [InlineData("Das Unternehmen hat gestern ein neues Auto mit einem großen Motor und vielen Extras vorgestellt.", "und", "Latn")]
    [InlineData("Qualcomm Snapdragon 8 Gen 3", "en", "Latn")]
    [InlineData("12:30 -- ...", "und", "Zyyy")]
    [InlineData("", "und", "Zyyy")]
    public void A_text_tells_its_language_and_script(string text, string language, string script) =>
        Assert.Equal(new(language, script), ScriptIdentifier.Identify(text));

    [Theory]
    [InlineData("小米公司", "zh", "Hant", "zh", "Hant")]
    [InlineData("小米公司", "zh", "Hans", "zh", "Hans")]
    [InlineData("这家公司", "zh", "Hant", "zh", "Hans")]
    [InlineData("東京都水道局", "ja", "Jpan", "ja", "Jpan")]
    [InlineData("東京都水道局", "zh", "Hant", "zh", "Hant")]
    [InlineData("北京市水务局", "ja", "Jpan", "zh", "Hans")]
    [InlineData("Die neue Bibliothek", "und", "Latn", "und", "Latn")]
    [InlineData("The history of the library", "und", "Latn", "en", "Latn")]
    [InlineData("Snapdragon 8 Gen 3", "zh", "Hans", "en", "Latn")]
    [InlineData("2024-05-09 12:30", "ko", "Kore", "ko", "Kore")]
    [InlineData("Библиотека", "zh", "Hans", "und", "Zyyy")]
    public void A_block_that_does_not_tell_is_as_the_text_around_it(string block, string language, string script, string expectedLanguage, string expectedScript) =>
        Assert.Equal(new(expectedLanguage, expectedScript), ScriptIdentifier.Identify(block, new(language, script)));

    [Theory]
    [InlineData(SampleTexts.Simplified, "zh", "Hans")]
    [InlineData(SampleTexts.Traditional, "zh", "Hant")]
    [InlineData(SampleTexts.Japanese, "ja", "Jpan")]
    [InlineData(SampleTexts.Korean, "ko", "Kore")]
    [InlineData(SampleTexts.German, "und", "Latn")]
    [InlineData(SampleTexts.French, "und", "Latn")]
    [InlineData(SampleTexts.Spanish, "und", "Latn")]
    [InlineData(SampleTexts.Polish, "und", "Latn")]
    [InlineData(SampleTexts.Cyrillic, "und", "Zyyy")]
    public void Each_clause_of_a_text_is_as_the_whole(string text, string language, string script)
    {
        var whole = ScriptIdentifier.Identify(text);
        Assert.Equal(new(language, script), whole);
        foreach (var clause in text.Split('，', '。', '；', '、', '.', ',', ';').Where(clause => clause.Length > 0))
            Assert.Equal((clause, whole), (clause, ScriptIdentifier.Identify(clause, whole)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_and_its_blocks_are_told_at_once_as_they_are_one_by_one(int seed)
    {
        var random = new Random(seed);
        string[] samples = [SampleTexts.Simplified, SampleTexts.Traditional, SampleTexts.Japanese, SampleTexts.Korean, SampleTexts.German, SampleTexts.Cyrillic, "2024-05-09", " \n", "𠮷野家", "of the tea"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : "\n", Enumerable.Range(0, random.Next(6)).Select(_ => Piece(samples[random.Next(samples.Length)])));
            var blocks = Enumerable.Range(0, random.Next(5)).Select(_ => Block(text.Length)).ToArray();
            if (random.Next(2) == 0)
                Array.Sort(blocks, (one, other) => one.Start.Value.CompareTo(other.Start.Value));
            var own = ScriptIdentifier.Identify(text, blocks, out var whole);
            Assert.Equal((text, ScriptIdentifier.Identify(text)), (text, whole));
            Assert.Equal(blocks.Select(block => ScriptIdentifier.Identify(text.AsSpan(block), whole)), own);
        }

        string Piece(string sample)
        {
            var start = random.Next(sample.Length);
            return sample.Substring(start, random.Next(1, sample.Length - start + 1));
        }

        Range Block(int length)
        {
            var start = random.Next(length + 1);
            return start..random.Next(start, length + 1);
        }
    }

    [Fact]
    public void Characters_are_counted_right_in_texts_of_any_length()
    {
        var random = new Random(3);
        string[] pieces = ["的", "這", "这", "の", "カ", "국", "the ", "tea", "Библиотека", "𠮷", "1", "，", " "];
        foreach (var length in new[] { 0, 1, 4_000, 5_000, 20_000 })
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => pieces[random.Next(pieces.Length)])) + new string('a', 5_000);
            var counts = ScriptCounts.Of(text);
            Assert.Equal(text.Count(unit => UnitClasses.Of(unit) is UnitClass.Han or UnitClass.HanLead), counts.Han);
            Assert.Equal(text.Count(unit => unit == '這'), counts.Traditional);
            Assert.Equal(text.Count(unit => unit == '这'), counts.Simplified);
            Assert.Equal(text.Count(unit => unit is 'の' or 'カ'), counts.Kana);
            Assert.Equal(text.Count(unit => unit == '국'), counts.Hangul);
            var words = text.Select((unit, at) => (unit, at)).Where(place => IsLetter(place.unit) && (place.at == 0 || !IsLetter(text[place.at - 1]))).ToList();
            Assert.Equal(words.Count, counts.Words);
            Assert.Equal(words.Count(place => place.unit > 'z'), counts.Foreign);
        }

        static bool IsLetter(char unit) => UnitClasses.Of(unit) == UnitClass.Letter;
    }
}
