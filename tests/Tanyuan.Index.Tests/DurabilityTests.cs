using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>What a folder on disk holds after commits, refreshes, closing and opening again.</summary>
public sealed class DurabilityTests : IDisposable
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true)]);

    readonly string folder = Directory.CreateTempSubdirectory("tanyuan-index-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_commit_survives_closing_and_carries_its_progress()
    {
        using (var writer = Open())
        {
            Add(writer, 1, "甲 乙");
            Add(writer, 2, "乙 丙");
            writer.Commit(7);
            Add(writer, 3, "乙 丁");
        }

        using var reopened = Open();
        Assert.Equal(7, reopened.Progress);
        Assert.Equal([1, 2], Keys(reopened.Acquire()));
        Assert.Equal([1, 2], reopened.Acquire().Search(new TermQuery(0, "乙"), 10).Select(hit => hit.Key));
    }

    [Fact]
    public void A_refresh_is_visible_at_once_and_lost_without_a_commit()
    {
        using (var writer = Open())
        {
            Add(writer, 1, "甲");
            Assert.Empty(Keys(writer.Acquire()));
            writer.Refresh();
            Assert.Equal([1], Keys(writer.Acquire()));
        }

        using var reopened = Open();
        Assert.Empty(Keys(reopened.Acquire()));
        Assert.Equal(0, reopened.Progress);
    }

    [Fact]
    public void Deletions_survive_closing()
    {
        using (var writer = Open())
        {
            for (var key = 1; key <= 10; key++)
                Add(writer, key, "甲", group: key % 2);
            writer.Commit(1);
            writer.Delete(4);
            writer.DeleteGroup(1);
            writer.Commit(2);
        }

        using var reopened = Open();
        Assert.Equal([2, 6, 8, 10], Keys(reopened.Acquire()));
    }

    [Fact]
    public void A_snapshot_never_changes()
    {
        using var writer = Open();
        Add(writer, 1, "甲");
        writer.Commit(1);
        var before = writer.Acquire();

        Add(writer, 1, "乙");
        Add(writer, 2, "甲");
        writer.Commit(2);
        writer.DeleteAll();
        writer.Commit(3);

        Assert.Equal([1], before.Search(new TermQuery(0, "甲"), 10).Select(hit => hit.Key));
        Assert.Empty(Keys(writer.Acquire()));
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_the_last_commit()
    {
        Assert.Equal("index-not-found", Assert.Throws<TanyuanException>(() => Snapshot.Open(new FileSystemDirectory(folder))).Code);

        using var writer = Open();
        Add(writer, 1, "甲");
        writer.Commit(1);
        Add(writer, 2, "甲");
        writer.Refresh();

        var snapshot = Snapshot.Open(new FileSystemDirectory(folder));
        Assert.Equal([1], Keys(snapshot));
        Assert.Equal(1, snapshot.Progress);
    }

    [Fact]
    public void A_second_writer_is_refused_until_the_first_is_closed()
    {
        using (Open())
            Assert.Equal("index-locked", Assert.Throws<TanyuanException>(Open).Code);

        using var next = Open();
        Assert.Empty(Keys(next.Acquire()));
    }

    [Fact]
    public void Other_fields_are_refused_and_recreate_starts_anew()
    {
        using (var writer = Open())
        {
            Add(writer, 1, "甲");
            writer.Commit(5);
        }

        var other = new IndexSchema([new FieldDefinition("body", Positions: false)]);
        Assert.Equal("index-schema-mismatch", Assert.Throws<TanyuanException>(() => IndexWriter.Open(new FileSystemDirectory(folder), other)).Code);

        using (var writer = IndexWriter.Recreate(new FileSystemDirectory(folder), other))
        {
            Assert.Equal(0, writer.Progress);
            Add(writer, 2, "乙");
            writer.Refresh();
            Assert.Equal([1], Keys(Snapshot.Open(new FileSystemDirectory(folder))));
            writer.Commit(6);
        }

        Assert.Equal([2], Keys(Snapshot.Open(new FileSystemDirectory(folder))));
    }

    [Fact]
    public void Scoring_weights_may_change_without_a_rebuild()
    {
        using (var writer = Open())
        {
            Add(writer, 1, "甲 乙");
            writer.Commit(1);
        }

        var boosted = new IndexSchema([Schema.Fields[0] with { Boost = 3 }]);
        using var again = IndexWriter.Open(new FileSystemDirectory(folder), boosted);
        var query = new TermQuery(0, "甲");
        Assert.Equal(
            3 * Snapshot.Open(new FileSystemDirectory(folder)).Search(query, 1)[0].Score,
            again.Acquire().Search(query, 1)[0].Score, 9);
    }

    [Fact]
    public void Files_of_an_unfinished_commit_are_cleaned_and_foreign_files_stay()
    {
        using (var writer = Open())
        {
            Add(writer, 1, "甲");
            writer.Commit(1);
            Add(writer, 2, "甲");
            writer.Refresh();
        }

        File.WriteAllText(Path.Combine(folder, "segments_9.tmp"), "torn");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        using (Open())
        {
            var names = Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
            Assert.Equal(
                ["notes.txt", "segment-1.documents", "segment-1.positions", "segment-1.postings", "segment-1.terms", "segments_1", "write.lock"], names);
        }
    }

    IndexWriter Open() => IndexWriter.Open(new FileSystemDirectory(folder), Schema);

    static void Add(IndexWriter writer, long key, string text, long group = 0)
    {
        var document = new IndexDocument();
        document.Reset(key, group);
        foreach (var (position, term) in text.Split(' ').Index())
            document.Add(0, term, position);
        writer.Add(document);
    }

    static IEnumerable<long> Keys(Snapshot snapshot) => snapshot.Documents().Select(document => document.Key).Order();
}
