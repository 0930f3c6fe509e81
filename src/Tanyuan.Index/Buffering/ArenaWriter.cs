namespace Tanyuan.Index.Buffering;

/// <summary>Appends numbers to a term's stream.</summary>
ref struct ArenaWriter
{
    readonly ByteArena arena;
    readonly ref BufferedTerm term;
    byte[] chunk;
    int chunkStart;
    int at;
    int end;

    internal ArenaWriter(ByteArena arena, ref BufferedTerm term)
    {
        this.arena = arena;
        this.term = ref term;
        chunk = arena.Chunk(term.Tail);
        at = term.Tail & (ByteArena.ChunkLength - 1);
        chunkStart = term.Tail - at;
        end = term.SliceEnd & (ByteArena.ChunkLength - 1);
    }

    internal void Write(uint value)
    {
        for (; value >= 0x80; value >>= 7)
            WriteByte((byte)(value | 0x80));
        WriteByte((byte)value);
    }

    internal readonly void Finish() => term.Tail = chunkStart + at;

    void WriteByte(byte value)
    {
        if (at == end)
            Continue();
        chunk[at++] = value;
    }

    void Continue()
    {
        term.Level++;
        var next = arena.Continue(chunkStart + at, term.Level);
        term.SliceEnd = next + ByteArena.SliceLength(term.Level) - ByteArena.LinkLength;
        chunk = arena.Chunk(next);
        at = next & (ByteArena.ChunkLength - 1);
        chunkStart = next - at;
        end = at + ByteArena.SliceLength(term.Level) - ByteArena.LinkLength;
    }
}
