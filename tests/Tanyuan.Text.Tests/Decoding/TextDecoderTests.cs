using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Text.Tests.Decoding;

public sealed class TextDecoderTests
{
    static readonly (string Charset, int CodePage, string Text)[] Cases =
    [
        ("utf-8", 65001, SampleTexts.Simplified), ("utf-8", 65001, SampleTexts.Korean), ("utf-8", 65001, SampleTexts.French),
        ("utf-16le", 1200, SampleTexts.Simplified), ("utf-16be", 1201, SampleTexts.Traditional), ("utf-16le", 1200, SampleTexts.French),
        ("gb18030", 936, SampleTexts.Simplified), ("gb18030", 54936, SampleTexts.Traditional), ("big5", 950, SampleTexts.Traditional),
        ("shift_jis", 932, SampleTexts.Japanese), ("euc-jp", 51932, SampleTexts.Japanese), ("euc-kr", 949, SampleTexts.Korean),
        ("windows-1252", 1252, SampleTexts.German), ("windows-1252", 1252, SampleTexts.French), ("windows-1252", 1252, SampleTexts.Spanish),
        ("windows-1250", 1250, SampleTexts.Polish), ("windows-1250", 1250, SampleTexts.Czech), ("windows-1250", 1250, SampleTexts.Hungarian),
        ("windows-1251", 1251, SampleTexts.Cyrillic),
    ];

    [Fact]
    public void Snippets_from_200_bytes_are_read_in_their_charset_without_a_declaration()
    {
        var measured = new[] { 200, 300, 450, 700, 1000, 2000 }.Select(bytes => Measure(bytes, declared: null)).ToList();
        var (right, total) = (measured.Sum(one => one.Right), measured.Sum(one => one.Total));
        Assert.True(total >= 2000 && right >= total * 0.995, $"{right} of {total}; {string.Join("; ", measured.SelectMany(one => one.Wrong).Take(10))}");
    }

    [Theory]
    [InlineData(100, 0.99)]
    [InlineData(20, 0.97)]
    public void Shorter_snippets_are_mostly_read_in_their_charset(int bytes, double least)
    {
        var (right, total, wrong) = Measure(bytes, declared: null);
        Assert.True(right >= total * least, $"{right} of {total}; {string.Join("; ", wrong.Take(10))}");
    }

    [Fact]
    public void Snippets_of_40_bytes_are_mostly_read_in_their_charset()
    {
        var (right, total, wrong) = Measure(bytes: 40, declared: null);
        Assert.True(right >= total * 0.97, $"{right} of {total}; {string.Join("; ", wrong.Take(10))}");
    }

