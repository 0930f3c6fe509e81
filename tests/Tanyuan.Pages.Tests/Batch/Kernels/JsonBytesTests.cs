using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Pages.Batch;
using Tanyuan.Pages.Batch.Kernels;

namespace Tanyuan.Pages.Tests.Batch.Kernels;

public sealed class JsonBytesTests
{
    // What needs no escape, what needs one, and the neighbours of both.
    static readonly string[] Pieces =
    [
        "天", "茶馆门口", "，", "。", "“", "”", "—", "…", "a", "plain ASCII, eight and more", "0", "é", "ž", "Привет", "αβγ", "か", "カ", "한", "！", "～",
        "\n", "\n", "\r\n", "\t", "\"", "\\", "/", "<", "&", "'", "\u0001", "\u007F", "\u0085", "\u00A0", "\u00AD", "\u2028", "\u3000", "\uE000", "\uFEFF", "\uFFFD", "😀", "𠮷", "𠮷𠮷", "\u4DFF", "\u9FA6", "\u3021", "\u02B0",
        "å¤–äº¤", "â‚¬", "†", "ˆ", "\u0090", "\u218F", "\u2190", "\uD83D", "\uDE00",
    ];

    [Fact]
    public void Eight_at_a_time_writes_what_one_at_a_time_writes()
    {
        var random = new Random(7);
        for (var round = 0; round < 6_000; round++)
        {
            var text = Text(random, 40);
            for (var from = 0; from < text.Length; from += random.Next(1, 12))
            {
                var (bytes, scalar) = (Room(text), Room(text));
                var units = JsonBytes.Write(text.AsSpan(from), bytes, out var written);
                Assert.Equal(JsonBytes.WriteScalar(text.AsSpan(from), scalar, out var expected), units);
                Assert.Equal(scalar[..expected], bytes[..written]);
                Assert.Equal(text.Substring(from, units), Encoding.UTF8.GetString(bytes, 0, written));
            }
        }
    }

    [Fact]
    public void No_unit_that_needs_an_escape_is_written()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var text = new string((char)unit, 9);
            var length = JsonBytes.Write(text, Room(text), out _);
            Assert.True(length == (JsonBytes.IsPlain((char)unit) ? text.Length : 0), $"{unit:X4}");
            Assert.True(length == 0 || JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text) == text, $"{unit:X4}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_is_written_as_the_writer_of_JSON_writes_it(bool indented)
    {
        var random = new Random(8);
        for (var round = 0; round < 4_000; round++)
        {
            var text = Text(random, round % 50 == 0 ? 4_000 : 60);
            Assert.Equal(Written(indented, writer => writer.WriteString("text", text)), Written(indented, writer =>
            {
                writer.WritePropertyName("text");
                JsonString.Write(writer, text);
            }));
        }
    }

    static string Text(Random random, int most)
    {
        var text = new StringBuilder();
        for (var count = random.Next(most); count > 0; count--)
            text.Append(Pieces[random.Next(random.Next(3) == 0 ? Pieces.Length : 10)]);
        return text.ToString();
    }

    static byte[] Room(string text) => new byte[(text.Length * JsonBytes.MostOfUnit) + JsonBytes.Slack];

    static string Written(bool indented, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DocumentJson.WriterOptions(indented)))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
