using System.Text;
using System.Text.Json;
using Tanyuan.Answers.Batch;
using Tanyuan.Text;

namespace Tanyuan.Answers.Tests.Batch;

public sealed class BatchTests(SampleLibrary sample) : IClassFixture<SampleLibrary>
{
    [Fact]
    public async Task Questions_are_answered_row_for_row_in_order()
    {
        const string input = """
            {"id":"q1","question":"望潮大桥全长多少公里？"}
            {"id":"q2","question":"天问一号什么时候在火星着陆？"}
            {"question":"顧念慈的第一部作品叫什麼？"}
            """;
        using var output = new MemoryStream();
        var report = await AskBatch.RunAsync(sample.Library, new StringReader(input), output, cancellationToken: TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(output.ToArray());
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => JsonDocument.Parse(row).RootElement).ToList();

        Assert.Equal(new BatchReport(3, 0), report);
        Assert.Equal(["q1", "q2", "3"], rows.Select(row => row.GetProperty("qid").GetString()));
        Assert.Equal("12.6公里", rows[0].GetProperty("answer").GetString());
        Assert.Contains("12.6公里", text, StringComparison.Ordinal);
        var citation = rows[0].GetProperty("citation");
        Assert.Equal("harbour", citation.GetProperty("document").GetString());
        Assert.Equal(
            citation.GetProperty("text").GetString(),
            SampleLibrary.TextOf("harbour").Substring(citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
        Assert.Equal("harbour", rows[0].GetProperty("ranked")[0].GetString());
        Assert.True(rows[1].GetProperty("abstained").GetBoolean());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("answer").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("citation").ValueKind);
        Assert.Equal("reader", rows[2].GetProperty("stage").GetString());
    }

    [Fact]
    public async Task Queries_are_searched_row_for_row()
    {
        using var output = new MemoryStream();
        await SearchBatch.RunAsync(
            sample.Library, new StringReader("{\"id\":\"s\",\"question\":\"微岚科技 语音芯片\"}"), output, TestContext.Current.CancellationToken);
        using var row = JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray()));
        Assert.Equal("s", row.RootElement.GetProperty("qid").GetString());
        Assert.Equal("company", row.RootElement.GetProperty("ranked")[0].GetString());
    }

    [Fact]
    public async Task A_line_that_is_no_question_is_answered_with_an_error_and_the_rest_goes_on()
    {
        using var output = new MemoryStream();
        const string input = "{\"id\":\"q\",\"question\":\"谁？\"}\nnot JSON\n{\"id\":\"n\",\"text\":\"谁？\"}\n[]\n{\"id\":\"h\",\"question\":\"\\ud800\"}\n{\"id\":\"r\",\"question\":\"谁？\"}";
        var report = await AskBatch.RunAsync(sample.Library, new StringReader(input), output, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(new BatchReport(6, 4), report);
        Assert.False(report.NothingRead);
        var rows = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(row => JsonDocument.Parse(row).RootElement).ToList();
        Assert.Equal(["q", "2", "n", "4", "h", "r"], rows.Select(row => row.GetProperty("qid").GetString()));
        Assert.Equal("batch-line-invalid", rows[1].GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("Line 2", rows[1].GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(rows[5].TryGetProperty("error", out _));
    }

    [Fact]
    public async Task A_batch_of_which_nothing_can_be_read_says_so()
    {
        using var output = new MemoryStream();
        Assert.True((await SearchBatch.RunAsync(sample.Library, new StringReader("one\ntwo"), output, TestContext.Current.CancellationToken)).NothingRead);
        Assert.False((await SearchBatch.RunAsync(sample.Library, new StringReader("\n"), output, TestContext.Current.CancellationToken)).NothingRead);
    }

    [Fact]
    public async Task An_answer_is_written_with_all_its_statements_and_plain_CJK()
    {
        var answer = await sample.Library.AskAsync("微岚科技为什么放弃自建工厂？", new AskOptions { Threshold = 0 }, TestContext.Current.CancellationToken);
        var json = AnswerJson.ToString(answer);
        Assert.Contains("微岚科技为什么放弃自建工厂？", json, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal(answer.Statements.Count, parsed.RootElement.GetProperty("statements").GetArrayLength());
    }
}
