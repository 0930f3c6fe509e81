using System.Text;
using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Sources;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Tables;

/// <summary>
/// Reads tables of comma-, semicolon- or tab-separated values. One whose header names a column <c>text</c> or <c>html</c> is a stream of
/// records, as JSON Lines are: each row is a page, called <c>table.csv#row</c>, with the columns <c>id</c>, <c>title</c>, <c>url</c> and
/// <c>published</c> where there are such. Any other table is one page,
/// called by its file: a line a row, cells parted by tabs.
/// </summary>
internal static class TableReader
{
    const int MostHeaderCells = 1_000;

    /// <summary>The pages of a table.</summary>
    public static IEnumerable<SourceItem> Read(Source source, byte[] head, SourceReader sources)
    {
        var charset = TextDecoder.Decode(head, source.DeclaredCharset).Charset;
        var opening = TextDecoder.Decode(head, source.DeclaredCharset).Text;
        var delimiter = DelimiterOf(opening);
        var header = new TableRows(new StringReader(opening), delimiter, opening.Length).Read().FirstOrDefault() ?? [];
        if (!header.Take(MostHeaderCells).Any(cell => Name(cell) is "text" or "html"))
        {
            var item = sources.ToPage(source, PageFormat.Table);
            yield return item.Page is { } page ? SourceItem.Of(page with { Title = Path.GetFileNameWithoutExtension(source.FileName) }) : item;
            yield break;
        }

        using var text = new StreamReader(source.Content, EncodingOf(charset), detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var columns = header.Select(Name).ToList();
        var number = 1;
        foreach (var row in new TableRows(text, delimiter, sources.Limits.MaxRecordBytes / sizeof(char)).Read().Skip(1))
        {
            sources.Cancellation.ThrowIfCancellationRequested();
            var name = $"{source.Name}#{++number}";
            yield return row is null
                ? SourceItem.SetAside(name, QuarantineCodes.TooLarge, $"The row is longer than {sources.Limits.MaxRecordBytes / sizeof(char):N0} characters.")
                : ReadRecord(name, columns, row);
        }
    }

    /// <summary>The article that a table is.</summary>
    public static ExtractedPage ReadWhole(string table)
    {
        var lines = new TableRows(new StringReader(table), DelimiterOf(table), table.Length).Read().OfType<List<string>>()
            .Select(row => string.Join('\t', row.Select(cell => cell.ReplaceLineEndings(" ").Replace('\t', ' ').Trim())).TrimEnd('\t'))
            .Where(line => line.Length > 0);
        var text = string.Join('\n', lines);
        return new ExtractedPage(text.Length == 0 ? [] : [new ExtractedDocument("", text, null, null, null, null, [], []) { Blocks = [new DocumentBlock(DocumentBlockKind.Table, 0, text.Length)] }], []);
    }

    static SourceItem ReadRecord(string name, List<string> columns, List<string> row)
    {
        var isHtml = Cell("html") is not null;
        if ((Cell("html") ?? Cell("text")) is not { } content)
            return SourceItem.SetAside(name, QuarantineCodes.Empty, "The row has no text.");
        return SourceItem.Of(new Page(name, Encoding.UTF8.GetBytes(content), isHtml ? PageFormat.Html : PageFormat.Article)
        {
            ExternalId = Cell("id"),
            Title = Cell("title"),
            Url = Cell("url"),
            Published = Cell("published") ?? DateParser.Parse(Cell("date"))?.ToString(),
            DeclaredCharset = "utf-8",
        });

        string? Cell(string column) =>
            columns.IndexOf(column) is >= 0 and var at && at < row.Count && !string.IsNullOrWhiteSpace(row[at]) ? row[at] : null;
    }

    static string Name(string cell) => cell.Trim('\uFEFF', ' ').ToLowerInvariant();

    static char DelimiterOf(string table)
    {
        var line = table.AsSpan();
        line = line.IndexOfAny('\r', '\n') is >= 0 and var end ? line[..end] : line;
        var (tabs, semicolons, commas) = (line.Count('\t'), line.Count(';'), line.Count(','));
        return tabs > 0 && tabs >= commas ? '\t' : semicolons > commas ? ';' : ',';
    }

    static Encoding EncodingOf(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(charset is "utf-16le" ? "utf-16" : charset is "utf-16be" ? "utf-16BE" : charset);
    }
}
