using System.Buffers.Binary;

namespace Tanyuan.Index.Storage;

/// <summary>Writes one file in the envelope of <see cref="SealedFormat"/>. A file that was not finished is never valid.</summary>
sealed class SealedFileWriter : IDisposable
{
    readonly Stream stream;
    readonly byte[] block = new byte[SealedFormat.BlockLength];
    readonly List<uint> checksums = [];
    long flushed;
    int used;

    internal SealedFileWriter(IndexDirectory directory, string name, FileKind kind, long segment)
    {
        Name = name;
        stream = directory.Create(name);
        WriteUInt32(SealedFormat.Magic);
        WriteUInt32((uint)kind | ((uint)SealedFormat.Version << 16));
        WriteUInt64((ulong)segment);
    }

    internal string Name { get; }

    /// <summary>How many bytes the file has so far, header included.</summary>
    internal long Position => flushed + used;

    internal void WriteByte(byte value)
    {
        if (used == block.Length)
            FlushBlock();
        block[used++] = value;
    }

    internal void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (used == block.Length)
                FlushBlock();
            var count = Math.Min(bytes.Length, block.Length - used);
            bytes[..count].CopyTo(block.AsSpan(used));
            used += count;
            bytes = bytes[count..];
        }
    }

    internal void WriteUInt32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    internal void WriteUInt64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        WriteBytes(bytes);
    }

    /// <summary>Writes a number in groups of seven bits, the lowest first; the high bit says that more follow.</summary>
    internal void WriteVariable(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    /// <summary>Writes the table and the footer, closes the file, and returns its seal.</summary>
    internal uint Finish()
    {
        var length = Position;
        FlushBlock();

        var table = new byte[checksums.Count * sizeof(uint)];
        for (var i = 0; i < checksums.Count; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(i * sizeof(uint)), checksums[i]);
        stream.Write(table);

        Span<byte> footer = stackalloc byte[SealedFormat.FooterLength];
        BinaryPrimitives.WriteInt64LittleEndian(footer, length);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[8..], SealedFormat.Checksum(table));
        BinaryPrimitives.WriteUInt32LittleEndian(footer[12..], SealedFormat.EndMagic);
        var seal = SealedFormat.Checksum(footer[..16]);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[16..], seal);
        stream.Write(footer);
        stream.Dispose();
        return seal;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    void FlushBlock()
    {
        if (used == 0)
            return;

        checksums.Add(SealedFormat.Checksum(block.AsSpan(0, used)));
        stream.Write(block, 0, used);
        flushed += used;
        used = 0;
    }
}
