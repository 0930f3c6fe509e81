using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Tanyuan.Index.Storage;

/// <summary>Reads numbers from a verified part of a file. Bytes that make no sense end in <c>index-corrupt</c>, naming file and offset.</summary>
ref struct ByteReader(SealedFile file, long start, ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> bytes = bytes;
    int position;

    /// <summary>Where the next byte lies in the file.</summary>
    internal readonly long Offset => start + position;

    internal readonly bool AtEnd => position == bytes.Length;

    internal byte ReadByte()
    {
        if (position >= bytes.Length)
            throw Truncated();
        return bytes[position++];
    }

    internal uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    internal long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    internal double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    internal ReadOnlySpan<byte> ReadBytes(int count) => Take(count);

    internal ReadOnlySpan<char> ReadChars(int count)
    {
        if (count > bytes.Length / sizeof(char))
            throw Truncated();
        return MemoryMarshal.Cast<byte, char>(Take(count * sizeof(char)));
    }

    /// <summary>A variable-length number from 0 to <see cref="int.MaxValue"/>.</summary>
    internal int ReadVariableInt32()
    {
        var value = ReadVariableInt64();
        return value <= int.MaxValue ? (int)value : throw TooLarge();
    }

    /// <summary>A variable-length number from 0 to <see cref="long.MaxValue"/>.</summary>
    internal long ReadVariableInt64()
    {
        // Most numbers are one byte.
        if (position < bytes.Length && bytes[position] < 0x80)
            return bytes[position++];

        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = ReadByte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw TooLarge();
    }

    readonly Text.TanyuanException Truncated() => file.Corrupt(Offset, "more bytes are expected there");

    readonly Text.TanyuanException TooLarge() => file.Corrupt(Offset, "a number there is too large");

    ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - position)
            throw Truncated();

        var taken = bytes.Slice(position, count);
        position += count;
        return taken;
    }
}
