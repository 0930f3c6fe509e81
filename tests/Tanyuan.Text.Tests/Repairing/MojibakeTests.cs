using System.Text;
using Tanyuan.Text.Repairing;
using Tanyuan.Text.Tests.Decoding;

namespace Tanyuan.Text.Tests.Repairing;

public sealed class MojibakeTests
{
    static readonly string[] Texts = [SampleTexts.Simplified, SampleTexts.Traditional, SampleTexts.Japanese, SampleTexts.Korean, SampleTexts.Cyrillic];

    [Fact]
    public void Utf8_read_as_Latin1_comes_back_exactly()
    {
        foreach (var text in Texts)
            AssertRepaired(text, Misread(text, Encoding.Latin1));
    }

    [Fact]
    public void Utf8_read_as_Latin1_twice_comes_back_exactly()
    {
        foreach (var text in Texts)
            AssertRepaired(text, Misread(Misread(text, Encoding.Latin1), Encoding.Latin1));
    }

    [Fact]
    public void Utf8_read_as_Windows_1252_comes_back_exactly()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var text in Texts)
            AssertRepaired(text, Misread(text, windows));
        AssertRepaired("Nicolás paid for a café — “très bien”.", Misread("Nicolás paid for a café — “très bien”.", windows));
    }

    [Theory]
    [InlineData(SampleTexts.Simplified, 936, 28591)]
    [InlineData(SampleTexts.Simplified, 936, 1252)]
    [InlineData(SampleTexts.Traditional, 950, 28591)]
    [InlineData(SampleTexts.Japanese, 932, 28591)]
    [InlineData(SampleTexts.Korean, 949, 28591)]
    public void Text_in_an_old_charset_read_as_Western_comes_back_exactly(string text, int meant, int misread) =>
        AssertRepaired(text, Misread(text, meant, misread));

    [Fact]
    public void Big5_read_as_GBK_comes_back_line_by_line_headings_too()
    {
        var lines = SampleTexts.Traditional.Replace("。", "。\n", StringComparison.Ordinal) + "旅行社人士建議\n氣象";
        AssertRepaired(lines, Misread(lines, 950, 936));
    }

    [Theory]
    [InlineData("印\n")]
    [InlineData("。\n")]
    [InlineData("第6.1節\n")]
    public void A_line_too_short_to_judge_shares_the_damage_around_it(string line)
    {
        var text = string.Concat(SampleTexts.Traditional.Split('。').Select(sentence => sentence + "。\n" + line));
        AssertRepaired(text, Misread(text, 950, 936));
    }

    [Fact]
    public void A_sound_paragraph_among_damaged_ones_stays()
    {
        var (before, after) = (SampleTexts.Traditional[..60], SampleTexts.Traditional[60..120]);
        const string Sound = "記者周可報導\n本網綜合各地來電：山區道路已經恢復通車。\n";
        AssertRepaired(before + '\n' + Sound + after, Misread(before, 950, 936) + '\n' + Sound + Misread(after, 950, 936));
    }

    [Fact]
    public void Damage_of_two_kinds_on_top_of_each_other_comes_back_exactly() =>
        AssertRepaired(SampleTexts.Simplified, Misread(Misread(SampleTexts.Simplified, 936, 28591), Encoding.Latin1));

    [Theory]
    [InlineData("If you see \"Ã©\" where é should be, the file was read in the wrong charset.")]
    [InlineData("A browser shows ‘â€™’ for an apostrophe then.")]
    [InlineData("如果页面上出现“Ã©”，说明编码声明错了。")]
    [InlineData("const text = read('café.txt', 'utf8');   // café\nconst wrong = read('café.txt', 'latin1'); // cafÃ©\n")]
    [InlineData("正确的编码下是 é。\n错误时屏幕上是 Ã© 两个字符。")]
    public void Damage_that_a_text_quotes_stays(string text) => Assert.Same(text, TextRepairer.Repair(text).Text);

    [Theory]
    [InlineData("×÷××÷×÷÷×÷××÷÷×× ×÷××÷×÷÷×")]
    [InlineData("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞß")]
    [InlineData("«Là où l’été naît, éèêë àâä ôö ûü», dit-il à l’élève.")]
    [InlineData("齉龘靐龗饕餮魑魅魍魎齟齬齷齪蹀躞鼉鼇黿鱟鱧鸂鶒")]
    [InlineData("㐀㐁㐂㐃㐄㐅㐆㐇㐈㐉㐊㐋㐌㐍㐎㐏")]
    [InlineData("氟氢氖氘氙氚氡氪氩氮氯氰铈镧镨钕钷钐铕钆铽镝钬铒铥镱镥")]
    public void Rare_characters_side_by_side_are_no_damage(string text) => Assert.Same(text, TextRepairer.Repair(text).Text);

    [Theory]
    [InlineData(1250, "Žluťoučký kůň úpěl ďábelské ódy")]
    [InlineData(1251, "Съешь же ещё этих мягких французских булок")]
    [InlineData(1253, "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία")]
    [InlineData(1254, "Pijamalı hasta yağız şoföre çabucak güvendi")]
    [InlineData(1257, "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą")]
    [InlineData(10000, "Le garçon a mangé près de l'hôtel où il était né")]
    [InlineData(437, "Portez ce vieux whisky à la fenêtre, ça réchauffe")]
    [InlineData(28592, "Příliš žluťoučký kůň")]
    public void Utf8_read_in_another_charset_comes_back(int codePage, string text)
    {
        var charset = CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
        var damaged = Misread(text, charset);
        if (!damaged.Contains('?', StringComparison.Ordinal) && !damaged.Contains('\uFFFD', StringComparison.Ordinal))
            AssertRepaired(text, damaged);
    }

    [Theory]
    [InlineData("Le cafÃ© dâ€™Ã  cÃ´tÃ©", "Le café d’à côté")]
    [InlineData("VoilÃ  tout", "Voilà tout")]
    [InlineData("un chÃ¢teau Ã louer", "un château à louer")]
    [InlineData("so happy \u00ED\u00A0\u00BD\u00ED\u00B8\u0080", "so happy 😀")]
    [InlineData("â€œlost at the endâ€\uFFFD", "“lost at the end\uFFFD")]
    [InlineData("\u0093quoted\u0094 \u0096 it\u0092s", "“quoted” – it’s")]
    [InlineData("m\u0087s all\u0087 del fr\u0092o", "más allá del frío")]
    [InlineData("quotes “so” and â€œsoâ€\u009D", "quotes “so” and “so”")]
    [InlineData("perchÃƒÂ© no", "perché no")]
    public void Lossy_nested_and_mixed_damage_is_undone(string damaged, string text) => Assert.Equal(text, TextRepairer.Repair(damaged).Text);

    [Theory]
    [InlineData("Un café.\nUn autre cafÃ©.", "Un café.\nUn autre café.")]
    [InlineData("L'encodage des pages Ã©tait faux.", "L'encodage des pages était faux.")]
    public void Damage_beside_sound_text_or_in_a_text_about_charsets_alone_is_undone(string damaged, string text) => Assert.Equal(text, TextRepairer.Repair(damaged).Text);

    [Theory]
    [InlineData("§\u0088우스 버튼을 누르고")]
    [InlineData("통화 ²\u0094주 목록")]
    [InlineData("rumore di linea $$@@!!\u0091\u009C\u009C/!(*!3")]
    [InlineData("£±·%ÙéÞ{Ör²« ±³¬~/_z<¶·º\u008B rumore")]
    public void A_control_character_that_stands_for_no_Western_sign_is_not_read_as_one(string text) =>
        Assert.DoesNotContain(TextRepairer.Repair(text).Repairs, repair => repair.Rule == "mojibake");

    [Theory]
    [InlineData("他在Macy\u0092s买的", "他在Macy’s买的")]
    [InlineData("15°\u009620°", "15°–20°")]
    [InlineData("a footnote [â\u0088\u0097â\u0088\u0097]", "a footnote [∗∗]")]
    public void A_control_character_among_Western_text_is_a_sign(string damaged, string text) => Assert.Equal(text, TextRepairer.Repair(damaged).Text);

    [Theory]
    [InlineData("REKLÂ\u00A0AMA")]
    [InlineData("Blåbærgrød på Ærø, æøåÆØÅ")]
    [InlineData("±½ of the 20° slope, §4 ¶2, £5 ¥300 €7")]
    [InlineData("√π is about 1.77")]
    [InlineData("┌──┬──┐ ║ ═ ╬")]
    [InlineData("Ελλάδα και Россия, İstanbul’da “alıntı”…")]
    [InlineData("蟺蟻蟼蟽蟿蠀蠁")]
    public void Unusual_but_sound_text_stays(string text) => Assert.Empty(TextRepairer.Repair(text).Repairs);

    [Fact]
    public void Utf8_read_as_GBK_comes_back_but_for_bytes_that_GBK_lost()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;
        foreach (var text in new[] { SampleTexts.Simplified, SampleTexts.Traditional })
        {
            var damaged = Misread(text, gbk);
            var repaired = TextRepairer.Repair(damaged);
            Assert.Equal(damaged, repaired.Undo());
            Assert.Equal(text.Length, repaired.Text.Length);
            var same = text.Where((unit, at) => repaired.Text[at] == unit).Count();
            Assert.True(same > text.Length * 0.97, $"{same} of {text.Length}");
            Assert.All(Enumerable.Range(0, text.Length).Where(at => repaired.Text[at] != text[at]), at => Assert.Equal('\uFFFD', repaired.Text[at]));
        }
    }

    [Fact]
    public void A_damaged_paragraph_among_sound_ones_is_repaired_alone()
    {
        var damaged = $"{SampleTexts.Traditional}\n{Misread(SampleTexts.Simplified, Encoding.Latin1)}\n{SampleTexts.Japanese}";
        AssertRepaired($"{SampleTexts.Traditional}\n{SampleTexts.Simplified}\n{SampleTexts.Japanese}", damaged);
    }

    [Theory]
    [InlineData("Charlotte Brontë… said “né”")]
    [InlineData("Emily Brontë…”")]
    [InlineData("VOILÀ – LE CAFÉ… «DÉJÀ VU»")]
    [InlineData("IRMÃ” e CANÇÃO")]
    [InlineData("Buy 3×£20 or 5×€9")]
    [InlineData("São Paulo, Ærø, Þórr, ÿ, ÄÖÜ, Ångström")]
    [InlineData("lá´´ e “pé´´")]
    [InlineData("鞠躬尽瘁，死而后已；饕餮盛宴，魑魅魍魉。")]
    [InlineData("鑫淼焱垚犇羴骉，龘靐齉爩，鱻麤灪爨癵。")]
    [InlineData("龍龜鑿竈鬱籲黌釁囅黷")]
    [InlineData("東京都渋谷区神南１丁目　株式会社")]
    [InlineData("서울특별시 강남구 테헤란로")]
    [InlineData("Ελληνικά και русский текст, עברית ואנגלית, العربية")]
    [InlineData("∑∫√≈≠≤≥ ♠♥♦♣ ←↑→↓ ①②③ ㎏㎡")]
    public void Sound_text_stays_as_it_is(string text) => Assert.Same(text, TextRepairer.Repair(text).Text);

    [Fact]
    public void Sound_text_in_every_script_stays_as_it_is()
    {
        foreach (var text in (string[])[.. Texts, SampleTexts.German, SampleTexts.French, SampleTexts.Spanish, SampleTexts.Polish, SampleTexts.Czech, SampleTexts.Hungarian])
        {
            for (var start = 0; start < text.Length; start += 7)
            {
                var part = text[start..Math.Min(text.Length, start + 60)];
                Assert.Same(part, TextRepairer.Repair(part).Text);
            }
        }
    }

    static void AssertRepaired(string text, string damaged)
    {
        Assert.NotEqual(text, damaged);
        var repaired = TextRepairer.Repair(damaged);
        Assert.Equal(text, repaired.Text);
        Assert.Equal(damaged, repaired.Undo());
    }

    /// <summary>What becomes of a text whose UTF-8 a program takes for another charset; Windows leaves bytes without a character as they are.</summary>
    static string Misread(string text, Encoding encoding) => encoding.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Text in one code page that was read in another.</summary>
    static string Misread(string text, int meant, int misread)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(meant)!.GetBytes(text);
        return (misread == 28591 ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(misread)!).GetString(bytes);
    }
}
