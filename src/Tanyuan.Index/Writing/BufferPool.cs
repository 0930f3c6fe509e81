using Tanyuan.Index.Buffering;

namespace Tanyuan.Index.Writing;

/// <summary>
/// The buffers that added documents go to: as many as threads have added at the same time. A buffer that is taken belongs to one
/// thread; deletions reach all of them, those being written to disk too. Guarded by the writer.
/// </summary>
/// <param name="schema">The fields.</param>
/// <param name="bufferBytes">How much memory the buffers have together.</param>
sealed class BufferPool(IndexSchema schema, long bufferBytes)
{
    const int ShortestRun = 64;
    const int LongestRun = 1 << 19;

    // What is not yet packed takes a sixteenth of the memory at most.
    readonly int runLength = (int)Math.Clamp(bufferBytes / 16 / TermToken.Size, ShortestRun, LongestRun);
    readonly Stack<SegmentBuffer> idle = [];
    readonly List<SegmentBuffer> all = [];

    /// <summary>How many buffers there are.</summary>
    internal int Count => all.Count;

    /// <summary>A buffer for one thread's use: the one used last, or a new one.</summary>
    internal SegmentBuffer Take()
    {
        if (idle.TryPop(out var buffer))
            return buffer;

        buffer = new SegmentBuffer(schema, runLength);
        all.Add(buffer);
        return buffer;
    }

    internal void Return(SegmentBuffer buffer) => idle.Push(buffer);

    /// <summary>Takes a buffer back that was written while more documents come: what it has grown to is about what is needed again.</summary>
    internal void Recycle(SegmentBuffer buffer)
    {
        buffer.Clear();
        all.Add(buffer);
        idle.Push(buffer);
    }

    /// <summary>All buffers, taken. No thread may hold one.</summary>
    internal IReadOnlyList<SegmentBuffer> TakeAll()
    {
        idle.Clear();
        return [.. all];
    }

    /// <summary>Forgets a buffer that is written or no longer wanted.</summary>
    internal void Remove(SegmentBuffer buffer) => all.Remove(buffer);

    internal bool Delete(long key)
    {
        var any = false;
        foreach (var buffer in all)
            any |= buffer.Delete(key);
        return any;
    }

    internal bool DeleteGroup(long group)
    {
        var any = false;
        foreach (var buffer in all)
            any |= buffer.DeleteGroup(group);
        return any;
    }
}
