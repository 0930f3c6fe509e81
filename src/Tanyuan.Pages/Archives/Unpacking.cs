using System.IO.Compression;

namespace Tanyuan.Pages.Archives;

/// <summary>
/// The decompressors that files are read through. The framework's own take data that is cut off for data that ends, unless a switch says
/// otherwise before the first of them is made; a page that lost its second half must not pass for a whole one.
/// </summary>
internal static class Unpacking
{
    static Unpacking() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Content packed as a gzip file (RFC 1952), of one member or several.</summary>
    public static Stream GZip(Stream packed) => new GZipStream(packed, CompressionMode.Decompress);

    /// <summary>Content packed as bare deflate (RFC 1951).</summary>
    public static Stream Deflate(Stream packed) => new DeflateStream(packed, CompressionMode.Decompress);

    /// <summary>Content packed as zlib (RFC 1950).</summary>
    public static Stream ZLib(Stream packed) => new ZLibStream(packed, CompressionMode.Decompress);

    /// <summary>Content packed by Brotli (RFC 7932).</summary>
    public static Stream Brotli(Stream packed) => new BrotliStream(packed, CompressionMode.Decompress);
}
