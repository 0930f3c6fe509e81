using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Metadata;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Mail;

/// <summary>
/// An e-mail message as a source: the message itself is a page, and each attachment that may hold text is another, called
/// <c>message!/attachment</c>. Pictures and the like in a message are part of its look and passed over.
/// </summary>
internal static class MailReader
{
    static readonly string[] Foreign = ["image/", "audio/", "video/", "font/", "application/pgp-", "application/pkcs7", "application/x-pkcs7", "text/calendar"];

    /// <summary>The pages of a message.</summary>
    public static IEnumerable<SourceItem> Read(Source source, SourceReader sources)
    {
        var message = sources.ToPage(source, PageFormat.Mail);
        yield return message;
        if (message.Page is not { } page)
            yield break;

        var number = 0;
        var parsed = MimePart.Read(page.Content);
        var received = DateParser.Parse(parsed.Header["Date"])?.ToString();
        foreach (var part in parsed.All())
        {
            var isAttached = part.Type == "message/rfc822" || part.IsAttachment;
            if (part.Parts.Count > 0 || !isAttached || Foreign.Any(type => part.Type.StartsWith(type, StringComparison.Ordinal)))
                continue;
            number++;
            var content = part.Content;
            var name = MemberName.Clean(part.FileName ?? part.Header["Subject"]);
            var attachment = source.Member(name.Length > 0 ? name : $"attachment-{number}", new MemoryStream(content.ToArray())) with
            {
                Length = content.Length,
                DeclaredCharset = part.Charset,
                Fetched = received,
            };
            if (FileKinds.OfName(attachment.FileName) == FileKind.Unnamed || part.Type == "message/rfc822")
                attachment = attachment with { FileName = MediaTypes.FileName(part.Type) };
            foreach (var item in sources.Read(attachment))
                yield return item;
        }
    }
}
