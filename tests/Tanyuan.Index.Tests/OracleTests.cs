using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>
/// What searching with pruning finds is, to the last bit, what scoring every match finds: over random indexes with long posting lists,
/// deleted documents and several segments, and random queries. TANYUAN_ORACLE_PAIRS and TANYUAN_ORACLE_SEED ask for more, and for other ones.
/// </summary>
public class OracleTests
{
    const int QueriesEach = 5_000;

    static readonly IndexSchema Schema = new(
    [
        new FieldDefinition("title", Positions: true, K1: 0.9, B: 0.4, Boost: 2),
        new FieldDefinition("body", Positions: true),
        new FieldDefinition("tags", Positions: false, K1: 0, B: 0),
    ])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("cluster", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text)],
    };

    static readonly int Pairs = Setting("TANYUAN_ORACLE_PAIRS", 100_000);

    static readonly int Seed = Setting("TANYUAN_ORACLE_SEED", 1);

    [Fact]
    public void Pruned_searches_find_what_exhaustive_ones_do()
    {
        for (var (round, done) = (0, 0); done < Pairs; round++)
        {
            var random = new Random((Seed * 7919) + round);
            var snapshot = Build(random);
            for (var i = 0; i < QueriesEach && done < Pairs; i++, done++)
            {
                var query = FlatQuery(random);
                var request = new SearchRequest(random.Next(4) switch { 0 => 1, 1 => 3, 2 => 10, _ => 60 })
                {
                    Filter = random.Next(5) == 0 ? new Thirds(random.Next(3)) : null,
                    Order = random.Next(8) == 0 ? new ColumnOrder(random.Next(2), random.Next(2) == 0) : null,
                    Grouping = random.Next(4) == 0 ? new Grouping(random.Next(3) switch { 0 => null, var column => column - 1 }) : null,
                };
                var expected = snapshot.SearchExhaustively(query, request);
                var actual = snapshot.Search(query, request);
                Assert.True(
                    expected.SequenceEqual(actual),
                    $"seed {Seed}, round {round}, query {i}: {request} of {Describe(query)}: {string.Join(' ', expected)} but {string.Join(' ', actual)}");
            }
        }
    }

    [Fact]
    public void Orders_by_a_column_are_exact_over_segments_of_many_stretches_and_blocks()
    {
        var random = new Random(Seed + 100);
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema, new IndexWriterOptions { MergeInBackground = false });
        var document = new IndexDocument();
        for (var i = 0; i < 40_000; i++)
        {
            document.Reset(random.Next(4) == 0 ? random.Next(40_000) : i, i / 3);
            for (var position = 0; position < 6; position++)
                document.Add(1, Term(random), position);
            FillColumns(document, random, i);
            writer.Add(document);
            if (i is 15_000 or 22_000)
                writer.Refresh();
        }

        writer.Refresh();
        using var snapshot = writer.Acquire();
        for (var i = 0; i < 150; i++)
        {
            Query query = random.Next(3) switch
            {
                0 => new TermQuery(1, Term(random)),
                1 => new BooleanQuery { Must = [new BooleanQuery { Should = [new TermQuery(1, Term(random)), new TermQuery(1, Term(random))] }, Condition(random)] },
                _ => new AllQuery(),
            };
            var request = new SearchRequest(random.Next(4) switch { 0 => 1, 1 => 10, 2 => 100, _ => 5000 })
            {
                Order = new ColumnOrder(random.Next(2), random.Next(2) == 0),
                Grouping = random.Next(3) switch { 0 => new Grouping(1), 1 => new Grouping(), _ => null },
                Filter = random.Next(4) == 0 ? new Thirds(1) : null,
            };
            Assert.Equal(snapshot.SearchExhaustively(query, request), snapshot.Search(query, request));
        }
    }

    [Fact]
    public void A_search_into_given_memory_allocates_nothing_and_finds_the_same()
    {
        var random = new Random(5);
        var snapshot = Build(random);
        var queries = Enumerable.Range(0, 200).Select(_ => FlatQuery(random)).ToArray();
        var found = new ScoredDocument[10];
        foreach (var query in queries)
            Assert.Equal(snapshot.SearchExhaustively(query, found.Length), found[..snapshot.Search(query, found)]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var query in queries)
            snapshot.Search(query, found);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Scores_too_large_to_be_added_exactly_are_still_ranked_like_the_exhaustive_ones()
    {
        var random = new Random(6);
        var snapshot = Build(random);
        for (var i = 0; i < 100; i++)
        {
            var query = new BoostQuery(FlatQuery(random), 1e9);
            Assert.Equal(snapshot.SearchExhaustively(query, 10), snapshot.Search(query, 10));
        }
    }

    static Snapshot Build(Random random)
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema);
        var document = new IndexDocument();
        var documents = random.Next(300, 2000);
        var refreshes = random.Next(1, 5);
        var shuffled = random.Next(2) == 0;
        for (var i = 0; i < documents; i++)
        {
            document.Reset(shuffled ? random.Next(documents) : i, i / 3);
            Fill(document, random);
            FillColumns(document, random, i);
            writer.Add(document);
            if (i % (documents / refreshes) == 0)
                writer.Refresh();
        }

        for (var i = 0; i < documents / 20; i++)
            writer.Delete(random.Next(documents));
        writer.Refresh();
        return writer.Acquire();
    }

    static void Fill(IndexDocument document, Random random)
    {
        for (var field = 0; field < Schema.Fields.Count; field++)
        {
            var length = field == 1 ? random.Next(60) : random.Next(6);
            for (var position = 0; position < length; position++)
                document.Add(field, Term(random), position);
        }
    }

    // Days mostly ascend, as those of added pages do, so that whole blocks are passed over; clusters are small.
    static void FillColumns(IndexDocument document, Random random, int number)
    {
        if (random.Next(10) > 0)
            document.Set(0, 19_000 + (number / 4) - random.Next(random.Next(4) == 0 ? 500 : 3));
        if (random.Next(10) > 0)
            document.Set(1, random.Next(number + 1) / 5);
        if (random.Next(10) > 0)
            document.Set(2, Term(random));
    }

    // From terms in nearly every document to terms in one.
    static string Term(Random random) => ((int)Math.Exp(random.NextDouble() * 6.5)).ToString(CultureInfo.InvariantCulture);

    static Query FlatQuery(Random random)
    {
        var query = Unboosted(random);
        return random.Next(4) == 0 ? new BoostQuery(query, random.Next(4) * 0.7) : query;
    }

    static ColumnQuery Condition(Random random)
    {
        var from = 19_000 + random.Next(500);
        return random.Next(3) switch
        {
            0 => new NumberRangeQuery(0, from, random.Next(3) == 0 ? long.MaxValue : from + random.Next(200)),
            1 => new NumberSetQuery(1, [.. Enumerable.Range(0, random.Next(60)).Select(_ => (long)random.Next(300))]),
            _ => new TextSetQuery(2, [.. Enumerable.Range(0, random.Next(8)).Select(_ => Term(random))]),
        };
    }

    static Query Unboosted(Random random) => random.Next(10) switch
    {
        0 => OneTerm(random),
        1 or 2 => new BooleanQuery { Should = Terms(random, 12), MustNot = random.Next(4) == 0 ? Terms(random, 2) : [] },
        3 => new BooleanQuery { Must = [new BooleanQuery { Should = Terms(random, 5) }], Should = Terms(random, 5) },
        4 => new BooleanQuery { Must = Terms(random, 3), MustNot = random.Next(4) == 0 ? Terms(random, 2) : [] },
        5 => new BooleanQuery { Must = Terms(random, 2), Should = Terms(random, 4) },
        6 => Phrase(random),
        7 => new BooleanQuery { Must = [new BooleanQuery { Should = Terms(random, 8) }, Condition(random)], MustNot = random.Next(3) == 0 ? [Condition(random)] : [] },
        8 => new BooleanQuery { Must = [.. Terms(random, 2), Condition(random)], Should = Terms(random, 3), MustNot = [OneTerm(random), Condition(random)] },
        _ => new BooleanQuery { Must = [Phrase(random), .. Terms(random, 2)], Should = Terms(random, 3) },
    };

    static Query[] Terms(Random random, int most) => [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => OneTerm(random))];

    static TermQuery OneTerm(Random random) => new(random.Next(Schema.Fields.Count), Term(random), random.Next(6) == 0 ? random.Next(3) : 1);

    static PhraseQuery Phrase(Random random) =>
        new(random.Next(2), [.. Enumerable.Range(0, random.Next(1, 4)).Select(place => (Term(random), place))], random.Next(3));

    static string Describe(Query query) => query switch
    {
        TermQuery term => $"{term.Field}:{term.Term}^{term.Boost}",
        BoostQuery boost => $"({Describe(boost.Inner)})^{boost.Boost}",
        PhraseQuery phrase => $"{phrase.Field}:\"{string.Join(' ', phrase.Terms)}\"~{phrase.Slop}",
        BooleanQuery boolean => $"+[{string.Join(' ', boolean.Must.Select(Describe))}] [{string.Join(' ', boolean.Should.Select(Describe))}] -[{string.Join(' ', boolean.MustNot.Select(Describe))}]",
        NumberRangeQuery range => $"{range.Column}:{range.From}–{range.To}",
        NumberSetQuery set => $"{set.Column}:{string.Join(',', set.Values)}",
        TextSetQuery set => $"{set.Column}:{string.Join(',', set.Values)}",
        _ => query.ToString(),
    };

    static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    sealed class Thirds(int remainder) : IDocumentFilter
    {
        public bool Accepts(long key, long group) => key % 3 == remainder;
    }
}
