using System.Globalization;
using Tanyuan.Pages.Archives;
using Tanyuan.Text;

namespace Tanyuan.Pages.Crawls;

/// <summary>An HTTP/1 response as a crawler kept it (RFC 9112), its transfer and content codings undone.</summary>
/// <param name="Status">Its status code.</param>
/// <param name="ContentType">What it says its content is; may be empty.</param>
/// <param name="Content">Its content.</param>
internal sealed record HttpResponse(int Status, string ContentType, byte[] Content)
{
    /// <summary>Reads a response from the block of a crawl record.</summary>
    /// <exception cref="InvalidDataException">It is none, or its codings cannot be undone.</exception>
    public static HttpResponse Read(byte[] block, int longest, ExpansionBudget budget)
    {
        using var stream = new MemoryStream(block);
        var reader = new BlockReader(stream);
        var parts = (reader.ReadLine(HeaderFields.LongestLine) ?? "").Split(' ', 3);
        if (parts.Length < 2 || !parts[0].StartsWith("HTTP/", StringComparison.Ordinal) || !int.TryParse(parts[1], out var status))
            throw new InvalidDataException("The response does not begin with a status line.");

        var header = HeaderFields.Read(reader);
        var bodyOffset = HeaderEnd(block);
        Stream content = new MemoryStream(block, bodyOffset, block.Length - bodyOffset);
        if (header["Transfer-Encoding"].Contains("chunked", StringComparison.OrdinalIgnoreCase) && Unchunk(block.AsSpan(bodyOffset)) is { } whole)
            content = new MemoryStream(whole);
        foreach (var coding in header["Content-Encoding"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Reverse())
            content = Decode(content, coding, longest, budget);
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return new HttpResponse(status, header["Content-Type"], bytes);
    }

    static int HeaderEnd(byte[] block)
    {
        var crlf = block.AsSpan().IndexOf("\r\n\r\n"u8);
        var lf = block.AsSpan().IndexOf("\n\n"u8);
        return crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : block.Length;
    }

    // Many crawlers write the content as it is, but keep the header that says it was chunked.
    static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        var content = new MemoryStream(body.Length);
        while (body.IndexOf((byte)'\n') is >= 0 and var feed)
        {
            var size = body[..feed].TrimEnd((byte)'\r');
            size = size.IndexOf((byte)';') is >= 0 and var extension ? size[..extension] : size;
            if (!int.TryParse(System.Text.Encoding.Latin1.GetString(size).Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
                || length < 0 || length > body.Length - feed - 1)
            {
                return null;
            }

            if (length == 0)
                return content.ToArray();
            content.Write(body.Slice(feed + 1, length));
            body = body[(feed + 1 + length)..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) ? body[1..] : body;
        }

        return null;
    }

    // The same holds for content codings: the content is only unpacked where it is packed.
    static Stream Decode(Stream content, string coding, int longest, ExpansionBudget budget)
    {
        var first = content.ReadByte();
        content.Position = 0;
        Stream? unpacked = coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when first == 0x1F => Unpacking.GZip(content),
            "deflate" when (first & 0x0F) == 8 => Unpacking.ZLib(content),
            "deflate" => Unpacking.Deflate(content),
            "br" => Unpacking.Brotli(content),
            "identity" or "gzip" or "x-gzip" => null,
            _ => throw new InvalidDataException($"The response is packed by '{coding}', which is not read."),
        };
        if (unpacked is null)
            return content;
        using var counted = new CountedStream(unpacked, budget.Spend);
        var whole = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = counted.Read(buffer)) > 0;)
        {
            if (whole.Length + read > longest)
                throw new TanyuanException(QuarantineCodes.TooLarge, $"The response holds more than {longest:N0} bytes, the most a page may hold.");
            whole.Write(buffer, 0, read);
        }

        whole.Position = 0;
        return whole;
    }
}
