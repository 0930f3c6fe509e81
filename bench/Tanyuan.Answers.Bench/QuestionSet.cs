using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Text;
using Tanyuan.Text.Words;

namespace Tanyuan.Answers.Bench;

/// <summary>
/// Writes questions on a corpus: two clauses in a row of a document, of which one word is asked for with the question words that people
/// use most. The same corpus gives the same questions.
/// </summary>
static class QuestionSet
{
    static readonly string[] Asking = ["什么", "什么", "谁", "哪里", "哪一年", "多少", "哪家公司", "为什么", "怎么样", "哪些"];

    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static int Write(string corpus, string path, int count)
    {
        var random = new Random(1);
        var documents = File.ReadLines(corpus, Encoding.UTF8).Count();
        var step = Math.Max(1, documents / count);
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        var written = 0;
        foreach (var line in File.ReadLines(corpus, Encoding.UTF8).Where((_, place) => place % step == 0).Take(count))
        {
            var clauses = line.Split(['，', '。'], StringSplitOptions.RemoveEmptyEntries);
            var first = random.Next(Math.Max(1, clauses.Length - 1));
            var text = string.Concat(clauses.Skip(first).Take(2));
            text = text[..Math.Min(text.Length, 12 + random.Next(16))];
            var words = new List<TextSpan>();
            WordSegmenter.Default.Segment(text, words);
            var asked = words[random.Next(words.Count)];
            var question = text[..asked.Start] + Asking[random.Next(Asking.Length)] + text[asked.End..] + "？";
            output.WriteLine(JsonSerializer.Serialize(new { id = $"q{written++}", question }, Options));
        }

        return 0;
    }
}
