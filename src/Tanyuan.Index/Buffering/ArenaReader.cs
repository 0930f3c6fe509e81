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
        chunk = at == 0 ? [] : arena.Chunk(address);
        if (at == 0)
            (at, chunkStart) = (ByteArena.ChunkLength, chunkStart - ByteArena.ChunkLength);
    }

    /// <summary>Where the next number begins.</summary>
    internal readonly long Address => chunkStart + at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint ReadVariable() =>
        (uint)at < (uint)chunk.Length && chunk[at] < 0x80 ? chunk[at++] : ReadLong();

    uint ReadLong()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = ReadByte();
            value |= (next & 0x7Fu) << shift;
            if (next < 0x80)
                return value;
        }
    }

    byte ReadByte()
    {
        if (at == ByteArena.ChunkLength)
        {
            chunkStart += ByteArena.ChunkLength;
            chunk = arena.Chunk(chunkStart);
            at = 0;
        }

        return chunk[at++];
    }
}
