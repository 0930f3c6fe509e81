using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class ConversationTests
{
    [Fact]
    public async Task Questions_from_a_pipe_are_answered_one_a_line_and_lean_on_the_one_before()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await RunAsync(folder, "云溪大桥全长多少公里？\n\n是谁设计的？\n历史\n", "--lang", "zh");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("> 云溪大桥全长多少公里？\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  3.2公里\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  陆知远\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("  2  是谁设计的？\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("理解为：云溪大桥是谁设计的？", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_topic_an_order_to_end_and_help_are_understood_in_both_languages()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await RunAsync(folder, "help\n帮助\n/new\n火星基地的食堂几点开门？\nexit\n云溪大桥全长多少公里？\n");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("exit      ends", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Your sources don't say.", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("3.2公里", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_each_answer_is_a_line_and_nothing_answered_exits_with_3()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await RunAsync(folder, "火星基地的食堂几点开门？\n月球上有几家银行？\n", "--json");
        Assert.Equal(3, outcome.ExitCode);
        var rows = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.True(JsonDocument.Parse(row).RootElement.GetProperty("abstained").GetBoolean()));
    }

    static Task<TanyuanProcess.Outcome> RunAsync(WorkFolder folder, string input, params string[] arguments) =>
        TanyuanProcess.RunAsync(folder.Root, input, new Dictionary<string, string>(), ["ask", "--from", "pages", .. arguments]);
}
