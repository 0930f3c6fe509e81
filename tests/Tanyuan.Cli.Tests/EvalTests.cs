using System.Text.Json;

namespace Tanyuan.Cli.Tests;

public class EvalTests
{
    const string Set = """
        {"id":"a","question":"云溪大桥全长多少公里？","answers":["3.2公里"]}
        {"id":"b","question":"大桥总投资多少？","answers":["18.6亿元"]}
        {"id":"c","question":"火星基地的食堂几点开门？","answers":[],"answerable":false}
        """;

    [Fact]
    public async Task A_report_is_written_compared_and_held_to_floors()
    {
        using var folder = new WorkFolder().WithPages();
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "set.jsonl"), Set, TestContext.Current.CancellationToken);
        var first = await TanyuanProcess.RunAsync(
            folder.Root, "eval", "set.jsonl", "--from", "pages", "--out", "old.json", "--report", "report.md", "--plot", "curve.svg", "--fail-under", "right=0.9");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("| right | 1.0000", await File.ReadAllTextAsync(Path.Combine(folder.Root, "report.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(Path.Combine(folder.Root, "curve.svg"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Nothing is answered at this threshold: the gate must fail against the report before.
        var second = await TanyuanProcess.RunAsync(folder.Root, "eval", "set.jsonl", "--from", "pages", "--threshold", "1", "--compare", "old.json", "--json");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("worse", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, JsonDocument.Parse(second.Output).RootElement.GetProperty("all").GetProperty("right").GetInt32());
    }

    [Fact]
    public async Task A_set_in_the_form_of_SQuAD_is_scored_as_it_is_and_an_empty_one_is_told()
    {
        using var folder = new WorkFolder().WithPages();
        await File.WriteAllTextAsync(
            Path.Combine(folder.Root, "set.json"),
            """{"data":[{"paragraphs":[{"context":"","qas":[{"id":"a","question":"云溪大桥全长多少公里？","answers":[{"text":"3.2公里","answer_start":0}]},{"id":"b","question":"火星基地的食堂几点开门？","answers":[],"is_impossible":true}]}]}]}""",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Root, "empty.jsonl"), "\n", TestContext.Current.CancellationToken);

        var scored = await TanyuanProcess.RunAsync(folder.Root, "eval", "set.json", "--from", "pages", "--json");
        Assert.True(scored.ExitCode == 0, scored.Error);
        var all = JsonDocument.Parse(scored.Output).RootElement.GetProperty("all");
        Assert.Equal(1, all.GetProperty("right").GetInt32());
        Assert.Equal(1, all.GetProperty("abstainedRightly").GetInt32());

        var empty = await TanyuanProcess.RunAsync(folder.Root, "eval", "empty.jsonl", "--from", "pages", "--lang", "en");
        Assert.Equal(3, empty.ExitCode);
        Assert.Contains("no questions", empty.Error, StringComparison.Ordinal);
    }
}
