using System.Buffers;
using System.Buffers.Text;

namespace Tanyuan.Pages.Mail;

/// <summary>Undoes the content transfer encodings of MIME (RFC 2045). What is no encoding stays as it stands: senders make mistakes.</summary>
internal static class TransferEncoding
{
    static readonly SearchValues<byte> Base64Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>The bytes behind an encoding.</summary>
    public static ReadOnlyMemory<byte> Decode(string encoding, ReadOnlyMemory<byte> content) => encoding switch
    {
        "base64" => FromBase64(content.Span),
        "quoted-printable" => FromQuotedPrintable(content.Span, inHeader: false),
        _ => content,
    };

    /// <summary>The bytes behind base64; characters outside its alphabet are passed over, and a last group that is cut short gives what it holds.</summary>
    public static byte[] FromBase64(ReadOnlySpan<byte> content)
    {
        var digits = new byte[content.Length + 3];
        var count = 0;
        foreach (var value in content)
        {
            if (Base64Alphabet.Contains(value))
                digits[count++] = value;
            else if (value == (byte)'=' && count % 4 >= 2)
                count = Pad(digits, count);
        }

        count = count % 4 == 1 ? count - 1 : Pad(digits, count);
        var decoded = new byte[count / 4 * 3];
        var length = 0;
        for (var at = 0; at < count;)
        {
            // Padding may stand between two runs; each ends where it does.
            var rest = digits.AsSpan(at, count - at);
            var pad = rest.IndexOf((byte)'=');
            var run = pad < 0 ? rest : rest[..((pad / 4 * 4) + 4)];
            Base64.DecodeFromUtf8(run, decoded.AsSpan(length), out var consumed, out var written);
            at += Math.Max(consumed, run.Length);
            length += written;
        }

        return decoded[..length];
    }

    /// <summary>The bytes behind quoted-printable.</summary>
    public static byte[] FromQuotedPrintable(ReadOnlySpan<byte> content, bool inHeader)
    {
        var decoded = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var rest = content[(i + 1)..];
            if (content[i] == (byte)'_' && inHeader)
            {
                decoded[length++] = (byte)' ';
            }
            else if (content[i] != (byte)'=')
            {
                decoded[length++] = content[i];
            }
            else if (rest.Length >= 2 && char.IsAsciiHexDigit((char)rest[0]) && char.IsAsciiHexDigit((char)rest[1]))
            {
                decoded[length++] = (byte)((HexValue(rest[0]) << 4) | HexValue(rest[1]));
                i += 2;
            }
            else if (SoftBreak(rest) is > 0 and var skipped)
            {
                i += skipped;
            }
            else if (!rest.IsEmpty)
            {
                decoded[length++] = content[i];
            }
        }

        return decoded[..length];
    }

    static int SoftBreak(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return at >= 0 && rest[at..].StartsWith("\r\n"u8) ? at + 2 : at >= 0 && rest[at] == (byte)'\n' ? at + 1 : 0;
    }

    static int HexValue(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    static int Pad(byte[] digits, int count)
    {
        while (count % 4 != 0 && count < digits.Length)
            digits[count++] = (byte)'=';
        return count;
    }
}
