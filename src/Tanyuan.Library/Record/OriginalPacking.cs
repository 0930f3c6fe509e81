using System.IO.Compression;

namespace Tanyuan.Library.Record;

/// <summary>
/// Packs the bytes of a page for storage: Brotli where that is smaller, as they are otherwise. Quality 4 is where
/// Brotli still packs some 60 MB/s a core on HTML; higher levels take several times as long for a few percent.
/// </summary>
internal static class OriginalPacking
{
    public const int Plain = 0, Brotli = 1;

    const int Quality = 4, Window = 22;

    public static (int Packing, byte[] Bytes) Pack(ReadOnlySpan<byte> content)
    {
        var buffer = new byte[content.Length];
        if (content.Length > 64 && BrotliEncoder.TryCompress(content, buffer, out var written, Quality, Window) && written < content.Length)
            return (Brotli, buffer[..written]);
        content.CopyTo(buffer);
        return (Plain, buffer);
    }

    public static byte[] Unpack(int packing, byte[] bytes, long length)
    {
        if (packing == Plain)
            return bytes;
        var content = new byte[length];
        if (packing != Brotli || !BrotliDecoder.TryDecompress(bytes, content, out var written) || written != length)
            throw new Text.TanyuanException("library-corrupt", "A stored original cannot be unpacked. Run `tanyuan check`, then add its page again.");
        return content;
    }
}
