using System.Buffers.Binary;
using System.Numerics;

namespace Tanyuan.Index.Storage;

/// <summary>
/// The envelope that every file of the index has, little-endian:
/// <code>
/// header  magic u32 | kind u16 | version u16 | segment u64
/// body    as the kind says; header and body together are the sealed part
/// table   CRC-32C u32 for each 64 KiB of the sealed part
/// footer  sealed length u64 | CRC-32C of the table u32 | end magic u32 | CRC-32C of these 16 bytes u32
/// </code>
/// A checksum for each block lets a large file open at once and still have no byte used before it was verified.
/// The last checksum covers all others, so it identifies the content of the whole file: its seal.
/// </summary>
static class SealedFormat
{
    internal const uint Magic = 0x5849_5954;
    internal const uint EndMagic = 0x5A49_5954;
    internal const int Version = 7;
    internal const int HeaderLength = 16;
    internal const int FooterLength = 20;
    internal const int BlockLength = 1 << 16;

    /// <summary>CRC-32C (Castagnoli, RFC 3720) of some bytes.</summary>
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
            crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    internal static int BlockCount(long sealedLength) => checked((int)((sealedLength + BlockLength - 1) / BlockLength));
}
