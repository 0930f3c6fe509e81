using System.Text;

namespace Tanyuan.Text.Repairing.Mojibake;

/// <summary>A line that may have been read in a wrong charset, and the bytes that it was then read from: each charset is asked once, however many were meant.</summary>
internal sealed class MisreadLine(string text)
{
    const byte NoByte = 0;
    const char FirstBeyondAscii = '\u0080';
    const char FirstHan = '\u4E00';
    const char LastHanOfGbk = '\u9FA5';

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

        known.Add((misread, misread is null ? WesternBytesOf(text) : misread == OldCharset.Gb18030 && IsSameInGbk(text) ? BytesIn(OldCharset.Gbk) : Written(misread)));
        return known[^1].Bytes;
    }

    /// <summary>Whether a text is of those characters alone that GB18030 writes as GBK does: the ones that GBK itself began with, and ASCII.</summary>
    static bool IsSameInGbk(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit is not (< FirstBeyondAscii or (>= FirstHan and <= LastHanOfGbk)))
                return false;
        }

        return true;
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
