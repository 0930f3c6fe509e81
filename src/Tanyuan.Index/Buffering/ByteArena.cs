using System.Buffers.Binary;
using System.Numerics;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// A long row of numbers in chunks of bytes, written from front to back and read from anywhere; never moved while it grows. A number takes one byte for each seven bits
/// begun, and its lowest bits say how many: a one for each byte behind the first, then a zero. So it is written and read at once, without a guess at its length. None
/// begins so near the end of a chunk that a word read from there would reach beyond it. Not thread-safe.
/// </summary>
sealed class ByteArena
{
    // Small, so that an index of a few documents costs little, and pinned, so that the collector never copies them.
    internal const int ChunkBits = 16;
    internal const int ChunkLength = 1 << ChunkBits;

    /// <summary>The last place in a chunk that a number can begin at.</summary>
    internal const int LastPlace = ChunkLength - sizeof(ulong);

    readonly List<byte[]> chunks = [];
    byte[] chunk = [];
    int count;
    int used = ChunkLength;

    /// <summary>How many bytes it holds, behind which the next number begins.</summary>
    internal long Length => ((long)count * ChunkLength) - (ChunkLength - used);

    internal byte[] Chunk(long address) => chunks[(int)(address >> ChunkBits)];

    /// <summary>Forgets everything, and keeps the memory for more.</summary>
    internal void Clear() => (count, used) = (0, ChunkLength);

    /// <summary>Appends a number.</summary>
    internal void WriteVariable(uint value)
    {
        if (used > LastPlace)
            Continue();

        var more = (int)((uint)BitOperations.Log2(value | 1) / 7);
        BinaryPrimitives.WriteUInt64LittleEndian(chunk.AsSpan(used), ((ulong)value << (more + 1)) | ((1UL << more) - 1));
        used += more + 1;
    }

    void Continue()
    {
        if (count == chunks.Count)
            chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkLength, pinned: true));
        chunk = chunks[count++];
        used = 0;
    }
}
