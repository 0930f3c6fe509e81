using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tanyuan.Index.Buffering;

/// <summary>Reads numbers of a <see cref="ByteArena"/> from some address on.</summary>
struct ArenaReader
{
    readonly ByteArena arena;
    byte[] chunk;
    long chunkStart;
    int at;

    internal ArenaReader(ByteArena arena, long address)
    {
        this.arena = arena;
        at = (int)(address & (ByteArena.ChunkLength - 1));
        chunkStart = address - at;
        chunk = arena.Chunk(address);
    }

    /// <summary>Where the next number begins, or behind which it does.</summary>
    internal readonly long Address => chunkStart + at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint ReadVariable()
    {
        // Here and not apart, so that a reader which is a local can be kept in registers.
        if (at > ByteArena.LastPlace)
        {
            chunkStart += ByteArena.ChunkLength;
            chunk = arena.Chunk(chunkStart);
            at = 0;
        }

        var word = BinaryPrimitives.ReadUInt64LittleEndian(chunk.AsSpan(at));
        var bytes = BitOperations.TrailingZeroCount(~word) + 1;
        at += bytes;
        return (uint)((word >> bytes) & ((1UL << (7 * bytes)) - 1));
    }
}
