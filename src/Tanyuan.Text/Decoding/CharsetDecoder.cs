using System.Buffers;
using System.Text;

namespace Tanyuan.Text.Decoding;

/// <summary>
/// Decodes bytes in a charset that is known. Where a lead byte is followed by a byte that can be no trail byte, only the
/// lead byte is malformed: .NET's double-byte decoders would swallow the line break or <c>&lt;</c> behind it.
/// </summary>
internal static class CharsetDecoder
{
    public static string Decode(Charset charset, ReadOnlySpan<byte> bytes, out int malformed)
    {
        var counter = new MalformedCounter(charset.Name == "gb18030");
        var encoding = (Encoding)charset.Encoding.Clone();
        encoding.DecoderFallback = counter;
        var text = new StringBuilder(bytes.Length);
        var start = 0;
        var orphans = 0;
        if (charset.Name is "big5" or "shift_jis" or "euc-jp" or "euc-kr")
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                if (!IsLead(charset.Name, bytes[i]))
                    continue;
                if (i + 1 < bytes.Length && bytes[i + 1] >= 0x40)
                {
                    i++;
                    continue;
                }

                Append(text, encoding, bytes[start..i]);
                text.Append('\uFFFD');
                orphans++;
                start = i + 1;
            }
        }

        Append(text, encoding, bytes[start..]);
        if (charset.Name == "big5")
            HongKongCharacters.Restore(text);
        malformed = counter.Count + orphans;
        return text.ToString();
    }

    /// <summary>Decodes in one pass: <see cref="Encoding.GetString(byte[])"/> makes two and would count malformed bytes twice.</summary>
    static void Append(StringBuilder text, Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var buffer = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        text.Append(buffer, 0, encoding.GetChars(bytes, buffer));
        ArrayPool<char>.Shared.Return(buffer);
    }

    static bool IsLead(string charset, byte value) => charset == "shift_jis"
        ? value is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC
        : value is >= 0x81 and <= 0xFE;
}
