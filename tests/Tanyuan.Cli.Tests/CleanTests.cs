using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class CleanTests
{
    [Fact]
    public async Task A_batch_keeps_its_order_and_goes_on_after_a_bad_record()
    {
        using var folder = new WorkFolder();
        var records = Enumerable.Range(0, 200).Select(i => i == 77
            ? "{not json"
            : $$"""{"id":"r{{i}}","text":"第{{i}}号公告\n\n本市第{{i}}号公告今天发布，公告说明了供水时间的调整，请居民提前做好准备。"}""");
        var outcome = await TanyuanProcess.RunAsync(
            folder.Root, string.Join('\n', records) + "\n", new Dictionary<string, string>(), "clean", "--batch");

        Assert.Equal(0, outcome.ExitCode);
        var rows = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(200, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 77)
            {
                Assert.True(rows[i].TryGetProperty("error", out _));
                continue;
            }

            Assert.Equal($"r{i}", rows[i].GetProperty("id").GetString());
            Assert.Contains($"本市第{i}号公告", rows[i].GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("第一行\n第二行\n", 1)]
    [InlineData("第一行\n{\"id\":1,\"text\":\"今天开会。\"}\n", 0)]
    public async Task A_batch_fails_where_no_record_of_it_could_be_read(string input, int exitCode)
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, input, new Dictionary<string, string>(), "clean", "--batch");
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Equal(input.Split('\n').Count(line => line.Length > 0), outcome.Output.Count(unit => unit == '\n'));
    }

    [Fact]
    public async Task A_page_on_standard_input_comes_out_clean()
    {
        using var folder = new WorkFolder().WithPages();
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Pages, "tea.html"), TestContext.Current.CancellationToken);
        var outcome = await TanyuanProcess.RunAsync(folder.Root, page, new Dictionary<string, string>(), "clean", "--json");

        var document = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal("青嵐茶行推出新茶", document.GetProperty("title").GetString());
        Assert.Equal("2022-03-15", document.GetProperty("published").GetString());
        Assert.Equal("Hant", document.GetProperty("script").GetString());
        Assert.DoesNotContain("首頁", document.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_without_a_headline_comes_out_as_it_is_and_once()
    {
        const string text = "春节前后，镇上的木匠铺比平时忙得多，修桌椅的、打窗框的，从早排到晚。\n老板说，年前接的活要做到二月底，学徒从两个添到五个，还是赶不过来。\n";
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, text, new Dictionary<string, string>(), "clean");

        Assert.Equal(text.Trim(), outcome.Output.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task A_headline_stands_before_its_text()
    {
        using var folder = new WorkFolder().WithPages();
        var page = await File.ReadAllTextAsync(Path.Combine(folder.Pages, "tea.html"), TestContext.Current.CancellationToken);
        var outcome = await TanyuanProcess.RunAsync(folder.Root, page, new Dictionary<string, string>(), "clean");

        Assert.StartsWith("青嵐茶行推出新茶\n\n", outcome.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_comes_out_as_a_line_a_page_with_the_pages_name()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "clean", "pages", "--json");

        var pages = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("page").GetString()!);
        Assert.Equal(["bridge.txt", "tea.html"], pages.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_is_no_batch_and_what_reads_it_is_named()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "clean", "--batch", "pages");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("`tanyuan clean pages --json`", outcome.Error, StringComparison.Ordinal);
    }
}
