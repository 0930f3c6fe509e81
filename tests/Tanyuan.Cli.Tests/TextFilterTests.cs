using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class TextFilterTests
{
    [Fact]
    public async Task Fold_converts_line_by_line_and_record_by_record()
    {
        Assert.Equal("头发\n\n发展\n", await RunAsync("頭髮\n\n發展\n", "fold"));
        Assert.Equal("頭髮\n", await RunAsync("头发", "fold", "--to", "traditional"));
        Assert.Equal("头发abc\n", await RunAsync("頭髮ＡＢＣ\n", "fold", "--to", "key"));
        var rows = (await RunAsync("{\"id\":7,\"text\":\"頭髮\"}\n{\"id\":8}\n", "fold", "--batch")).Split('\n');
        Assert.Equal("头发", Json(rows[0]).GetProperty("text").GetString());
        Assert.Equal("batch-line-invalid", Json(rows[1]).GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(8, Json(rows[1]).GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Words_are_cut_tagged_and_learnt()
    {
        Assert.Equal("大桥 今天 通车 ， 全长 3.2 公里 。\n", await RunAsync("大桥今天通车，全长3.2公里。\n", "words"));
        Assert.Contains("通车/Verb", await RunAsync("大桥今天通车\n", "words", "--tags"), StringComparison.Ordinal);

        using var folder = new WorkFolder();
        var terms = Path.Combine(folder.Root, "terms.txt");
        await File.WriteAllTextAsync(terms, "霧嵐磐石\n", TestContext.Current.CancellationToken);
        Assert.Equal("名叫 雾岚磐石 的 大桥\n", await RunAsync("名叫雾岚磐石的大桥\n", "words", "--user-words", terms));
        var word = Json(await RunAsync("通车了\n", "words", "--json")).GetProperty("words")[0];
        Assert.Equal((0, 2), (word.GetProperty("start").GetInt32(), word.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_repair_is_shown_and_undone()
    {
        const string Damaged = "voilÃ  le cafÃ© &amp; thÃ©\nsecond line\n";
        Assert.Equal("voilà le café & thé\nsecond line\n", await RunAsync(Damaged, "repair"));
        Assert.Contains("mojibake\tÃ©\t→\té", await RunAsync(Damaged, "repair", "--show"), StringComparison.Ordinal);
        var json = await RunAsync(Damaged, "repair", "--json");
        Assert.Equal(Damaged + "\n", await RunAsync(json, "repair", "--undo"));
        Assert.Equal("café\nthé\n", await RunAsync("cafÃ©\nthÃ©\n", "repair", "--lines"));
        var record = await RunAsync("{\"id\":\"a\",\"text\":\"cafÃ©\"}\n", "repair", "--batch");
        Assert.Equal("café", Json(record).GetProperty("text").GetString());
        Assert.Equal("cafÃ©", Json(await RunAsync(record, "repair", "--undo")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_and_so_is_a_line_that_undo_cannot_read()
    {
        using var folder = new WorkFolder();
        Assert.Equal(1, (await TanyuanProcess.RunAsync(folder.Root, "repair", "nothing.txt")).ExitCode);
        Assert.Equal(1, (await TanyuanProcess.RunAsync(folder.Root, "no json\n", new Dictionary<string, string>(), "repair", "--undo")).ExitCode);
    }

    static async Task<string> RunAsync(string input, params string[] arguments)
    {
        using var folder = new WorkFolder();
        var outcome = await TanyuanProcess.RunAsync(folder.Root, input, new Dictionary<string, string>(), arguments);
        Assert.Equal(0, outcome.ExitCode);
        return outcome.Output;
    }

    static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
