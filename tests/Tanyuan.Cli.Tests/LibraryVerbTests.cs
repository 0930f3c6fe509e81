using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class LibraryVerbTests
{
    [Fact]
    public async Task Pages_are_added_once_listed_found_shown_and_removed()
    {
        using var folder = new WorkFolder().WithPages();

        var added = Parse(await TanyuanProcess.RunAsync(folder.Root, "add", "pages", "--json"));
        Assert.Equal(3, added.GetProperty("pages").GetInt32());
        Assert.Equal(2, added.GetProperty("added").GetInt32());
        var aside = Assert.Single(added.GetProperty("quarantined").EnumerateArray());
        Assert.EndsWith("noise.txt", aside.GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal("not-text", aside.GetProperty("code").GetString());

        var again = Parse(await TanyuanProcess.RunAsync(folder.Root, "add", "pages", "--json"));
        Assert.Equal(0, again.GetProperty("added").GetInt32());
        Assert.Equal(2, again.GetProperty("unchanged").GetInt32());

        var list = await TanyuanProcess.RunAsync(folder.Root, "list", "--json");
        var documents = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["云溪大桥今日通车", "青嵐茶行推出新茶"], documents.Select(document => document.GetProperty("title").GetString()).Order(StringComparer.Ordinal));

        // Asked in Simplified, found in the Traditional page, shown in the page's own script.
        var hits = Parse(await TanyuanProcess.RunAsync(folder.Root, "search", "高山乌龙茶", "--json"));
        var hit = hits[0];
        Assert.Equal("青嵐茶行推出新茶", hit.GetProperty("title").GetString());
        Assert.Contains("高山烏龍茶", hit.GetProperty("snippet").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(hit.GetProperty("snippet").GetProperty("highlights").EnumerateArray());

        var id = hit.GetProperty("id").GetString()!;
        var shown = await TanyuanProcess.RunAsync(folder.Root, "show", id);
        Assert.Contains("海拔1650公尺", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("聯絡我們", shown.Output, StringComparison.Ordinal);
        var repairs = await TanyuanProcess.RunAsync(folder.Root, "show", id, "--repairs");
        Assert.Contains("聯絡我們", repairs.Output, StringComparison.Ordinal);
        var original = await TanyuanProcess.RunAsync(folder.Root, "show", id, "--original");
        Assert.Equal(File.ReadAllText(Path.Combine(folder.Pages, "tea.html")), original.Output);

        var removed = Parse(await TanyuanProcess.RunAsync(folder.Root, "remove", id, "--json"));
        Assert.Equal(1, removed.GetProperty("removed").GetInt32());
        var gone = await TanyuanProcess.RunAsync(folder.Root, "search", "高山乌龙茶", "--json");
        Assert.Equal(3, gone.ExitCode);
        Assert.Equal("[]", gone.Output.Trim());

        var status = Parse(await TanyuanProcess.RunAsync(folder.Root, "status", "--json"));
        Assert.Equal(1, status.GetProperty("documents").GetInt32());
        Assert.Equal(status.GetProperty("lastChange").GetInt64(), status.GetProperty("indexedChange").GetInt64());
    }

    [Fact]
    public async Task A_search_says_how_its_scores_came_about()
    {
        using var folder = new WorkFolder().WithPages();
        await TanyuanProcess.RunAsync(folder.Root, "add", "pages");

        var english = await TanyuanProcess.RunAsync(folder.Root, "search", "\"云溪通车\"~5 大桥*", "--explain");
        Assert.Matches(@"\d\.\d\d = \d+\.\d\d for its words \+ \d+\.\d\d for standing close together\n +\d+\.\d\d  t", english.Output);
        var chinese = await TanyuanProcess.RunAsync(folder.Root, "search", "大桥*", "--explain", "--lang", "zh");
        Assert.Contains("正文字对  大桥", chinese.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("close together", (await TanyuanProcess.RunAsync(folder.Root, "search", "大桥")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_never_creates_a_library()
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "ask", "谁设计了大桥？");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("library-not-found", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "library")));
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error_before_any_work()
    {
        using var folder = new WorkFolder().WithPages();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, "add", "pages", "pagse", "--lang", "zh");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("path-not-found", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("找不到这个路径", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("pagse", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Root, "library")));
    }

    [Fact]
    public async Task The_nearest_tanyuan_folder_is_the_library()
    {
        using var folder = new WorkFolder().WithPages();
        var environment = new Dictionary<string, string> { ["TANYUAN_LIBRARY"] = "" };
        var added = await TanyuanProcess.RunAsync(folder.Root, null, environment, "add", "pages", "--library", ".tanyuan", "--json");
        Assert.Equal(Path.Combine(folder.Root, ".tanyuan"), Parse(added).GetProperty("library").GetString());
        Assert.Contains(Path.Combine(folder.Root, ".tanyuan"), added.Error, StringComparison.Ordinal);
        var deeper = Directory.CreateDirectory(Path.Combine(folder.Root, "a", "b")).FullName;

        var status = await TanyuanProcess.RunAsync(deeper, null, environment, "status", "--json");
        Assert.Equal(2, Parse(status).GetProperty("documents").GetInt32());
    }

    static JsonElement Parse(TanyuanProcess.Outcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
