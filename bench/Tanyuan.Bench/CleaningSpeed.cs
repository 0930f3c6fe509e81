using System.Globalization;
using System.Text;
using Tanyuan.Pages;

namespace Tanyuan.Bench;

/// <summary>
/// Megabytes (of UTF-8) in a second of processor time for the whole way from a text page to its documents, by kind of damage. All kinds are read a few times first,
/// which compiles the code and opens the tables; then the median of several passes counts.
/// </summary>
internal static class CleaningSpeed
{
    const int Seed = 2024;
    const int WarmingPasses = 4;
    const int Passes = 7;

    public static void Run()
    {
        var kinds = new DamagedPages(Seed).ByKind().Select(kind => (kind.Kind, Pages: Array.ConvertAll(kind.Pages, ToPage))).ToList();
        for (var pass = 0; pass < WarmingPasses; pass++)
        {
            foreach (var (_, pages) in kinds)
                Clean(pages);
        }

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
