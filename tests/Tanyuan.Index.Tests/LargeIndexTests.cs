using System.Globalization;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Tests;

/// <summary>Files large enough to be mapped and to have many checksum blocks, and readers at work while a writer replaces them.</summary>
public sealed class LargeIndexTests : IDisposable
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]);

    readonly string folder = Directory.CreateTempSubdirectory("tanyuan-index-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_let_go_of_in_a_mapped_file_is_read_as_before()
    {
        var bytes = new byte[1_000_001];
        new Random(8).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(folder, "mapped"), bytes);
        var input = new FileSystemDirectory(folder).Open("mapped");

        (long Offset, long Length)[] ranges = [(0, 0), (0, 1), (1, 8191), (4095, 4098), (0, bytes.Length), (bytes.Length, 0)];
        foreach (var (offset, length) in ranges)
        {
            input.LetGo(offset, length);
            Assert.True(input.GetSpan(0, bytes.Length).SequenceEqual(bytes));
        }

        input.Close();
    }

    [Fact]
    public void A_mapped_index_is_sound_and_damage_deep_inside_is_found_when_it_is_read()
    {
        using (var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema))
        {
            AddMany(writer, documents: 8_000, termsEach: 120);
            writer.Commit(1);
        }

        var directory = new FileSystemDirectory(folder);
        Assert.Empty(IndexChecker.Check(directory, TestContext.Current.CancellationToken).Problems);
        Assert.Equal(8_000, Snapshot.Open(directory).Count(new TermQuery(0, "every")));

        var largest = Directory.GetFiles(folder, "*.positions").MaxBy(path => new FileInfo(path).Length)!;
        var bytes = File.ReadAllBytes(largest);
        Assert.True(bytes.Length > 1 << 20);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(largest, bytes);

        Assert.Equal(8_000, Snapshot.Open(directory).Count(new TermQuery(0, "every")));
        var problem = Assert.Single(IndexChecker.Check(directory, TestContext.Current.CancellationToken).Problems);
        Assert.Contains($"{largest} is damaged at byte {bytes.Length / 2 / 65536 * 65536}:", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_see_whole_commits_while_a_writer_adds_merges_and_deletes_files()
    {
        const int Batch = 50;
        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema);
        AddMany(writer, Batch, termsEach: 20);
        writer.Commit(1);

        var done = false;
        var readers = Enumerable.Range(0, 2).Select(number => Task.Run(
            () =>
            {
                var reads = 0;
                while (!Volatile.Read(ref done) || reads == 0)
                {
                    var snapshot = number == 0 ? Snapshot.Open(new FileSystemDirectory(folder)) : writer.Acquire();
                    var count = snapshot.Count(new TermQuery(0, "every"));
                    Assert.Equal(snapshot.DocumentCount, count);
                    Assert.Equal(0, count % Batch);
                    reads++;
                }
            },
            TestContext.Current.CancellationToken)).ToArray();

        for (var batch = 1; batch < 40; batch++)
        {
            AddMany(writer, Batch, termsEach: 20, firstKey: batch * Batch);
            writer.Commit(batch + 1);
        }

        Volatile.Write(ref done, true);
        await Task.WhenAll(readers);
        writer.WaitForMerges();
        Assert.Equal(40 * Batch, writer.Acquire().DocumentCount);
        Assert.InRange(writer.Acquire().SegmentCount, 1, 14);
    }

    [Fact]
    public async Task Many_threads_add_update_and_delete_while_others_read_and_merges_run()
    {
        const int Keys = 3_000;
        const int PerAdder = 4_000;
        var options = new IndexWriterOptions { BufferBytes = 200_000 };
        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema, options);
        var done = false;
        var adders = Enumerable.Range(0, 3).Select(number => Task.Run(
            () =>
            {
                var random = new Random(number);
                var document = new IndexDocument();
                for (var i = 0; i < PerAdder; i++)
                {
                    // Each adder has keys of its own, so that what is left at the end is known.
                    long key = (random.Next(Keys / 3) * 3) + number;
                    document.Reset(key, key);
                    for (var position = 0; position < 12; position++)
                        document.Add(0, ((int)Math.Exp(random.NextDouble() * 6)).ToString(CultureInfo.InvariantCulture), position);
                    document.Add(0, "every", 12);
                    writer.Add(document);
                    if (i % 10 == 9)
                        writer.Delete((random.Next(Keys / 3) * 3) + number);
                }
            },
            TestContext.Current.CancellationToken)).ToArray();
        var readers = Enumerable.Range(0, 3).Select(number => Task.Run(
            () =>
            {
                var random = new Random(100 + number);
                while (!Volatile.Read(ref done))
                {
                    var snapshot = writer.Acquire();
                    Assert.Equal(snapshot.DocumentCount, snapshot.Count(new TermQuery(0, "every")));
                    Query[] terms = [.. Enumerable.Range(0, 4).Select(_ => new TermQuery(0, random.Next(1, 300).ToString(CultureInfo.InvariantCulture)))];
                    var query = new BooleanQuery { Should = terms };
                    Assert.Equal(snapshot.SearchExhaustively(query, 10), snapshot.Search(query, 10));
                }
            },
            TestContext.Current.CancellationToken)).ToArray();

        for (var progress = 1; !Task.WhenAll(adders).IsCompleted; progress++)
            writer.Commit(progress);
        await Task.WhenAll(adders);
        writer.Commit(1_000_000);
        Volatile.Write(ref done, true);
        await Task.WhenAll(readers);

        var held = writer.Acquire();
        Assert.Equal(ExpectedKeys(Keys, PerAdder), held.Documents().Select(document => document.Key).Order());
        writer.Merge();
        writer.Commit(1_000_001);
        Assert.Equal(1, writer.Acquire().SegmentCount);
        Assert.Equal(held.Documents().Order(), writer.Acquire().Documents().Order());
        Assert.Empty(IndexChecker.Check(new FileSystemDirectory(folder), TestContext.Current.CancellationToken).Problems);
    }

    [Fact]
    public void A_document_replaced_many_times_before_anything_is_shown_is_there_once_however_segments_are_merged_meanwhile()
    {
        const int Keys = 500;
        var options = new IndexWriterOptions { BufferBytes = 20_000 };
        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema, options);
        var random = new Random(5);
        var document = new IndexDocument();
        for (var i = 0; i < 6_000; i++)
        {
            document.Reset(i < Keys ? i : random.Next(Keys), 0);
            for (var position = 0; position < 12; position++)
                document.Add(0, ((i * 7 % 100) + position).ToString(CultureInfo.InvariantCulture), position);
            writer.Add(document);
            if (i % 100 == 99)
                writer.WaitForMerges();
        }

        writer.Commit(1);
        writer.WaitForMerges();
        Assert.Equal(Enumerable.Range(0, Keys).Select(key => (long)key), writer.Acquire().Documents().Select(found => found.Key).Order());
        Assert.True(IndexChecker.Check(new FileSystemDirectory(folder), TestContext.Current.CancellationToken).IsSound);
    }

    [Fact]
    public void Updating_everything_again_and_again_leaves_no_pile_of_deleted_documents()
    {
        using var writer = IndexWriter.Open(new FileSystemDirectory(folder), Schema);
        for (var round = 1; round <= 12; round++)
        {
            AddMany(writer, documents: 60, termsEach: 10);
            writer.Commit(round);
        }

        writer.WaitForMerges();

        var report = IndexChecker.Check(new FileSystemDirectory(folder), TestContext.Current.CancellationToken);
        Assert.True(report.IsSound);
        Assert.Equal(60, report.Documents);
        Assert.InRange(report.DeletedDocuments, 0, 15);
    }

    // The same random numbers again, with a set for an index.
    static SortedSet<long> ExpectedKeys(int keys, int perAdder)
    {
        var left = new SortedSet<long>();
        for (var number = 0; number < 3; number++)
        {
            var random = new Random(number);
            for (var i = 0; i < perAdder; i++)
            {
                left.Add((random.Next(keys / 3) * 3) + number);
                for (var position = 0; position < 12; position++)
                    random.NextDouble();
                if (i % 10 == 9)
                    left.Remove((random.Next(keys / 3) * 3) + number);
            }
        }

        return left;
    }

    static void AddMany(IndexWriter writer, int documents, int termsEach, int firstKey = 0)
    {
        var random = new Random(firstKey);
        var document = new IndexDocument();
        for (var i = 0; i < documents; i++)
        {
            document.Reset(firstKey + i, firstKey + i);
            document.Add(0, "every", 0);
            for (var position = 1; position < termsEach; position++)
                document.Add(0, ((int)Math.Pow(random.Next(1, 100), 2)).ToString(CultureInfo.InvariantCulture), position * random.Next(1, 400));
            writer.Add(document);
        }
    }
}
