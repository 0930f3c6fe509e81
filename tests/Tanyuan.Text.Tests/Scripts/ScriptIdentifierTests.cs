using Tanyuan.Text.Scripts;

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
}
