using System.Diagnostics;
using System.Text.Json;
using Tanyuan.Library;

namespace Tanyuan.Answers.Bench;

/// <summary>Asks a library in a folder questions, one after another, and says how long each took: opening, the first question, then warm.</summary>
static class AskRun
{
    internal static async Task<int> RunAsync(string folder, string questions)
    {
        var asked = File.ReadLines(questions).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!).ToList();
        var clock = Stopwatch.StartNew();
        await using var library = await TanyuanLibrary.OpenAsync(folder, new LibraryOptions { MustExist = true });
        var opened = clock.Elapsed.TotalMilliseconds;
        var first = await TimeAsync(library, asked[0]);
        Console.WriteLine($"opened in {opened:0} ms, first question {first:0} ms");

        // A pass to warm up: what is measured then is neither the compiler nor the disk.
        foreach (var question in asked)
            await library.AskAsync(question);
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var times = new List<double>();
        foreach (var question in asked)
            times.Add(await TimeAsync(library, question));
        process.Refresh();
        var cpu = (process.TotalProcessorTime - before).TotalMilliseconds / asked.Count;
        times.Sort();
        Console.WriteLine(
            $"{asked.Count} questions: p50 {At(times, 0.5):0.0} ms, p95 {At(times, 0.95):0.0} ms, p99 {At(times, 0.99):0.0} ms, most {times[^1]:0.0} ms, "
            + $"{cpu:0.0} CPU ms a question, {process.PeakWorkingSet64 / 1e6:0} MB at most");
        return 0;
    }

    static async Task<double> TimeAsync(TanyuanLibrary library, string question)
    {
        var start = Stopwatch.GetTimestamp();
        await library.AskAsync(question);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
}
