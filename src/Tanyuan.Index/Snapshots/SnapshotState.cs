using Tanyuan.Index.Scoring;
using Tanyuan.Index.Segments;

namespace Tanyuan.Index.Snapshots;

/// <summary>
/// The segments of one moment, shared by all snapshots of it. Immutable but for the count of its leases: whoever made it has the first, each snapshot
/// one, each operation one while it runs. With the last its segments are given back, and with the last state that has a segment the segment's files.
/// </summary>
sealed class SnapshotState
{
    int leases = 1;

    internal SnapshotState(IndexSchema schema, long progress, IReadOnlyList<(SegmentReader Segment, LiveDocuments Live)> parts)
    {
        (Schema, Progress) = (schema, progress);
        Segments = [.. parts.Select(part => part.Segment)];
        Live = [.. parts.Select(part => part.Live)];
        DocumentCount = Live.Sum(documents => documents.Count);

        var statistics = new FieldStatistics[schema.Fields.Count];
        foreach (var segment in Segments)
        {
            segment.Lease();
            for (var field = 0; field < statistics.Length; field++)
                statistics[field] += segment.Documents.Statistics(field);
        }

        Compiler = new QueryCompiler(schema, Segments, statistics);
    }

    SnapshotState(SnapshotState other, long progress)
    {
        (Schema, Progress, Segments, Live, DocumentCount, Compiler) = (other.Schema, progress, other.Segments, other.Live, other.DocumentCount, other.Compiler);
        foreach (var segment in Segments)
            segment.Lease();
    }

    internal IndexSchema Schema { get; }

    internal long Progress { get; }

    internal SegmentReader[] Segments { get; }

    /// <summary>For each segment its live documents.</summary>
    internal LiveDocuments[] Live { get; }

    internal QueryCompiler Compiler { get; }

    internal int DocumentCount { get; }

    /// <summary>The same segments under another progress; only for who has a lease.</summary>
    internal SnapshotState At(long progress) => new(this, progress);

    /// <summary>Takes a lease, unless the last one was given back.</summary>
    internal bool TryLease()
    {
        for (var count = Volatile.Read(ref leases); count > 0;)
        {
            var found = Interlocked.CompareExchange(ref leases, count + 1, count);
            if (found == count)
                return true;
            count = found;
        }

        return false;
    }

    /// <summary>Gives a lease back.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref leases) > 0)
            return;
        foreach (var segment in Segments)
            segment.Release();
    }
}
