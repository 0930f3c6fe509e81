using System.Buffers.Binary;

namespace Tanyuan.Index.Buffering;

/// <summary>
/// Many growing streams of bytes in a few large arrays. A stream is a chain of slices, each twice as long as the one before up to a limit;
/// the last four bytes of a slice say where the next one begins. Short streams take little and long ones are seldom
/// interrupted, and none is ever moved (as in Lucene's byte slices). Not thread-safe.
/// </summary>
sealed class ByteArena
{
    // Small enough to be no large object, so that an index of a few documents costs little.
    internal const int ChunkBits = 16;
    internal const int ChunkLength = 1 << ChunkBits;
    internal const int LinkLength = sizeof(int);
    const int Levels = 8;
    const int FirstSlice = 16;

    readonly List<byte[]> chunks = [];
    int current = -1;
    int used = ChunkLength;

    /// <summary>Memory used.</summary>
    internal long Size => ((long)current * ChunkLength) + used;

    internal static int SliceLength(int level) => FirstSlice << Math.Min(level, Levels);

    internal byte[] Chunk(int address) => chunks[address >> ChunkBits];

    /// <summary>Forgets all streams, and keeps their memory for others.</summary>
    internal void Clear() => (current, used) = (-1, ChunkLength);

    /// <summary>A new slice; returns its address.</summary>
    internal int Allocate(int level)
    {
        var length = SliceLength(level);
        if (used + length > ChunkLength)
        {
            if (++current == chunks.Count)
                chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkLength));
            used = 0;
        }

        var address = (current << ChunkBits) | used;
        used += length;
        return address;
    }

    /// <summary>Ends a slice, of which <paramref name="tail"/> is the first free byte, with a link to a new one; returns its address.</summary>
    internal int Continue(int tail, int level)
    {
        var next = Allocate(level);
        BinaryPrimitives.WriteInt32LittleEndian(Chunk(tail).AsSpan(tail & (ChunkLength - 1)), next);
        return next;
    }
}
