using System.Globalization;
using System.Text;
using System.Text.Json;
using Tanyuan.Pages;

namespace Tanyuan.Bench;

/// <summary>
/// Megabytes (of UTF-8) in a second of processor time for the whole way from a text page to its documents, in process, by kind of damage or of the user's own pages.
/// All kinds are read in turn until everything is compiled (<see cref="Warmup"/>); then the median of several passes counts.
/// </summary>
internal static class CleaningSpeed
{
    const int Seed = 2024;
    const int Passes = 7;

    /// <summary>Measures pages made of our samples.</summary>
    public static void Run() => Run([.. new DamagedPages(Seed).ByKind().Select(kind => (kind.Kind, Array.ConvertAll(kind.Pages, ToPage)))]);

    /// <summary>Measures the texts in files of JSON Lines, a file a kind.</summary>
    public static void Run(string[] files) => Run([.. files.Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadLines(file).Select(TextOf).Select(ToPage).ToArray()))]);

    static void Run((string Kind, Page[] Pages)[] kinds)
    {
        var taken = Warmup.Repeat(() =>
        {
            foreach (var (_, pages) in kinds)
                Clean(pages);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tanyuan clean warm after {taken.TotalSeconds:0.0} CPU s"));
        foreach (var (kind, pages) in kinds)
        {
            var megabytes = pages.Sum(page => (long)page.Content.Length) / 1e6;
            var (repairs, drops) = Clean(pages);
            var times = new double[Passes];
            for (var pass = 0; pass < Passes; pass++)
            {
                var before = Environment.CpuUsage.TotalTime;
                Clean(pages);
                times[pass] = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            }

            Array.Sort(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"tanyuan clean {kind} {megabytes / times[Passes / 2]:0.0} MB/s ({megabytes:0.00} MB, {repairs} repairs, {drops} drops)"));
        }
    }

    static string TextOf(string record)
    {
        using var json = JsonDocument.Parse(record);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    static Page ToPage(string text) => new("page.txt", Encoding.UTF8.GetBytes(text), PageFormat.Text) { DeclaredCharset = "utf-8" };

    static (int Repairs, int Drops) Clean(Page[] pages)
    {
        var (repairs, drops) = (0, 0);
        foreach (var page in pages)
        {
            foreach (var document in PageReader.Read(page).Documents)
                (repairs, drops) = (repairs + document.Repairs.Count, drops + document.Drops.Count);
        }

        return (repairs, drops);
    }
}
