namespace Tanyuan.Index.Postings;

/// <summary>Collects numbers of any few bits, lowest bit first, in memory that grows; a <see cref="BitPen"/> writes them. Reused for one stretch of bits after the other.</summary>
sealed class BitWriter
{
    byte[] bytes = new byte[1 << 10];
    int written;
    ulong held;
    int heldBits;

    /// <summary>Forgets everything.</summary>
    internal void Clear() => (written, held, heldBits) = (0, 0, 0);

    /// <summary>How many bits there are.</summary>
    internal long Length => (written * 8L) + heldBits;

    /// <summary>What was written, and behind it, up to the end of a byte or more, bits of any kind; those of the last byte are zeros once it was aligned.</summary>
    internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, written + ((heldBits + 7) / 8));

    /// <summary>Gives the whole bytes away; what is held of the next one stays, and is the beginning.</summary>
    internal void PassTo(Storage.SealedFileWriter target)
    {
        target.WriteBytes(bytes.AsSpan(0, written));
        written = 0;
    }

    /// <summary>A pen that goes on behind the last bit, with room for so many bytes; nothing else is written until its <see cref="End"/>.</summary>
    internal BitPen Begin(int room)
    {
        // A pen writes whole words.
        if (written > bytes.Length - room - (2 * sizeof(ulong)))
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, written + room + (2 * sizeof(ulong))));
        return new BitPen(bytes.AsSpan(written), held, heldBits);
    }

    /// <summary>Keeps what a pen has written.</summary>
    internal void End(scoped in BitPen pen)
    {
        written += pen.Written;
        (held, heldBits) = (pen.Held, pen.HeldBits);
    }

    /// <inheritdoc cref="BitPen.WriteUpTo"/>
    internal void WriteUpTo(ulong greatest, ulong value)
    {
        var pen = Begin(sizeof(ulong));
        pen.WriteUpTo(greatest, value);
        End(pen);
    }

    /// <inheritdoc cref="BitPen.WriteTurned"/>
    internal void WriteTurned(ulong greatest, ulong value, bool atEnd)
    {
        var pen = Begin(sizeof(ulong));
        pen.WriteTurned(greatest, value, atEnd);
        End(pen);
    }

    /// <summary>Writes a number of so many bits.</summary>
    internal void Write(ulong value, int width)
    {
        var pen = Begin(sizeof(ulong));
        pen.Write(value, width);
        End(pen);
    }

    /// <inheritdoc cref="BitPen.WriteByMagnitude"/>
    internal void WriteByMagnitude(ulong value, int order)
    {
        var pen = Begin(2 * sizeof(ulong));
        pen.WriteByMagnitude(value, order);
        End(pen);
    }

    /// <summary>Writes the bits of others from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    internal void Append(ReadOnlySpan<byte> others, long first, long end)
    {
        var pen = Begin(checked((int)((end - first) / 8)));
        for (; first < end; first += BitPen.MostAtOnce)
        {
            var width = (int)Math.Min(BitPen.MostAtOnce, end - first);
            pen.Write(BitReader.Window(others, first) & ((1UL << width) - 1), width);
        }

        End(pen);
    }

    /// <summary>Fills up the last byte with zeros.</summary>
    internal void Align()
    {
        var pen = Begin(0);
        pen.Write(0, -heldBits & 7);
        End(pen);
    }
}
