using Tanyuan.Index.Segments;
using Tanyuan.Index.Snapshots;

namespace Tanyuan.Index.Writing;

/// <summary>What new snapshots see: the segments as of the last refresh, in a state that is counted. One thread at a time changes it, any may acquire.</summary>
sealed class ShownState
{
    readonly IndexSchema schema;
    volatile SnapshotState current;

    internal ShownState(IndexSchema schema, long progress, IReadOnlyList<LiveSegment> segments)
    {
        this.schema = schema;
        Segments = [.. segments];
        current = new SnapshotState(schema, progress, Parts(Segments));
    }

    /// <summary>The segments that are shown.</summary>
    internal IReadOnlyList<LiveSegment> Segments { get; private set; }

    /// <summary>A snapshot; null where what is shown was replaced at this very moment.</summary>
    internal Snapshot? TryAcquire()
    {
        var shown = current;
        return shown.TryLease() ? new Snapshot(shown) : null;
    }

    /// <summary>Shows other segments.</summary>
    internal void Show(IReadOnlyList<LiveSegment> segments, long progress)
    {
        Segments = [.. segments];
        Replace(new SnapshotState(schema, progress, Parts(Segments)));
    }

    /// <summary>Shows the same segments with the number of a new commit.</summary>
    internal void Advance(long progress) => Replace(current.At(progress));

    /// <summary>Shows nothing any more.</summary>
    internal void Close(long progress) => Replace(new SnapshotState(schema, progress, []));

    void Replace(SnapshotState state)
    {
        var before = current;
        current = state;
        before.Release();
    }

    static (SegmentReader, LiveDocuments)[] Parts(IReadOnlyList<LiveSegment> segments) => [.. segments.Select(segment => (segment.Reader, segment.Live))];
}
