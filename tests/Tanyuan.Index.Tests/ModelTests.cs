using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Index.Tests.Model;

namespace Tanyuan.Index.Tests;

/// <summary>The index against the model, over random histories and random queries.</summary>
public class ModelTests
{
    static readonly IndexSchema Schema = new(
    [
        new FieldDefinition("title", Positions: true, K1: 0.9, B: 0.4, Boost: 2),
        new FieldDefinition("body", Positions: true),
        new FieldDefinition("tags", Positions: false, K1: 1.5, B: 0),
    ])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text), new ColumnDefinition("cluster", ColumnKind.Number)],
    };

    static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void After_any_history_the_index_holds_and_finds_what_the_model_does() =>
        Prop.ForAll(Histories(), history => Replay(history)).Check(Config);

    [Fact]
    public void Scores_are_those_of_the_model_however_documents_are_spread_over_segments() =>
        Prop.ForAll<int, byte>((seed, spread) => CheckScores(seed, spread)).Check(Config);

    [Fact]
    public void One_segment_and_twenty_give_the_same_ranking_and_the_very_same_scores()
    {
        var one = Build(seed: 4, documents: 400, refreshEvery: 400);
        var twenty = Build(seed: 4, documents: 400, refreshEvery: 20);
        Assert.Equal(1, one.SegmentCount);
        Assert.InRange(twenty.SegmentCount, 2, 20);

        var random = new Random(5);
        for (var i = 0; i < 300; i++)
        {
            var query = RandomQuery.Next(random, Schema);
            Assert.Equal(one.Search(query, 50), twenty.Search(query, 50));
            var request = RandomQuery.Request(random, Schema, 50);
            Assert.Equal(one.Search(query, request), twenty.Search(query, request));
            Assert.Equal(one.SearchExhaustively(query, request), one.Search(query, request));
        }
    }

    [Fact]
    public void The_first_k_are_the_beginning_of_all()
    {
        var snapshot = Build(seed: 6, documents: 300, refreshEvery: 50);
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var query = RandomQuery.Next(random, Schema);
            var all = snapshot.Search(query, int.MaxValue);
            Assert.Equal(snapshot.Count(query), all.Count);
            Assert.Equal(all.Take(7), snapshot.Search(query, 7));
            Assert.Equal(all.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key), all);
        }
    }

    [Fact]
    public void Every_explanation_agrees_with_the_search()
    {
        var snapshot = Build(seed: 8, documents: 60, refreshEvery: 13);
        var random = new Random(9);
        for (var i = 0; i < 100; i++)
        {
            var query = RandomQuery.Next(random, Schema);
            var hits = snapshot.Search(query, int.MaxValue).ToDictionary(hit => hit.Key, hit => hit.Score);
            foreach (var (key, _) in snapshot.Documents())
            {
                var explanation = snapshot.Explain(query, key)!;
                Assert.Equal(hits.ContainsKey(key), explanation.Matches);
                Assert.Equal(hits.GetValueOrDefault(key), explanation.Score);
            }
        }
    }

    static Arbitrary<int[]> Histories() => Gen.Choose(0, int.MaxValue).ArrayOf().Where(history => history.Length < 400).ToArbitrary();

    // Each number is a step: what to do, and the seed of what it does it with.
    static void Replay(int[] history)
    {
        var directory = new MemoryDirectory();
        var options = new IndexWriterOptions { BufferBytes = 40_000 };
        var writer = IndexWriter.Open(directory, Schema, options);
        var model = new ModelIndex(Schema);
        var committed = model.Copy();
        var document = new IndexDocument();
        var progress = 0;
        foreach (var step in history)
        {
            var random = new Random(step);
            progress++;
            switch (step % 20)
            {
                case 0:
                    var group = random.Next(6);
                    writer.DeleteGroup(group);
                    model.DeleteGroup(group);
                    break;
                case 1 or 2 or 3:
                    var key = random.Next(40);
                    writer.Delete(key);
                    model.Delete(key);
                    break;
                case 4 or 5:
                    writer.Refresh();
                    CheckMatches(writer.Acquire(), model, random);
                    break;
                case 6:
                    writer.Commit(progress);
                    committed = model.Copy();
                    CheckMatches(Snapshot.Open(directory), model, random);
                    break;
                case 7:
                    writer.Dispose();
                    writer = IndexWriter.Open(directory, Schema, options);
                    model = committed.Copy();
                    CheckMatches(writer.Acquire(), model, random);
                    break;
                case 8 when random.Next(5) == 0:
                    writer.DeleteAll();
                    model.Clear();
                    break;
                case 8 when random.Next(3) == 0:
                    writer.Merge(random.Next(1, 3));
                    CheckMatches(writer.Acquire(), model, random);
                    break;
                default:
                    var added = ModelDocument.Random(random, random.Next(40) - 10, random.Next(6), Schema);
                    added.CopyTo(document);
                    writer.Add(document);
                    model.Add(added);
                    break;
            }
        }

        writer.Commit(progress);
        CheckMatches(writer.Acquire(), model, new Random(history.Length));
        writer.WaitForMerges();
        Assert.Empty(IndexChecker.Check(directory).Problems);
        writer.Dispose();
    }

    // Deleted documents may count in statistics, so after deletions the documents found are compared and not their scores.
    static void CheckMatches(Snapshot snapshot, ModelIndex model, Random random)
    {
        Assert.Equal(model.Documents.Count, snapshot.DocumentCount);
        Assert.Equal(
            model.Documents.Values.Select(document => (document.Key, document.Group)).Order(),
            snapshot.Documents().Order());
        for (var i = 0; i < 5; i++)
        {
            var query = WithoutPrefixes(RandomQuery.Next(random, Schema));
            Assert.Equal(
                model.Search(query).Select(hit => (hit.Key, hit.Group)).Order(),
                snapshot.Search(query, int.MaxValue).Select(hit => (hit.Key, hit.Group)).Order());

            var request = new SearchRequest(random.Next(12)) { Order = new ColumnOrder(0, i % 2 == 0), Grouping = i < 3 ? new Grouping(2) : null };
            Assert.Equal(model.Search(query, request).Select(hit => hit.Key), snapshot.Search(query, request).Select(hit => hit.Key));
        }

        foreach (var document in model.Documents.Values)
        {
            Assert.Equal(document.Values[0], snapshot.NumberOf(0, document.Key));
            Assert.Equal(document.Values[1], snapshot.TextOf(1, document.Key));
        }

        Assert.Empty(model.Documents.Values.Select(document => document.Values[1]).OfType<string>().Except(snapshot.Texts(1)));
    }

    // Which expansions are the most frequent also depends on deleted documents.
    static Query WithoutPrefixes(Query query) => query switch
    {
        PrefixQuery prefix => prefix with { MaxExpansions = 1000 },
        BoostQuery boost => boost with { Inner = WithoutPrefixes(boost.Inner) },
        DisjunctionMaxQuery best => best with { Queries = [.. best.Queries.Select(WithoutPrefixes)] },
        BooleanQuery boolean => boolean with
        {
            Must = [.. boolean.Must.Select(WithoutPrefixes)],
            Should = [.. boolean.Should.Select(WithoutPrefixes)],
            MustNot = [.. boolean.MustNot.Select(WithoutPrefixes)],
        },
        _ => query,
    };

    static void CheckScores(int seed, byte spread)
    {
        var random = new Random(seed);
        var model = new ModelIndex(Schema);
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema);
        var document = new IndexDocument();
        for (var key = 0; key < 60; key++)
        {
            var added = ModelDocument.Random(random, key, key / 3, Schema);
            added.CopyTo(document);
            writer.Add(document);
            model.Add(added);
            if (random.Next(256) < spread)
                writer.Refresh();
        }

        writer.Refresh();
        for (var i = 0; i < 20; i++)
        {
            var query = RandomQuery.Next(random, Schema);
            var expected = model.Search(query).ToDictionary(hit => hit.Key, hit => hit.Score);
            var actual = writer.Acquire().Search(query, int.MaxValue);
            Assert.Equal(expected.Keys.Order(), actual.Select(hit => hit.Key).Order());
            Assert.All(actual, hit => Assert.Equal(expected[hit.Key], hit.Score, 1e-9));

            // Within a group scores that differ only by rounding may change places, so groups are compared in the order of a column.
            var request = RandomQuery.Request(random, Schema, random.Next(20)) with { Order = new ColumnOrder(random.Next(2) * 2, random.Next(2) == 0) };
            Assert.Equal(model.Search(query, request).Select(hit => hit.Key), writer.Acquire().Search(query, request).Select(hit => hit.Key));
        }
    }

    static Snapshot Build(int seed, int documents, int refreshEvery)
    {
        var random = new Random(seed);
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema);
        var document = new IndexDocument();
        for (var key = 0; key < documents; key++)
        {
            ModelDocument.Random(random, key, key, Schema).CopyTo(document);
            writer.Add(document);
            if (key % refreshEvery == refreshEvery - 1)
                writer.Refresh();
        }

        writer.Refresh();
        return writer.Acquire();
    }
}
