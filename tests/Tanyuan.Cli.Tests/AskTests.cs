using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class AskTests
{
    [Theory]
    [InlineData("云溪大桥全长多少公里？", "3.2公里")]
    [InlineData("雲溪大橋全長多少公里？", "3.2公里")]
    [InlineData("青岚茶行的高山乌龙茶每盒售价多少？", "680元")]
    public async Task A_folder_answers_with_a_citation_that_equals_the_document(string question, string expected)
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", question, "--json");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);

        var answer = JsonDocument.Parse(outcome.Output).RootElement;
        var statement = answer.GetProperty("statements")[0];
        Assert.Equal(expected, statement.GetProperty("text").GetString());
        var citation = statement.GetProperty("citations")[0];
        Assert.Equal(expected, citation.GetProperty("text").GetString());
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "library")));
    }

    [Fact]
    public async Task What_the_sources_do_not_say_is_declined_with_exit_code_3()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "火星基地的食堂几点开门？", "--lang", "zh");
        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("资料中没有提到", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_people_shows_the_answer_the_sentence_the_title_and_the_span()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "云溪大桥是谁设计的？");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("  陆知远\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("由设计师[陆知远]主持设计", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("云溪大桥今日通车", outcome.Output, StringComparison.Ordinal);
        Assert.Matches("characters [0-9]+–[0-9]+", outcome.Output);
        Assert.DoesNotContain('\e', outcome.Output);
    }

    [Fact]
    public async Task An_answer_is_written_out_in_the_form_asked_for()
    {
        using var folder = new WorkFolder().WithPages();
        var markdown = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "云溪大桥是谁设计的？", "--format", "markdown");
        Assert.Contains("陆知远[^1]", markdown.Output, StringComparison.Ordinal);
        var slides = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "云溪大桥是谁设计的？", "--out", "answer.pptx");
        Assert.True(slides.ExitCode == 0, slides.Error);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(Path.Combine(folder.Root, "answer.pptx"), TestContext.Current.CancellationToken))[..2]);
    }

    [Theory]
    [InlineData("en", "error (output-unwritable): The file nowhere/answer.md cannot be written")]
    [InlineData("zh", "错误（output-unwritable）：无法写入结果文件，请换一个存在且可写的位置")]
    public async Task A_file_that_cannot_be_written_is_told_with_what_to_do(string language, string expected)
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "云溪大桥是谁设计的？", "--out", "nowhere/answer.md", "--lang", language);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "answer.docx", "The ending of answer.docx tells no form: take one of .json, .md, .svg, .pptx, or give --format.")]
    [InlineData("zh", "answer", "从 answer 的扩展名看不出形式：请用 .json、.md、.svg、.pptx 之一，或给出 --format。")]
    public async Task A_file_whose_ending_tells_no_form_is_refused_with_the_forms_there_are(string language, string name, string expected)
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", "pages", "云溪大桥是谁设计的？", "--out", name, "--lang", language);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Root, name)));
    }

    [Fact]
    public async Task A_batch_answers_in_order_from_standard_input()
    {
        using var folder = new WorkFolder().WithPages();
        const string Questions = """
            {"id":"b","question":"大桥总投资多少？"}
            {"id":"a","question":"火星基地的食堂几点开门？"}

            """;
        var outcome = await TanyuanProcess.RunAsync(folder.Root, Questions, new Dictionary<string, string>(), "ask", "--from", "pages", "--batch", "-");
        var rows = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(["b", "a"], rows.Select(row => row.GetProperty("qid").GetString()));
        Assert.Equal("18.6亿元", rows[0].GetProperty("answer").GetString());
        Assert.True(rows[1].GetProperty("abstained").GetBoolean());
        Assert.Equal(JsonValueKind.Null, rows[1].GetProperty("citation").ValueKind);
    }
}
