using System.Text;
using Tanyuan.Pages.Archives;
using Tanyuan.Pages.Sources;

namespace Tanyuan.Pages.Mail;

/// <summary>
/// Reads a mailbox (RFC 4155, the mboxrd and mboxo kinds) message by message, in the memory of one. A message is called
/// <c>mailbox!/message-id</c>, or <c>mailbox#number</c> where it has no id.
/// </summary>
internal static class MailboxReader
{
    /// <summary>The pages of a mailbox.</summary>
    public static IEnumerable<SourceItem> Read(Source source, SourceReader sources)
    {
        var lines = new ByteLineReader(source.Content, sources.Limits.MaxPageBytes);
        var message = new MemoryStream();
        var (number, afterBlank, tooLarge) = (0, true, false);
        while (lines.Read() is { } line)
        {
            sources.Cancellation.ThrowIfCancellationRequested();
            if (afterBlank && line.Bytes.Span.StartsWith("From "u8))
            {
                foreach (var item in ReadMessage(source, sources, message, number, tooLarge))
                    yield return item;
                (message, number, afterBlank, tooLarge) = (new MemoryStream(), number + 1, false, false);
                continue;
            }

            afterBlank = !line.TooLong && line.Bytes.IsEmpty;
            tooLarge |= line.TooLong || message.Length + line.Bytes.Length > sources.Limits.MaxPageBytes;
            if (tooLarge)
                continue;
            message.Write(IsQuotedFrom(line.Bytes.Span) ? line.Bytes.Span[1..] : line.Bytes.Span);
            message.Write("\r\n"u8);
        }

        if (number == 0 && message.Length > 0)
            throw new InvalidDataException("It does not begin as a mailbox does, with a line \"From …\".");
        foreach (var item in ReadMessage(source, sources, message, number, tooLarge))
            yield return item;
    }

    static IEnumerable<SourceItem> ReadMessage(Source source, SourceReader sources, MemoryStream message, int number, bool tooLarge)
    {
        if (message.Length == 0 && !tooLarge)
            return [];
        if (tooLarge)
        {
            return [SourceItem.SetAside($"{source.Name}#{number}", QuarantineCodes.TooLarge,
                $"The message holds more than {sources.Limits.MaxPageBytes:N0} bytes, the most a page may hold.")];
        }

        var id = MemberName.Clean(MimeHeader.Read(message.ToArray(), out _)["Message-ID"].Trim('<', '>', ' '));
        message.Position = 0;
        var member = source.Member(id, message);
        return sources.Read(member with { Name = id.Length > 0 ? member.Name : $"{source.Name}#{number}", FileName = "message.eml", Length = message.Length });
    }

    static bool IsQuotedFrom(ReadOnlySpan<byte> line) => line.StartsWith(">"u8) && line.TrimStart((byte)'>').StartsWith("From "u8);
}
