using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>When the files of a snapshot are let go of, and that nobody ever reads from one that was.</summary>
public sealed class SnapshotLifetimeTests : IDisposable
{
    // Small enough that every file of these tests is mapped.
    const int LargestCopied = 0;

    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text)],
    };

    // TANYUAN_STRESS_SECONDS asks for more.
    static readonly TimeSpan StressTime =
        TimeSpan.FromSeconds(double.TryParse(Environment.GetEnvironmentVariable("TANYUAN_STRESS_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 6);

    readonly string folder = Directory.CreateTempSubdirectory("tanyuan-index-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_disposed_snapshot_is_refused_and_others_of_the_same_moment_live_on()
    {
        using var writer = Open();
        Add(writer, 1);
        writer.Commit(1);
        var first = writer.Acquire();
        using var second = writer.Acquire();
        using var third = first.Share();
        first.Dispose();
        first.Dispose();

        Assert.Throws<ObjectDisposedException>(() => first.Search(new AllQuery(), 1));
        Assert.Throws<ObjectDisposedException>(() => first.Documents().Any());
        Assert.Throws<ObjectDisposedException>(() => first.Share());
        Assert.Equal([1], second.Documents().Select(document => document.Key));
        Assert.Equal([1], third.Documents().Select(document => document.Key));
    }

    [Fact]
    public void A_snapshot_outlives_its_writer_and_the_deletion_of_its_files()
    {
        var writer = Open();
        Add(writer, 1);
        writer.Commit(1);
        using var snapshot = writer.Acquire();
        writer.DeleteAll();
        writer.Commit(2);
        writer.Dispose();

        Assert.Throws<ObjectDisposedException>(writer.Acquire);
        Assert.Equal([1], snapshot.Search(new TermQuery(0, "every"), 5).Select(hit => hit.Key));
    }

    [Fact]
    public void An_enumeration_of_documents_holds_its_snapshot_until_it_ends()
    {
        using var writer = Open();
        Add(writer, 1);
        Add(writer, 2);
        writer.Commit(1);
        var snapshot = writer.Acquire();
        using var documents = snapshot.Documents().GetEnumerator();
        Assert.True(documents.MoveNext());

        writer.DeleteAll();
        writer.Commit(2);
        snapshot.Dispose();
        Assert.True(documents.MoveNext());
        Assert.Equal(2, documents.Current.Key);
        Assert.False(documents.MoveNext());
    }

    [Fact]
    public void When_the_last_snapshot_goes_so_do_the_mappings_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mappings are listed under /proc on Linux only.");

        var writer = Open();
        for (var key = 0; key < 100; key++)
            Add(writer, key);
        writer.Commit(1);
        var old = writer.Acquire();
        for (var key = 0; key < 100; key++)
            Add(writer, key);
        writer.Commit(2);
        writer.Merge();
        writer.Commit(3);
        Assert.Equal(4, Mapped("segment-1."));

        old.Dispose();
        Assert.Equal(0, Mapped("segment-1."));
        var read = Snapshot.Open(new FileSystemDirectory(folder, LargestCopied));
        Assert.Equal(100, read.Count(new TermQuery(0, "every")));
        Assert.True(IndexChecker.Check(new FileSystemDirectory(folder, LargestCopied), TestContext.Current.CancellationToken).IsSound);
        writer.Dispose();
        Assert.NotEqual(0, Mapped(""));
        read.Dispose();
        Assert.Equal(0, Mapped(""));
    }

    [Fact]
    public void A_snapshot_that_is_forgotten_gives_its_mappings_back_when_it_is_collected()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mappings are listed under /proc on Linux only.");

        using (var writer = Open())
        {
            Add(writer, 1);
            writer.Commit(1);
        }

        OpenAndForget();
        for (var attempt = 0; attempt < 20 && Mapped("") > 0; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, Mapped(""));
    }

    [Theory]
    [InlineData("terms", true)]
    [InlineData("positions", false)]
    [InlineData("documents", true)]
    [InlineData("documents", false)]
    public void An_index_that_cannot_be_opened_leaves_no_mapping_behind(string kind, bool isDamaged)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mappings are listed under /proc on Linux only.");

        using (var writer = Open())
        {
            Add(writer, 1);
            writer.Commit(1);
        }

        var file = Assert.Single(Directory.GetFiles(folder, $"segment-*.{kind}"));
        if (isDamaged)
            File.WriteAllBytes(file, [.. File.ReadAllBytes(file).SkipLast(1), 0]);
        else
            File.Delete(file);

        Assert.Throws<TanyuanException>(() => Snapshot.Open(new FileSystemDirectory(folder, LargestCopied)));
        Assert.Throws<TanyuanException>(() => Open());
        Assert.False(IndexChecker.Check(new FileSystemDirectory(folder, LargestCopied), TestContext.Current.CancellationToken).IsSound);
        Assert.Equal(0, Mapped(""));
    }

    [Fact]
    public async Task Readers_that_come_go_and_are_cut_short_never_read_what_was_unmapped()
    {
        using var writer = Open(new IndexWriterOptions { BufferBytes = 60_000 });
        Add(writer, 0);
        writer.Commit(1);
        using var stop = new CancellationTokenSource(StressTime);
        var shared = writer.Acquire();
        var searches = 0L;

        var readers = Enumerable.Range(0, 4).Select(number => Task.Run(
            () =>
            {
                var random = new Random(number);
                while (!stop.IsCancellationRequested)
                {
                    using var own = random.Next(4) == 0 ? Snapshot.Open(new FileSystemDirectory(folder, LargestCopied)) : writer.Acquire();
                    Search(own, random);
                    try
                    {
                        // Another thread disposes this one under the search.
                        Search(Volatile.Read(ref shared), random);
                    }
                    catch (ObjectDisposedException)
                    {
                    }

                    Interlocked.Increment(ref searches);
                }
            },
            TestContext.Current.CancellationToken)).ToArray();
        var replacer = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Interlocked.Exchange(ref shared, writer.Acquire()).Dispose();
                    Thread.Yield();
                }
            },
            TestContext.Current.CancellationToken);
        var checker = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                    Assert.Empty(IndexChecker.Check(new FileSystemDirectory(folder, LargestCopied), TestContext.Current.CancellationToken).Problems);
            },
            TestContext.Current.CancellationToken);
        var changes = new Random(9);
        for (var progress = 2; !stop.IsCancellationRequested; progress++)
        {
            for (var i = 0; i < 40; i++)
                Add(writer, changes.Next(800));
            writer.Delete(changes.Next(1, 800));
            if (progress % 3 == 0)
                writer.Commit(progress);
            else
                writer.Refresh();
            if (progress % 20 == 0)
                writer.Merge(changes.Next(1, 4));
        }

        await Task.WhenAll([.. readers, replacer, checker]);
        shared.Dispose();
        writer.Commit(int.MaxValue);
        Assert.True(searches > 0);
        Assert.Empty(IndexChecker.Check(new FileSystemDirectory(folder, LargestCopied), TestContext.Current.CancellationToken).Problems);
        if (OperatingSystem.IsLinux())
            Assert.Equal(4 * LiveSegments(writer), Mapped(""));
    }

    static int LiveSegments(IndexWriter writer)
    {
        writer.WaitForMerges();
        using var snapshot = writer.Acquire();
        return snapshot.SegmentCount;
    }

    static void Search(Snapshot snapshot, Random random)
    {
        Query[] terms = [.. Enumerable.Range(0, 3).Select(_ => new TermQuery(0, random.Next(1, 200).ToString(CultureInfo.InvariantCulture)))];
        Query query = random.Next(3) switch
        {
            0 => new BooleanQuery { Should = terms },
            1 => new BooleanQuery { Must = [new BooleanQuery { Should = terms }, new NumberRangeQuery(0, random.Next(900), long.MaxValue)] },
            _ => new PhraseQuery(0, [("every", 0), ("1", 1)], Slop: 3),
        };
        Assert.Equal(snapshot.SearchExhaustively(query, 10), snapshot.Search(query, 10));
        Assert.Equal(snapshot.DocumentCount, snapshot.Count(new TermQuery(0, "every")));
        Assert.Equal(snapshot.DocumentCount, snapshot.Documents().Count());
        var newest = new SearchRequest(5) { Order = new ColumnOrder(0) };
        Assert.Equal(snapshot.SearchExhaustively(query, newest), snapshot.Search(query, newest));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    void OpenAndForget() => Assert.Equal(1, Snapshot.Open(new FileSystemDirectory(folder, LargestCopied)).Count(new AllQuery()));

    int Mapped(string file) =>
        File.ReadLines("/proc/self/maps").Count(line => line.Contains(Path.Combine(folder, file), StringComparison.Ordinal));

    IndexWriter Open(IndexWriterOptions? options = null) => IndexWriter.Open(new FileSystemDirectory(folder, LargestCopied), Schema, options);

    static void Add(IndexWriter writer, long key)
    {
        var document = new IndexDocument();
        document.Reset(key, key);
        document.Add(0, "every", 0);
        for (var position = 1; position < 30; position++)
            document.Add(0, ((int)Math.Pow((key * position * 7919) % 15, 2)).ToString(CultureInfo.InvariantCulture), position);
        document.Set(0, key);
        document.Set(1, (key % 9).ToString(CultureInfo.InvariantCulture));
        writer.Add(document);
    }
}