    [Theory]
    [InlineData(SampleTexts.German)]
    [InlineData(SampleTexts.French)]
    public void Soft_hyphens_do_not_make_East_Asian_characters_of_syllables(string text)
    {
        var hyphenated = Regex.Replace(text, "(?<=[a-z]{2})(?=[a-z]{2})", "\u00AD");
        Assert.True(hyphenated.Length > text.Length * 1.1);
        Assert.Equal(hyphenated, TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(hyphenated)).Text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("euc-jp")]
    [InlineData("gb2312")]
    public void Japanese_in_GB18030_is_not_taken_for_its_kana_twin(string? declared)
    {
        var decoded = TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(SampleTexts.Japanese), declared);
        Assert.Equal(("gb18030", SampleTexts.Japanese), (decoded.Charset, decoded.Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gb2312")]
    public void Japanese_in_its_own_charset_stays_that(string? declared)
    {
        var decoded = TextDecoder.Decode(CodePagesEncodingProvider.Instance.GetEncoding(51932)!.GetBytes(SampleTexts.Japanese), declared);
        Assert.Equal(("euc-jp", SampleTexts.Japanese), (decoded.Charset, decoded.Text));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb2312")]
    [InlineData("big5")]
    [InlineData("iso-8859-1")]
    [InlineData("shift_jis")]
    [InlineData("euc-kr")]
    [InlineData("windows-1251")]
    [InlineData("no-such-charset")]
    public void A_wrong_declaration_is_overruled(string declared)
    {
        var (right, total, wrong) = Measure(bytes: 200, declared);
        Assert.True(right >= total * 0.99, $"{right} of {total}; {string.Join("; ", wrong.Take(10))}");
    }

    [Theory]
    [InlineData("gb2312", 936, "关于我们")]
    [InlineData("gbk", 936, "首页")]
    [InlineData("GB18030", 54936, "鞠躬尽瘁")]
    [InlineData("big5", 950, "關於")]
    [InlineData("Shift_JIS", 932, "東京")]
    [InlineData("euc-kr", 949, "서울")]
    [InlineData("iso-8859-1", 1252, "café – “ok”")]
    [InlineData("windows-1253", 1253, "Η βιβλιοθήκη είναι ανοιχτή και το βράδυ")]
    [InlineData("windows-1256", 1256, "المكتبة مفتوحة في المساء")]
    [InlineData("iso-8859-2", 28592, "Příliš žluťoučký kůň")]
    [InlineData("koi8-r", 20866, "Библиотека открыта вечером")]
    public void A_right_declaration_settles_texts_too_short_to_judge(string declared, int codePage, string text)
    {
        var decoded = TextDecoder.Decode(Encode(codePage, text), declared);
        Assert.Equal(text, decoded.Text);
        Assert.Equal(CharsetEvidence.Declared, decoded.Evidence);
        Assert.Equal(0, decoded.Malformed);
    }

    [Fact]
    public void A_byte_order_mark_settles_the_charset_and_is_taken_out()
    {
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            var decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("探源 abc")], "gbk");
            Assert.Equal("探源 abc", decoded.Text);
            Assert.Equal(CharsetEvidence.ByteOrderMark, decoded.Evidence);
        }
    }

