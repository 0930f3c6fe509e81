using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Tanyuan.Cli.Tests;

/// <summary>The contract that data engines run filters under: they start several, feed each its share of the records, and read as many answers, in order.</summary>
public class WorkerTests
{
    [Fact]
    public async Task Two_workers_share_a_stream_and_each_answers_every_record_in_order()
    {
        using var folder = new WorkFolder();
        using Process first = Start(folder), second = Start(folder);
        Process[] workers = [first, second];
        var answers = workers.Select(ReadAsync).ToArray();
        for (var i = 0; i < 300; i++)
        {
            var record = (i % 50) switch
            {
                20 => "{\"id\":\"" + i + "\",\"text\":",
                21 => $$"""{"id":"{{i}}"}""",
                22 => $$"""{"id":"{{i}}","base64":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"}""",
                _ => $$"""{"id":"{{i}}","html":"<h1>公告 {{i}}</h1>{{string.Concat(Enumerable.Repeat($"<p>本市第{i}号公告今天发布，说明了供水时间的调整，请居民提前做好准备。</p>", (i % 7) + 1))}}"}""",
            };
            await workers[i % 2].StandardInput.WriteLineAsync(record);
        }

        foreach (var worker in workers)
            worker.StandardInput.Close();
        for (var w = 0; w < 2; w++)
        {
            var rows = await answers[w];
            await workers[w].WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, workers[w].ExitCode);
            Assert.Equal(150, rows.Count);
            for (var i = 0; i < rows.Count; i++)
            {
                var number = (2 * i) + w;
                var isBad = number % 50 is 20 or 21 or 22;
                Assert.Equal(isBad, rows[i].TryGetProperty("error", out _));
                if (!isBad)
                    Assert.Equal(number.ToString(System.Globalization.CultureInfo.InvariantCulture), rows[i].GetProperty("id").GetString());
            }
        }
    }

    static Process Start(WorkFolder folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "tanyuan.dll"), "clean", "--batch"])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return Process.Start(start)!;
    }

    static async Task<List<JsonElement>> ReadAsync(Process worker)
    {
        var rows = new List<JsonElement>();
        while (await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            rows.Add(JsonDocument.Parse(line).RootElement);
        return rows;
    }
}
