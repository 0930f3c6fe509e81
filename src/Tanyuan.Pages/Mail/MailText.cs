using Tanyuan.Pages.Extraction;
using Tanyuan.Pages.Html;
using Tanyuan.Pages.Metadata;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Mail;

/// <summary>The article that an e-mail message is: its subject, sender and date, and its text, the plain one of several alternatives.</summary>
internal static class MailText
{
    /// <summary>Reads a message.</summary>
    public static ExtractedPage Read(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var message = MimePart.Read(content);
        var text = new StructuredText();
        var drops = new List<Drop>();
        Append(message, text, drops, cancellationToken);
        return text.Count == 0
            ? new ExtractedPage([], drops)
            : new ExtractedPage(
                [new ExtractedDocument(message.Header["Subject"], text.ToString(), DateParser.Parse(message.Header["Date"]), Sender(message.Header["From"]), null, null, [], drops) { Blocks = text.Blocks }], []);
    }

    static void Append(MimePart part, StructuredText text, List<Drop> drops, CancellationToken cancellationToken)
    {
        if (part.Parts.Count > 0)
        {
            var shown = part.Type == "multipart/alternative" ? [Best(part)] : part.Parts;
            foreach (var inner in shown)
                Append(inner, text, drops, cancellationToken);
            return;
        }

        if (part.IsAttachment || part.Type is not ("text/plain" or "text/html"))
            return;
        var content = part.Content.Span;
        var declared = part.Charset ?? (part.Type == "text/html" ? CharsetDeclaration.FindInHtml(content) : null);
        var decoded = TextDecoder.Decode(content, declared).Text;
        if (part.Type == "text/html")
        {
            var page = HtmlReader.ReadWhole(decoded, cancellationToken);
            foreach (var document in page.Documents)
                text.Add(document.Text, document.Blocks ?? []);
            drops.AddRange(page.Documents.SelectMany(document => document.Drops));
        }
        else
        {
            var plain = decoded.ReplaceLineEndings("\n").Trim('\n');
            if (plain.Length > 0)
                text.Add(plain, PlainBlocks.Of(plain));
        }
    }

    // Some programs send an empty plain text beside the real message.
    static MimePart Best(MimePart alternatives) =>
        alternatives.Parts.FirstOrDefault(part => part.Type == "text/plain" && part.Content.Span.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
        ?? alternatives.Parts.FirstOrDefault(part => part.Type == "text/html")
        ?? alternatives.Parts[^1];

    static string? Sender(string from)
    {
        var address = from.IndexOf('<', StringComparison.Ordinal);
        var name = (address > 0 ? from[..address] : from).Trim().Trim('"').Trim();
        return name.Length > 0 ? name : null;
    }
}
