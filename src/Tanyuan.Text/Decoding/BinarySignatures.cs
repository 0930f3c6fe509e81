namespace Tanyuan.Text.Decoding;

/// <summary>The first bytes of formats that are not text, even where much of such a file is ASCII.</summary>
internal static class BinarySignatures
{
    static readonly byte[][] Signatures =
    [
        [0x89, .. "PNG"u8], [0xFF, 0xD8, 0xFF], [.. "GIF87a"u8], [.. "GIF89a"u8], [.. "%PDF-"u8], [.. "PK\u0003\u0004"u8], [.. "PK\u0005\u0006"u8],
        [0x1F, 0x8B], [.. "Rar!\u001A"u8], [.. "7z"u8, 0xBC, 0xAF], [0x7F, .. "ELF"u8], [.. "BZh9"u8], [0xFD, .. "7zXZ"u8],
        [0x28, 0xB5, 0x2F, 0xFD], [.. "SQLite format 3"u8], [0xD0, 0xCF, 0x11, 0xE0], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE],
        [.. "ID3"u8, 0x03], [.. "ID3"u8, 0x04], [.. "OggS"u8], [.. "fLaC"u8], [.. "wOFF"u8], [.. "wOF2"u8], [0x00, .. "asm"u8],
        [.. "II*\0"u8], [.. "MM\0*"u8], [0x00, 0x00, 0x01, 0x00], [.. "%!PS-Adobe"u8], [0x78, 0x9C], [0x1A, 0x45, 0xDF, 0xA3],
    ];

    public static bool Match(ReadOnlySpan<byte> bytes)
    {
        foreach (var signature in Signatures)
        {
            if (bytes.StartsWith(signature))
                return true;
        }

        return bytes.Length >= 12 && ((bytes.StartsWith("RIFF"u8) && bytes[8..12].IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
            && bytes[4..8].IndexOfAnyInRange((byte)0, (byte)8) >= 0) || bytes[4..8].SequenceEqual("ftyp"u8));
    }
}
