using System.Runtime.ExceptionServices;
using Tanyuan.Index.Buffering;
using Tanyuan.Index.Segments;
using Tanyuan.Index.Storage;

namespace Tanyuan.Index.Writing;

/// <summary>Writes buffers as segments. The writer's gate is taken for moments only: documents are deleted, and others added, while it writes.</summary>
sealed class BufferFlush(IndexDirectory directory, IndexSchema schema, Lock gate, BufferPool buffers, SegmentSet segments, SegmentNumbers numbers)
{
    /// <summary>Writes several buffers beside each other.</summary>
    internal void WriteAll(IReadOnlyList<SegmentBuffer> full)
    {
        if (full.Count == 1)
            Write(full[0]);
        else if (full.Count > 1)
            WriteSeveral(full);
    }

    /// <summary>Writes a buffer, and takes it out of the pool. What is deleted from it meanwhile is deleted from the segment afterwards.</summary>
    internal void Write(SegmentBuffer buffer)
    {
        int[] renumbered;
        long id;
        lock (gate)
        {
            if (buffer.Count == 0)
            {
                buffers.Remove(buffer);
                return;
            }

            renumbered = buffer.Renumber();
            id = numbers.Take();
        }

        buffer.WriteSegment(directory, id, renumbered);
        var reader = SegmentReader.Open(directory, id, schema);
        lock (gate)
        {
            var segment = new LiveSegment(reader, LiveDocuments.All(reader.DocumentCount), 0, 0);
            foreach (var document in buffer.DeletedSince(renumbered))
                segment.Delete(document);
            segments.Add(segment);
            buffers.Remove(buffer);
            numbers.Settle(id);
        }
    }

    void WriteSeveral(IReadOnlyList<SegmentBuffer> full)
    {
        try
        {
            Parallel.ForEach(full, Write);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }
}
