using System.Text;
using System.Text.Json;
using Tanyuan.Pages.Batch;
using Tanyuan.Pages.Sources;
using Tanyuan.Tests.Shared;

namespace Tanyuan.Pages.Tests.Formats;

/// <summary>
/// A file of each format, made by other programs than ours, and beside it what it must become: a line a page, with its name and where it
/// came from. Run with <c>TANYUAN_WRITE_GOLDEN=1</c> to write the second from the first, then read what changed.
/// </summary>
public sealed class GoldenFormatTests
{
    static readonly string Folder = Repository.File("tests", "Tanyuan.Pages.Tests", "Formats", "Golden");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Folder).Where(path => !path.EndsWith(".expected.jsonl", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_becomes_its_documents(string file)
    {
        if (file.EndsWith(".pdf", StringComparison.Ordinal))
            PdfTool.OrSkip();
        var expected = Path.Combine(Folder, file + ".expected.jsonl");
        var actual = string.Concat(PageSource.Enumerate(Path.Combine(Folder, file), TestContext.Current.CancellationToken).Select(Line));
        if (Environment.GetEnvironmentVariable("TANYUAN_WRITE_GOLDEN") == "1")
            File.WriteAllText(expected, actual);

        Assert.Equal(File.ReadAllText(expected), actual);
    }

    // Without a name only what shows in the bytes can tell the format.
    public static TheoryData<string> FilesThatTell =>
        [.. Files.Select(row => row.Data).Where(file => Path.GetExtension(file) is not (".md" or ".csv" or ".tsv" or ".mbox"))];

    [Theory]
    [MemberData(nameof(FilesThatTell))]
    public void A_file_reads_the_same_from_a_stream_as_from_the_disk(string file)
    {
        if (file.EndsWith(".pdf", StringComparison.Ordinal))
            PdfTool.OrSkip();
        var path = Path.Combine(Folder, file);
        using var stream = File.OpenRead(path);

        Assert.Equal(
            PageSource.Enumerate(path, TestContext.Current.CancellationToken).Select(Line),
            PageSource.FromStream(path, stream, PageLimits.Default, TestContext.Current.CancellationToken).Select(Line));
    }

    static string Line(SourceItem item)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, DocumentJson.WriterOptions()))
        {
            json.WriteStartObject();
            json.WriteString("name", Path.GetRelativePath(Folder, item.Page?.Name ?? item.Quarantine!.Name));
            json.WriteString("format", item.Page?.Format.ToString());
            json.WriteString("url", item.Page?.Url);
            json.WriteString("fetched", item.Page?.Fetched);
            json.WritePropertyName("reading");
            DocumentJson.Write(json, item.Page is { } page ? PageReader.Read(page, TestContext.Current.CancellationToken) : new PageReading(new Page("", default, PageFormat.Text), [], null, item.Quarantine));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray()) + "\n";
    }
}
