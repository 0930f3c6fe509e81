using System.Text;
using System.Text.RegularExpressions;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Mail;

/// <summary>
/// Decodes encoded words (RFC 2047): <c>=?gb2312?B?…?=</c>. Neighbours of one charset are joined before decoding, since many programs cut
/// a character in two between them.
/// </summary>
internal static partial class EncodedWords
{
    /// <summary>The text with its encoded words decoded.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
            return text;
        var decoded = new StringBuilder();
        var run = new List<byte>();
        var (charset, end) = ((string?)null, 0);
        foreach (Match word in Word().Matches(text))
        {
            var between = text[end..word.Index];
            var continues = charset is not null && string.IsNullOrWhiteSpace(between);
            if (!continues || !word.Groups[1].Value.Equals(charset, StringComparison.OrdinalIgnoreCase))
                Flush();
            if (!continues)
                decoded.Append(between);
            charset = word.Groups[1].Value;
            var content = Encoding.Latin1.GetBytes(word.Groups[3].Value);
            run.AddRange(word.Groups[2].Value is "B" or "b" ? TransferEncoding.FromBase64(content) : TransferEncoding.FromQuotedPrintable(content, inHeader: true));
            end = word.Index + word.Length;
        }

        Flush();
        return decoded.Append(text[end..]).ToString();

        void Flush()
        {
            if (run.Count > 0)
                decoded.Append(TextDecoder.Decode(run.ToArray(), charset).Text);
            run.Clear();
        }
    }

    [GeneratedRegex(@"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{1,20})?\?([BbQq])\?([^?\s]*)\?=")]
    private static partial Regex Word();
}
