using System.Buffers.Binary;

namespace Tanyuan.Index.Buffering;

/// <summary>Reads a stream of a <see cref="ByteArena"/> from its beginning.</summary>
struct ArenaReader
{
    readonly ByteArena arena;
    readonly int tail;
    byte[] chunk = [];
    int chunkStart;
    int at;
    int end;
    int level;

    /// <param name="arena">What holds the stream.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="tail">Where it ends.</param>
    internal ArenaReader(ByteArena arena, int start, int tail)
    {
        this.arena = arena;
        this.tail = tail;
        Enter(start);
    }

    internal readonly bool AtEnd => chunkStart + at == tail;

    internal int ReadVariable()
    {
        int value = ReadByte();
        if (value < 0x80)
            return value;

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            var next = ReadByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    byte ReadByte()
    {
        if (at == end)
        {
            level++;
            Enter(BinaryPrimitives.ReadInt32LittleEndian(chunk.AsSpan(at)));
        }

        return chunk[at++];
    }

    void Enter(int address)
    {
        chunk = arena.Chunk(address);
        at = address & (ByteArena.ChunkLength - 1);
        chunkStart = address - at;
        end = at + ByteArena.SliceLength(level) - ByteArena.LinkLength;
    }
}
