using System.Buffers.Binary;
using System.Numerics;
using Tanyuan.Index.Queries;
using Tanyuan.Index.Storage;
using Tanyuan.Index.Tests.Model;
using Tanyuan.Text;

namespace Tanyuan.Index.Tests;

/// <summary>Files that are not what was written: never a wrong answer, never anything but a named error.</summary>
public class CorruptionTests
{
    static readonly IndexSchema Schema = new([new FieldDefinition("body", Positions: true), new FieldDefinition("tags", Positions: false)])
    {
        Columns = [new ColumnDefinition("day", ColumnKind.Number), new ColumnDefinition("site", ColumnKind.Text)],
    };

    static readonly Query[] Queries =
    [
        new TermQuery(0, "的"),
        new TermQuery(1, "索引"),
        new PrefixQuery(0, "a"),
        new PhraseQuery(0, [("的", 0), ("索引", 1)], Slop: 1),
        new BooleanQuery { Must = [new AllQuery()], MustNot = [new TermQuery(0, "索")] },
        new BooleanQuery { Must = [new TermQuery(0, "的"), new NumberRangeQuery(0, 0, 9)], MustNot = [new TextSetQuery(1, ["索引"])] },
        new NumberSetQuery(0, [-1, 0, 1, 2]),
    ];

    static readonly SearchRequest ByDay = new(4) { Order = new ColumnOrder(0), Grouping = new Grouping() };

    readonly Dictionary<string, byte[]> files = BuildFiles();

    [Fact]
    public void Any_changed_byte_ends_in_an_error_or_does_not_matter()
    {
        var expected = Answers(Snapshot.Open(DirectoryOf(files)));
        foreach (var (name, bytes) in files)
        {
            for (var place = 0; place < bytes.Length; place++)
            {
                foreach (var change in (byte[])[0x01, 0xFF])
                {
                    var directory = DirectoryOf(files, name, Changed(bytes, place, change));
                    var answers = AnswersOrNull(directory, name);
                    Assert.True(answers is null || answers.SequenceEqual(expected), $"{name} at {place}: a wrong answer");
                    Assert.False(Check(directory).IsSound, $"{name} at {place}: the checker finds nothing");
                }
            }
        }
    }

    [Fact]
    public void A_file_cut_short_anywhere_or_made_longer_is_noticed()
    {
        foreach (var (name, bytes) in files)
        {
            for (var length = 0; length < bytes.Length; length++)
                Assert.Null(AnswersOrNull(DirectoryOf(files, name, bytes[..length]), name));
            Assert.Null(AnswersOrNull(DirectoryOf(files, name, [.. bytes, 0]), name));
        }
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        foreach (var name in files.Keys.Where(name => !name.StartsWith("segments_", StringComparison.Ordinal)))
        {
            var directory = DirectoryOf(files.Where(file => file.Key != name));
            var error = Assert.Throws<TanyuanException>(() => IndexWriter.Open(directory, Schema));
            Assert.Equal("index-corrupt", error.Code);
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
            Assert.False(Check(directory).IsSound);
        }
    }

