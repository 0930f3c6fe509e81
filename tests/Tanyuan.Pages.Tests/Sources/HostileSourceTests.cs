using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.Sources;

/// <summary>Whatever a file holds, reading it ends, in pages or in a named reason, within the memory and the work that its limits allow.</summary>
public sealed class HostileSourceTests
{
    const string Story = "望川渡口的老橋今年春天開始翻修，橋面換成了松木，橋下的石墩一塊也沒有動。";

    const string Laughs = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>
        """;

    static readonly PageLimits Small = new() { ExpansionAllowance = 1 << 20, MaxExpansion = 10, MaxPageBytes = 1 << 20 };

    static readonly Dictionary<string, (Func<byte[]> Content, string Code)> Files = new()
    {
        ["archives in archives.zip"] = (() => Nested(10, inner => Archive.Zip(("inner.zip", inner))), QuarantineCodes.TooDeep),
        ["gzip in gzip.gz"] = (() => Nested(10, Archive.GZip), QuarantineCodes.TooDeep),
        ["zeros.gz"] = (() => Archive.GZip(new byte[20 << 20]), QuarantineCodes.NotText),
        ["records.jsonl.gz"] = (() => Archive.GZip(Filled(20 << 20, "{\"text\":\"" + Story + "\"}\n")), QuarantineCodes.ExpandsTooMuch),
        ["a long text.zip"] = (() => Archive.Zip(("long.txt", Filled(20 << 20))), QuarantineCodes.TooLarge),
        ["many texts.zip"] = (() => Archive.Zip([.. Enumerable.Range(0, 40).Select(i => ($"{i}.txt", Filled(1 << 20)))]), QuarantineCodes.ExpandsTooMuch),
        ["overlapping.zip"] = (() => Archive.Overlapping(Filled(1 << 19), 2_000), QuarantineCodes.ExpandsTooMuch),
        ["bombs in a bomb.zip"] = (() => Archive.Zip([.. Enumerable.Range(0, 50).Select(i => ($"{i}.zip", Archive.Zip(("a.txt", Filled(1 << 20)))))]), QuarantineCodes.ExpandsTooMuch),
        ["bomb.docx"] = (() => Archive.Word($"<document>{new string(' ', 20 << 20)}</document>"), QuarantineCodes.ExpandsTooMuch),
        ["laughs.rss"] = (() => Encoding.UTF8.GetBytes(Laughs + "<rss><item><title>&f;</title></item></rss>"), QuarantineCodes.Malformed),
        ["laughs.docx"] = (() => Archive.Word(Laughs + "<document><p><t>&f;</t></p></document>"), QuarantineCodes.Malformed),
        ["laughs.epub"] = (() => Archive.Book(Laughs + "<package><metadata><title>&f;</title></metadata></package>"), QuarantineCodes.Malformed),
        ["deep.atom"] = (() => Encoding.UTF8.GetBytes("<feed>" + string.Concat(Enumerable.Repeat("<a>", 100_000))), QuarantineCodes.TooDeep),
        ["deep.docx"] = (() => Archive.Word(string.Concat(Enumerable.Repeat("<p>", 100_000))), QuarantineCodes.TooDeep),
        ["a hollow.docx"] = (() => Archive.Zip(("[Content_Types].xml", []), ("word/other.xml", [])), QuarantineCodes.Malformed),
        ["a hollow.epub"] = (() => Archive.Zip(("META-INF/container.xml", "<container/>"u8.ToArray())), QuarantineCodes.Malformed),
        ["a chapter short.epub"] = (() => Archive.Book("<package><manifest><item id='a' href='gone.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>"), QuarantineCodes.Malformed),
        ["no feed.rss"] = (() => Encoding.UTF8.GetBytes($"<rss><channel><item><title>{Story}</title></channel></rss>"), QuarantineCodes.Malformed),
        ["nobody's.mbox"] = (() => Encoding.UTF8.GetBytes(Story), QuarantineCodes.Malformed),
        ["nuls.txt"] = (() => Encoding.UTF8.GetBytes(string.Concat(Story.Select(unit => $"{unit}\0"))), QuarantineCodes.NotText),
        ["nothing but nuls.md"] = (() => new byte[5_000], QuarantineCodes.NotText),
        ["a length beyond all.warc"] = (() => Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 9223372036854775807\r\n\r\nabc"), QuarantineCodes.Truncated),
        ["no length.warc"] = (() => Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n"), QuarantineCodes.Malformed),
        ["a packed bomb.warc"] = (PackedResponse, QuarantineCodes.TooLarge),
        ["a length beyond all.tar"] = (LongTar, QuarantineCodes.Truncated),
        ["locked.zip"] = (() => Changed(Archive.Zip(("a.txt", Filled(100))), "PK\x1\x2"u8, 8, 1), QuarantineCodes.Encrypted),
        ["packed otherwise.zip"] = (() => Changed(Archive.Zip(("a.txt", Filled(100))), "PK\x1\x2"u8, 10, 12), QuarantineCodes.UnknownFormat),
        ["a wrong checksum.zip"] = (() => Changed(Archive.Zip(("a.txt", Filled(100))), "PK\x1\x2"u8, 16, 0x5A), QuarantineCodes.Malformed),
        ["a wrong length.zip"] = (() => Changed(Archive.Zip(("a.txt", Filled(100))), "PK\x1\x2"u8, 24, 99), QuarantineCodes.Malformed),
        ["an odd number of surrogates.jsonl"] = (() => Encoding.UTF8.GetBytes("{\"text\":\"\\ud800\"}"), QuarantineCodes.BadJson),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    public static TheoryData<string> Containers => ["mixed.zip", "book.epub", "report.docx", "crawl.warc", "crawl.warc.gz", "letters.mbox", "bridge.rss", "bridge.eml", "saved.mhtml"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_ends_in_a_named_reason_within_its_limits(string name)
    {
        using var folder = new TemporaryFolder();
        folder.File(name, Files[name].Content());
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var readings = Read(PageSource.Enumerate(Path.Combine(folder.Path, name), Small, TestContext.Current.CancellationToken)).ToList();

        Assert.Contains(Files[name].Code, readings.Select(reading => reading.Quarantine?.Code));
        Assert.InRange(readings.Count(reading => reading.Quarantine is not null), 1, 1_100);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 400L << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"text\":\"")]
    [InlineData("<html><body><p>")]
    [InlineData("id,text\n1,")]
    [InlineData("MIME-Version: 1.0\n\n")]
    [InlineData("WARC/1.0\r\nContent-Length: ")]
    [InlineData("<rss>")]
    public void A_line_of_a_hundred_megabytes_is_too_large_and_is_not_held(string opening)
    {
        using var line = new EndlessLine(opening, 100 << 20);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var items = PageSource.FromStream("-", line, PageLimits.Default, TestContext.Current.CancellationToken).ToList();

        Assert.Contains(Assert.Single(items).Quarantine?.Code, (string?[])[QuarantineCodes.TooLarge, QuarantineCodes.Malformed]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200L << 20);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void A_file_cut_off_gives_what_came_before_or_a_reason(string name)
    {
        var whole = File.ReadAllBytes(Golden(name));
        for (var length = whole.Length - 1; length > 0; length -= Math.Max(1, whole.Length / 100))
            Assert.NotEmpty(Read(Contents(name, whole[..length])));
    }

    [Theory]
    [InlineData("small.zip")]
    [InlineData("small.tar")]
    [InlineData("small.tar.gz")]
    [InlineData("small.jsonl.gz")]
    [InlineData("small.warc.gz")]
    public void An_archive_cut_off_at_any_byte_gives_whole_pages_only_and_says_where_one_is_missing(string name)
    {
        byte[] story = Encoding.UTF8.GetBytes(Story), other = Encoding.UTF8.GetBytes("修橋的木匠說，松木要先在河水裡泡滿四十天。");
        (string, byte[])[] members = [("a.txt", story), ("b.txt", other)];
        var whole = name[5..] switch
        {
            ".zip" => Archive.Zip(members),
            ".tar" => Archive.Tar(members),
            ".tar.gz" => Archive.GZip(Archive.Tar(members)),
            ".jsonl.gz" => Archive.GZip(Encoding.UTF8.GetBytes($"{{\"text\":\"{Story}\"}}\n")),
            _ => Archive.GZip(Archive.Warc("https://example.org/", story)),
        };
        var pages = Contents(name, whole).Select(item => Convert.ToHexString(item.Page!.Content.Span)).ToHashSet();
        for (var length = whole.Length - 1; length > 3; length -= length > 1_000 ? 13 : 1)
        {
            var items = Contents(name, whole[..length]).ToList();
            Assert.True(items.Count(item => item.Page is not null) == pages.Count || items.Exists(item => item.Quarantine is not null), $"cut to {length} bytes");
            Assert.All(items, item => Assert.True(item.Page is null || pages.Contains(Convert.ToHexString(item.Page.Content.Span)), $"cut to {length} bytes"));
        }
    }

    [Fact]
    public void A_file_damaged_anywhere_is_read_to_an_end()
    {
        var files = Containers.Select(row => (Name: row.Data, Content: File.ReadAllBytes(Golden(row.Data)))).ToArray();
        var damage = from file in Gen.Elements(files)
                     from places in Gen.Choose(0, file.Content.Length - 1).ListOf(5)
                     from values in Gen.Choose(0, 255).ListOf(5)
                     select (file, places, values);
        Prop.ForAll(damage.ToArbitrary(), sample =>
        {
            var content = sample.file.Content.ToArray();
            foreach (var (place, value) in sample.places.Zip(sample.values))
                content[place] = (byte)value;
            return Read(Contents(sample.file.Name, content)).All(reading => reading.Documents.Count > 0 || reading.Quarantine is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_crawl_is_read_on_after_a_damaged_record()
    {
        byte[] first = Archive.Warc("https://example.org/1", Encoding.UTF8.GetBytes(Story)), second = Archive.Warc("https://example.org/2", Encoding.UTF8.GetBytes(Story));
        first[first.AsSpan().IndexOf("Content-Length: 1"u8) + "Content-Length: ".Length] = (byte)'0';

        var items = Contents("crawl.warc", [.. first, .. second]).ToList();

        Assert.Contains(items, item => item.Quarantine?.Code == QuarantineCodes.Malformed);
        Assert.Contains(items, item => item.Page?.Url == "https://example.org/2");
    }

    [Fact]
    public void An_archive_behind_the_program_that_unpacks_it_is_found()
    {
        byte[] archive = [.. "MZ"u8, .. new byte[5_000], .. Archive.Zip(("a.txt", Encoding.UTF8.GetBytes(Story)))];

        Assert.Equal(Story, Encoding.UTF8.GetString(Assert.Single(Contents("setup.zip", archive)).Page!.Content.Span));
    }

    [Fact]
    public void A_page_that_takes_too_long_is_set_aside()
    {
        var page = new Page("slow.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>字", 200_000))), PageFormat.Html);

        var reading = PageReader.Read(page, new PageLimits { MaxPageTime = TimeSpan.Zero }, TestContext.Current.CancellationToken);

        Assert.Equal(QuarantineCodes.TooSlow, reading.Quarantine?.Code);
    }

    // On the disk, because the name tells the formats that their bytes do not.
    static IEnumerable<SourceItem> Contents(string name, byte[] content)
    {
        using var folder = new TemporaryFolder();
        foreach (var item in PageSource.Enumerate(folder.File(name, content), TestContext.Current.CancellationToken))
            yield return item;
    }

    static IEnumerable<PageReading> Read(IEnumerable<SourceItem> items) => items.Select(item => item.Page is { } page
        ? PageReader.Read(page, Small, TestContext.Current.CancellationToken)
        : new PageReading(new Page(item.Quarantine!.Name, default, PageFormat.Text), [], null, item.Quarantine));

    static string Golden(string name) => Repository.File("tests", "Tanyuan.Pages.Tests", "Formats", "Golden", name);

    static byte[] Nested(int depth, Func<byte[], byte[]> wrap) =>
        Enumerable.Range(0, depth).Aggregate(Archive.Zip(("page.txt", Encoding.UTF8.GetBytes(Story))), (inner, _) => wrap(inner));

    static byte[] Filled(int length, string text = Story)
    {
        var story = Encoding.UTF8.GetBytes(text);
        var content = new byte[length / story.Length * story.Length];
        for (var at = 0; at < content.Length; at += story.Length)
            story.CopyTo(content, at);
        return content;
    }

    static byte[] Changed(byte[] archive, ReadOnlySpan<byte> mark, int offset, byte value)
    {
        archive[archive.AsSpan().IndexOf(mark) + offset] = value;
        return archive;
    }

    static byte[] PackedResponse()
    {
        var packed = Archive.GZip(Filled(5 << 20));
        byte[] http = [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. packed];
        return [.. Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Type: application/http\r\n"
            + $"Content-Length: {http.Length}\r\n\r\n"), .. http, .. "\r\n\r\n"u8];
    }

    static byte[] LongTar()
    {
        var tar = Archive.Tar(("a.txt", Filled(100)));
        var header = tar.AsSpan(tar.AsSpan().LastIndexOf("ustar"u8) - 257, 512);
        "77777777777\0"u8.CopyTo(header[124..]);
        "        "u8.CopyTo(header[148..]);
        var sum = 0;
        foreach (var value in header)
            sum += value;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
        return tar;
    }

    /// <summary>An opening and then one character over and over, without a line break.</summary>
    sealed class EndlessLine(string opening, long length) : Stream
    {
        long at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - at);
            for (var i = 0; i < read; i++)
                buffer[offset + i] = at + i < opening.Length ? (byte)opening[(int)(at + i)] : (byte)'x';
            at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
