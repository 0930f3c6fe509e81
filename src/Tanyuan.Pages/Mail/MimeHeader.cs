using System.Text;
using Tanyuan.Text.Decoding;

namespace Tanyuan.Pages.Mail;

/// <summary>
/// The header of a MIME message or part (RFC 5322, RFC 2045): fields unfolded, values decoded from encoded words (RFC 2047), from continued
/// parameters (RFC 2231), and where a sender wrote raw bytes, from whatever charset they are likeliest in.
/// </summary>
internal sealed class MimeHeader
{
    const int MostFields = 1_000, LongestField = 64 * 1024;

    readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the header of a message, and where its body begins.</summary>
    public static MimeHeader Read(ReadOnlySpan<byte> message, out int bodyStart)
    {
        var header = new MimeHeader();
        bodyStart = message.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        string? name = null;
        var value = new List<byte>();
        while (bodyStart < message.Length)
        {
            var feed = message[bodyStart..].IndexOf((byte)'\n');
            var line = message.Slice(bodyStart, feed < 0 ? message.Length - bodyStart : feed).TrimEnd((byte)'\r');
            var next = feed < 0 ? message.Length : bodyStart + feed + 1;
            var continues = line.Length > 0 && line[0] is (byte)' ' or (byte)'\t';
            var colon = line.IndexOf((byte)':');
            if (line.IsEmpty || header.fields.Count > MostFields)
            {
                bodyStart = next;
                break;
            }

            if (continues)
            {
                if (value.Count + line.Length < LongestField)
                    value.AddRange(line);
            }
            else if (colon > 0 && line[..colon].IndexOfAny((byte)' ', (byte)'\t') < 0)
            {
                header.Add(name, value);
                name = Encoding.ASCII.GetString(line[..colon]);
                value.Clear();
                value.AddRange(line[(colon + 1)..Math.Min(line.Length, LongestField)]);
            }
            else if (name is not null)
            {
                // No field any more, though no empty line stood before it: some programs leave it out.
                break;
            }

            bodyStart = next;
        }

        header.Add(name, value);
        return header;
    }

    /// <summary>A field's value, or an empty string.</summary>
    public string this[string name] => fields.GetValueOrDefault(name, "");

    /// <summary>The value of a field before its parameters, in lower case.</summary>
    public string Token(string name) => this[name].Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>A parameter of a field (<c>boundary</c> of <c>Content-Type</c>), or null.</summary>
    public string? Parameter(string field, string parameter)
    {
        var pieces = new SortedDictionary<int, (string Value, bool IsEncoded)>();
        foreach (var (name, value) in Parameters(this[field]))
        {
            if (name.Equals(parameter, StringComparison.OrdinalIgnoreCase))
                return EncodedWords.Decode(value);
            if (!name.StartsWith(parameter + "*", StringComparison.OrdinalIgnoreCase))
                continue;
            var rest = name[(parameter.Length + 1)..];
            var isEncoded = rest.Length == 0 || rest.EndsWith('*');
            pieces[int.TryParse(rest.TrimEnd('*'), out var order) ? order : 0] = (value, isEncoded);
        }

        return pieces.Count == 0 ? null : Continued(pieces.Values);
    }

    static string Continued(IEnumerable<(string Value, bool IsEncoded)> pieces)
    {
        var bytes = new List<byte>();
        string? charset = null;
        foreach (var (piece, isEncoded) in pieces)
        {
            var value = piece;
            if (isEncoded && charset is null && value.Split('\'', 3) is [var declared, _, var rest])
                (charset, value) = (declared, rest);
            for (var i = 0; i < value.Length; i++)
            {
                var isHex = isEncoded && value[i] == '%' && i + 2 < value.Length && char.IsAsciiHexDigit(value[i + 1]) && char.IsAsciiHexDigit(value[i + 2]);
                if (isHex)
                    bytes.Add(Convert.ToByte(value.Substring(i + 1, 2), 16));
                else
                    bytes.AddRange(Encoding.UTF8.GetBytes(value[i].ToString()));
                i += isHex ? 2 : 0;
            }
        }

        return TextDecoder.Decode(bytes.ToArray(), charset).Text;
    }

    static IEnumerable<(string Name, string Value)> Parameters(string field)
    {
        for (var at = field.IndexOf(';', StringComparison.Ordinal); at >= 0 && at < field.Length;)
        {
            var equals = field.IndexOf('=', at);
            if (equals < 0)
                yield break;
            var name = field[(at + 1)..equals].Trim(' ', '\t', ';');
            var start = equals + 1;
            while (start < field.Length && field[start] is ' ' or '\t')
                start++;
            var isQuoted = start < field.Length && field[start] == '"';
            var end = isQuoted ? field.IndexOf('"', start + 1) : field.IndexOf(';', start);
            end = end < 0 ? field.Length : end;
            yield return (name, isQuoted ? field[(start + 1)..end] : field[start..end].Trim());
            at = isQuoted ? field.IndexOf(';', Math.Min(end, field.Length - 1)) : end;
        }
    }

    void Add(string? name, List<byte> value)
    {
        if (name is null)
            return;
        var text = TextDecoder.Decode(value.ToArray()).Text.Trim();
        fields.TryAdd(name, name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) ? text : EncodedWords.Decode(text));
    }
}
