using System.Diagnostics;
using System.Text;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Bench;

/// <summary>Times the ten best of each query on one thread, warm, and reports percentiles by class.</summary>
static class SearchRun
{
    const int Warmup = 12;
    const int WarmupSeconds = 5;
    internal const int Passes = 5;
    const int Best = 10;

    internal static int Run(string folder, string queries, bool check, int passes)
    {
        var opening = Stopwatch.StartNew();
        using var snapshot = Snapshot.Open(new FileSystemDirectory(folder));
        Console.WriteLine($"tanyuan open: {opening.Elapsed.TotalMilliseconds:0.0} ms, {snapshot.DocumentCount} documents in {snapshot.SegmentCount} segments");

        var parsed = File.ReadLines(queries, Encoding.UTF8).Select(Parse).ToList();
        if (check)
            return Check(snapshot, parsed);

        // Both a number of passes and a time, the same for the peers: compilers work in the background.
        var warming = Stopwatch.StartNew();
        for (var i = 0; i < Warmup || warming.Elapsed.TotalSeconds < WarmupSeconds; i++)
            Pass(snapshot, parsed, new double[parsed.Count]);

        // The fastest of several passes stands for a query: what a busy machine adds is not the engine's.
        var best = Enumerable.Repeat(double.MaxValue, parsed.Count).ToArray();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < passes; i++)
            Pass(snapshot, parsed, best);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        foreach (var kind in parsed.Select(query => query.Kind).Distinct())
            Report(kind, [.. best.Where((_, place) => parsed[place].Kind == kind)]);
        Report("mixed", [.. best.Where((_, place) => parsed[place].Kind != "long")]);
        Console.WriteLine(
            $"tanyuan: {allocated / (passes * parsed.Count)} bytes allocated a query; "
            + $"memory {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        return 0;
    }

    static void Pass(Snapshot snapshot, List<(string Kind, Query Query)> queries, double[] best)
    {
        Span<ScoredDocument> found = stackalloc ScoredDocument[Best];
        for (var i = 0; i < queries.Count; i++)
        {
            var start = ThreadClock.Milliseconds();
            snapshot.Search(queries[i].Query, found);
            best[i] = Math.Min(best[i], ThreadClock.Milliseconds() - start);
        }
    }

    static int Check(Snapshot snapshot, List<(string Kind, Query Query)> queries)
    {
        var wrong = 0;
        foreach (var (kind, query) in queries)
        {
            if (snapshot.Search(query, Best).SequenceEqual(snapshot.SearchExhaustively(query, Best)))
                continue;
            wrong++;
            Console.WriteLine($"tanyuan: {kind} {query} differs");
        }

        Console.WriteLine($"tanyuan: {queries.Count} queries compared with the exhaustive scorer, {wrong} differ");
        return wrong == 0 ? 0 : 1;
    }

    static void Report(string kind, double[] milliseconds)
    {
        Array.Sort(milliseconds);
        double At(double share) => milliseconds[Math.Min(milliseconds.Length - 1, (int)(share * milliseconds.Length))];
        Console.WriteLine(
            $"tanyuan {kind,-7} p50 {At(0.5):0.000}  p95 {At(0.95):0.000}  p99 {At(0.99):0.000} ms  {1000 * milliseconds.Length / milliseconds.Sum():0} a second");
    }

    static (string Kind, Query Query) Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var terms = line[(tab + 1)..].Split(' ');
        var kind = line[..tab];
        Query[] queries = [.. terms.Select(term => new TermQuery(0, term))];
        return (kind, kind switch
        {
            "or" or "long" => new BooleanQuery { Should = queries },
            "and" => new BooleanQuery { Must = queries },
            "phrase" => new PhraseQuery(0, [.. terms.Select((term, place) => (term, place))]),
            _ => queries[0],
        });
    }
}
