using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tanyuan.Answers.Bench;

/// <summary>Writes the documents of a corpus as JSON Lines: the title is a clause of the text, the day and the site follow from the line number.</summary>
static class Records
{
    static readonly string[] Sites = ["news.example.com", "tech.example.com", "finance.example.org", "local.example.net"];

    internal static int Write(string corpus, string path)
    {
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var number = 0;
        foreach (var line in File.ReadLines(corpus, Encoding.UTF8))
        {
            var day = new DateTime(2015, 1, 1).AddDays(number * 7 % 4000);
            json.WriteStartObject();
            json.WriteString("id", $"n{number}");
            json.WriteString("title", line[..line.IndexOfAny(['，', '。'])]);
            json.WriteString("text", line);
            json.WriteString("url", $"https://{Sites[number % Sites.Length]}/{number}.html");
            json.WriteString("published", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
            number++;
        }

        return 0;
    }
}
