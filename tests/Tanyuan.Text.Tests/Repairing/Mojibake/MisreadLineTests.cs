using Tanyuan.Text.Repairing.Mojibake;

namespace Tanyuan.Text.Tests.Repairing.Mojibake;

public sealed class MisreadLineTests
{
    // ASCII, all ideographs, those behind the last that GBK has, signs that GB18030 writes otherwise, and what neither has in two bytes.
    [Fact]
    public void The_bytes_of_a_line_are_those_that_the_charset_itself_writes()
    {
        var units = Enumerable.Range(1, 0x7F).Concat(Enumerable.Range(0x4E00, 0x5200)).Select(unit => (char)unit);
        foreach (var line in units.Chunk(40).Select(chunk => new string(chunk)).Append("價格€一百").Append("ǹ一二三").Append("㐀一二三四"))
        {
            foreach (var charset in new[] { OldCharset.Gbk, OldCharset.Gb18030, OldCharset.Big5, OldCharset.ShiftJis, OldCharset.EucKr })
            {
                var written = charset.Write(line);
                Assert.Equal(charset.Gives(written, line) ? written : null, new MisreadLine(line).BytesIn(charset));
            }
        }
    }

    [Fact]
    public void A_line_of_another_charset_is_given_up_wherever_it_begins()
    {
        var chinese = "去年冬天，镇上的茶馆门口挂起了红灯笼，孩子们在雪地里追着跑，老人坐在屋檐下喝茶。";
        foreach (var ascii in new[] { "", "2024-05-06 ", new string('-', 100) })
        {
            Assert.NotNull(new MisreadLine(ascii + chinese).BytesIn(OldCharset.Gbk));
            Assert.Null(new MisreadLine(ascii + chinese).BytesIn(OldCharset.ShiftJis));
            Assert.Null(new MisreadLine(ascii + chinese).BytesIn(OldCharset.Big5));
            Assert.Null(new MisreadLine(ascii + chinese).BytesIn(null));
        }
    }

    [Fact]
    public void Western_characters_are_their_bytes() => Assert.Equal([0xD6, 0xD0, 0x80], new MisreadLine("ÖÐ€").BytesIn(null));
}
