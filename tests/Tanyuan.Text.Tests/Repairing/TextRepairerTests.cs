using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Repairing;

namespace Tanyuan.Text.Tests.Repairing;

public sealed class TextRepairerTests
{
    [Theory]
    [InlineData("茶\u200B园", "茶园", "invisible")]
    [InlineData("\uFEFF第一章", "第一章", "invisible")]
    [InlineData("inter\u00ADnational", "international", "invisible")]
    [InlineData("点击\uE60A查看\uE60B\uE60C", "点击查看", "invisible")]
    [InlineData("safe\U000E0041\U000E0042text", "safetext", "invisible")]
    [InlineData("价格\u202E12\u202C元", "价格12元", "invisible")]
    [InlineData("图\uFFFC一", "图一", "invisible")]
    [InlineData("第一段&nbsp;&nbsp;文字", "第一段  文字", "entity")]
    [InlineData("Lin&amp;#39;s tea", "Lin's tea", "entity")]
    [InlineData("Tom &amp;amp;amp; Jerry", "Tom & Jerry", "entity")]
    [InlineData("&ldquo;好&rdquo;&#x3002;", "“好”。", "entity")]
    [InlineData("5 &lt; 7", "5 < 7", "entity")]
    [InlineData("it&#146;s", "it’s", "entity")]
    [InlineData("a&#8203;b", "ab", "entity+invisible")]
    [InlineData("第一页\f第二页", "第一页\n第二页", "control")]
    [InlineData("bell\u0007", "bell", "control")]
    [InlineData("\u001B[31mred\u001B[0m", "red", "control")]
    public void Damage_is_repaired_and_named(string damaged, string expected, string rule)
    {
        var repaired = TextRepairer.Repair(damaged);
        Assert.Equal(expected, repaired.Text);
        Assert.All(repaired.Repairs, repair => Assert.Equal(rule, repair.Rule));
        Assert.Equal(damaged, repaired.Undo());
    }

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character()
    {
        var repaired = TextRepairer.Repair("half \uD83D pair");
        Assert.Equal("half \uFFFD pair", repaired.Text);
        Assert.Equal("half \uD83D pair", repaired.Undo());
    }

    [Theory]
    [InlineData("春天到了，茶树发芽了。\r\n\t第二段（见图1）。")]
    [InlineData("裡面有三家店，價格從$5到$20不等；R&D部門設在二樓。")]
    [InlineData("R&D; Q&A; AT&T; a && b; ?x=1&y=2;")]
    [InlineData("The HTML entity &nbsp; is a no-break space.")]
    [InlineData("在网页里把空格转义为 &nbsp; 即可。")]
    [InlineData("&lt;b&gt; stays as it is")]
    [InlineData("図書館は夜も開いている。カフェ・オレを一つ。")]
    [InlineData("도서관은 밤에도 연다.")]
    [InlineData("👩\u200D💻 👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("می\u200Cخواهم \u200Fمتن\u200F")]
    [InlineData("naïve café, “quotes” – dashes… §5 100 °C")]
    [InlineData("")]
    public void Clean_text_comes_back_as_the_same_instance(string text)
    {
        var repaired = TextRepairer.Repair(text);
        Assert.Empty(repaired.Repairs);
        Assert.Same(text, repaired.Text);
    }

    [Fact]
    public void Text_put_together_from_clean_phrases_is_never_changed()
    {
        var phrases = Gen.Elements("茶樹發芽了", "，", "。", "（CEO）", "2024年4月", " ", "\n", "R&D", "Lin & Co.", "；", "3 < 5", "図書館", "カフェ", "💻", "é",
            "“好”", "《茶经》", "OpenAI", "a;b", "#39;", "一", "😀", "한국", "100%", "……", "「是」", "http://example.org/?a=1&b=2;c");
        Prop.ForAll(phrases.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text => ReferenceEquals(TextRepairer.Repair(text).Text, text))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_repair_can_be_undone()
    {
        var pieces = Gen.Elements("茶", "&amp;", "amp;", "#39;", "&", "lt;", "&#8203;", "\u200B", "\uE001", "\uD83D", "\uDE00", "\uDB40", "\uDC41", "\u001B", "[31m", "\f",
            "\u0085", "\u200D", "&nbsp;", "x", ";", "\uFEFF", "\uDB80", "\uDC00");
        Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var repaired = TextRepairer.Repair(text);
            Assert.Equal(text, repaired.Undo());
        }).QuickCheckThrowOnFailure();
    }
}
