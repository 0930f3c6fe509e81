using System.Diagnostics;
using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Bench;

/// <summary>
/// Times the ten best of queries of 2–4 terms under conditions, orders and groups, beside looking at every match, over documents made for it: a
/// day that ascends as documents do, one that is shuffled, sites from many documents each to few, stories of three.
/// </summary>
static class ColumnRun
{
    const int Day = 0, Shuffled = 1, Site = 2, Story = 3;
    const int DocumentsADay = 10;
    const int Queries = 300;
    const int Passes = 3;

    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)])
    {
        Columns = [new("day", ColumnKind.Number), new("shuffled", ColumnKind.Number), new("site", ColumnKind.Text), new("story", ColumnKind.Number)],
    };

    internal static int Run(int documents, int seed)
    {
        var random = new Random(seed);
        using var snapshot = Build(documents, random);
        var queries = Enumerable.Range(0, Queries)
            .Select(_ => new BooleanQuery { Should = [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => new TermQuery(0, Term(random, 3, 9)))] })
            .ToArray();

        var days = documents / DocumentsADay;
        Report("no condition", snapshot, queries, null, new SearchRequest(10));
        foreach (var share in (double[])[0.5, 0.1, 0.01])
        {
            var from = (long)(days * (1 - share));
            Report($"the newest {share:P0}", snapshot, queries, new NumberRangeQuery(Day, from, long.MaxValue), new SearchRequest(10));
            Report($"a shuffled {share:P0}", snapshot, queries, new NumberRangeQuery(Shuffled, from, long.MaxValue), new SearchRequest(10));
        }

        Report("two frequent sites", snapshot, queries, new TextSetQuery(Site, ["2", "3"]), new SearchRequest(10));
        Report("a rare site", snapshot, queries, new TextSetQuery(Site, ["350"]), new SearchRequest(10));
        Report("newest first", snapshot, queries, null, new SearchRequest(10) { Order = new ColumnOrder(Day) });
        Report("shuffled first", snapshot, queries, null, new SearchRequest(10) { Order = new ColumnOrder(Shuffled) });
        Report("best of each story", snapshot, queries, null, new SearchRequest(10) { Grouping = new Grouping(Story) });
        return 0;
    }

    static void Report(string name, Snapshot snapshot, Query[] queries, ColumnQuery? condition, SearchRequest request)
    {
        Query[] all = condition is null ? queries : [.. queries.Select(query => new BooleanQuery { Must = [query, condition] })];
        var fast = Time(all, query => snapshot.Search(query, request));
        var every = Time(all, query => snapshot.SearchExhaustively(query, request));
        Console.WriteLine($"tanyuan {name,-20} {fast:0.000} ms a query, every match {every:0.000} ms");
    }

    // The fastest of several passes: what a busy machine adds is not the engine's.
    static double Time(Query[] queries, Func<Query, IReadOnlyList<ScoredDocument>> search)
    {
        var best = double.MaxValue;
        for (var pass = 0; pass <= Passes; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var query in queries)
                search(query);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds / queries.Length);
        }

        return best;
    }

    static Snapshot Build(int documents, Random random)
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema, new IndexWriterOptions { BufferBytes = 128L << 20 });
        var document = new IndexDocument();
        for (var key = 0; key < documents; key++)
        {
            document.Reset(key, key);
            var length = random.Next(100, 400);
            for (var position = 0; position < length; position++)
                document.Add(0, Term(random, 0, 10), position);
            document.Set(Day, key / DocumentsADay);
            document.Set(Shuffled, random.Next(documents / DocumentsADay));
            document.Set(Site, Term(random, 0, 6));
            document.Set(Story, key / 3);
            writer.Add(document);
        }

        writer.Merge(3);
        return writer.Acquire();
    }

    // Frequencies as in text: the n-th term about 1/n as frequent as the first.
    static string Term(Random random, double from, double to) =>
        ((int)Math.Exp(from + (random.NextDouble() * (to - from)))).ToString(CultureInfo.InvariantCulture);
}
