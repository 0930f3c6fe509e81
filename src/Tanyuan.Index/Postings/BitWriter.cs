using System.Buffers.Binary;

namespace Tanyuan.Index.Postings;

/// <summary>Collects numbers of any few bits, lowest bit first; what they make is read by <see cref="BitReader"/>. Reused for one stretch of bits after the other.</summary>
sealed class BitWriter
{
    byte[] bytes = new byte[1 << 10];
    int written;
    ulong held;
    int heldBits;

    /// <summary>Forgets everything.</summary>
    internal void Clear() => (written, held, heldBits) = (0, 0, 0);

    /// <summary>Writes a number from 0 to <paramref name="greatest"/> in the fewest bits, those below some limit in one less than the others (truncated binary).</summary>
    internal void WriteUpTo(uint greatest, uint value)
    {
        if (greatest == 0)
            return;

        var width = BitReader.Width(greatest);
        var shorter = BitReader.Shorter(greatest, width);
        if (value < shorter)
        {
            Write(value, width - 1);
            return;
        }

        // What the others have in common with no shorter one comes first, their last bit behind it.
        var raised = (ulong)value + shorter;
        Write((raised >> 1) | ((raised & 1) << (width - 1)), width);
    }

    /// <summary>Fills up the last byte with zeros.</summary>
    internal void Align()
    {
        if ((heldBits & 7) != 0)
            Write(0, 8 - (heldBits & 7));
    }

    /// <summary>How many bytes there are, once they were aligned.</summary>
    internal int Length => written + (heldBits / 8);

    /// <summary>What was written, aligned.</summary>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            BinaryPrimitives.WriteUInt64LittleEndian(Room(), held);
            return bytes.AsSpan(0, Length);
        }
    }

    void Write(ulong value, int width)
    {
        held |= value << heldBits;
        heldBits += width;
        if (heldBits < 32)
            return;

        BinaryPrimitives.WriteUInt32LittleEndian(Room(), (uint)held);
        written += sizeof(uint);
        held >>= 32;
        heldBits -= 32;
    }

    Span<byte> Room()
    {
        if (written > bytes.Length - sizeof(ulong))
            Array.Resize(ref bytes, bytes.Length * 2);
        return bytes.AsSpan(written);
    }
}
