using System.Buffers;
using System.Collections.Concurrent;

namespace Tanyuan.Pages.Batch;

/// <summary>
/// The buffers that answers are made in. One whose answer is written out serves the next, for fresh memory costs about as much as what is written into it; very large ones
/// are let go. Thread-safe.
/// </summary>
internal sealed class AnswerBuffers
{
    const int MostBytesKept = 1 << 20;

    readonly ConcurrentBag<ArrayBufferWriter<byte>> spare = [];

    /// <summary>An empty buffer.</summary>
    /// <param name="room">How much room a new one has.</param>
    public ArrayBufferWriter<byte> Take(int room) => spare.TryTake(out var buffer) ? buffer : new(room);

    /// <summary>Takes a buffer back of which nobody needs the content any more.</summary>
    public void GiveBack(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > MostBytesKept)
            return;
        buffer.ResetWrittenCount();
        spare.Add(buffer);
    }
}
