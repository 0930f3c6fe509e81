using Tanyuan.Text.Scripts;
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
}
