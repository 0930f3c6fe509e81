using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Cli.Tests;

/// <summary>The cleaner compiled to machine code, which the script <c>tanyuan</c> runs in place of the verb, against the verb.</summary>
public class FilterTests
{
    [Fact]
    public async Task The_compiled_filter_writes_what_the_verb_writes_byte_for_byte()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script that compiles the filter is for Unix shells.");
        var input = Encoding.UTF8.GetBytes(string.Join('\n', Records()) + "\n");

        var filter = Repository.File("artifacts", "filter", "Tanyuan.Filter");

        // The script compiles it. What it runs may be the verb, so the filter is asked itself.
        Assert.Equal(0, (await RunAsync(Repository.File("tanyuan"), ["clean", "--batch"], [])).Exit);
        Assert.SkipUnless(File.Exists(filter), "The filter cannot be compiled here: the native compiler's package or a linker is missing.");
        var (exit, compiled) = await RunAsync(filter, [], input);
        Assert.Equal(0, exit);
        var (verbExit, verb) = await RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "tanyuan.dll"), "clean", "--batch"], input);
        Assert.Equal(exit, verbExit);
        Assert.True(verb.Length > input.Length / 4, "The verb wrote next to nothing.");
        Assert.True(compiled.AsSpan().SequenceEqual(verb), Difference(compiled, verb));
        Assert.Equal(1, (await RunAsync(filter, [], "no record\n"u8.ToArray())).Exit);
    }

    /// <summary>The sample pages as they are, and records of each kind: text and mark-up, clean and damaged, bad ones, empty lines.</summary>
    static IEnumerable<string> Records()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.File("samples", "pages"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            yield return Record(Path.GetFileName(path), "base64", Convert.ToBase64String(bytes));
            yield return Record("text of " + Path.GetFileName(path), "text", Encoding.UTF8.GetString(bytes));
            yield return Record("latin of " + Path.GetFileName(path), "text", Encoding.Latin1.GetString(bytes));
        }

        var random = new Random(7);
        string[] sentences =
        [
            "白礁渡口要修橋了，擺渡三十一年的老趙想把木船捐給島上的小學。", "今年的防汛演练昨天在临江码头举行，三百人参加。", "創(chuàng)業(yè)十年，他們把現(xiàn)場變成了產(chǎn)業(yè)。",
            "The ferry ran twenty-six times a day until the bridge was opened.", "会議の記録は来週までに提出してください。", "ä¸­æ–‡ç½‘é¡µ", "官方网站_配资平台_私家侦探_官方网站_配资平台_走势图_私家侦探_官方网站_走势图",
            "版权所有 未经授权不得转载", "A\u0000B \uFFFD \u200B &amp;nbsp;&#x4E2D;", "",
        ];
        for (var i = 0; i < 400; i++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 12)).Select(_ => sentences[random.Next(sentences.Length)]).ToList();
            yield return (i % 8) switch
            {
                0 => Record($"{i}", "html", $"<html><head><title>公告{i}</title></head><body><ul><li>首页<li>新闻</ul><h1>公告{i}</h1><p>{string.Join("<p>", lines)}</body>"),
                1 => Record($"{i}", "html", string.Concat(lines.Select(line => $"<div><table><td>{line}</b></i>"))),
                2 => $$"""{"id":"{{i}}","text":""",
                3 => "",
                4 => $$"""{"id":{{i}},"base64":"####"}""",
                5 => Record($"{i}", "text", string.Join("\r\n", lines)),
                _ => Record($"{i}", "text", string.Join('\n', lines)),
            };
        }
    }

    static string Record(string id, string member, string content) => JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id, [member] = content });

    static string Difference(byte[] compiled, byte[] verb)
    {
        var at = compiled.AsSpan().CommonPrefixLength(verb);
        return $"They part at byte {at:N0}: “{Around(compiled, at)}” against “{Around(verb, at)}”.";
    }

    static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, at - 80)..Math.Min(bytes.Length, at + 80)));

    static async Task<(int Exit, byte[] Output)> RunAsync(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.ToArray());
    }
}
