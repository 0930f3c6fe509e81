using System.Text;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Tests.Sources;

public sealed class FlatRecordTests
{
    static readonly string[] Names = ["id", "title", "text", "html", "url", "published", "fetched", "other", "t\\u0065xt", ""];

    static readonly string[] Pieces =
        ["望川", "茶棚。", "tea ", "\\n", "\\\"", "\\\\", "\\/", "\\t", "\\r\\b\\f", "\\u8336", "\\ud83c\\udf75", "🍵", "\\u0000", "\\ud83c", "\\x", "\\u12", "\t", "\u0085", "é"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_usual_line_is_read_as_the_JSON_reader_reads_it(int seed)
    {
        var random = new Random(seed);
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var line = Encoding.UTF8.GetBytes(Line(random));
            if (random.Next(4) == 0)
                line[random.Next(line.Length)] = (byte)random.Next(0x100);
            if (JsonRecord.ParseFlat(line) is not { } flat)
                continue;
            var any = JsonRecord.ParseAny(line, out _, out var problem);
            Assert.True(any is not null, $"{problem} {Convert.ToHexString(line)}");
            Assert.Equal(any.Content.ToArray(), flat.Content.ToArray());
            Assert.Equal(any with { Content = default }, flat with { Content = default });
            read++;
        }

        Assert.InRange(read, 1_000, 20_000);
    }

    [Theory]
    [InlineData("""{"id":7,"text":"茶\n\"棚\" 🍵","url":null}""")]
    [InlineData("""  { "html" : "<p>\u8336<\/p>" , "id" : "a" }  """)]
    [InlineData("""{"text":"","published":"2024-05-09","extra":true}""")]
    public void The_usual_line_is_read_in_one_pass(string line) => Assert.NotNull(JsonRecord.ParseFlat(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"text":"a","more":{"text":"b"}}""")]
    [InlineData("""{"text":"a",}""")]
    [InlineData("""{"text":"\ud83c"}""")]
    [InlineData("""{"base64":"5pyb5bed"}""")]
    [InlineData("""{"text":"a","id":1.50}""")]
    [InlineData("""["text"]""")]
    [InlineData("")]
    public void What_is_not_usual_is_left_to_the_JSON_reader(string line) => Assert.Null(JsonRecord.ParseFlat(Encoding.UTF8.GetBytes(line)));

    static string Line(Random random)
    {
        var line = new StringBuilder(random.Next(8) == 0 ? " {" : "{");
        for (var members = random.Next(1, 5); members > 0; members--)
            line.Append('"').Append(Names[random.Next(Names.Length)]).Append("\":").Append(random.Next(6) == 0 ? " " : "").Append(Value(random)).Append(members > 1 ? "," : "");
        return line.Append(random.Next(20) == 0 ? ",}" : "}").ToString();
    }

    static string Value(Random random) => random.Next(12) switch
    {
        0 => "null",
        1 => "true",
        2 => random.Next(100_000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 => random.Next(4) switch { 0 => "-1", 1 => "007", 2 => "1.5e3", _ => "0" },
        4 => random.Next(3) switch { 0 => "[1]", 1 => "{\"text\":\"a\"}", _ => "falsch" },
        _ => $"\"{string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(random.Next(3) == 0 ? Pieces.Length : 12)]))}\"",
    };
}
