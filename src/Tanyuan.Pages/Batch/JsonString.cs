using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tanyuan.Pages.Batch.Kernels;

namespace Tanyuan.Pages.Batch;

/// <summary>
/// Writes a long text as the JSON string that <see cref="JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/> makes of it, in one pass: what plainly needs no escape is written by a
/// kernel, the line breaks between are known, and only the rest is left to the encoder.
/// </summary>
internal static class JsonString
{
    const int MostOfEscaped = 6;

    // Behind the text stands a quotation mark.
    const int Slack = JsonBytes.Slack + 1;

    /// <summary>Writes a text as the next value.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<char> text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent((text.Length * JsonBytes.MostOfUnit) + Slack + 1);
        var length = 0;
        bytes[length++] = (byte)'"';
        while (true)
        {
            text = text[JsonBytes.Write(text, bytes.AsSpan(length), out var written)..];
            length += written;
            if (text.IsEmpty)
                break;
            if (text[0] == '\n')
            {
                bytes[length++] = (byte)'\\';
                bytes[length++] = (byte)'n';
                text = text[1..];
                continue;
            }

            var escaped = LengthOfEscaped(text);
            if (bytes.Length - length < ((text.Length - escaped) * JsonBytes.MostOfUnit) + (escaped * MostOfEscaped) + Slack)
                bytes = Grown(bytes, length, (text.Length * MostOfEscaped) + Slack);
            length += WriteEscaped(text[..escaped], bytes.AsSpan(length));
            text = text[escaped..];
        }

        bytes[length++] = (byte)'"';
        writer.WriteRawValue(bytes.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    // Half a pair is no plain unit: pairs stay whole.
    static int LengthOfEscaped(ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && text[length] != '\n' && !JsonBytes.IsPlain(text[length]))
            length++;
        return length;
    }

    static int WriteEscaped(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var units = ArrayPool<char>.Shared.Rent(text.Length * MostOfEscaped);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text, units, out _, out var length);
        var written = Encoding.UTF8.GetBytes(units.AsSpan(0, length), bytes);
        ArrayPool<char>.Shared.Return(units);
        return written;
    }

    static byte[] Grown(byte[] bytes, int length, int room)
    {
        var grown = ArrayPool<byte>.Shared.Rent(length + room);
        bytes.AsSpan(0, length).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(bytes);
        return grown;
    }
}
