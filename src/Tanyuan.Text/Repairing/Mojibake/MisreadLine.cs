using System.Text;
using Tanyuan.Text.Repairing.ByteSlips;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>A line that may have been read in a wrong charset, and the bytes that it was then read from: each charset is asked once, however many were meant.</summary>
internal sealed class MisreadLine(string text)
{
    const byte NoByte = 0;
    const char FirstBeyondAscii = '\u0080';

    static readonly byte[] WesternBytes = BytesOfWindows1252();

    readonly List<(OldCharset? Misread, byte[]? Bytes)> known = [];

    /// <summary>The line.</summary>
    public string Text => text;

    /// <summary>The bytes that read in a charset give the line; null where none do.</summary>
    /// <param name="misread">The charset; null for Latin-1 or Windows-1252.</param>
    public byte[]? BytesIn(OldCharset? misread)
    {
        foreach (var (charset, bytes) in known)
        {
            if (charset == misread)
                return bytes;
        }

        known.Add((misread, misread is null ? WesternBytesOf(text) : (misread == OldCharset.Gb18030 ? WrittenAsInGbk() : null) ?? Written(misread)));
        return known[^1].Bytes;
    }

    /// <summary>The bytes in GBK, where GB18030 has the same; else null.</summary>
    byte[]? WrittenAsInGbk()
    {
        if (BytesIn(OldCharset.Gbk) is not { } bytes)
            return null;
        var at = 0;
        foreach (var unit in text)
        {
            if (unit < FirstBeyondAscii)
            {
                at++;
                continue;
            }

            if (at + 1 >= bytes.Length || GbkPairs.Table.EncodeAny(unit) != (bytes[at] << 8 | bytes[at + 1]))
                return null;
            at += 2;
        }

        return bytes;
    }

    byte[]? Written(OldCharset misread)
    {
        if (!misread.MayGive(text))
            return null;
        var written = misread.Write(text);
        return written.Length > 0 && !written.AsSpan().Contains(NoByte) && misread.Gives(written, text) ? written : null;
    }

    /// <summary>The bytes of a line that was read as Latin-1 or Windows-1252; null where another character is in it.</summary>
    public static byte[]? WesternBytesOf(ReadOnlySpan<char> line)
    {
        var bytes = new byte[line.Length];
        for (var index = 0; index < line.Length; index++)
        {
            bytes[index] = WesternBytes[line[index]];
            if (bytes[index] == NoByte)
                return null;
        }

        return bytes;
    }

    static byte[] BytesOfWindows1252()
    {
        var bytes = new byte[char.MaxValue + 1];
        for (var value = 0; value < 0x100; value++)
            bytes[value] = (byte)value;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        for (var value = 0x80; value < 0xA0; value++)
            bytes[encoding.GetString([(byte)value])[0]] = (byte)value;
        return bytes;
    }
}
