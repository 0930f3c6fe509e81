using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Tests.Shared;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>The files of format version 7 as they were first written. A change that fails here needs a new version; files of earlier ones are refused by name, and the index is made again.</summary>
public class FormatTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true), new FieldDefinition("tags", Positions: false, K1: 0.5, B: 0, Boost: 2)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text), new ColumnDefinition("empty", ColumnKind.Number)],
    };

    static readonly string Golden = Repository.File("tests", "Tanyuan.Index.Tests", "Golden", "version-7");

    [Fact]
    public void The_same_documents_give_the_same_bytes()
    {
        var directory = Build();
        Assert.Equal(Directory.GetFiles(Golden).Select(Path.GetFileName).Order(StringComparer.Ordinal), directory.List().Order(StringComparer.Ordinal));
        foreach (var name in directory.List())
        {
            var input = directory.Open(name);
            Assert.True(input.GetSpan(0, (int)input.Length).SequenceEqual(File.ReadAllBytes(Path.Combine(Golden, name))), $"{name} has changed.");
        }
    }

    [Fact]
    public void An_index_of_version_7_still_opens_and_answers()
    {
        var snapshot = Snapshot.Open(new FileSystemDirectory(Golden));
        Assert.Equal(42, snapshot.Progress);
        Assert.Equal([1, 3], snapshot.Search(new PhraseQuery(0, [("探源", 0), ("索引", 1)]), 10).Select(hit => hit.Key).Order());
        Assert.Equal([3], snapshot.Search(new TermQuery(1, "乙"), 10).Select(hit => hit.Key));
        Assert.Equal([1599, 1598], snapshot.Search(new AllQuery(), new SearchRequest(2) { Order = new ColumnOrder(0) }).Select(hit => hit.Key));
        Assert.Equal([3], snapshot.Search(new TextSetQuery(1, ["例子"]), 10).Select(hit => hit.Key));
        Assert.Equal(256, snapshot.Search(new PhraseQuery(0, [("块", 0), ("块", 0)]), 300).Count);
        Assert.Equal([2255], snapshot.Search(new PhraseQuery(0, [("块", 0), ("尾1", 600_000)]), 10).Select(hit => hit.Key));
        Assert.True(IndexChecker.Check(new FileSystemDirectory(Golden), TestContext.Current.CancellationToken).IsSound);
    }

    [Theory]
    [InlineData("version-2")]
    [InlineData("version-3")]
    [InlineData("version-4")]
    [InlineData("version-5")]
    [InlineData("version-6")]
    public void An_index_of_an_earlier_version_is_refused_as_such_and_made_anew(string version)
    {
        var earlier = Repository.File("tests", "Tanyuan.Index.Tests", "Golden", version);
        Assert.Equal("index-outdated", Assert.Throws<TanyuanException>(() => Snapshot.Open(new FileSystemDirectory(earlier))).Code);
        var directory = new MemoryDirectory();
        foreach (var path in Directory.GetFiles(earlier))
        {
            using var stream = directory.Create(Path.GetFileName(path));
            stream.Write(File.ReadAllBytes(path));
        }

        Assert.Equal("index-outdated", Assert.Throws<TanyuanException>(() => IndexWriter.Open(directory, Schema)).Code);
        using (var writer = IndexWriter.Recreate(directory, Schema))
            writer.Commit(1);
        Assert.Equal(0, Snapshot.Open(directory).DocumentCount);
        Assert.True(IndexChecker.Check(directory, TestContext.Current.CancellationToken).IsSound);
    }

    static MemoryDirectory Build()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        string[][] documents = [["探源 索引 的 格式", "甲"], ["索引 探源", "乙"], ["探源 索引 探源 索引 格", "甲 乙"]];
        var document = new IndexDocument();
        foreach (var (number, fields) in documents.Index())
        {
            document.Reset(number + 1, 100 - number);
            document.Set(0, -number);
            document.Set(1, number == 2 ? "例子" : "示例.中国");
            foreach (var (field, text) in fields.Index())
            {
                foreach (var (position, term) in text.Split(' ').Index())
                    document.Add(field, term, position);
            }

            writer.Add(document);
        }

        // 170 terms make a dictionary of several blocks.
        for (var key = 10; key < 20; key++)
        {
            document.Reset(key, 7);
            for (var position = 0; position < 17; position++)
                document.Add(0, $"词{(key * 17) + position}", position);
            writer.Add(document);
        }

        // A term in 600 documents has several blocks, impacts and positions to skip.
        for (var key = 1000; key < 1600; key++)
        {
            document.Reset(key, key);
            document.Add(0, "常", 0);
            document.Set(0, key * 1000L);
            for (var position = 1; position <= key % 7; position++)
                document.Add(0, key % 2 == 0 ? "常" : "见", position);
            writer.Add(document);
        }

        // Terms that stand twice at one place, far behind, and in just as many documents as a block has.
        for (var key = 2000; key < 2256; key++)
        {
            document.Reset(key, -key);
            document.Add(0, "块", key % 5);
            document.Add(0, "块", key % 5);
            document.Add(0, $"尾{key % 2}", key == 2255 ? 600_000 : key);
            writer.Add(document);
        }

        writer.Commit(41);
        writer.Delete(2);
        writer.Commit(42);
        return directory;
    }
}
