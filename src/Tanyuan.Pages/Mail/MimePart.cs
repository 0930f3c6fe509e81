namespace Tanyuan.Pages.Mail;

/// <summary>
/// A MIME message or a part of one (RFC 2046). Parsing is lenient, as mail is: a missing closing boundary ends a part at the end, and what
/// stands before the first boundary and after the last is no part.
/// </summary>
internal sealed class MimePart
{
    const int DeepestNesting = 20, MostParts = 1_000;

    readonly ReadOnlyMemory<byte> body;

    MimePart(MimeHeader header, ReadOnlyMemory<byte> body, IReadOnlyList<MimePart> parts)
    {
        Header = header;
        this.body = body;
        Parts = parts;
    }

    /// <summary>Its header.</summary>
    public MimeHeader Header { get; }

    /// <summary>The parts in it, where it is a multipart one.</summary>
    public IReadOnlyList<MimePart> Parts { get; }

    /// <summary>Its media type, in lower case.</summary>
    public string Type => Header["Content-Type"].Length == 0 ? "text/plain" : Header.Token("Content-Type");

    /// <summary>Its charset, or null.</summary>
    public string? Charset => Header.Parameter("Content-Type", "charset");

    /// <summary>The name of the file that it is, or null where it is none.</summary>
    public string? FileName => Header.Parameter("Content-Disposition", "filename") ?? Header.Parameter("Content-Type", "name");

    /// <summary>Whether it is attached rather than shown.</summary>
    public bool IsAttachment => Header.Token("Content-Disposition") == "attachment" || FileName is not null;

    /// <summary>Its content, decoded.</summary>
    public ReadOnlyMemory<byte> Content => TransferEncoding.Decode(Header.Token("Content-Transfer-Encoding"), body);

    /// <summary>Reads a message.</summary>
    public static MimePart Read(ReadOnlyMemory<byte> message)
    {
        var count = 0;
        return Read(message, 0, ref count);
    }

    /// <summary>Itself and all parts in it, in their order.</summary>
    public IEnumerable<MimePart> All() => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.All()).Prepend(this);

    static MimePart Read(ReadOnlyMemory<byte> message, int depth, ref int count)
    {
        var header = MimeHeader.Read(message.Span, out var start);
        var body = message[start..];
        var parts = new List<MimePart>();
        if (header.Token("Content-Type").StartsWith("multipart/", StringComparison.Ordinal) && depth < DeepestNesting
            && header.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
        {
            foreach (var range in Split(body.Span, System.Text.Encoding.UTF8.GetBytes("--" + boundary)))
            {
                if (++count > MostParts)
                    break;
                parts.Add(Read(body[range], depth + 1, ref count));
            }
        }

        return new MimePart(header, body, parts);
    }

    static List<Range> Split(ReadOnlySpan<byte> body, byte[] boundary)
    {
        var ranges = new List<Range>();
        var (partStart, at) = (-1, 0);
        while (at < body.Length && ranges.Count < MostParts)
        {
            var found = body[at..].IndexOf(boundary);
            if (found < 0)
                break;
            var line = at + found;
            at = line + boundary.Length;
            if (line > 0 && body[line - 1] != (byte)'\n')
                continue;
            var isLast = body[at..].StartsWith("--"u8);
            var rest = isLast ? body[(at + 2)..] : body[at..];
            if (rest.IndexOfAnyExcept((byte)' ', (byte)'\t') is >= 0 and var next && rest[next] is not ((byte)'\r' or (byte)'\n'))
                continue;
            if (partStart >= 0)
                ranges.Add(partStart..WithoutBreak(body, partStart, line));
            if (isLast)
                return ranges;
            var feed = body[at..].IndexOf((byte)'\n');
            partStart = feed < 0 ? body.Length : at + feed + 1;
            at = partStart;
        }

        if (partStart >= 0)
            ranges.Add(partStart..body.Length);
        return ranges;
    }

    static int WithoutBreak(ReadOnlySpan<byte> body, int start, int end)
    {
        end = end > start && body[end - 1] == (byte)'\n' ? end - 1 : end;
        return end > start && body[end - 1] == (byte)'\r' ? end - 1 : end;
    }
}
