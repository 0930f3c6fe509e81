using System.Text;

namespace Tanyuan.Pages.Sources;

/// <summary>
/// Streams the records of a JSON Lines file in the memory of one line. A bad line becomes one quarantined item named
/// <c>path#line</c> with the code <c>bad-json</c>, and the rest goes on.
/// </summary>
internal static class JsonLinesReader
{
    public static IEnumerable<SourceItem> Read(
        string path, Stream stream, ReadOnlyMemory<byte> head, PageLimits limits, CancellationToken cancellationToken)
    {
        using var utf8 = AsBytesWithLineFeeds(stream, head.Span);
        var lines = new ByteLineReader(utf8, limits.MaxRecordBytes);
        while (lines.Read() is { } line)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = $"{path}#{line.Number}";
            if (line.TooLong)
                yield return SourceItem.SetAside(name, QuarantineCodes.TooLarge, $"The line is longer than {limits.MaxRecordBytes:N0} bytes.");
            else if (!IsBlank(line.Bytes.Span))
                yield return ReadRecord(name, line.Bytes, limits);
        }
    }

    static SourceItem ReadRecord(string name, ReadOnlyMemory<byte> line, PageLimits limits)
    {
        var record = JsonRecord.Parse(line, out _, out var problem);
        if (record is null)
            return SourceItem.SetAside(name, QuarantineCodes.BadJson, problem!);

        if (record.Content.Length > limits.MaxPageBytes)
        {
            return SourceItem.SetAside(name, QuarantineCodes.TooLarge,
                $"The record holds {record.Content.Length:N0} bytes; a page may hold {limits.MaxPageBytes:N0}.");
        }

        return SourceItem.Of(record.ToPage(name, PageFormat.Article));
    }

    // UTF-16 is the one charset in which a line feed byte may be half of another character.
    static Stream AsBytesWithLineFeeds(Stream stream, ReadOnlySpan<byte> head)
    {
        var utf16 = head switch
        {
            [0xff, 0xfe, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return utf16 is null ? stream : Encoding.CreateTranscodingStream(stream, utf16, Encoding.UTF8, leaveOpen: true);
    }

    static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
