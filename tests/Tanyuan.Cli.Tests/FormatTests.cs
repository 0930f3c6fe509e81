using System.IO.Compression;
using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class FormatTests
{
    const string Story = "望川渡口的老橋今年春天開始翻修，橋面換成了松木，橋下的石墩一塊也沒有動。修橋的木匠林石說，松木要先泡滿四十天。";

    [Fact]
    public async Task What_lies_in_an_archive_is_added_found_and_answered_from()
    {
        using var folder = new WorkFolder();
        var archive = Path.Combine(folder.Root, "pages.zip");
        using (var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            await using var member = new StreamWriter(await zip.CreateEntry("渡口/bridge.md").OpenAsync(TestContext.Current.CancellationToken));
            await member.WriteAsync($"# 老橋翻修\n\n{Story}\n");
        }

        var added = await TanyuanProcess.RunAsync(folder.Root, "add", archive, "--json");
        Assert.Equal(1, JsonDocument.Parse(added.Output).RootElement.GetProperty("added").GetInt32());
        var again = await TanyuanProcess.RunAsync(folder.Root, "add", archive, "--json");
        Assert.Equal(1, JsonDocument.Parse(again.Output).RootElement.GetProperty("unchanged").GetInt32());

        var found = await TanyuanProcess.RunAsync(folder.Root, "search", "翻修", "--json");
        Assert.EndsWith("pages.zip!/渡口/bridge.md", JsonDocument.Parse(found.Output).RootElement[0].GetProperty("page").GetString(), StringComparison.Ordinal);

        var answer = await TanyuanProcess.RunAsync(folder.Root, "ask", "--from", archive, "松木要先泡滿多少天？");
        Assert.Contains("四十天", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_is_read_by_pdftotext_and_set_aside_with_a_clear_word_where_that_is_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for pdftotext is a shell script.");
        using var folder = new WorkFolder();
        var pdf = Path.Combine(folder.Root, "bridge.pdf");
        await File.WriteAllTextAsync(pdf, "%PDF-1.4 and so on", TestContext.Current.CancellationToken);
        var tools = Directory.CreateDirectory(Path.Combine(folder.Root, "tools")).FullName;
        var dotnet = Path.GetDirectoryName(Environment.ProcessPath)!;

        var without = await TanyuanProcess.RunAsync(folder.Root, null, new Dictionary<string, string> { ["PATH"] = tools + ":" + dotnet }, "clean", pdf);
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("missing-tool", without.Error, StringComparison.Ordinal);

        var tool = Path.Combine(tools, "pdftotext");
        await File.WriteAllTextAsync(tool, $"#!/bin/sh\n/bin/cat > /dev/null\necho '{Story}'\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var with = await TanyuanProcess.RunAsync(folder.Root, null, new Dictionary<string, string> { ["PATH"] = tools + ":" + dotnet }, "clean", pdf);
        Assert.Equal(0, with.ExitCode);
        Assert.Contains(Story, with.Output, StringComparison.Ordinal);
    }
}
