using Tanyuan.Index.Tests.Faults;
using Tanyuan.Index.Tests.Model;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>Power lost, and single writes failing, at every operation of a history of changes.</summary>
public class CrashTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text)],
    };

    // Operations are counted, so that everything happens in one order.
    static readonly IndexWriterOptions Options = new() { MergeInBackground = false };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_a_power_cut_anywhere_the_index_is_that_of_the_last_commit_or_the_one_under_way(int seed) =>
        CutEverywhere(seed, keepFailing: true);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void After_a_failed_write_anywhere_the_writer_stops_and_the_index_is_whole(int seed) =>
        CutEverywhere(seed, keepFailing: false);

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void On_a_disk_that_fills_up_anywhere_the_writer_stops_and_the_index_is_whole(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var directory = new FaultDirectory();
            var space = random.Next(60_000);
            directory.LimitSpace(space);
            var failure = Run(directory, seed, out var states);
            directory.LimitSpace(long.MaxValue);
            if (failure is not null)
                CheckFound(directory, states, $"seed {seed}, {space} bytes of space");
        }
    }

    [Fact]
    public void A_writer_whose_write_failed_refuses_to_go_on()
    {
        var directory = new FaultDirectory();
        using var writer = IndexWriter.Open(directory, Schema, Options);
        Add(writer, new ModelIndex(Schema), new Random(1));
        directory.FailAfter(3, keep: false);

        Assert.Throws<PowerCutException>(() => writer.Commit(1));
        Assert.Equal("index-write-failed", Assert.Throws<TanyuanException>(() => writer.Commit(1)).Code);
    }

    static void CutEverywhere(int seed, bool keepFailing)
    {
        var whole = new FaultDirectory();
        Assert.Null(Run(whole, seed, out _));
        for (var cut = 1; cut <= whole.Operations; cut++)
        {
            var directory = new FaultDirectory();
            directory.FailAfter(cut, keepFailing);
            var failure = Run(directory, seed, out var states);
            Assert.NotNull(failure);

            var random = new Random((seed * 100_003) + cut);
            var found = keepFailing ? directory.Crash(random) : directory;
            CheckFound(found, states, $"seed {seed}, cut at operation {cut}");
        }
    }

    // A history of additions, deletions, refreshes and commits; what each commit held is recorded before it is made.
    static IOException? Run(FaultDirectory directory, int seed, out List<(long Progress, ModelIndex Model)> states)
    {
        var random = new Random(seed);
        var model = new ModelIndex(Schema);
        states = [(0, model.Copy())];
        try
        {
            using var writer = IndexWriter.Open(directory, Schema, Options);
            for (var step = 1; step <= 40; step++)
            {
                switch (random.Next(10))
                {
                    case 0 or 1:
                        var key = random.Next(30);
                        writer.Delete(key);
                        model.Delete(key);
                        break;
                    case 2:
                        writer.Refresh();
                        break;
                    case 3 or 4:
                        states.Add((step, model.Copy()));
                        writer.Commit(step);
                        // Acknowledged: nothing before it may come back.
                        states.RemoveRange(0, states.Count - 1);
                        break;
                    default:
                        Add(writer, model, random);
                        break;
                }
            }

            return null;
        }
        catch (IOException failure)
        {
            return failure;
        }
    }

    static void CheckFound(FaultDirectory found, List<(long Progress, ModelIndex Model)> allowed, string where)
    {
        using (var writer = IndexWriter.Open(found, Schema, Options))
        {
            var state = allowed.SingleOrDefault(state => state.Progress == writer.Progress);
            Assert.True(state.Model is not null, $"{where}: progress {writer.Progress} was never committed last");
            var snapshot = writer.Acquire();
            Assert.Equal(state.Model.Documents.Keys.Order(), snapshot.Documents().Select(document => document.Key).Order());
            Assert.All(state.Model.Documents.Values, document => Assert.Equal(document.Values, [snapshot.NumberOf(0, document.Key), snapshot.TextOf(1, document.Key)]));

            Add(writer, state.Model, new Random(1));
            writer.Commit(1000);
            Assert.Equal(state.Model.Documents.Count, writer.Acquire().DocumentCount);
        }

        Assert.Empty(IndexChecker.Check(found).Problems);
    }

    static void Add(IndexWriter writer, ModelIndex model, Random random)
    {
        var added = ModelDocument.Random(random, random.Next(30), random.Next(5), Schema);
        var document = new IndexDocument();
        added.CopyTo(document);
        writer.Add(document);
        model.Add(added);
    }
}
