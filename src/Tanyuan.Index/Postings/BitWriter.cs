using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Postings;

/// <summary>Collects numbers of any few bits, lowest bit first; what they make is read by <see cref="BitReader"/>. Reused for one stretch of bits after the other.</summary>
sealed class BitWriter
{
    // With up to seven that are held from before they fill a word.
    const int MostAtOnce = 56;

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

    /// <summary>Writes a number from 0 to <paramref name="greatest"/> in the fewest bits, those below some limit in one less than the others (truncated binary).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteUpTo(uint greatest, uint value)
    {
        // Where nothing but 0 is possible it is the shorter one of those that take a bit.
        var width = BitReader.Width(greatest | 1);
        var shorter = BitReader.Shorter(greatest, width);

        // What the others have in common with no shorter one comes first, their last bit behind it. Which of the two it is cannot be guessed, so there
        // is no branch: all ones where it is the shorter.
        var raised = (ulong)value + shorter;
        var longer = (raised >> 1) | ((raised & 1) << (width - 1));
        var isShorter = ((long)value - shorter) >> 63;
        Write(longer ^ ((longer ^ value) & (ulong)isShorter), width + (int)isShorter);
    }

    /// <summary>
    /// Writes a number from 0 to <paramref name="greatest"/> as <see cref="WriteUpTo"/> does, but those that take a bit less, as many as a power of two has more than there are numbers,
    /// are the ones in the middle, or where <paramref name="atEnd"/> says so the last.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WriteTurned(uint greatest, uint value, bool atEnd)
    {
        var turned = value - BitReader.FirstShort(greatest, BitReader.Width(greatest | 1), atEnd);
        WriteUpTo(greatest, (uint)(turned + ((greatest + 1L) & (turned >> 63))));
    }

    /// <summary>
    /// Writes a number in so many zeros, a one, and as many bits as there are zeros and <paramref name="order"/> (exponential Golomb code; Teuhola, 1978): those below 2^order take
    /// order + 1 bits, twice as many after them two more, and so on.
    /// </summary>
    internal void WriteByMagnitude(ulong value, int order)
    {
        var raised = value + (1UL << order);
        var magnitude = BitOperations.Log2(raised);
        var (zeros, rest) = (magnitude - order, raised - (1UL << magnitude));
        if (zeros + 1 + magnitude <= MostAtOnce)
        {
            Write((rest << (zeros + 1)) | (1UL << zeros), zeros + 1 + magnitude);
            return;
        }

        Write(1UL << zeros, zeros + 1);
        Write(rest, magnitude);
    }

    /// <summary>Writes the lowest bits of a number, 32 at most.</summary>
    internal void WriteBits(uint value, int width) => Write(value & ((1UL << width) - 1), width);

    /// <summary>Writes the bits of others from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    internal void Append(ReadOnlySpan<byte> others, long first, long end)
    {
        for (; first < end; first += MostAtOnce)
        {
            var width = (int)Math.Min(MostAtOnce, end - first);
            Write(BitReader.Window(others, first) & ((1UL << width) - 1), width);
        }
    }

    /// <summary>Fills up the last byte with zeros.</summary>
    internal void Align() => Write(0, -heldBits & 7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Write(ulong value, int width)
    {
        if (written > bytes.Length - sizeof(ulong))
            Array.Resize(ref bytes, bytes.Length * 2);

        // A whole word each time, of which only the bytes that are full are passed: how many these are cannot be guessed.
        held |= value << heldBits;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(written), held);
        var bits = heldBits + width;
        held >>= bits & ~7;
        written += bits >> 3;
        heldBits = bits & 7;
    }
}