    [Fact]
    public void Utf8_cut_in_the_middle_of_its_last_character_is_still_utf8()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes("茶树已经发芽").AsSpan(..^1));
        Assert.Equal("茶树已经发\uFFFD", decoded.Text);
        Assert.Equal(CharsetEvidence.ValidUtf8, decoded.Evidence);
        Assert.Equal(1, decoded.Malformed);
    }

    [Fact]
    public void A_few_broken_bytes_do_not_change_the_charset()
    {
        var utf8 = Encoding.UTF8.GetBytes(SampleTexts.Simplified);
        utf8[100] = 0xFF;
        Assert.Equal("utf-8", TextDecoder.Decode(utf8).Charset);

        byte[] gbk = [.. Encode(936, "水渠已经疏通"), 0xFF, .. Encode(936, "，明年汛期前投入使用。")];
        var decoded = TextDecoder.Decode(gbk);
        Assert.Equal("水渠已经疏通\uFFFD，明年汛期前投入使用。", decoded.Text);
        Assert.Equal(1, decoded.Malformed);
    }

    [Theory]
    [InlineData(936, SampleTexts.Simplified)]
    [InlineData(950, SampleTexts.Traditional)]
    [InlineData(932, SampleTexts.Japanese)]
    [InlineData(51932, SampleTexts.Japanese)]
    [InlineData(949, SampleTexts.Korean)]
    public void A_lead_byte_without_its_trail_does_not_swallow_the_line_break(int codePage, string text)
    {
        byte[] bytes = [.. Encode(codePage, text), codePage == 932 ? (byte)0x82 : (byte)0xC0, (byte)'\n', .. Encode(codePage, text)];
        var decoded = TextDecoder.Decode(bytes);
        Assert.Equal($"{text}\uFFFD\n{text}", decoded.Text);
        Assert.Equal(1, decoded.Malformed);
    }

    [Fact]
    public void Markup_in_front_does_not_hide_the_charset()
    {
        var markup = string.Concat(Enumerable.Repeat("<div class=\"nav\"><a href=\"/index.html\">home</a></div>\n", 4000));
        var decoded = TextDecoder.Decode(Encode(936, markup + "<p>茶园今年增产了一成。</p>"), "utf-8");
        Assert.Equal("gb18030", decoded.Charset);
        Assert.EndsWith("<p>茶园今年增产了一成。</p>", decoded.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("big5")]
    [InlineData("big5-hkscs")]
    public void Hong_Kong_characters_are_read_in_Big5(string? declared)
    {
        // 佢哋喺度食咗嘢，今日嘅天氣好好，我哋去圖書館睇書。
        var bytes = Convert.FromHexString("CA5C925D9DF6ABD7ADB99DF79DCFA141A4B5A4E99DEFA4D1AEF0A66EA66EA141A7DA925DA568B9CFAED1C05DDABBAED1A143");
        Assert.Equal("佢哋喺度食咗嘢，今日嘅天氣好好，我哋去圖書館睇書。", TextDecoder.Decode(bytes, declared).Text);
    }

    [Fact]
    public void The_euro_sign_of_old_gbk_pages_is_read()
    {
        byte[] bytes = [.. Encode(936, "这本书的售价是"), 0x80, .. "12 "u8, .. Encode(936, "左右，比去年便宜。")];
        Assert.Equal("这本书的售价是€12 左右，比去年便宜。", TextDecoder.Decode(bytes).Text);
    }

    [Fact]
    public void Seven_bit_japanese_is_read_by_its_escapes()
    {
        var bytes = Encode(50220, "図書館は夜も開いている。");
        Assert.Equal("図書館は夜も開いている。", TextDecoder.Decode(bytes).Text);
    }

    [Fact]
    public void Ascii_and_nothing_are_utf8()
    {
        Assert.Equal(new DecodedText("plain", "utf-8", CharsetEvidence.ValidUtf8, 0), TextDecoder.Decode("plain"u8, "gbk"));
        Assert.Equal(new DecodedText("", "utf-8", CharsetEvidence.ValidUtf8, 0), TextDecoder.Decode([]));
    }

    [Fact]
    public void Any_bytes_decode_to_something() =>
        Prop.ForAll<byte[], string>((bytes, declared) => TextDecoder.Decode(bytes, declared).Text is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Valid_utf8_comes_back_exactly() =>
        Prop.ForAll<UnicodeString>(text => text.Get is null || text.Get.Contains('\0') || text.Get.StartsWith('\uFEFF') || text.Get.Contains('\u001B')
            || TextDecoder.Decode(Encoding.UTF8.GetBytes(text.Get)).Text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)))
            .QuickCheckThrowOnFailure();

    static (int Right, int Total, List<string> Wrong) Measure(int bytes, string? declared)
    {
        var (right, total, wrong) = (0, 0, new List<string>());
        foreach (var (charset, codePage, text) in Cases)
        {
            for (var start = 0; start < text.Length; start += 7)
            {
                var snippet = new StringBuilder();
                for (var i = 0; i < text.Length && Encode(codePage, snippet.ToString()).Length < bytes; i++)
                    snippet.Append(text[(start + i) % text.Length]);
                var encoded = Encode(codePage, snippet.ToString());
                if (encoded.Count(value => value >= 0x80) < 4)
                    continue;
                total++;
                var decoded = TextDecoder.Decode(encoded, declared);
                if (decoded.Text == snippet.ToString())
                    right++;
                else
                    wrong.Add($"{charset} read as {decoded.Charset}: {snippet.ToString()[..8]}");
            }
        }

        return (right, total, wrong);
    }

    static byte[] Encode(int codePage, string text) => codePage switch
    {
        65001 => Encoding.UTF8.GetBytes(text),
        1200 => Encoding.Unicode.GetBytes(text),
        1201 => Encoding.BigEndianUnicode.GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text),
    };
}
