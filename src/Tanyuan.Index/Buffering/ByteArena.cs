namespace Tanyuan.Index.Buffering;

/// <summary>A long row of bytes in chunks, written from front to back and read from anywhere; never moved while it grows. Not thread-safe.</summary>
sealed class ByteArena
{
    // Small, so that an index of a few documents costs little, and pinned, so that the collector never copies them.
    internal const int ChunkBits = 16;
    internal const int ChunkLength = 1 << ChunkBits;

    readonly List<byte[]> chunks = [];
    byte[] chunk = [];
    int count;
    int used = ChunkLength;

    /// <summary>How many bytes it holds, which is the address of the next one.</summary>
    internal long Length => ((long)count * ChunkLength) - (ChunkLength - used);

    internal byte[] Chunk(long address) => chunks[(int)(address >> ChunkBits)];

    /// <summary>Forgets everything, and keeps the memory for more.</summary>
    internal void Clear() => (count, used) = (0, ChunkLength);

    /// <summary>Appends a number in groups of seven bits, the lowest first; the high bit says that more follow.</summary>
    internal void WriteVariable(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            WriteByte((byte)(value | 0x80));
        WriteByte((byte)value);
    }

    void WriteByte(byte value)
    {
        if (used == ChunkLength)
            Continue();
        chunk[used++] = value;
    }

    void Continue()
    {
        if (count == chunks.Count)
            chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkLength, pinned: true));
        chunk = chunks[count++];
        used = 0;
    }
}
