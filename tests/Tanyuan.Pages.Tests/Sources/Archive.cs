using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Tanyuan.Pages.Tests.Sources;

/// <summary>Builds archives for tests, honest ones and others.</summary>
internal static class Archive
{
    public static byte[] Zip(params (string Name, byte[] Content)[] members) => Zip(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), members);

    public static byte[] Zip(DateTimeOffset written, params (string Name, byte[] Content)[] members)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = written;
                using var member = entry.Open();
                member.Write(content);
            }
        }

        return archive.ToArray();
    }

    public static byte[] GZip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members) => Tar(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), members);

    public static byte[] Tar(DateTimeOffset written, params (string Name, byte[] Content)[] members)
    {
        using var archive = new MemoryStream();
        using (var tar = new System.Formats.Tar.TarWriter(archive, System.Formats.Tar.TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in members)
                tar.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), ModificationTime = written });
        }

        return archive.ToArray();
    }

    public static byte[] Word(string document) => Zip(
        ("[Content_Types].xml", "<Types/>"u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes(document)));

    public static byte[] Book(string package, params (string Name, byte[] Content)[] chapters) => Zip(
    [
        ("mimetype", "application/epub+zip"u8.ToArray()),
        ("META-INF/container.xml", "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>"u8.ToArray()),
        ("book.opf", Encoding.UTF8.GetBytes(package)),
        .. chapters,
    ]);

    public static byte[] Warc(string url, byte[] html)
    {
        var http = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n");
        var header = Encoding.UTF8.GetBytes(
            $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-10-04T02:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            + $"Content-Length: {http.Length + html.Length}\r\n\r\n");
        return [.. header, .. http, .. html, .. "\r\n\r\n"u8];
    }

    /// <summary>A ZIP archive all of whose members are the same bytes: a small file that unpacks to any size you like.</summary>
    public static byte[] Overlapping(byte[] content, int members)
    {
        var whole = Zip(("a.txt", content));
        var directory = whole.AsSpan().LastIndexOf("PK\x1\x2"u8);
        var end = whole.AsSpan().LastIndexOf("PK\x5\x6"u8);
        var entry = whole[directory..end];
        byte[] overlapping = [.. whole[..directory], .. Enumerable.Repeat(entry, members).SelectMany(bytes => bytes), .. whole[end..]];
        var record = overlapping.AsSpan(overlapping.Length - (whole.Length - end));
        BinaryPrimitives.WriteUInt16LittleEndian(record[8..], (ushort)members);
        BinaryPrimitives.WriteUInt16LittleEndian(record[10..], (ushort)members);
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], (uint)(entry.Length * members));
        return overlapping;
    }
}
