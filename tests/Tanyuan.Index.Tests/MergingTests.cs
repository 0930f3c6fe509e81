using System.Globalization;
using Tanyuan.Index.Commits;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>Merges in the background: what they hold up, and what they do not.</summary>
public sealed class MergingTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]) { Columns = [new ColumnDefinition("day", ColumnKind.Number)] };

    [Fact]
    public async Task A_commit_and_a_search_go_on_while_a_merge_stands_still()
    {
        var directory = new HeldDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        for (var progress = 1; progress <= 8; progress++)
            Commit(writer, progress);

        // Eight segments of a level are merged into the ninth, which cannot be written.
        await directory.WaitForHeldAsync(TestContext.Current.CancellationToken);
        for (var progress = 9; progress <= 20; progress++)
            Commit(writer, progress);
        writer.Delete(3);
        writer.Commit(21);
        using (var during = writer.Acquire())
        {
            Assert.Equal(20, during.SegmentCount);
            Assert.Equal(19, during.Count(new TermQuery(0, "every")));
        }

        Assert.Equal(21, Snapshot.Open(directory).Progress);
        directory.LetGo();
        writer.WaitForMerges();
        using var after = writer.Acquire();
        Assert.InRange(after.SegmentCount, 1, 14);
        Assert.Equal(19, after.Count(new TermQuery(0, "every")));
        Assert.False(after.Contains(3));
        Assert.Equal([20, 19], after.Search(new AllQuery(), new SearchRequest(2) { Order = new ColumnOrder(0) }).Select(hit => hit.Key));
        Assert.Empty(IndexChecker.Check(directory, TestContext.Current.CancellationToken).Problems);
    }

    [Fact]
    public void However_many_commits_there_are_the_segments_stay_few()
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), Schema);
        var most = 0;
        for (var progress = 1; progress <= 300; progress++)
        {
            Commit(writer, progress);
            using var snapshot = writer.Acquire();
            most = Math.Max(most, snapshot.SegmentCount);
        }

        // A refresh or commit that finds 64 waits for the merges.
        Assert.InRange(most, 1, 65);
        writer.WaitForMerges();
        using var settled = writer.Acquire();
        Assert.InRange(settled.SegmentCount, 1, 7);
        Assert.Equal(300, settled.DocumentCount);
    }

    [Fact]
    public void A_forced_merge_leaves_as_many_segments_as_were_asked_for_and_nothing_deleted_in_one()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        for (var progress = 1; progress <= 7; progress++)
            Commit(writer, progress);
        writer.Delete(2);
        writer.Merge(3);
        using (var three = writer.Acquire())
            Assert.Equal((3, 6), (three.SegmentCount, three.DocumentCount));

        writer.Merge();
        writer.Commit(8);
        var report = IndexChecker.Check(directory, TestContext.Current.CancellationToken);
        Assert.True(report.IsSound);
        Assert.Equal((1, 6, 0), (report.Segments, report.Documents, report.DeletedDocuments));
    }

    [Fact]
    public void A_segment_that_another_thread_begins_while_leftovers_are_deleted_is_none_of_them()
    {
        var directory = new BusyDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        Commit(writer, 1);
        directory.IsBusy = true;
        Commit(writer, 2);
        directory.IsBusy = false;

        Assert.NotEmpty(directory.Begun);
        Assert.Empty(directory.Begun.Except(directory.List()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_merge_writes_the_very_bytes_that_one_segment_of_the_same_documents_has(int deleteEvery)
    {
        var (apart, together) = (new MemoryDirectory(), new MemoryDirectory());
        using (var writer = IndexWriter.Open(apart, Schema, new IndexWriterOptions { MergeInBackground = false }))
        using (var whole = IndexWriter.Open(together, Schema))
        {
            // Enough documents for terms of several blocks, some of which end where a segment does.
            var random = new Random(7);
            for (var key = 1; key <= 3000; key++)
            {
                var document = RandomDocument(random, key);
                writer.Add(document);
                if (key % 768 == 0)
                    writer.Refresh();
                if (deleteEvery == 0 || key % deleteEvery != 0)
                    whole.Add(document);
            }

            writer.Refresh();
            for (var key = deleteEvery; deleteEvery > 0 && key <= 3000; key += deleteEvery)
                writer.Delete(key);
            writer.Merge();
            writer.Commit(1);
            whole.Commit(1);
        }

        Assert.Equal(BodiesOf(together, Schema), BodiesOf(apart, Schema));
        Assert.Empty(IndexChecker.Check(apart, TestContext.Current.CancellationToken).Problems);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_merge_of_documents_of_all_lengths_writes_the_bytes_that_adding_them_anew_writes(int seed)
    {
        var schema = new IndexSchema([new FieldDefinition("title", Positions: true), new FieldDefinition("body", Positions: true), new FieldDefinition("tag", Positions: false)]);
        var random = new Random(seed);
        var documents = Enumerable.Range(1, random.Next(1, 2500)).Select(key => DocumentOfAnyLength(random, key)).ToList();
        var deleted = documents.Where(_ => seed % 2 == 0 && random.Next(4) == 0).Select(document => document.Key).ToHashSet();
        var (merged, anew) = (new MemoryDirectory(), new MemoryDirectory());
        using (var writer = IndexWriter.Open(merged, schema, new IndexWriterOptions { MergeInBackground = false }))
        using (var whole = IndexWriter.Open(anew, schema))
        {
            foreach (var document in documents)
            {
                writer.Add(document);
                if (random.Next(400) == 0)
                    writer.Refresh();
                if (!deleted.Contains(document.Key))
                    whole.Add(document);
            }

            writer.Refresh();
            foreach (var key in deleted)
                writer.Delete(key);
            writer.Merge();
            writer.Commit(1);
            whole.Commit(1);
        }

        if (deleted.Count < documents.Count)
            Assert.Equal(BodiesOf(anew, schema), BodiesOf(merged, schema));
        var report = IndexChecker.Check(merged, TestContext.Current.CancellationToken);
        Assert.Empty(report.Problems);
        Assert.Equal(documents.Count - deleted.Count, report.Documents);
    }

    // Few tokens or many, each at a place of its own, with gaps up to very wide ones, or several at one place; some terms in most documents and often, most in few.
    static IndexDocument DocumentOfAnyLength(Random random, int key)
    {
        var document = new IndexDocument();
        document.Reset(key, random.Next(10));
        for (var field = 0; field < 3; field++)
        {
            var (position, widest) = (0, random.Next(20) == 0 ? 100_000 : 4);
            for (var tokens = (int)Math.Exp(random.NextDouble() * 6) - 1; tokens > 0; tokens--)
            {
                var term = (int)Math.Exp(random.NextDouble() * random.NextDouble() * 9);
                document.Add(field, term.ToString(CultureInfo.InvariantCulture), position);
                position += random.Next(widest);
            }
        }

        return document;
    }

    static IndexDocument RandomDocument(Random random, int key)
    {
        var document = new IndexDocument();
        document.Reset(key, key / 2);
        document.Set(0, key % 50);
        for (var position = 0; position < 20; position++)
            document.Add(0, ((char)('一' + (int)Math.Exp(random.NextDouble() * 6))).ToString(), position);
        return document;
    }

    // Headers and footers name the segment.
    static byte[][] BodiesOf(MemoryDirectory directory, IndexSchema schema)
    {
        var entry = ManifestStore.ReadNewest(directory)!.Segments.Single();
        var segment = SegmentReader.Open(directory, entry.Id, schema);
        return [.. segment.Files.Select(file => file.GetSpan(SealedFormat.HeaderLength, (int)file.Length - SealedFormat.HeaderLength).ToArray())];
    }

    static void Commit(IndexWriter writer, int progress)
    {
        var document = new IndexDocument();
        document.Reset(progress, progress);
        document.Add(0, "every", 0);
        document.Add(0, progress.ToString(CultureInfo.InvariantCulture), 1);
        document.Set(0, progress);
        writer.Add(document);
        writer.Commit(progress);
    }

    /// <summary>As if another thread began a segment each time that files are listed, right after that.</summary>
    sealed class BusyDirectory() : WrappedDirectory(new MemoryDirectory())
    {
        const long FirstBegun = 1000;

        readonly List<string> begun = [];

        public bool IsBusy { get; set; }

        public IReadOnlyList<string> Begun => begun;

        public override IReadOnlyList<string> List()
        {
            var listed = base.List();
            if (IsBusy)
            {
                begun.Add(SegmentFiles.Terms(FirstBegun + begun.Count));
                Create(begun[^1]).Dispose();
            }

            return listed;
        }
    }

    /// <summary>Holds whoever creates the terms of the ninth segment, which is the first merge's, until it is let go.</summary>
    sealed class HeldDirectory() : WrappedDirectory(new MemoryDirectory())
    {
        readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task WaitForHeldAsync(CancellationToken cancellationToken) => held.Task.WaitAsync(cancellationToken);

        public void LetGo() => letGo.TrySetResult();

        public override Stream Create(string name)
        {
            if (name == "segment-9.terms")
            {
                held.TrySetResult();
                letGo.Task.Wait(TimeSpan.FromMinutes(5));
            }

            return base.Create(name);
        }
    }
}
