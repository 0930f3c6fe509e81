using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Tests.Shared;
using Tanyuan.Text.Folding;

namespace Tanyuan.Text.Tests.Folding;

public sealed class TextFolderTests
{
    [Theory]
    [InlineData("ＡＩ　２．０％", "ai 2.0%")]
    [InlineData("ÉCOLE Straße ΣΩ", "école straße σω")]
    [InlineData("臺灣的裏面與裡面", "台湾的里面与里面")]
    [InlineData("看著，看着", "看着,看着")]
    [InlineData("甚麼 什麼", "什么 什么")]
    [InlineData("乾燥 幹部 干涉", "干燥 干部 干涉")]
    [InlineData("啟動 啓動 羣眾 群衆", "启动 启动 群众 群众")]
    [InlineData("為爲 説說 衞衛", "为为 说说 卫卫")]
    [InlineData("図書 実験 沢田", "图书 实验 泽田")]
    [InlineData("⾦⻓", "金长")]
    [InlineData("ﾊﾝｶｸ", "ハンカク")]
    [InlineData("don’t well‑known", "don't well-known")]
    public void Width_case_script_and_variants_fold_away(string text, string key) => Assert.Equal(key, TextFolder.Fold(text));

    [Theory]
    [InlineData("")]
    [InlineData("plain english text, 123.")]
    [InlineData("这是一段简体中文。")]
    [InlineData("𠮷野家 😀")]
    public void What_does_not_fold_comes_back_as_the_same_instance(string text) => Assert.Same(text, TextFolder.Fold(text));

    [Fact]
    public void A_key_has_the_length_of_its_text_and_is_its_own_key() =>
        Prop.ForAll<string>(text =>
        {
            var key = TextFolder.Fold(text ?? "");
            return key.Length == (text ?? "").Length && ReferenceEquals(key, TextFolder.Fold(key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_ways_to_fold_agree_on_every_unit()
    {
        var text = string.Concat(Enumerable.Range(0, 0x10000).Select(unit => (char)unit));
        var span = new char[text.Length];
        TextFolder.Fold(text, span);
        Assert.Equal(TextFolder.Fold(text), new string(span));
        Assert.All(Enumerable.Range(0, 0x10000), unit => Assert.Equal(span[unit], TextFolder.Fold((char)unit)));
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(() => TextFolder.Fold("四个字呢", new char[3]));

    [Fact]
    public void Traditional_characters_have_the_key_of_their_first_simplified_form()
    {
        int pairs = 0, apart = 0;
        foreach (var line in File.ReadLines(Repository.SharedOrSkip("data", "TSCharacters.txt")))
        {
            if (line.StartsWith('#') || line.Split('\t') is not [[var traditional], var choices] || choices.Split(' ')[0] is not [var simplified])
                continue;
            pairs++;
            apart += TextFolder.Fold(traditional) == TextFolder.Fold(simplified) ? 0 : 1;
        }

        // The dictionary grows from release to release; the tables hold one release.
        Assert.InRange(apart, 0, pairs / 200);
    }
}
