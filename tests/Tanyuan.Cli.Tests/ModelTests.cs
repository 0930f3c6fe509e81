using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class ModelTests
{
    [Fact]
    public async Task A_model_that_cannot_be_reached_leaves_the_readers_answer_and_is_named()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(
            folder.Root, "ask", "--from", "pages", "云溪大桥全长多少公里？", "--model-url", "http://127.0.0.1:9/v1", "--always-write", "--json");
        Assert.Equal(0, outcome.ExitCode);
        var answer = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("3.2公里", answer.GetProperty("statements")[0].GetProperty("text").GetString());
        Assert.Contains("127.0.0.1:9", answer.GetProperty("writerFailure").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_an_address_is_bad_usage()
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "谁？", "--model", "qwen3");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--model-url", outcome.Error, StringComparison.Ordinal);
    }
}
