using System.Text;
using System.Text.Unicode;
using Tanyuan.Text.Decoding.Kernels;

namespace Tanyuan.Text.Tests.Decoding.Kernels;

public sealed class Utf8ReadingTests
{
    // First and last characters of one, two, three and four bytes, those beside the surrogates, and what pages are made of.
    static readonly string[] Pieces =
    [
        "\0", "a", "7", "\u007F", "\u0080", "é", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFF", "Привет", "éàü", "中", "文", "，", "。", "“", "한", "か", "😀", "\U0010FFFF", "a plain run of ASCII letters", "一行普通的中文文字",
    ];

    // What is no UTF-8: halves of characters, too long forms, surrogates, what lies beyond the last character.
    static readonly byte[][] Broken =
        [[0x80], [0xBF], [0xC2], [0xE4], [0xE4, 0xB8], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF]];

    [Fact]
    public void Four_at_a_time_reads_what_one_at_a_time_reads_and_what_the_framework_reads()
    {
        var random = new Random(11);
        var (whole, broken) = (0, 0);
        for (var round = 0; round < 6_000; round++)
        {
            var bytes = new List<byte>();
            for (var count = random.Next(40); count > 0; count--)
                bytes.AddRange(random.Next(100) == 0 ? Broken[random.Next(Broken.Length)] : Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
            var text = bytes.ToArray();
            var expected = Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : null;
            Assert.Equal(expected, Read(text, scalar: true));
            Assert.Equal(expected, Read(text, scalar: false));
            Assert.Equal(expected is not null, Utf8Reading.IsValid(text));
            (whole, broken) = expected is null ? (whole, broken + 1) : (whole + 1, broken);
        }

        Assert.True(whole > 1_000 && broken > 500, $"{whole} whole, {broken} broken");
    }

    [Fact]
    public void A_broken_character_is_seen_wherever_it_stands()
    {
        foreach (var piece in Broken)
        {
            for (var before = 0; before < 24; before++)
            {
                byte[] text = [.. Encoding.UTF8.GetBytes(new string('中', before)), .. piece, .. Encoding.UTF8.GetBytes("文字和别的文字也在后面站着，一共二十个字。")];
                Assert.Null(Read(text, scalar: false));
                Assert.False(Utf8Reading.IsValid(text));
            }
        }
    }

    [Fact]
    public void Eight_pairs_of_bytes_at_a_time_are_read_as_the_framework_reads_them()
    {
        for (var lead = 0x80; lead <= 0xFF; lead++)
        {
            for (var second = 0; second <= 0xFF; second++)
            {
                for (var before = 0; before < 9; before++)
                {
                    byte[] text = [.. Encoding.UTF8.GetBytes(new string('é', before)), (byte)lead, (byte)second, .. "Привет, как дела?"u8];
                    Assert.Equal(Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : null, Read(text, scalar: false));
                    Assert.Equal(Utf8.IsValid(text), Utf8Reading.IsValid(text));
                }
            }
        }
    }

    [Fact]
    public void Every_character_of_three_bytes_is_read_as_itself()
    {
        for (var unit = 0x800; unit <= char.MaxValue; unit++)
        {
            if (char.IsSurrogate((char)unit))
                continue;
            var text = new string((char)unit, 6);
            Assert.Equal(text, Read(Encoding.UTF8.GetBytes(text), scalar: false));
        }
    }

    [Fact]
    public void Without_room_nothing_is_read() => Assert.Throws<ArgumentException>(() => Utf8Reading.Read("text"u8, new char[4]));

    static string? Read(byte[] bytes, bool scalar)
    {
        var units = new char[bytes.Length + Utf8Reading.Slack];
        var length = scalar ? Utf8Reading.ReadScalar(bytes, units) : Utf8Reading.Read(bytes, units);
        return length < 0 ? null : new string(units, 0, length);
    }
}
