using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Tanyuan.Pages.Batch;

namespace Tanyuan.Pages.Tests.Batch;

public class CleanBatchTests
{
    const string Sentence = "望川茶棚開在白礁島上，每年冬至前後只賣三百罐礁茶，老闆從來不看日曆，只看海風。";

    static async Task<List<JsonElement>> Run(string input, CleanBatchOptions? options = null)
    {
        using var output = new MemoryStream();
        await CleanBatch.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, options, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    static string? Code(JsonElement answer) => answer.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null;

    [Fact]
    public async Task Answers_come_in_the_order_of_the_records()
    {
        var input = new StringBuilder();
        for (var i = 0; i < 300; i++)
            input.AppendLine(CultureInfo.InvariantCulture, $"{{\"id\":{i},\"text\":\"{string.Concat(Enumerable.Repeat(Sentence, i % 7 * 20 + 1))}\"}}");

        var answers = await Run(input.ToString(), new CleanBatchOptions { Parallelism = 4 });
        Assert.Equal(Enumerable.Range(0, 300).Select(i => i.ToString(CultureInfo.InvariantCulture)), answers.Select(answer => answer.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_text_is_cleaned_as_a_page()
    {
        var answer = Assert.Single(await Run($$"""{"id":"a","text":"加载中...\n望川茶棚\n{{Sentence}}\n{{Sentence}}","url":"https://example.org/a"}"""));

        Assert.Equal("望川茶棚", answer.GetProperty("title").GetString());
        Assert.Equal($"{Sentence}\n{Sentence}", answer.GetProperty("text").GetString());
        Assert.Equal("https://example.org/a", answer.GetProperty("url").GetString());
        Assert.Equal("zh", answer.GetProperty("language").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("published").ValueKind);
        Assert.Equal("placeholder", answer.GetProperty("drops")[0].GetProperty("rule").GetString());
        Assert.False(answer.TryGetProperty("documents", out _));
    }

    [Fact]
    public async Task A_page_of_several_articles_has_them_in_documents_and_their_text_in_its_own()
    {
        var page = string.Join("\\n", "渡口要修橋了，擺渡人想把船捐給學校", TextPages.TextPageTests.Ferry, "燈塔改用太陽能，守塔人說夜裏安靜得不習慣", TextPages.TextPageTests.Lighthouse,
            "望川茶棚九十年：只看海風的烘茶人", TextPages.TextPageTests.Tea);
        var answer = Assert.Single(await Run($$"""{"text":"{{page}}"}"""));

        var documents = answer.GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(3, documents.Count);
        Assert.All(documents, document => Assert.Contains(document.GetProperty("text").GetString()!, answer.GetProperty("text").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_record_is_answered_with_an_error_and_the_rest_goes_on()
    {
        var answers = await Run($$"""
            {"id":"good","text":"{{Sentence}}"}
            {"id":"empty","text":"   "}
            {"id":"none"}
            not json at all
            {"id":"picture","base64":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"}

            {"id":"last","text":"{{Sentence}}"}
            """);

        Assert.Equal([null, QuarantineCodes.Empty, QuarantineCodes.BadJson, QuarantineCodes.BadJson, QuarantineCodes.NotText, null], answers.Select(Code));
        Assert.Equal("none", answers[2].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Whoever_sends_one_record_and_waits_gets_its_answer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        Pipe input = new(), output = new();
        var batch = CleanBatch.RunAsync(input.Reader.AsStream(), output.Writer.AsStream(), null, cancellation);
        using var answers = new StreamReader(output.Reader.AsStream());
        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($"{{\"id\":\"{i}\",\"text\":\"{Sentence}\"}}\n"), cancellation);
            var answer = await answers.ReadLineAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellation);
            Assert.Equal(i.ToString(CultureInfo.InvariantCulture), JsonDocument.Parse(answer!).RootElement.GetProperty("id").GetString());
        }

        await input.Writer.CompleteAsync();
        Assert.Equal(new CleanBatchReport(3, 0), await batch);
    }

    [Fact]
    public async Task Chinese_text_stays_readable_in_the_output()
    {
        using var output = new MemoryStream();
        await CleanBatch.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{{\"text\":\"{Sentence}\"}}")), output, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(Sentence, Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_and_short_answers_in_turn_are_each_what_they_are_alone()
    {
        static string Record(int number) => $"{{\"id\":{number},\"text\":\"{string.Concat(Enumerable.Repeat(Sentence, 1 + (number * 7919 % 3000)))}{number}\"}}\n";
        var alone = new StringBuilder();
        using var together = new MemoryStream();
        for (var number = 0; number < 60; number++)
        {
            using var output = new MemoryStream();
            await CleanBatch.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(Record(number))), output, cancellationToken: TestContext.Current.CancellationToken);
            alone.Append(Encoding.UTF8.GetString(output.ToArray()));
        }

        await CleanBatch.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 60).Select(Record)))), together, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(alone.ToString(), Encoding.UTF8.GetString(together.ToArray()));
    }

    [Fact]
    public async Task Records_that_come_in_together_are_counted_one_by_one()
    {
        var input = string.Concat(Enumerable.Range(0, 200).Select(i => i % 5 == 0 ? "no record\n" : i % 7 == 0 ? "  \n" : $"{{\"id\":{i},\"text\":\"{Sentence}\"}}\n"));
        using var output = new MemoryStream();
        var report = await CleanBatch.RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, cancellationToken: TestContext.Current.CancellationToken);

        var blank = Enumerable.Range(0, 200).Count(i => i % 5 != 0 && i % 7 == 0);
        Assert.Equal(new CleanBatchReport(200 - blank, 40), report);
        Assert.Equal(report.Records, Encoding.UTF8.GetString(output.ToArray()).Count(unit => unit == '\n'));
    }

    [Fact]
    public void A_text_is_written_as_a_JSON_writer_writes_strings()
    {
        var random = new Random(1);
        string[] pieces = ["茶", "\n", "\n\n", "\r\n", "\"", "\\", "<a>", "\u0001", "🍵", "\ud83c", "\udf75", "\ue000", "é", "tea", "\u2028"];
        var options = new JsonSerializerOptions { Encoder = DocumentJson.WriterOptions().Encoder };
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => pieces[random.Next(pieces.Length)]));
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer, DocumentJson.WriterOptions()))
                DocumentJson.Write(writer, new Document("", text));
            Assert.Contains($"\"text\":{JsonSerializer.Serialize(text, options)},", Encoding.UTF8.GetString(buffer.WrittenSpan), StringComparison.Ordinal);
        }
    }
}
