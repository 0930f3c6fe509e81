using System.Globalization;
using Tanyuan.Index.Buffering;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;
using Tanyuan.Index.Writing;

namespace Tanyuan.Index.Tests;

/// <summary>An index of a thousand segments, as no writer leaves one: opened without reading what they hold, and searched all the same.</summary>
public sealed class ManySegmentsTests
{
    const int Segments = 1000;
    const int DocumentsEach = 10;

    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]) { Columns = [new ColumnDefinition("day", ColumnKind.Number)] };

    [Fact]
    public void A_thousand_segments_are_opened_lazily_and_found_in()
    {
        var directory = new CountingDirectory(Build());
        using var snapshot = Snapshot.Open(directory);
        Assert.Equal((Segments, Segments * DocumentsEach), (snapshot.SegmentCount, snapshot.DocumentCount));
        Assert.Equal(0, directory.Touched("postings") + directory.Touched("positions"));

        Assert.Equal([777_007], snapshot.Search(new TermQuery(0, "777007"), 10).Select(hit => hit.Key));
        Assert.Equal(snapshot.SearchExhaustively(new TermQuery(0, "every"), 10), snapshot.Search(new TermQuery(0, "every"), 10));
        Assert.Equal([999_009, 999_008], snapshot.Search(new AllQuery(), new SearchRequest(2) { Order = new ColumnOrder(0) }).Select(hit => hit.Key));
    }

    [Fact]
    public void Of_a_large_segment_only_the_ends_of_two_files_are_read_before_the_first_search()
    {
        const int BlockLength = 1 << 16;
        var memory = new MemoryDirectory();
        using (var writer = IndexWriter.Open(memory, Schema))
        {
            var document = new IndexDocument();
            for (var key = 0; key < 90_000; key++)
            {
                document.Reset((long)key * key, (long)key * key);
                document.Add(0, $"term {key}", 0);
                document.Add(0, "every", 1);
                writer.Add(document);
            }

            writer.Commit(1);
        }

        var directory = new CountingDirectory(memory);
        using var snapshot = Snapshot.Open(directory);
        Assert.True(directory.Size > 12 * BlockLength);
        Assert.Equal(0, directory.Touched("postings") + directory.Touched("positions"));
        Assert.InRange(directory.Touched("terms"), 1, 2 * BlockLength);
        Assert.InRange(directory.Touched("documents"), 1, 2 * BlockLength);
        Assert.Equal(90_000, snapshot.Count(new TermQuery(0, "every")));
    }

    [Fact]
    public void A_writer_merges_them_down_to_as_few_as_are_asked_for()
    {
        var directory = Build();
        using var writer = IndexWriter.Open(directory, Schema, new IndexWriterOptions { MergeInBackground = false });
        writer.Merge(3);
        writer.Commit(2);
        using (var snapshot = writer.Acquire())
        {
            Assert.InRange(snapshot.SegmentCount, 1, 3);
            Assert.Equal(Segments * DocumentsEach, snapshot.Count(new TermQuery(0, "every")));
        }

        Assert.True(IndexChecker.Check(directory, TestContext.Current.CancellationToken).IsSound);
    }

    static MemoryDirectory Build()
    {
        var directory = new MemoryDirectory();
        var commits = new CommitStore(directory, Schema, null);
        var segments = new List<LiveSegment>();
        var document = new IndexDocument();
        for (var segment = 0; segment < Segments; segment++)
        {
            var buffer = new SegmentBuffer(Schema, runLength: 1024);
            for (var i = 0; i < DocumentsEach; i++)
            {
                var key = (segment * 1000) + i;
                document.Reset(key, key);
                document.Add(0, "every", 0);
                for (var position = 1; position < 60; position++)
                    document.Add(0, ((position * 37) % 50).ToString(CultureInfo.InvariantCulture), position);
                document.Add(0, key.ToString(CultureInfo.InvariantCulture), 60);
                document.Set(0, key);
                buffer.Invert(document, buffer.Reserve(document));
            }

            var id = commits.TakeSegmentId();
            buffer.WriteSegment(directory, id, buffer.Renumber());
            segments.Add(new LiveSegment(SegmentReader.Open(directory, id, Schema), LiveDocuments.All(DocumentsEach), 0, 0));
        }

        commits.Commit(segments, 1);
        return directory;
    }

    /// <summary>Counts the bytes of bodies that are asked for; headers, checksums and footers are what opening a file takes.</summary>
    sealed class CountingDirectory(MemoryDirectory inner) : WrappedDirectory(inner)
    {
        readonly List<CountingInput> inputs = [];

        public long Size => inputs.Sum(input => input.Length);

        public long Touched(string kind) => inputs.Where(input => input.Name.EndsWith($".{kind}", StringComparison.Ordinal)).Sum(input => input.Touched);

        public override IndexInput Open(string name)
        {
            var input = new CountingInput(name, base.Open(name));
            inputs.Add(input);
            return input;
        }
    }

    sealed class CountingInput(string name, IndexInput inner) : IndexInput
    {
        const int EnvelopeLength = 24;

        public string Name => name;

        public long Touched { get; private set; }

        public override long Length => inner.Length;

        public override ReadOnlySpan<byte> GetSpan(long offset, int length)
        {
            if (length > EnvelopeLength)
                Touched += length;
            return inner.GetSpan(offset, length);
        }
    }
}
