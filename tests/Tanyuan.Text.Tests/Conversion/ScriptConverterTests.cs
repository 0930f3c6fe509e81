using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Conversion;

namespace Tanyuan.Text.Tests.Conversion;

public sealed class ScriptConverterTests
{
    [Theory]
    [InlineData("頭髮與發展", "头发与发展")]
    [InlineData("皇后在以後的裡屋", "皇后在以后的里屋")]
    [InlineData("乾隆年間的乾糧", "乾隆年间的干粮")]
    [InlineData("他看著我，顯著的變化", "他看着我，显著的变化")]
    [InlineData("Mixed 臺灣 text, 2024年", "Mixed 台湾 text, 2024年")]
    public void Traditional_becomes_Simplified_phrase_by_phrase(string traditional, string simplified) =>
        Assert.Equal(simplified, ScriptConverter.Convert(traditional, ChineseScript.Simplified));

    [Theory]
    [InlineData("头发与发展", "頭髮與發展")]
    [InlineData("皇后在以后", "皇后在以後")]
    [InlineData("面条和里面", "麪條和裏面")]
    public void Simplified_becomes_Traditional_phrase_by_phrase(string simplified, string traditional) =>
        Assert.Equal(traditional, ScriptConverter.Convert(simplified, ChineseScript.Traditional));

    [Fact]
    public void Regions_have_their_forms_and_if_asked_their_words()
    {
        Assert.Equal("裡面的麵條", ScriptConverter.Convert("里面的面条", ChineseScript.Taiwan));
        Assert.Equal("裏面的麪條", ScriptConverter.Convert("里面的面条", ChineseScript.HongKong));
        Assert.Equal("用滑鼠開啟軟體", ScriptConverter.Convert("用鼠标打开软件", ChineseScript.Taiwan, regionalWords: true));
        Assert.Equal("用鼠标和软件", ScriptConverter.Convert("用滑鼠和軟體", ChineseScript.Simplified, regionalWords: true));
    }

    [Theory]
    [InlineData("毕昇发明了活字印刷")]
    [InlineData("显著的进步，著名的乾县")]
    [InlineData("plain ASCII, nothing else")]
    [InlineData("ひらがな and Ελληνικά")]
    public void A_line_without_Traditional_characters_stays_the_same_instance(string text) =>
        Assert.Same(text, ScriptConverter.Convert(text, ChineseScript.Simplified));

    [Fact]
    public void A_Traditional_line_stays_Traditional()
    {
        const string Text = "他曾經在乾隆皇后的裏屋後面看書";
        Assert.Same(Text, ScriptConverter.Convert(Text, ChineseScript.Traditional));
    }

    [Fact]
    public void Where_the_text_is_from_tells_what_a_character_means()
    {
        Assert.Equal("他看着我说 着", ScriptConverter.Convert("他看著我說 着", ChineseScript.Simplified, from: ChineseScript.Taiwan));
        Assert.Equal("他看著我说 着", ScriptConverter.Convert("他看著我說 着", ChineseScript.Simplified));
    }

    [Fact]
    public void What_was_simplified_stays_as_it_is() =>
        Prop.ForAll(Gen.Elements("頭髮與发展乾著着昇后皇里裡袷慰藉a \n".ToCharArray()).ArrayOf().ToArbitrary(), units =>
        {
            var once = ScriptConverter.Convert(new string(units), ChineseScript.Simplified);
            return ScriptConverter.Convert(once, ChineseScript.Simplified) == once;
        }).QuickCheckThrowOnFailure();
}
