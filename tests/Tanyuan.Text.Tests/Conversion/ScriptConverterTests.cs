using System.Text;
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
    public void No_Simplified_word_changes_alone_or_in_a_sentence()
    {
        var words = SimplifiedWords().Where(word => word.All(unit => ScriptConverter.Convert($"{unit}", ChineseScript.Simplified)[0] == unit)).ToList();
        Assert.True(words.Count > 50_000);
        Assert.Equal(["沈厚"], words.Where(word => ScriptConverter.Convert(word, ChineseScript.Simplified) != word)); // another spelling of 沉厚

        var sentences = words.Chunk(6).Select((some, index) => $"{string.Concat(some)}，这是著名的乾县第{index}位昇先生。");
        Assert.DoesNotContain(sentences, sentence => ScriptConverter.Convert(sentence, ChineseScript.Simplified) != sentence);
    }

    [Theory]
    [InlineData("卓著")]
    [InlineData("原著")]
    [InlineData("以微知著")]
    public void A_line_that_shows_no_script_is_not_read_as_Taiwanese(string line)
    {
        Assert.Equal(line, ScriptConverter.Convert(line, ChineseScript.Simplified));
        Assert.Equal(line.Replace('著', '着'), ScriptConverter.Convert(line, ChineseScript.Simplified, from: ChineseScript.Taiwan));
    }

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

    /// <summary>The words that conversion.bin can make Traditional; docs/formats.md describes the table.</summary>
    static List<string> SimplifiedWords()
    {
        using var resource = typeof(ScriptConverter).Assembly.GetManifestResourceStream("conversion.bin")!;
        using var table = new BinaryReader(resource, Encoding.Unicode);
        resource.Position = 32;
        var (traditional, simplified, steps) = (table.ReadInt32(), table.ReadInt32(), table.ReadInt32());
        resource.Position += (traditional + simplified) * sizeof(char);
        for (; steps > 0; steps--)
        {
            var name = Encoding.ASCII.GetString(table.ReadBytes(16)).TrimEnd('\0');
            var (firsts, entries, units) = (table.ReadInt32(), table.ReadInt32(), table.ReadInt32());
            resource.Position += (firsts * sizeof(char)) + ((firsts + 1) * sizeof(int));
            var places = Enumerable.Range(0, entries).Select(_ => (Offset: table.ReadInt32(), Length: table.ReadUInt16(), table.ReadUInt16())).ToList();
            var pool = Encoding.Unicode.GetString(table.ReadBytes(units * sizeof(char)));
            if (name == "traditionalise")
                return places.ConvertAll(place => pool.Substring(place.Offset, place.Length));
        }

        return [];
    }
}
