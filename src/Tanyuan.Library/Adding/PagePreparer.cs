using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Tanyuan.Library.Passages;
using Tanyuan.Library.Record;
using Tanyuan.Pages;
using Tanyuan.Pages.Reprints;
using Tanyuan.Text.Folding;

namespace Tanyuan.Library.Adding;

/// <summary>
/// The part of adding that runs on all cores: fingerprint, reading, packing, passages. Thread-safe, without state.
/// A fingerprint is a SHA-256 over the content and all that the page's origin says of it, except its name: so it is
/// equal for a renamed file and for a byte-for-byte copy, and different for two records that merely hold the same text.
/// </summary>
internal static class PagePreparer
{
    const string IdAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    const int IdLength = 10;

    public static byte[] Fingerprint(Page page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, FormatName(page.Format));
        Append(hash, page.ExternalId);
        Append(hash, page.Title);
        Append(hash, page.Url);
        Append(hash, page.Published);
        Append(hash, page.DeclaredCharset);
        if (page.Author is not null || page.Site is not null)
        {
            Append(hash, page.Author);
            Append(hash, page.Site);
        }

        hash.AppendData(page.Content.Span);
        return hash.GetHashAndReset();
    }

    public static PreparedReading Read(Page page, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var reading = PageReader.Read(page, cancellationToken);
        if (reading.Quarantine is not null)
            return new PreparedReading([], OriginalPacking.Plain, [], reading.Charset, [], reading.Quarantine);

        var (packing, packed) = OriginalPacking.Pack(page.Content.Span);
        var documents = new List<PreparedDocument>(reading.Documents.Count);
        foreach (var read in reading.Documents)
        {
            var document = Storable(read);
            documents.Add(new PreparedDocument(
                document, PublicId(fingerprint, documents.Count, attempt: 0), TextKey(document.Text), StoryPrint.Of(document.Text),
                PassageSplitter.Split(document)));
        }

        return new PreparedReading(SHA256.HashData(page.Content.Span), packing, packed, reading.Charset, documents, null);
    }

    /// <summary>What the record calls a format. These names are kept in libraries: they may be added to, never changed.</summary>
    public static string FormatName(PageFormat format) => format switch
    {
        PageFormat.Html => "html",
        PageFormat.Article => "article",
        PageFormat.HtmlArticle => "html-article",
        PageFormat.Markdown => "markdown",
        PageFormat.Table => "table",
        PageFormat.Mail => "mail",
        PageFormat.Mhtml => "mhtml",
        PageFormat.Word => "docx",
        PageFormat.Pdf => "pdf",
        _ => "text",
    };

    /// <summary>The id of a page's document: the same wherever and whenever the same content is added.</summary>
    public static string PublicId(ReadOnlySpan<byte> fingerprint, int ordinal, int attempt)
    {
        Span<byte> source = stackalloc byte[fingerprint.Length + 8];
        fingerprint.CopyTo(source);
        BinaryPrimitives.WriteInt32LittleEndian(source[^8..], ordinal);
        BinaryPrimitives.WriteInt32LittleEndian(source[^4..], attempt);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        return string.Create(IdLength, BinaryPrimitives.ReadUInt64LittleEndian(hash), static (id, bits) =>
        {
            for (var i = 0; i < id.Length; i++, bits >>= 5)
                id[i] = IdAlphabet[(int)(bits & 31)];
        });
    }

    static void Append(IncrementalHash hash, string? value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, value?.Length ?? -1);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    /// <summary>UTF-8 cannot hold a lone surrogate: it becomes U+FFFD here, one unit for one, so that no offset moves.</summary>
    static Document Storable(Document document) =>
        document with { Text = WellFormed(document.Text), Side = [.. document.Side.Select(WellFormed)] };

    static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Replaced(text);

    static string Replaced(string text)
    {
        var units = text.ToCharArray();
        for (var i = 0; i < units.Length; i++)
        {
            if (!char.IsSurrogate(units[i]))
                continue;
            if (i + 1 < units.Length && char.IsSurrogatePair(units[i], units[i + 1]))
                i++;
            else
                units[i] = (char)Rune.ReplacementChar.Value;
        }

        return new string(units);
    }

    static byte[] TextKey(string text)
    {
        var units = new char[text.Length];
        TextFolder.Fold(text, units);
        var count = 0;
        foreach (var unit in units)
        {
            if (!char.IsWhiteSpace(unit))
                units[count++] = unit;
        }

        return SHA256.HashData(MemoryMarshal.AsBytes(units.AsSpan(0, count)))[..16];
    }
}