    [Fact]
    public void Damage_under_a_right_checksum_still_ends_in_a_named_error_or_an_answer()
    {
        foreach (var (name, bytes) in files)
        {
            var sealedLength = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(bytes.Length - 20));
            for (var place = 0; place < sealedLength; place++)
            {
                foreach (var change in (byte[])[0x01, 0x80, 0xFF])
                {
                    var changed = Changed(bytes, place, change);
                    Seal(changed, sealedLength);

                    // The manifest's seals would catch it at the door; this is about what lies behind.
                    var directory = DirectoryOf(WithSealsOf(files, name, changed));
                    Check(directory);
                    AnswersOfWriterOrNull(directory);
                }
            }
        }
    }

    [Fact]
    public void Damage_to_the_blocks_of_frequent_terms_under_a_right_checksum_ends_no_worse()
    {
        var random = new Random(12);
        var frequent = BuildFrequentFiles();
        foreach (var (name, bytes) in frequent.Where(file => file.Key.StartsWith("segment-", StringComparison.Ordinal)))
        {
            var sealedLength = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(bytes.Length - 20));
            for (var round = 0; round < 250; round++)
            {
                var changed = Changed(bytes, random.Next(16, sealedLength), (byte)random.Next(1, 256));
                Seal(changed, sealedLength);
                var directory = DirectoryOf(WithSealsOf(frequent, name, changed));
                Check(directory);
                AnswersOfWriterOrNull(directory);
            }
        }
    }

    [Fact]
    public void A_file_of_a_later_format_is_refused_as_such()
    {
        var name = files.Keys.Single(name => name.StartsWith("segments_", StringComparison.Ordinal));
        var directory = DirectoryOf(files, name, Changed(files[name], place: 6, change: 0x80));
        Assert.Equal("index-too-new", Assert.Throws<TanyuanException>(() => Snapshot.Open(directory)).Code);
        Assert.Equal("index-too-new", Assert.Throws<TanyuanException>(() => IndexWriter.Open(directory, Schema)).Code);
    }

    [Fact]
    public void A_file_of_an_earlier_format_is_refused_as_such()
    {
        var name = files.Keys.Single(name => name.StartsWith("segments_", StringComparison.Ordinal));
        var directory = DirectoryOf(files, name, Changed(files[name], place: 6, change: (byte)(files[name][6] ^ 1)));
        Assert.Equal("index-outdated", Assert.Throws<TanyuanException>(() => Snapshot.Open(directory)).Code);
        Assert.Equal("index-outdated", Assert.Throws<TanyuanException>(() => IndexWriter.Open(directory, Schema)).Code);
    }

    [Fact]
    public void A_damaged_newest_manifest_gives_way_to_the_one_before_if_that_is_there()
    {
        var with = files.ToDictionary(StringComparer.Ordinal);
        with["segments_9"] = [1, 2, 3];
        var directory = DirectoryOf(with);

        Assert.Equal(2, Snapshot.Open(directory).Progress);
        Assert.False(Check(directory).IsSound);
    }

    [Fact]
    public void The_error_names_file_and_place()
    {
        var bytes = files["segment-1.postings"];
        var directory = DirectoryOf(files, "segment-1.postings", Changed(bytes, 20, 0xFF));
        var error = Assert.Throws<TanyuanException>(() => Answers(Snapshot.Open(directory)));
        Assert.Equal("index-corrupt", error.Code);
        Assert.Contains("segment-1.postings is damaged at byte 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_of_a_sound_index_counts_what_is_there()
    {
        var report = Check(DirectoryOf(files));
        Assert.True(report.IsSound);
        Assert.Equal((2, 1, 11, 1), (report.Progress, report.Segments, report.Documents, report.DeletedDocuments));
        Assert.Equal(files.Where(file => file.Key.StartsWith("segment-1.", StringComparison.Ordinal) && !file.Key.Contains("live", StringComparison.Ordinal)).Sum(file => file.Value.Length), report.Bytes);
        Assert.True(report.Postings >= report.Terms && report.Terms > 0);
    }

    [Fact]
    public void The_check_of_an_empty_directory_says_that_there_is_no_index() =>
        Assert.Contains("no committed index", Assert.Single(Check(new MemoryDirectory()).Problems), StringComparison.Ordinal);

    static IndexReport Check(IndexDirectory directory) => IndexChecker.Check(directory, TestContext.Current.CancellationToken);

    static Dictionary<string, byte[]> BuildFiles()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        var random = new Random(11);
        var document = new IndexDocument();
        for (var key = 0; key < 12; key++)
        {
            ModelDocument.Random(random, key, key / 4, Schema).CopyTo(document);
            writer.Add(document);
        }

        writer.Commit(1);
        writer.Delete(5);
        writer.Commit(2);
        return directory.List().ToDictionary(name => name, name => ReadAll(directory, name), StringComparer.Ordinal);
    }

    // Two terms in more than 256 documents, one of them in as good as all and often next to the other.
    static Dictionary<string, byte[]> BuildFrequentFiles()
    {
        var directory = new MemoryDirectory();
        using var writer = IndexWriter.Open(directory, Schema);
        var document = new IndexDocument();
        for (var key = 0; key < 700; key++)
        {
            document.Reset(key, key / 4);
            document.Set(0, key % 20);
            for (var position = 0; position < 1 + (key % 9); position++)
                document.Add(0, (key + position) % 3 == 0 ? "索引" : "的", position);
            document.Add(1, key % 50 == 0 ? "索引" : "索", 0);
            writer.Add(document);
        }

        writer.Commit(1);
        return directory.List().ToDictionary(name => name, name => ReadAll(directory, name), StringComparer.Ordinal);
    }

    static byte[] ReadAll(IndexDirectory directory, string name)
    {
        var input = directory.Open(name);
        return input.GetSpan(0, (int)input.Length).ToArray();
    }

    static MemoryDirectory DirectoryOf(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var directory = new MemoryDirectory();
        foreach (var (name, bytes) in files)
        {
            using var stream = directory.Create(name);
            stream.Write(bytes);
        }

        return directory;
    }

    static MemoryDirectory DirectoryOf(Dictionary<string, byte[]> files, string changedName, byte[] changed) =>
        DirectoryOf(files.Select(file => file.Key == changedName ? KeyValuePair.Create(changedName, changed) : file));

    static byte[] Changed(byte[] bytes, int place, byte change)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= change;
        return changed;
    }

    static List<ScoredDocument> Answers(Snapshot snapshot) =>
        [.. Queries.SelectMany(query => snapshot.Search(query, 20)), .. snapshot.Search(new AllQuery(), ByDay), .. snapshot.Documents().Select(pair => new ScoredDocument(pair.Key, pair.Group, 0))];

    // Null stands for a named error; any other exception fails the test.
    static List<ScoredDocument>? AnswersOrNull(IndexDirectory directory, string named)
    {
        try
        {
            return Answers(Snapshot.Open(directory));
        }
        catch (TanyuanException error)
        {
            Assert.True(error.Code is "index-corrupt" or "index-too-new" or "index-outdated", error.Code);
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
            return null;
        }
    }

    static void AnswersOfWriterOrNull(IndexDirectory directory)
    {
        try
        {
            using var writer = IndexWriter.Open(directory, Schema);
            Answers(writer.Acquire());
            writer.Delete(3);
            writer.DeleteGroup(1);
            writer.Commit(9);
        }
        catch (TanyuanException error)
        {
            Assert.True(error.Code is "index-corrupt" or "index-too-new" or "index-outdated" or "index-schema-mismatch", error.Code);
        }
    }

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    // The files are smaller than a block, so there is one checksum and the footer.
    static void Seal(byte[] file, int sealedLength)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(sealedLength), Checksum(file.AsSpan(0, sealedLength)));
        var footer = file.AsSpan(file.Length - 20);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[8..], Checksum(file.AsSpan(sealedLength, 4)));
        BinaryPrimitives.WriteUInt32LittleEndian(footer[16..], Checksum(footer[..16]));
    }

    static Dictionary<string, byte[]> WithSealsOf(Dictionary<string, byte[]> files, string name, byte[] changed)
    {
        var result = new Dictionary<string, byte[]>(files, StringComparer.Ordinal) { [name] = changed };
        var manifest = files.Keys.Single(key => key.StartsWith("segments_", StringComparison.Ordinal));
        if (name == manifest)
            return result;

        var before = files[name].AsSpan(files[name].Length - 4);
        byte[] bytes = [.. result[manifest]];
        var place = bytes.AsSpan().IndexOf(before);
        changed.AsSpan(changed.Length - 4).CopyTo(bytes.AsSpan(place));
        Seal(bytes, (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(bytes.Length - 20)));
        result[manifest] = bytes;
        return result;
    }
}
